"""How a self-assessment is planted, as rows: its actions have tests of their own."""

from typing import Any
from uuid import uuid4

from roadstead.assessments.models import Answer, SelfAssessment
from roadstead.common import clock
from roadstead.common.access.marks import Mark, Marked
from roadstead.search.writing import refresh
from tests.census import canaries_observed


def self_assessment(made: Any) -> Marked:
    """One that was submitted, with an answer; none is marked but for its own State, where an observation stands in."""
    if made.mark != Mark.PARTNER:
        return canaries_observed.observation(made)
    now = clock.now()
    return _planted(made, state="submitted", submitted_by_id=made.by.user_id, submitted_at=now)


def withdrawn_self_assessment(made: Any) -> Marked:
    if made.mark != Mark.PARTNER:
        return canaries_observed.observation(made)
    return _planted(made, state="withdrawn", ended_at=clock.now(), withdrawn_why=f"{made.word} why")


def _planted(made: Any, **said: Any) -> SelfAssessment:
    by, now = made.by.user_id, clock.now()
    record = SelfAssessment.objects.create(
        uid=uuid4(),
        asked_of="government",
        country_id=made.states[0],
        occasion=f"{made.word} occasion",
        begun_by_id=by,
        begun_at=now,
        changed_at=now,
        mark=made.mark,
        mark_reason=f"{made.word} reason",
        marked_by_id=by,
        marked_at=now,
        **said,
    )
    record.states.set(made.states)
    Answer.objects.create(
        assessment=record,
        place=1,
        instrument="isps-government",
        version="2026-11-22",
        element="GOV-1",
        question="force",
        asked=f"{made.word} asked",
        digest="sha256:0",
        said="no",
        words=f"{made.word} words",
    )
    refresh(record._meta.label_lower, {str(record.pk)})
    return record
