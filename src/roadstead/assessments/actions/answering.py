"""Answers, as browsers send them: late, twice, by two people at once, and nothing typed is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from roadstead.assessments.actions.parts import person_of, to_answer
from roadstead.assessments.enums import Said, Standing, State
from roadstead.assessments.errors import AssessmentError, ClosedError, text_of
from roadstead.assessments.events import AnswerKept
from roadstead.assessments.models import Answer, AnswerOther, SelfAssessment
from roadstead.assessments.models.answers import LONGEST_WORDS
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.visits.merging import Device, Sent, merge

FIELDS = ("said", "words")
LONGEST_DEVICE = 64  # characters of a device's name


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it stands after a browser has sent. late: it was no longer open, so that all was put aside."""

    answer: Answer
    taken: tuple[str, ...]
    aside: tuple[str, ...]
    late: bool = False


@action
def keep_answer(
    *, assessment: SelfAssessment, answer: int, fields: Mapping[str, Sent], sent_at: datetime, device: str, by: Viewer
) -> Kept:
    """Take what a browser sends of one answer, field by field.

    Raises PermissionDenied; AssessmentError for what cannot be taken; DoesNotExist where it may not be read.
    """
    held, _scope = to_answer(assessment, by)
    one = _answer_of(held, answer)
    values = {name: _checked(name, sent.value) for name, sent in fields.items()}
    sender = Device(device[:LONGEST_DEVICE], person_of(by), sent_at, clock.now())
    if not is_open(held, one):
        return _late(held, one, values, sender, by)
    taken, aside = [], []
    for name, sent in fields.items():
        outcome = merge(getattr(one, name), one.stamps.get(name), Sent(values[name], sent.device_at, sent.base), sender)
        if outcome is None:
            continue
        if outcome.aside is not None and _put_aside(one, name, outcome.aside[0], outcome.aside[1]["by"]):
            aside.append(name)
        if outcome.taken:
            setattr(one, name, values[name])
            one.stamps[name] = outcome.stamp
            taken.append(name)
    if not taken and not aside:
        unchanged()
        return Kept(one, (), ())
    _saved(held, one, taken, aside, by)
    return Kept(one, tuple(taken), tuple(aside))


def is_open(held: SelfAssessment, one: Answer) -> bool:
    """Whether an answer can be typed: all of a draft, and what was questioned of one that came back."""
    if held.state == State.QUESTIONED:
        return one.standing == Standing.QUESTIONED
    return held.state == State.DRAFT


def must_be_open(held: SelfAssessment, one: Answer) -> None:
    """Raises ClosedError."""
    if not is_open(held, one):
        raise ClosedError(_("This answer is with the programme, and closed until it comes back with a question."))


def _answer_of(held: SelfAssessment, pk: int) -> Answer:
    rows: Any = Answer.objects.filter(assessment=held.pk).stated()
    found: Answer | None = rows.select_for_update().filter(pk=pk).first()
    if found is None:
        raise AssessmentError(_("There is no such question in this self-assessment."))
    return found


def _checked(name: str, value: str) -> str:
    if name not in FIELDS:
        raise AssessmentError(_("An answer has no field %(name)s.") % {"name": name})
    if name == "said":
        if value and value not in Said.values:
            raise AssessmentError(_("Choose one of the answers."), "said")
        return value
    return text_of(value, most=LONGEST_WORDS, field=name)


def _late(held: SelfAssessment, one: Answer, values: Mapping[str, str], sender: Device, by: Viewer) -> Kept:
    """What came after the answer was closed stands beside it, so that its writer and the programme can see it."""
    new = {name: value for name, value in values.items() if value and value != getattr(one, name)}
    aside = [name for name, value in new.items() if _put_aside(one, name, value, sender.by, late=True)]
    if aside:
        said = AnswerKept(question=_name(one), fields=[], aside=aside, revision=one.revision)
        record(said, subject=held, by=by)
    else:
        unchanged()
    return Kept(one, (), tuple(new), late=bool(new))


def _put_aside(one: Answer, field: str, value: str, by: int, *, late: bool = False) -> bool:
    """Whether the value was not put aside before: what is sent twice is there once."""
    said = {"answer": one, "field": field, "value": value, "by_id": by, "late": late}
    rows: Any = AnswerOther.objects.filter(answer=one).stated()
    _row, new = rows.get_or_create(**said, defaults={"at": clock.now(), "assessment_id": one.assessment_id})
    return bool(new)


def _saved(held: SelfAssessment, one: Answer, taken: list[str], aside: list[str], by: Viewer) -> None:
    if taken:
        one.revision += 1
        one.save(update_fields=["said", "words", "stamps", "revision"])
    held.changed_at = clock.now()
    held.save(update_fields=["changed_at"])
    said = AnswerKept(question=_name(one), fields=taken, aside=aside, revision=one.revision)
    record(said, subject=held, by=by)


def _name(one: Answer) -> str:
    return f"{one.element} {one.question}"
