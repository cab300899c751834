"""Sending the link of a question by e-mail, and again where that could not be done."""

import logging
from datetime import timedelta

from django.conf import settings
from django.urls import reverse

from roadstead.accounts import secrets
from roadstead.arrivals import mail
from roadstead.arrivals.acting_events import QuestionSent
from roadstead.arrivals.actions.holding import must_act
from roadstead.arrivals.models import Arrival, Message
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer

logger = logging.getLogger(__name__)
WHY = "questions whose message is to be sent"
AT_ONCE = timedelta(minutes=2)  # as long as whoever asked may still be sending it
PART = 100  # messages of one round


@action
def send_question(*, question: Message, by: Viewer, secret: str = "") -> bool:
    """Send the link of a question; whether it was sent now. secret: of its link; without it the link is a new one.

    Not where it was sent, was answered, or its time is over. Raises PermissionDenied; DoesNotExist; OSError where the
    message cannot be handed over: then nothing is written.
    """
    held = Message.objects.for_the_system(WHY).select_for_update(of=("self",)).get(pk=question.pk)
    arrival: Arrival = Arrival.objects.for_the_system(WHY).get(pk=held.arrival_id)
    must_act(arrival, by)
    now = clock.now()
    if held.sent_at or held.settled_at or not held.link or (held.link_until and held.link_until <= now):
        unchanged()
        return False
    if not secret:
        secret = secrets.new()
        held.link = secrets.digest(secret)
    held.sent_at = now
    held.save(update_fields=["link", "sent_at"])
    record(QuestionSent(field=held.field), subject=arrival, by=by)
    told = {
        "ship": str(arrival),
        "port": arrival.port,
        "text": held.text,
        "who": held.written_by.name if held.written_by else "",
        "until": held.link_until,
        "link": settings.SITE_ADDRESS + reverse("open_question", args=[secret]),
    }
    mail.send("question", held.sent_to, told)
    return True


def send_again(*, by: Viewer) -> tuple[int, int]:
    """Send what could not be sent when it was asked; how many went out, how many did not. Raises PermissionDenied."""
    now, sent, failed = clock.now(), 0, 0
    waiting = Message.objects.for_the_system(WHY).filter(
        sent_at__isnull=True, settled_at__isnull=True, link_until__gt=now, written_at__lt=now - AT_ONCE
    )
    for one in waiting.exclude(link="").order_by("pk")[:PART]:
        try:
            sent += send_question(question=one, by=by)
        except OSError as error:
            failed += 1
            logger.warning("The link of question %s was not sent and is tried again: %s", one.pk, error)
    return sent, failed
