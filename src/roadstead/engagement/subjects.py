"""How information is named in the record of what was done."""

from collections.abc import Collection, Mapping

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from roadstead.audit import subjects
from roadstead.audit.subjects import Named
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement import queries

LONGEST_LABEL = 80  # characters


def names(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The titles of what a viewer may read, with its page on the desk for who works there."""
    rows = queries.readable(viewer).filter(pk__in=subjects.numbers(keys)).values_list("pk", "title")
    desk = viewer.holds(Permission.READ_PROGRAMME)
    found = {}
    for pk, title in rows:
        label = title if len(title) <= LONGEST_LABEL else title[: LONGEST_LABEL - 1] + "…"
        found[str(pk)] = Named(f"“{label}”", reverse("engagement:desk_information", args=[pk]) if desk else "")
    return found


subjects.register("engagement.information", _("Information"), names)
