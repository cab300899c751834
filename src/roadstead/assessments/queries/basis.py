"""What self-assessments say of a country, element by element: one source among others of an assessment to come."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from roadstead.assessments.enums import Said, Standing, State
from roadstead.assessments.models import Answer, SelfAssessment
from roadstead.assessments.queries.rows import self_assessments
from roadstead.common.access.viewer import Viewer


@dataclass(frozen=True, slots=True)
class SaidOfElement:
    """One answer as a source: what it says (yes, no, unknown), of whom, since when, and whether it was validated.

    facility: its key, None for the government. digest, version: of the question as it was asked.
    """

    assessment: int
    facility: int | None
    element: str
    question: str
    version: str
    digest: str
    says: str
    validated: bool
    submitted_at: datetime


def said_of(country: str, viewer: Viewer) -> list[SaidOfElement]:
    """The answers of the latest submitted self-assessment of the government and of each facility; two queries."""
    rows = self_assessments(viewer).filter(country=country, state__in=(State.SUBMITTED, State.VALIDATED))
    latest: dict[int | None, SelfAssessment] = {}
    for one in rows.order_by("submitted_at", "pk"):
        latest[one.facility_id] = one
    held = {one.pk: one for one in latest.values()}
    answers: Any = Answer.objects.filter(assessment__in=held).stated().order_by("assessment_id", "place")
    return [_said(held[one.assessment_id], one) for one in answers]


def _said(held: SelfAssessment, one: Answer) -> SaidOfElement:
    assert held.submitted_at is not None
    return SaidOfElement(
        held.pk,
        held.facility_id,
        one.element,
        one.question,
        one.version,
        one.digest,
        Said(one.said).three_valued if one.said else "unknown",
        one.standing == Standing.VALIDATED,
        held.submitted_at,
    )
