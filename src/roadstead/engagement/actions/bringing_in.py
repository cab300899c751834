"""A message or an invitation becomes a draft, with its people matched and the file attached; met again, it is no second
one, and a newer version of an invitation goes to the draft that it belongs to."""

from dataclasses import dataclass, field
from uuid import uuid4

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, unchanged
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.interaction_shape import InteractionSaid
from roadstead.engagement.actions.interactions import write_interaction
from roadstead.engagement.actions.keeping_brought import keep
from roadstead.engagement.actions.updating import is_newer, update_from_invitation
from roadstead.engagement.brought.draft import Brought, BroughtError
from roadstead.engagement.brought.reading import read
from roadstead.engagement.interaction_enums import InteractionState, Origin
from roadstead.engagement.models import Interaction
from roadstead.engagement.queries.interactions import readable_interactions
from roadstead.engagement.queries.matching import Matched, match
from roadstead.registry.reach import may_reach, reach_of


@dataclass(frozen=True, slots=True)
class Landed:
    """What became of a file. met: it was there before; updated: it is newer than that; left: what was not kept."""

    interaction: Interaction
    met: bool
    updated: bool = False
    left: list[str] = field(default_factory=list)


@action
def bring_in(*, file_name: str, content: bytes, by: Viewer) -> Landed:
    """Write a draft out of a file, and keep the file with it.

    Raises PermissionDenied; BroughtError for a file that cannot be read, or that calls off what is not here;
    InteractionError for one whose day cannot be.
    """
    by.must(Permission.KEEP_ENGAGEMENT)
    brought = read(file_name, content)
    found = match([one.address for one in brought.parties], by)
    if before := _met(brought, by):
        return _again(before, file_name, content, brought, found, by)
    if brought.cancelled:
        raise BroughtError(_("This calls off a meeting that was not brought in: there is nothing to change."))
    made = _draft(brought, found, by)
    return Landed(made, met=False, left=keep(made, file_name, content, brought, by))


def _again(held: Interaction, name: str, content: bytes, brought: Brought, found: Matched, by: Viewer) -> Landed:
    """A file that was there before: only a newer invitation changes something, for who may change the record."""
    if held.origin != Origin.ICS or not is_newer(brought, held) or not may_reach(by, reach_of(held)):
        unchanged()
        return Landed(held, met=True)
    updated = update_from_invitation(interaction=held, brought=brought, found=found, by=by)
    return Landed(updated, met=True, updated=True, left=keep(updated, name, content, brought, by))


def _draft(brought: Brought, found: Matched, by: Viewer) -> Interaction:
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
    return write_interaction(uid=uuid4(), said=said, by=by, origin=brought, strangers=strangers)


def _met(brought: Brought, by: Viewer) -> Interaction | None:
    if not brought.key:
        return None
    rows = readable_interactions(by).filter(origin=brought.origin, origin_id=brought.key)
    return rows.exclude(state=InteractionState.DISCARDED).order_by("pk").first()
