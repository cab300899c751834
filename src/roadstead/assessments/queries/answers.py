"""The answers of one self-assessment that was read for a viewer, with what belongs to each."""

from collections import defaultdict
from typing import Any, TypeVar

from roadstead.assessments.models import Answer, AnswerOther, Evidence, Review, SelfAssessment

T = TypeVar("T", AnswerOther, Evidence, Review)


def answers_of(held: SelfAssessment) -> list[Answer]:
    """In the order of the questionnaire."""
    return list(Answer.objects.filter(assessment=held.pk).stated().order_by("place"))


def answer_of(held: SelfAssessment, pk: int) -> Answer | None:
    rows: Any = Answer.objects.filter(assessment=held.pk, pk=pk).stated()
    found: Answer | None = rows.first()
    return found


def others_of(held: SelfAssessment) -> dict[int, list[AnswerOther]]:
    """What was put aside, by answer."""
    return _by_answer(AnswerOther.objects.filter(assessment=held.pk).stated().select_related("by"))


def reviews_of(held: SelfAssessment) -> dict[int, list[Review]]:
    """What officers made of the answers, the first first, by answer."""
    return _by_answer(Review.objects.filter(assessment=held.pk).stated().select_related("by"))


def evidence_of(held: SelfAssessment) -> dict[int, list[Evidence]]:
    """Every version of the evidence, by answer. Their files are read for the viewer, by `files.queries`."""
    return _by_answer(Evidence.objects.filter(assessment=held.pk).stated().select_related("added_by"))


def one_evidence(held: SelfAssessment, pk: int) -> Evidence | None:
    rows: Any = Evidence.objects.filter(assessment=held.pk, pk=pk).stated()
    found: Evidence | None = rows.first()
    return found


def _by_answer(rows: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for one in rows:
        found[one.answer_id].append(one)
    return found
