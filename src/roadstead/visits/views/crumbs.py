"""Where a page of visits stands."""

from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.models import Visit
from roadstead.visits.presenters.shown import name_of

Crumbs = list[tuple[str, str]]


def desk(viewer: Viewer) -> Crumbs:
    """Above the lists: the home of where somebody works."""
    return [(_("Desk"), "/desk/")] if viewer.holds(Permission.USE_DESK) else [(_("Home"), "/me/home/")]


def below_desk(viewer: Viewer, visit: Visit | None = None) -> Crumbs:
    """Above a page of the desk below the list, or below a visit."""
    above = [*desk(viewer), (_("Visits"), reverse("visits:list"))]
    if visit is not None:
        above.append((name_of(visit), reverse("visits:workspace", args=[visit.pk])))
    return above


def clocks(viewer: Viewer) -> Crumbs:
    """Above a page below the clocks."""
    return [*desk(viewer), (_("Clocks"), reverse("visits:clocks"))]


def partner(*, below: bool = True) -> Crumbs:
    """Above the partners' list of visits, or below it."""
    return [(_("Partners"), "/partner/"), *([(_("Visits"), reverse("visits:partner_list"))] if below else [])]
