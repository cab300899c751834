"""What the programme and a State said and promised to each other, as far as it was shared with that State."""

from typing import Any

from django.db.models import F

from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.interaction_enums import InteractionState
from roadstead.engagement.models import Commitment, Interaction
from roadstead.engagement.models.promises import OPEN
from roadstead.engagement.queries.interactions import readable_interactions

MOST_OPEN = 100  # promises that a page lists as open


def dealings(viewer: Viewer) -> GuardedQuerySet[Interaction]:
    """Complete interactions that were shared with a State whose shared records are open to somebody."""
    rows = readable_interactions(viewer).filter(mark=Mark.PARTNER, state=InteractionState.COMPLETE)
    states = own_states(viewer)
    if states is None:
        return rows
    links = Interaction.states.through._default_manager.filter(country_id__in=states)
    return rows.filter(pk__in=links.values("interaction_id"))


def promises_of(rows: GuardedQuerySet[Interaction]) -> Any:
    """The promises of interactions that were read for their viewer, the open ones that are due first at the front."""
    found = Commitment.objects.filter(interaction__in=rows.order_by().values("pk")).stated()
    return found.select_related("officer").order_by(F("due_on").asc(nulls_last=True), "pk")


def open_of(rows: GuardedQuerySet[Interaction]) -> Any:
    """Of these, those that are neither kept nor dropped."""
    return promises_of(rows).filter(OPEN)[:MOST_OPEN]


def own_states(viewer: Viewer) -> list[str] | None:
    """The States of somebody outside; None for the programme's own people, who see all."""
    reach = viewer.reach(Permission.READ_SHARED, ScopeKind.COUNTRY)
    return None if reach is None else sorted(reach)
