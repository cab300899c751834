"""How information is named in the record of what was done."""

from collections.abc import Collection, Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit import subjects
from roadstead.audit.subjects import Named
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement import queries
from roadstead.engagement.models import Contact
from roadstead.engagement.presenters.people import name_of_person
from roadstead.engagement.queries.interactions import readable_interactions

LONGEST_LABEL = 80  # characters


def names(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The titles of what a viewer may read, with its page on the desk for who works there."""
    rows = queries.readable(viewer).filter(pk__in=subjects.numbers(keys)).values_list("pk", "title")
    return _titled(rows, viewer, "engagement:desk_information")


def interactions(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The subjects of interactions that a viewer may read."""
    rows = readable_interactions(viewer).filter(pk__in=subjects.numbers(keys)).values_list("pk", "subject")
    return _titled(rows, viewer, "engagement:interaction")


def _titled(rows: Iterable[tuple[int, str]], viewer: Viewer, page: str) -> dict[str, Named]:
    desk = viewer.holds(Permission.READ_PROGRAMME)
    found = {}
    for pk, title in rows:
        label = title if len(title) <= LONGEST_LABEL else title[: LONGEST_LABEL - 1] + "…"
        found[str(pk)] = Named(f"“{label}”", reverse(page, args=[pk]) if desk else "")
    return found


def people(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The names of people that a viewer may read, with their pages for who works at the desk."""
    rows = Contact.objects.visible_to(viewer).filter(pk__in=subjects.numbers(keys))
    desk = viewer.holds(Permission.READ_PROGRAMME)
    return {
        str(one.pk): Named(name_of_person(one), reverse("engagement:person", args=[one.pk]) if desk else "")
        for one in rows
    }


def imports(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """Imports by their numbers, for who works at the desk: the name of a file may say something of a person."""
    if not viewer.holds(Permission.READ_PROGRAMME):
        return {}
    return {str(key): Named(_("import %(number)s") % {"number": key}) for key in subjects.numbers(keys)}


subjects.register("engagement.contact", gettext_lazy("Person"), people)
subjects.register("engagement.contactimport", gettext_lazy("Import of people"), imports)
subjects.register("engagement.information", gettext_lazy("Information"), names)
subjects.register("engagement.interaction", gettext_lazy("Interaction"), interactions)
