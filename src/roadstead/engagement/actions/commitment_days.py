"""The day of a promise, moved with a reason: the day before is kept, to show how often it was put off."""

from datetime import date

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import LONGEST_REASON
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.commitments import held_open
from roadstead.engagement.actions.interaction_shape import InteractionError
from roadstead.engagement.models import Commitment, CommitmentMove
from roadstead.engagement.promise_events import CommitmentMoved
from roadstead.registry.reach import person_of


@action
def move_commitment(*, commitment: Commitment, due_on: date | None, why: str, seen: int, by: Viewer) -> Commitment:
    """Say on which other day a promise is due (None: on none), and why. `seen` is the revision that was looked at.

    The same day again writes nothing. Raises PermissionDenied; InteractionError, also where somebody else was faster;
    DoesNotExist where the interaction may not be read.
    """
    held, row = held_open(commitment, by)
    if row.due_on == due_on:
        unchanged()
        return row
    if row.revision != seen:
        raise InteractionError(
            _("Somebody changed this promise after you opened it. Look at it again first."), "due_on"
        )
    reason = why.strip()
    if not reason:
        raise InteractionError(_("Say why the day is moved."), "why")
    if len(reason) > LONGEST_REASON:
        raise InteractionError(_("Write at most %(most)s characters.") % {"most": LONGEST_REASON}, "why")
    if due_on is not None and due_on < held.held_on:
        raise InteractionError(_("It is due before it was promised. Look at the day."), "due_on")
    CommitmentMove.objects.create(
        commitment=row, before=row.due_on, after=due_on, why=reason, by_id=person_of(by), at=clock.now()
    )
    told = {"before": row.due_on.isoformat() if row.due_on else "", "due_on": due_on.isoformat() if due_on else ""}
    row.due_on, row.revision = due_on, row.revision + 1
    row.save(update_fields=["due_on", "revision"])
    record(CommitmentMoved(commitment=row.pk, why=reason, **told), subject=held, by=by)
    return row
