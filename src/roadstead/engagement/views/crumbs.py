"""Where a page of information stands."""

from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.models import Information

Crumbs = list[tuple[str, str]]


def desk(viewer: Viewer) -> Crumbs:
    """Above the list: the home of where somebody works."""
    return [(_("Desk"), "/desk/")] if viewer.holds(Permission.USE_DESK) else [(_("Home"), "/me/home/")]


def below_desk(viewer: Viewer, record: Information | None = None) -> Crumbs:
    """Above a page of the desk below the list, or below a record."""
    above = [*desk(viewer), (_("Information"), reverse("engagement:desk_information_list"))]
    if record is not None:
        above.append((record.title, reverse("engagement:desk_information", args=[record.pk])))
    return above


def partner(*, below: bool) -> Crumbs:
    """Above the list of what was shared, or below it."""
    shared = [(_("Shared with us"), reverse("engagement:partner_information_list"))] if below else []
    return [(_("Partners"), "/partner/"), *shared]


def public() -> Crumbs:
    """Above a public record."""
    return [(_("Home"), "/"), (_("Information"), reverse("engagement:public_information_list"))]
