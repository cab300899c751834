"""The ship's side answers: by the link of the question, with an account, or by telephone through the watch."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.accounts import secrets
from roadstead.arrivals.acting_events import LinkRefused, QuestionAnswered
from roadstead.arrivals.actions.answered import keep_answer
from roadstead.arrivals.actions.holding import may_act
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.enums import Attention, Side
from roadstead.arrivals.models import LONGEST_TEXT, LONGEST_WORD, Arrival, Message
from roadstead.arrivals.queries.questions import OWN, answer_to, arrival_of
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer


@action
def answer_question(*, question: Message, value: str, text: str, by: Viewer, secret: str = "") -> Message:
    """Answer once. value: as `intake.answers` reads it, "" for words alone; secret: of the link, without an account.

    Where it says a fact of the notice, that becomes a new version of it, which is judged; the watch looks at it.
    Raises PermissionDenied; ArrivalError, for the second answer too: it is told who answered.
    """
    arrival = Arrival.objects.for_the_system(OWN).select_for_update(of=("self",)).get(pk=question.arrival_id)
    held = Message.objects.filter(arrival=arrival, pk=question.pk, side=Side.WATCH).stated().select_for_update().get()
    _must(arrival, held, by, secret)
    if held.settled_at is not None:
        raise ArrivalError(answered_already(held))
    said = text.replace("\0", "").strip()[:LONGEST_TEXT]
    if not said and not value:
        raise ArrivalError(_("Choose an answer, or write one."), "text")
    now = clock.now()
    made: Message = Message.objects.create(
        arrival=arrival,
        side=Side.SHIP,
        text=said,
        field=held.field,
        value=value[:LONGEST_WORD],
        answers=held,
        written_by_id=by.user_id,
        written_as=by.name[:200],
        written_at=now,
    )
    held.settled_at = now
    held.save(update_fields=["settled_at"])
    version = keep_answer(arrival, held, value, by) if value and held.field else 0
    if arrival.attention not in (Attention.CANCELLED, Attention.OVER):
        told = _("Answered: %(answer)s") % {"answer": said or value}
        arrival.attention, arrival.why = Attention.LOOK, told[:LONGEST_WORD]
    arrival.changed_at, arrival.revision = now, arrival.revision + 1
    arrival.save()
    done = QuestionAnswered(field=held.field, value=made.value, version=version, outcome=arrival.outcome)
    record(done, subject=arrival, by=by)
    return made


@action
def refuse_link(*, question: Message, by: Viewer) -> None:
    """Keep that a link was opened that is good no more."""
    record(LinkRefused(answered=question.settled_at is not None), subject=arrival_of(question), by=by)


def answered_already(question: Message) -> str:
    """What is said to whoever comes second."""
    last = answer_to(question)
    when = f"{question.settled_at:%Y-%m-%d %H:%M} UTC"
    if last is None:
        return _("This question was settled on %(when)s.") % {"when": when}
    who = last.written_as or (last.written_by.name if last.written_by else "")
    told = {"who": who or _("Somebody"), "when": when}
    return _("%(who)s answered this question on %(when)s. Write to the watch if that was wrong.") % told


def _must(arrival: Arrival, question: Message, by: Viewer, secret: str) -> None:
    """Raises PermissionDenied; ArrivalError for a link whose time is over."""
    if secret and question.link and secrets.digest(secret) == question.link:
        if question.link_until is None or question.link_until <= clock.now():
            raise ArrivalError(_("This link is good no more. Ask the watch for a new one."))
        return
    if may_act(arrival, by):
        return
    if not arrival.company:
        raise PermissionDenied(Permission.REPORT_MEASURES.meaning)
    by.must(Permission.REPORT_MEASURES, company=arrival.company)
