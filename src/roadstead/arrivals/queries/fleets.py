"""Whose ship it is."""

from roadstead.arrivals.models import Ship
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer


def company_of(imo: str) -> str:
    """The company in whose fleet a ship is, as accounts of operators name it; "" for none that was confirmed."""
    if not imo:
        return ""
    rows = Ship.objects.for_the_system("whose ship it is")
    found = rows.filter(imo=imo, left_at__isnull=True, confirmed_at__isnull=False).first()
    return str(found.company) if found else ""


def fleet(viewer: Viewer) -> GuardedQuerySet[Ship]:
    """The ships that somebody may read of."""
    return Ship.objects.visible_to(viewer)


def companies(viewer: Viewer) -> list[str]:
    """The companies for which somebody keeps ships and logs."""
    return sorted(viewer.reach(Permission.REPORT_MEASURES, ScopeKind.COMPANY) or ())


def ships(viewer: Viewer) -> GuardedQuerySet[Ship]:
    """The ships of the fleets that somebody may read of, without those that left."""
    return fleet(viewer).filter(left_at__isnull=True).order_by("name", "imo")


def to_confirm(viewer: Viewer) -> GuardedQuerySet[Ship]:
    """Ships of which a company says that they are its own, and nobody has confirmed it; the first first."""
    return ships(viewer).filter(confirmed_at__isnull=True).order_by("added_at", "pk").select_related("added_by")
