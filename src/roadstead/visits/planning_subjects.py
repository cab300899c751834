"""How visits, those of others, and clocks that stand still are named in the record of what was done."""

from collections.abc import Collection, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit import subjects
from roadstead.audit.subjects import Named
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.models import Suspension
from roadstead.visits.others_events import clock_word
from roadstead.visits.presenters.shown import name_of
from roadstead.visits.queries.rows import others_readable, readable


def visits(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The visits that a viewer may read, with the page where they are shown to them."""
    rows = readable(viewer).filter(pk__in=subjects.numbers(keys)).select_related("country")
    desk = viewer.holds(Permission.READ_PROGRAMME)
    return {
        str(one.pk): Named(f"“{name_of(one)}”", reverse("visits:workspace", args=[one.pk]) if desk else "")
        for one in rows
    }


def others(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The visits of others that a viewer may read."""
    rows = others_readable(viewer).filter(pk__in=subjects.numbers(keys)).select_related("country")
    desk = viewer.holds(Permission.READ_PROGRAMME)
    words = {one.pk: _("a visit of %(agency)s") % {"agency": one.agency} for one in rows}
    return {str(pk): Named(said, reverse("visits:other", args=[pk]) if desk else "") for pk, said in words.items()}


def suspensions(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """Clocks that stood still, for the programme."""
    if not viewer.holds(Permission.READ_PROGRAMME):
        return {}
    rows = Suspension.objects.filter(pk__in=subjects.numbers(keys)).select_related("country")
    page = reverse("visits:clocks")
    return {str(one.pk): Named(f"{one.country.name}, {clock_word(one.clock)}", page) for one in rows}


subjects.register("visits.visit", gettext_lazy("Visit"), visits)
subjects.register("visits.othervisit", gettext_lazy("Visit of others"), others)
subjects.register("visits.suspension", gettext_lazy("Clock that stands still"), suspensions)
