"""The reminders of a day, as a message to each officer; nobody is sent them twice."""

from datetime import date

from django.core.mail import EmailMessage

from roadstead.accounts import officers
from roadstead.audit.actions import action, record, unchanged
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.interaction_events import DigestSentOut
from roadstead.engagement.models import DigestSent


@action
def send_digest(*, person: int, on: date, items: int, subject: str, body: str, by: Viewer) -> bool:
    """Send somebody the reminders of a day, once; whether they were sent now.

    Raises OSError (of which SMTPException is one) where the message cannot be handed over; then nothing is written, and
    the next run tries again.
    """
    who = officers.officer(person)
    if who is None or not items:
        unchanged()
        return False
    _row, first = DigestSent.objects.get_or_create(person_id=person, on=on, defaults={"items": items})
    if not first:
        unchanged()
        return False
    record(DigestSentOut(on=on.isoformat(), items=items), subject=who, by=by)
    EmailMessage(subject=subject, body=body, to=[who.email]).send()
    return True
