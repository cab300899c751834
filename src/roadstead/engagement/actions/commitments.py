"""Promises of either side: written, kept, or dropped with a reason."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from roadstead.accounts import readers
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import LONGEST_REASON
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.interaction_shape import InteractionError, held_for
from roadstead.engagement.actions.interaction_states import A_DAY
from roadstead.engagement.interaction_enums import Side
from roadstead.engagement.models import LONGEST_PROMISE, Commitment, Interaction
from roadstead.engagement.promise_events import CommitmentDropped, CommitmentKept, CommitmentMade
from roadstead.engagement.queries.contacts import people_by_keys
from roadstead.registry.queries.organisations import organisations
from roadstead.registry.reach import person_of


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise as it is typed. Of officer, contact and organisation one at most is not 0."""

    what: str
    side: Side
    due_on: date | None = None
    officer: int = 0
    contact: int = 0
    organisation: int = 0


@action
def make_commitment(*, interaction: Interaction, uid: UUID, promise: Promise, by: Viewer) -> Commitment:
    """Write a promise. The same `uid` again writes nothing more.

    Raises PermissionDenied; InteractionError; DoesNotExist where the interaction may not be read.
    """
    held = held_for(interaction, by)
    if before := Commitment.objects.filter(interaction=held, uid=uid).stated().first():
        unchanged()
        return before
    what = " ".join(promise.what.split())
    if not what:
        raise InteractionError(_("Say what was promised."), "what")
    if len(what) > LONGEST_PROMISE:
        raise InteractionError(_("Write at most %(most)s characters.") % {"most": LONGEST_PROMISE}, "what")
    if promise.due_on is not None and promise.due_on < held.held_on:
        raise InteractionError(_("It is due before it was promised. Look at the day."), "due_on")
    made = Commitment.objects.create(
        uid=uid,
        interaction=held,
        what=what,
        side=promise.side,
        due_on=promise.due_on,
        **_owner(promise, by),
        written_by_id=person_of(by),
        written_at=clock.now(),
    )
    due = made.due_on.isoformat() if made.due_on else ""
    record(CommitmentMade(commitment=made.pk, side=promise.side.value, due_on=due), subject=held, by=by)
    return made


@action
def keep_commitment(*, commitment: Commitment, on: date, by: Viewer) -> Commitment:
    """Say that a promise was kept, and when. Raises as `make_commitment` does."""
    held, row = held_open(commitment, by)
    if on > clock.today() + A_DAY:
        raise InteractionError(_("That day is still to come."), "on")
    if on < held.held_on:
        raise InteractionError(_("It was kept before it was promised. Look at the day."), "on")
    row.kept_on, row.revision = on, row.revision + 1
    row.save(update_fields=["kept_on", "revision"])
    record(CommitmentKept(commitment=row.pk, on=on.isoformat()), subject=held, by=by)
    return row


@action
def drop_commitment(*, commitment: Commitment, why: str, by: Viewer) -> Commitment:
    """Say that a promise will not be kept, and why. Raises as `make_commitment` does."""
    held, row = held_open(commitment, by)
    reason = why.strip()
    if not reason:
        raise InteractionError(_("Say why the promise is dropped."), "why")
    if len(reason) > LONGEST_REASON:
        raise InteractionError(_("Write at most %(most)s characters.") % {"most": LONGEST_REASON}, "why")
    row.dropped_on, row.dropped_why, row.revision = clock.today(), reason, row.revision + 1
    row.save(update_fields=["dropped_on", "dropped_why", "revision"])
    record(CommitmentDropped(commitment=row.pk, why=reason), subject=held, by=by)
    return row


def held_open(commitment: Commitment, by: Viewer) -> tuple[Any, Commitment]:
    """The interaction and the promise, locked. Raises as `make_commitment` does, and for one that is settled."""
    held = held_for(Interaction(pk=commitment.interaction_id), by)
    row = Commitment.objects.filter(interaction=held).stated().select_for_update().get(pk=commitment.pk)
    if row.kept_on or row.dropped_on:
        raise InteractionError(_("This promise was kept or dropped already."))
    return held, row


def _owner(promise: Promise, by: Viewer) -> dict[str, int]:
    """The column of the owner. Raises InteractionError for several, for nobody of that number, or of the wrong side."""
    named = {name: key for name in ("officer", "contact", "organisation") if (key := getattr(promise, name))}
    if len(named) > 1:
        raise InteractionError(_("A promise has one owner: choose one."), "owner")
    if (promise.side == Side.OURS and set(named) - {"officer"}) or (promise.side == Side.THEIRS and "officer" in named):
        raise InteractionError(_("The owner is on the side that promised: choose another, or the other side."), "owner")
    found: dict[str, Any] = {"officer": readers.staff_among, "contact": lambda keys: people_by_keys(keys, by)}
    found["organisation"] = lambda keys: organisations(by).filter(pk__in=keys)
    for name, key in named.items():
        if not found[name]({key}).exists():
            raise InteractionError(_("That owner is not known any more. Choose another."), "owner")
    return {f"{name}_id": key for name, key in named.items()}
