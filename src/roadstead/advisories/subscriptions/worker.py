"""One run over the outbox: what is due is sent, by mail and to webhooks; what fails is put off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend

from roadstead.advisories.models import Delivery, Message
from roadstead.advisories.subscriptions import calling, mailing
from roadstead.advisories.subscriptions.actions import webhooks, working
from roadstead.advisories.subscriptions.presenters import messages, payload
from roadstead.advisories.subscriptions.queries import outbox
from roadstead.advisories.subscriptions.queries.outbox import Group
from roadstead.common.access.viewer import Viewer


@dataclass(slots=True)
class Run:
    """What a run came to, in messages and deliveries."""

    sent: int = 0
    put_off: int = 0
    given_up: int = 0
    not_known: int = 0


def send_messages(by: Viewer) -> Run:
    """Send every message that is due. Where the server cannot be reached, all that is due waits."""
    run = Run()
    for claim, groups in _claims(by):
        connection = get_connection()
        try:
            mailing.ready(connection)
        except OSError as error:
            _put_off([key for group in groups for key in group.keys], claim, error, run, by)
            return run
        try:
            for group in groups:
                _send(group, connection, claim, run, by)
        finally:
            connection.close()
            working.release(kind=Message, claim=claim, by=by)
    return run


def send_deliveries(by: Viewer) -> Run:
    """Call every webhook that is due."""
    run = Run()
    while True:
        claim = working.claim(kind=Delivery, by=by)
        found = outbox.claimed_deliveries(claim)
        if not found:
            return run
        for one in found:
            _call(one, claim, run, by)


def _claims(by: Viewer) -> Iterator[tuple[UUID, list[Group]]]:
    while True:
        claim = working.claim(kind=Message, by=by)
        groups = outbox.claimed_messages(claim)
        if not groups:
            return
        yield claim, groups


def _send(group: Group, connection: BaseEmailBackend, claim: UUID, run: Run, by: Viewer) -> None:
    keys = group.keys
    built = messages.message(group)
    if built is None:
        working.was_sent(kind=Message, keys=keys, claim=claim, by=by)
        return
    try:
        mailing.ready(connection)
    except OSError as error:
        _put_off(keys, claim, error, run, by)
        return
    if not working.hand_over(kind=Message, keys=keys, claim=claim, by=by):
        return
    try:
        connection.send_messages([built])
    except OSError as error:  # SMTPException is one
        connection.close()
        if mailing.said_no(error):
            _put_off(keys, claim, error, run, by)
        else:
            working.not_known(keys=keys, claim=claim, why=mailing.said(error), by=by)
            run.not_known += len(keys)
        return
    working.was_sent(kind=Message, keys=keys, claim=claim, by=by)
    run.sent += 1


def _put_off(keys: Sequence[int], claim: UUID, error: OSError, run: Run, by: Viewer) -> None:
    final, why = mailing.for_good(error), mailing.said(error)
    gone = working.put_off(kind=Message, keys=keys, claim=claim, why=why, final=final, by=by)
    run.given_up, run.put_off = run.given_up + gone, run.put_off + len(keys) - gone


def _call(delivery: Delivery, claim: UUID, run: Run, by: Viewer) -> None:
    body = payload.body(delivery)
    if body is None:
        working.was_sent(kind=Delivery, keys=[delivery.pk], claim=claim, by=by)
        return
    if not working.hand_over(kind=Delivery, keys=[delivery.pk], claim=claim, by=by):
        return
    answer = calling.call(delivery.webhook, payload.number(delivery), body)
    gone = answer.code == calling.GONE
    if answer.taken:
        working.was_sent(kind=Delivery, keys=[delivery.pk], claim=claim, by=by)
        run.sent += 1
    else:
        up = working.put_off(kind=Delivery, keys=[delivery.pk], claim=claim, why=answer.why, final=gone, by=by)
        run.given_up, run.put_off = run.given_up + up, run.put_off + 1 - up
    webhooks.note_answer(delivery=delivery, code=answer.code, why=answer.why, gone=gone, by=by)
