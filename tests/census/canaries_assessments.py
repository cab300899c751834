"""How assessments and closings are planted, as rows: their actions have tests of their own."""

from typing import Any
from uuid import uuid4

from roadstead.assessments.models import Answer, Closure, CountryAssessment, PlanItem, SelfAssessment, Source
from roadstead.common import clock
from roadstead.common.access.marks import Mark, Marked
from roadstead.search.writing import refresh
from tests.apps.engagement.planting import country
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


def country_assessment(made: Any) -> Marked:
    """One that is written, with a source; it is never marked for anybody outside of the programme."""
    if made.mark not in (Mark.PROGRAMME, Mark.RESTRICTED):
        return canaries_observed.observation(made)
    return _judged(made, stage="draft")


def dropped_country_assessment(made: Any) -> Marked:
    if made.mark not in (Mark.PROGRAMME, Mark.RESTRICTED):
        return canaries_observed.observation(made)
    return _judged(made, stage="dropped", dropped_why=f"{made.word} why")


def closure(made: Any) -> Marked:
    """The room of a shortfall that is shared with its own State; an observation stands in for every other mark."""
    return _room(made, canaries_observed.observation(made))


def ended_closure(made: Any) -> Marked:
    return _room(made, canaries_observed.ended_observation(made))


def _judged(made: Any, **said: Any) -> CountryAssessment:
    word, now, today = made.word, clock.now(), clock.today()
    one = "TG" if made.mark == Mark.PROGRAMME else "GH"
    record = CountryAssessment.objects.create(
        country=country(one),
        occasion=f"{word} occasion",
        versions={"statute-criteria": "2026-11-22"},
        confidence="low",
        confidence_why=f"{word} rests",
        confidence_on=today,
        begun_by_id=made.by.user_id,
        begun_at=now,
        changed_at=now,
        **_marked(made, now),
        **said,
    )
    record.people.set({*made.people, made.by.user_id} if made.people else ())
    texts = {name: f"{word} {name}" for name in ("title", "text", "origin")}
    said = {"kind": "open", "says": {"B-1": "no"}, "digest": "sha256:0", "dated": today, "until": today}
    who = {"confidence": "low", "taken_by_id": made.by.user_id, "taken_at": now}
    Source.objects.create(assessment=record, number=1, **texts, **said, **who)
    return record


def _room(made: Any, seen: Any) -> Marked:
    if made.mark != Mark.PARTNER:
        observation: Marked = seen
        return observation
    word, now = made.word, clock.now()
    record = Closure.objects.create(
        observation=seen,
        country_id=seen.country_id,
        wanted=f"{word} wanted",
        state_why=f"{word} why",
        changed_at=now,
        **_marked(made, now),
    )
    record.states.set(made.states)
    step = {"text": f"{word} step", "owner": f"{word} owner", "due_on": clock.today()}
    PlanItem.objects.create(uid=uuid4(), closure=record, by_id=made.by.user_id, at=now, **step)
    return record


def _marked(made: Any, now: Any) -> dict[str, Any]:
    said = {"mark": made.mark, "mark_reason": f"{made.word} reason"}
    return said | {"marked_by_id": made.by.user_id, "marked_at": now}
