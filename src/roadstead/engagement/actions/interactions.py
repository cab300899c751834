"""Writing interactions, and changing them."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.interaction_links import lay, wanted
from roadstead.engagement.actions.interaction_shape import (
    FIELDS,
    InteractionError,
    InteractionSaid,
    StaleInteractionError,
    held_for,
)
from roadstead.engagement.brought.draft import Brought
from roadstead.engagement.interaction_enums import InteractionState, Origin
from roadstead.engagement.interaction_events import InteractionChanged, InteractionWritten
from roadstead.engagement.models import LONGEST_ORIGIN, Interaction


@action
def write_interaction(
    *,
    uid: UUID,
    said: InteractionSaid,
    by: Viewer,
    origin: Brought | None = None,
    strangers: list[dict[str, str]] | None = None,
) -> Interaction:
    """Write a draft, for the programme only until somebody marks it otherwise; its writer took part.

    origin: the file out of which it is written. The same `uid` again, or the same file, from the same person, writes
    nothing more.
    Raises PermissionDenied; InteractionError.
    """
    by.must(Permission.KEEP_ENGAGEMENT)
    if by.user_id is None:
        raise InteractionError(_("Interactions are written by a person."))
    if before := _sent_before(uid, by):
        unchanged()
        return before
    new = said.checked()
    keys = wanted(new, by)
    keys["officers"] |= {by.user_id}
    fields = {name: getattr(new, name) for name in FIELDS}
    fields |= {"strangers": strangers or []} | (_came_as(origin) if origin is not None else {})
    try:
        with transaction.atomic():
            made = _make(uid, fields, by.user_id)
    except IntegrityError as error:  # the same form came twice at once, or somebody copied it
        if before := _sent_before(uid, by):
            unchanged()
            return before
        raise InteractionError(_("This was sent before. Open a new form, and put your text into it.")) from error
    lay(made, keys, by)
    record(InteractionWritten(kind=new.kind.value, origin=made.origin), subject=made, by=by)
    return made


@action
def change_interaction(*, interaction: Interaction, revision: int, said: InteractionSaid, by: Viewer) -> Interaction:
    """Change what was written. `revision` is the one that was looked at.

    Raises PermissionDenied; InteractionError; StaleInteractionError; DoesNotExist where it may not be read.
    """
    held: Interaction = held_for(interaction, by)
    if held.revision != revision:
        raise StaleInteractionError(held)
    new = said.checked()
    changed = [name for name in FIELDS if getattr(held, name) != getattr(new, name)]
    for name in changed:
        setattr(held, name, getattr(new, name))
    changed += lay(held, wanted(new, by), by)
    if not changed:
        unchanged()
        return held
    held.revision, held.changed_at = held.revision + 1, clock.now()
    stamp(held, changed, by)
    held.save()
    record(InteractionChanged(fields=changed, revision=held.revision), subject=held, by=by)
    return held


def stamp(held: Any, changed: list[str], by: Viewer) -> None:
    """Note on each field when, by whom and in which revision it was changed last."""
    told = [held.changed_at.isoformat(), by.user_id, held.revision]
    held.stamps = held.stamps | dict.fromkeys(changed, told)


def _came_as(file: Brought) -> dict[str, Any]:
    """Which file it is, and what it says, to be compared with what it says later."""
    said = {"said": file.said, "stamp": file.stamp} if file.origin == Origin.ICS else {}
    named = {"origin": file.origin, "origin_id": file.key[:LONGEST_ORIGIN]}
    return named | {"origin_sequence": file.sequence, "origin_said": said}


def _sent_before(uid: UUID, by: Viewer) -> Interaction | None:
    return Interaction.objects.visible_to(by).filter(uid=uid, written_by=by.user_id).first()


def _make(uid: UUID, fields: dict[str, Any], person: int) -> Interaction:
    now = clock.now()
    return Interaction.objects.create(
        uid=uid,
        **fields,
        stamps={name: [now.isoformat(), person, 1] for name in FIELDS},
        state=InteractionState.DRAFT,
        mark=Mark.PROGRAMME,
        mark_reason=_("As written; not shared yet."),
        marked_by_id=person,
        marked_at=now,
        written_by_id=person,
        written_at=now,
        changed_at=now,
    )
