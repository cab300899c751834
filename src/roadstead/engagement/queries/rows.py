"""Which information somebody may read. Every reading of this app begins with one of these."""

from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import PUBLIC, Viewer
from roadstead.engagement.models import Information

Rows = GuardedQuerySet[Information]


def readable(viewer: Viewer) -> Rows:
    """All that somebody may read."""
    return Information.objects.visible_to(viewer)


def public() -> Rows:
    """What everyone may read, whoever asks."""
    return Information.objects.visible_to(PUBLIC)


def shared_with(viewer: Viewer) -> Rows:
    """Of what somebody may read, what was shared with a State whose shared information is open to them."""
    rows = Information.objects.visible_to(viewer).filter(mark=Mark.PARTNER)
    states = viewer.reach(Permission.READ_SHARED, ScopeKind.COUNTRY)
    if states is None:
        return rows
    links = Information.states.through._default_manager.filter(country_id__in=sorted(states))
    return rows.filter(pk__in=links.values("information_id"))


def with_names(rows: Rows) -> Rows:
    """The same with the names that a page shows, in a fixed number of queries."""
    return rows.select_related("marked_by", "written_by", "withdrawn_by").prefetch_related("states", "countries")
