"""The outbox as a worker goes through it: claimed, handed over, sent; put off with growing waits, given up at the end.

Each step is a transaction of its own, so that whoever is killed leaves behind how far it was. What was being handed to
a mail server then may have been sent: nobody sends it again but a person (`retry`). A webhook is called again: its
receiver knows a delivery by its number.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from roadstead.advisories.models import LONGEST_REASON, Delivery, EditionTold, Message, Outgoing, Sending
from roadstead.advisories.subscription_events import MessagesEnded, MessagesRetried
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

AT_ONCE = 200  # subscribers, or webhooks, that a worker claims
LOST_AFTER = timedelta(minutes=15)  # without a word a worker is taken for dead; a server is waited for ten seconds
MINUTES = (5, 15, 60, 240, 720, 1_440)  # that are waited after each failure; the next is the last
MOST_ATTEMPTS = len(MINUTES) + 1
Kind = type[Message] | type[Delivery]


@action
def claim(*, kind: Kind, by: Viewer) -> UUID:
    """Take what is due, for one worker alone; what a dead one held is free again. Raises PermissionDenied."""
    by.must(Permission.PUBLISH_EDITIONS)
    now, own = clock.now(), uuid4()
    rows, whom = kind._default_manager, "subscription_id" if kind is Message else "webhook_id"
    lost = rows.filter(claimed_at__lt=now - LOST_AFTER)
    lost.filter(state=Sending.CLAIMED).update(state=Sending.QUEUED, claim=None)
    handed = {"state": Sending.UNKNOWN, "reason": _("The worker stopped while it was handed over.")}
    lost.filter(state=Sending.HANDING).update(claim=None, **(handed if kind is Message else {"state": Sending.QUEUED}))
    due = rows.filter(state=Sending.QUEUED, due_at__lte=now)
    chosen = list(due.order_by(whom).values_list(whom, flat=True).distinct()[:AT_ONCE])
    due.filter(**{f"{whom}__in": chosen}).update(state=Sending.CLAIMED, claim=own, claimed_at=now)
    unchanged()
    return own


@action
def hand_over(*, kind: Kind, keys: Sequence[int], claim: UUID, by: Viewer) -> bool:
    """Say that some rows are handed to a server now; False where they are this worker's no longer."""
    by.must(Permission.PUBLISH_EDITIONS)
    rows = kind._default_manager.filter(pk__in=keys, claim=claim, state=Sending.CLAIMED)
    taken = rows.update(state=Sending.HANDING, claimed_at=clock.now())
    unchanged()
    return taken == len(keys)


@action
def was_sent(*, kind: Kind, keys: Sequence[int], claim: UUID, by: Viewer) -> None:
    """Say that a server took them."""
    by.must(Permission.PUBLISH_EDITIONS)
    done = {"state": Sending.SENT, "done_at": clock.now(), "claim": None, "reason": ""}
    kind._default_manager.filter(pk__in=keys, claim=claim).update(**done)
    unchanged()


@action
def put_off(*, kind: Kind, keys: Sequence[int], claim: UUID, why: str, by: Viewer, final: bool = False) -> int:
    """Say why they were not sent; they are tried again after a while, or given up. How many were given up."""
    by.must(Permission.PUBLISH_EDITIONS)
    now, given_up = clock.now(), 0
    for row in kind._default_manager.filter(pk__in=keys, claim=claim):
        give_up = final or row.attempts + 1 >= MOST_ATTEMPTS
        given_up += give_up
        _fail(row, why, give_up)
        row.due_at = now if give_up else now + timedelta(minutes=MINUTES[row.attempts - 1])
        row.save(update_fields=["state", "attempts", "claim", "reason", "done_at", "due_at"])
    unchanged()
    return given_up


@action
def not_known(*, keys: Sequence[int], claim: UUID, why: str, by: Viewer) -> None:
    """Say that messages were in the hands of a server that broke off: nobody sends them again but a person."""
    by.must(Permission.PUBLISH_EDITIONS)
    said = {"state": Sending.UNKNOWN, "reason": why[:LONGEST_REASON], "claim": None}
    Message.objects.filter(pk__in=keys, claim=claim).update(**said)
    unchanged()


@action
def release(*, kind: Kind, claim: UUID, by: Viewer) -> None:
    """Give back what a worker claimed and did not come to."""
    by.must(Permission.PUBLISH_EDITIONS)
    kind._default_manager.filter(claim=claim, state=Sending.CLAIMED).update(state=Sending.QUEUED, claim=None)
    unchanged()


@action
def tell_run(*, sent: int, put_off: int, given_up: int, not_known: int, by: Viewer) -> None:
    """Record what one run of the worker came to."""
    by.must(Permission.PUBLISH_EDITIONS)
    latest = EditionTold.objects.filter(quiet=False).first()
    if latest is None or not sent + put_off + given_up + not_known:
        unchanged()
        return
    ended = MessagesEnded(sent=sent, put_off=put_off, given_up=given_up, not_known=not_known)
    record(ended, subject=latest, by=by)


@action
def retry(*, message: Message, by: Viewer) -> bool:
    """Have a message tried again that was given up, or that may not have been sent. Raises PermissionDenied."""
    by.must(Permission.PUBLISH_EDITIONS)
    held = Message.objects.select_for_update().get(pk=message.pk)
    if held.state not in (Sending.GIVEN_UP, Sending.UNKNOWN):
        unchanged()
        return False
    before = str(Sending(held.state).label)
    held.state, held.attempts, held.reason, held.due_at = Sending.QUEUED, 0, "", clock.now()
    held.done_at = None
    held.save(update_fields=["state", "attempts", "reason", "due_at", "done_at"])
    record(MessagesRetried(before=before), subject=held, by=by)
    return True


def _fail(row: Outgoing, why: str, give_up: bool) -> None:
    row.attempts, row.claim, row.reason = row.attempts + 1, None, why[:LONGEST_REASON]
    row.state = Sending.GIVEN_UP if give_up else Sending.QUEUED
    row.done_at = clock.now() if give_up else None
