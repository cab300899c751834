"""For whose ships somebody may send notices, and the receipts that somebody may read."""

from django.db.models import Q

from roadstead.arrivals.models import Arrival, Sending
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer

Receipts = GuardedQuerySet[Sending]


def speaks_for(viewer: Viewer) -> frozenset[str] | None:
    """The companies for whose ships somebody sends notices; None is everybody's, as for a watch.

    It follows from the role that gives the right: one of a company gives it for that company alone, whatever else a
    token leaves out.
    """
    if not viewer.holds(Permission.TAKE_NOTICES):
        return frozenset()
    giving = [held for held in viewer.held if Permission.TAKE_NOTICES in held.permissions]
    companies: set[str] = set()
    for held in giving:
        own = {one.value for one in held.scopes or () if one.kind == ScopeKind.COMPANY}
        if not own:
            return None
        companies |= own
    return frozenset(companies - {""})


def receipts(viewer: Viewer, *, text: str = "", origin: str = "", sort: str = "-received_at") -> Receipts:
    """Receipts that somebody may read. text: in the name of the file, or the beginning of a digest."""
    rows = Sending.objects.visible_to(viewer)
    if text:
        rows = rows.filter(Q(name__icontains=text) | Q(sha256__startswith=text.removeprefix("sha256:").lower()))
    if origin:
        rows = rows.filter(origin=origin)
    return rows.select_related("sent_by").order_by(sort, "-pk")


def arrivals_in(sending: Sending, viewer: Viewer) -> dict[int, Arrival]:
    """The arrivals of a receipt that a viewer may read, by number."""
    keys = {one["arrival"] for one in sending.told if one.get("arrival")}
    return Arrival.objects.visible_to(viewer).in_bulk(keys)
