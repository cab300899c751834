"""A newer version of an invitation: what nobody touched follows it, and of the rest the record says that it differs."""

from datetime import date, time
from typing import Any

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.interaction_links import lay
from roadstead.engagement.actions.interaction_shape import InteractionError, held_for
from roadstead.engagement.actions.interactions import stamp
from roadstead.engagement.brought.draft import Brought
from roadstead.engagement.interaction_enums import InteractionState
from roadstead.engagement.interaction_events import InvitationSettled, InvitationUpdated
from roadstead.engagement.models import Interaction
from roadstead.engagement.queries.interactions import LINKS, links, plain
from roadstead.engagement.queries.matching import Matched

MOMENT = ("held_on", "held_at", "zone")  # a day and its time go together
FIELDS = (*MOMENT, "place", "subject", "summary")


def is_newer(brought: Brought, held: Interaction) -> bool:
    """Whether a file is newer than what was brought in before (RFC 5546, 2.1.5)."""
    return (brought.sequence, brought.stamp) > (held.origin_sequence, held.origin_said.get("stamp", ""))


@action
def update_from_invitation(*, interaction: Interaction, brought: Brought, found: Matched, by: Viewer) -> Interaction:
    """Let a draft follow its invitation. What a person wrote stays, and what is complete stays whole; both are noted as
    different. Raises PermissionDenied; DoesNotExist where it may not be read."""
    held: Interaction = held_for(interaction, by)
    before, now = held.origin_said.get("said", {}), brought.said
    differs = [name for name in FIELDS if now[name] != plain(held, name)]
    draft = held.state == InteractionState.DRAFT and not brought.cancelled
    own = {name for name in FIELDS if plain(held, name) != before.get(name)}
    own |= set(MOMENT) if own & set(MOMENT) else set()
    taken = [name for name in differs if draft and name not in own]
    left = [] if brought.cancelled else [name for name in differs if name not in taken]
    for name in taken:
        setattr(held, name, _typed(name, now[name]))
    if draft:
        taken += lay(held, _people(held, found), by)
    held.origin_sequence, held.changed_at, held.revision = brought.sequence, clock.now(), held.revision + 1
    held.origin_said = {"said": now, "stamp": brought.stamp, "open": left, "cancelled": brought.cancelled}
    stamp(held, taken, by)
    held.save()
    told: dict[str, Any] = {"sequence": brought.sequence, "fields": taken, "open": left, "cancelled": brought.cancelled}
    record(InvitationUpdated(**told), subject=held, by=by)
    return held


@action
def settle_invitation(*, interaction: Interaction, take: bool, revision: int, by: Viewer) -> Interaction:
    """Take over what the newer invitation says otherwise, or leave the record as it is.

    Raises PermissionDenied; InteractionError where there is nothing (any more) to settle; DoesNotExist.
    """
    held: Interaction = held_for(interaction, by)
    said = held.origin_said
    fields = list(said.get("open", []))
    if held.revision != revision or not (fields or said.get("cancelled")):
        raise InteractionError(_("Somebody settled or changed this already. Look at it again."))
    for name in fields if take else ():
        setattr(held, name, _typed(name, said["said"][name]))
    held.origin_said = said | {"open": [], "cancelled": False}
    held.changed_at, held.revision = clock.now(), held.revision + 1
    stamp(held, fields if take else [], by)
    held.save()
    record(InvitationSettled(fields=fields, taken=take), subject=held, by=by)
    return held


def _typed(name: str, text: str) -> Any:
    if name == "held_on":
        return date.fromisoformat(text)
    return (time.fromisoformat(text) if text else None) if name == "held_at" else text


def _people(held: Any, found: Matched) -> dict[str, set[Any]]:
    """Whoever took part stays; who is invited now comes to them."""
    more: dict[str, Any] = {
        "contacts": found.contacts,
        "officers": found.officers,
        "organisations": found.organisations,
    }
    there = {name: links(name).filter(interaction=held).values_list(LINKS[name], flat=True) for name in more}
    return {name: {*there[name], *keys} for name, keys in more.items()}
