"""Questions passed on to a colleague or an organisation, and the answers that close them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from roadstead.accounts import officers, readers
from roadstead.accounts.actions.notices import notify
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.interaction_shape import InteractionError, held_for
from roadstead.engagement.models import LONGEST_ANSWER, LONGEST_QUESTION, Interaction, Referral
from roadstead.engagement.promise_events import ReferralAnswered, ReferralMade
from roadstead.registry.queries.organisations import organisations
from roadstead.registry.reach import person_of


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is typed. One of officer and organisation is not 0."""

    question: str
    officer: int = 0
    organisation: int = 0
    due_on: date | None = None


@action
def refer_question(*, interaction: Interaction, uid: UUID, asked: Question, by: Viewer) -> Referral:
    """Pass a question on; a colleague is told. The same `uid` again writes nothing more.

    Raises PermissionDenied; InteractionError; DoesNotExist where the interaction may not be read.
    """
    held = held_for(interaction, by)
    if before := Referral.objects.filter(interaction=held, uid=uid).stated().first():
        unchanged()
        return before
    words = asked.question.replace("\r\n", "\n").strip()
    if not words:
        raise InteractionError(_("Write the question."), "question")
    if len(words) > LONGEST_QUESTION:
        raise InteractionError(_("Write at most %(most)s characters.") % {"most": LONGEST_QUESTION}, "question")
    if bool(asked.officer) == bool(asked.organisation):
        raise InteractionError(_("Choose a colleague, or an organisation."), "whom")
    _check_whom(held, asked, by)
    made = Referral.objects.create(
        uid=uid,
        interaction=held,
        question=words,
        officer_id=asked.officer or None,
        organisation_id=asked.organisation or None,
        due_on=asked.due_on,
        asked_by_id=person_of(by),
        asked_at=clock.now(),
    )
    due = asked.due_on.isoformat() if asked.due_on else ""
    whom = {"officer": asked.officer, "organisation": asked.organisation}
    record(ReferralMade(referral=made.pk, due_on=due, **whom), subject=held, by=by)
    for person in readers.staff_among({asked.officer} - {0, by.user_id}):
        notify(person, _("A colleague passed a question on to you."), f"/desk/engagement/{held.pk}/#questions")
    return made


@action
def answer_referral(*, referral: Referral, answer: str, by: Viewer) -> Referral:
    """Answer a question, which closes it; who asked is told. Raises as `refer_question` does."""
    held = held_for(Interaction(pk=referral.interaction_id), by)
    row = Referral.objects.filter(interaction=held).stated().select_for_update().get(pk=referral.pk)
    if row.answered_at is not None:
        raise InteractionError(_("This question was answered already."))
    words = answer.replace("\r\n", "\n").strip()
    if not words:
        raise InteractionError(_("Write the answer: nothing else closes the question."), "answer")
    if len(words) > LONGEST_ANSWER:
        raise InteractionError(_("Write at most %(most)s characters.") % {"most": LONGEST_ANSWER}, "answer")
    row.answer, row.answered_by_id, row.answered_at = words, by.user_id, clock.now()
    row.save(update_fields=["answer", "answered_by", "answered_at"])
    record(ReferralAnswered(referral=row.pk), subject=held, by=by)
    for person in readers.staff_among({row.asked_by_id} - {by.user_id or 0}):
        notify(person, _("A question that you passed on was answered."), f"/desk/engagement/{held.pk}/#questions")
    return row


def _check_whom(held: Interaction, asked: Question, by: Viewer) -> None:
    """Raises InteractionError for whom one cannot ask, or who could not read what is asked."""
    if asked.organisation and not organisations(by).filter(pk=asked.organisation).exists():
        raise InteractionError(_("That organisation is not in the register."), "whom")
    if not asked.officer:
        return
    if officers.officer(asked.officer) is None:
        raise InteractionError(_("That colleague does not work at the desk (any more)."), "whom")
    named = held.mark != Mark.RESTRICTED or held.people.filter(pk=asked.officer).exists()
    if not named:
        words = _("The record is restricted, and that colleague may not read it. Name them in its mark first.")
        raise InteractionError(words, "whom")
