"""Hand-overs of portfolios: who may read one, and those that wait to be read."""

from django.db.models import Q, QuerySet

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.models import HandOver


def hand_overs(viewer: Viewer) -> QuerySet[HandOver]:
    """The hand-overs that somebody may read: one's own, given or taken; all of them for who assigns officers."""
    rows = HandOver.objects.select_related("giver", "taker", "by")
    if viewer.may(Permission.ASSIGN_OFFICERS):
        return rows
    if viewer.user_id is None or not viewer.holds(Permission.READ_PROGRAMME):
        return rows.none()
    return rows.filter(Q(giver=viewer.user_id) | Q(taker=viewer.user_id))


def to_read(viewer: Viewer) -> QuerySet[HandOver]:
    """What somebody took over and has not confirmed to have read."""
    return hand_overs(viewer).filter(taker=viewer.user_id, taken_at__isnull=True)
