"""A message or an invitation becomes a draft, with its people matched; the same one again is met again."""

from dataclasses import dataclass
from uuid import uuid4

from roadstead.audit.actions import action, unchanged
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.interaction_shape import InteractionSaid
from roadstead.engagement.actions.interactions import write_interaction
from roadstead.engagement.brought.draft import Brought
from roadstead.engagement.brought.reading import read
from roadstead.engagement.interaction_enums import InteractionState
from roadstead.engagement.models import Interaction
from roadstead.engagement.queries.interactions import readable_interactions
from roadstead.engagement.queries.matching import match


@dataclass(frozen=True, slots=True)
class Landed:
    """What became of a file. met: it was there before, and nothing was written."""

    interaction: Interaction
    met: bool


@action
def bring_in(*, file_name: str, content: bytes, by: Viewer) -> Landed:
    """Write a draft out of a file. Raises PermissionDenied; BroughtError for a file that cannot be read;
    InteractionError for one whose day cannot be."""
    by.must(Permission.KEEP_ENGAGEMENT)
    brought = read(file_name, content)
    if before := _met(brought, by):
        unchanged()
        return Landed(before, met=True)
    found = match([one.address for one in brought.parties], by)
    said = InteractionSaid(
        kind=brought.kind,
        held_on=brought.held_on,
        subject=brought.subject,
        held_at=brought.held_at,
        zone=brought.zone,
        place=brought.place,
        summary=brought.summary,
        contacts=found.contacts,
        officers=found.officers,
        organisations=found.organisations,
    )
    lacking = [one for one in brought.parties if one.address.casefold() not in found.known]
    strangers = [{"name": one.name, "address": one.address} for one in lacking]
    made = write_interaction(
        uid=uuid4(), said=said, by=by, origin=brought.origin, origin_id=brought.key, strangers=strangers
    )
    return Landed(made, met=False)


def _met(brought: Brought, by: Viewer) -> Interaction | None:
    if not brought.key:
        return None
    rows = readable_interactions(by).filter(origin=brought.origin, origin_id=brought.key)
    return rows.exclude(state=InteractionState.DISCARDED).order_by("pk").first()
