"""Sending a signed letter: a message with a link that opens it without an account; the address stays on record."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.accounts import secrets
from roadstead.arrivals.actions.letter_shape import person
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.letter_events import LetterWasSent
from roadstead.arrivals.models import Letter, LetterSent
from roadstead.arrivals.queries.letters import with_ships
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

GOOD_FOR = timedelta(days=365)
TWICE = timedelta(minutes=1)  # within which a second sending to the same address is a slip
MOST_SENDINGS = 50
BODY = """{subject}

The Captain of the Port, {zone}, has issued this letter about the vessel {ship}.
Number: {reference}

Read it, and take it as PDF, here:
{link}

The page says whether the letter still holds. It opens until {until}; no account is needed.
The digest of what was signed: {digest}
"""


@action
def send_letter(*, letter: Letter, to: str, by: Viewer) -> LetterSent:
    """Send a signed letter to an address. Raises PermissionDenied; ArrivalError; DoesNotExist.

    Raises OSError (of which SMTPException is one) where the message cannot be handed over; then nothing is written.
    """
    rows = Letter.objects.visible_to(by).select_for_update(of=("self",)).defer("paper", "content")
    (held,) = with_ships([rows.get(pk=letter.pk)], by)
    by.must(Permission.ACT_ON_ARRIVALS, zone=held.zone_id)
    sender, address, now = person(by), to.strip(), clock.now()
    if held.signed_at is None:
        raise ArrivalError(_("Only a signed letter is sent."))
    try:
        validate_email(address)
    except ValidationError as error:
        raise ArrivalError(_("Write an e-mail address, as in agent@example.com."), "to") from error
    sent = LetterSent.objects.filter(letter=held).stated()
    if sent.filter(to__iexact=address, sent_at__gt=now - TWICE).exists():
        raise ArrivalError(_("It was sent to this address just now."), "to")
    if sent.count() >= MOST_SENDINGS:
        raise ArrivalError(_("A letter is sent at most %(most)s times.") % {"most": MOST_SENDINGS})
    secret = secrets.new()
    made: LetterSent = LetterSent.objects.create(
        letter=held, to=address, link=secrets.digest(secret), link_until=now + GOOD_FOR, sent_by_id=sender, sent_at=now
    )
    record(LetterWasSent(reference=held.reference, to=address), subject=held, by=by)
    link = settings.SITE_ADDRESS + reverse("letter_by_link", args=[secret])
    told = {"zone": held.zone_id, "ship": str(held.arrival), "reference": held.reference, "digest": held.digest}
    body = BODY.format(subject=held.subject, link=link, until=f"{made.link_until:%Y-%m-%d}", **told)
    EmailMessage(subject=f"{held.reference}: {held.subject}", body=body, to=[address]).send()
    return made
