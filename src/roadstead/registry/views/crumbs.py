"""Where a page of the register stands."""

from django.utils.translation import gettext as _

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

Crumbs = list[tuple[str, str]]


def desk(viewer: Viewer, *below: tuple[str, str]) -> Crumbs:
    """Above a page of the desk: the home of where somebody works, then what lies between."""
    home = (_("Desk"), "/desk/") if viewer.holds(Permission.USE_DESK) else (_("Home"), "/me/home/")
    return [home, *below]
