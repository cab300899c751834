"""Asking the ship's side for a fact, by a link in an e-mail that opens this one question."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from roadstead.accounts import secrets
from roadstead.arrivals.acting_events import QuestionAsked
from roadstead.arrivals.actions.holding import hold, words
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.enums import Attention, Side
from roadstead.arrivals.models import LONGEST_TEXT, LONGEST_WORD, Arrival, Message
from roadstead.arrivals.queries.questions import thread, waiting_question
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer

MOST_OPEN = 20  # questions of one arrival that wait
LONGEST_FIELD = 80
LEAST, MOST = timedelta(days=2), timedelta(days=30)  # how long a link is good


@action
def ask_ship(*, arrival: Arrival, field: str, text: str, to: str, by: Viewer) -> tuple[Message, str]:
    """Ask. field: the path in the notice, "" for words alone; to: an e-mail address, "" where only accounts read it.

    Returns the question with the secret of its link, for the message alone; "" without an address.
    What was asked and waits is not asked again. Raises PermissionDenied; ArrivalError; DoesNotExist.
    """
    held = hold(arrival, by)
    if held.attention in (Attention.CANCELLED, Attention.OVER):
        raise ArrivalError(_("This arrival is over; nobody is asked any more."))
    said = words(text, LONGEST_TEXT, _("Write the question."), "text")
    address = _address(to)
    if not address and not held.company:
        raise ArrivalError(_("Write an e-mail address: nobody with an account answers for this ship."), "to")
    if before := waiting_question(held, field):
        told = {
            "who": before.written_by.name if before.written_by else "",
            "when": f"{before.written_at:%Y-%m-%d %H:%M}",
        }
        raise ArrivalError(_("%(who)s asked that on %(when)s UTC; it waits for its answer.") % told, "field")
    if thread(held).filter(side=Side.WATCH, settled_at__isnull=True).exclude(link="").count() >= MOST_OPEN:
        raise ArrivalError(_("At most %(most)s questions wait at a time.") % {"most": MOST_OPEN})
    secret, now = secrets.new() if address else "", clock.now()
    until = min(max(held.eta, now + LEAST), now + MOST)
    made: Message = Message.objects.create(
        arrival=held,
        side=Side.WATCH,
        text=said,
        field=field[:LONGEST_FIELD],
        sent_to=address,
        link=secrets.digest(secret) if secret else "",
        link_until=until if secret else None,
        written_by_id=by.user_id,
        written_at=now,
    )
    if held.attention != Attention.DECIDED:
        held.attention, held.why = Attention.ASKED, said[:LONGEST_WORD]
    held.revision += 1
    held.save(update_fields=["attention", "why", "revision"])
    limit = until.isoformat() if secret else ""
    record(QuestionAsked(field=made.field, by_link=bool(secret), until=limit, text=said), subject=held, by=by)
    return made, secret


def _address(to: str) -> str:
    address = to.strip()
    if not address:
        return ""
    try:
        validate_email(address)
    except ValidationError as error:
        raise ArrivalError(_("Write an e-mail address, as in agent@example.org."), "to") from error
    return address
