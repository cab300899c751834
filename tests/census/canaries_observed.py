"""How records of what is seen on visits are planted, as rows: their actions have tests of their own."""

from datetime import date
from typing import Any
from uuid import uuid4

from roadstead.accounts.models import User
from roadstead.common import clock
from roadstead.common.access.marks import Mark, Marked
from roadstead.search.writing import refresh
from roadstead.visits.models import BestPractice, Observation, Recommendation, Visit, VisitNote
from tests.apps.engagement.planting import country


def observation(made: Any) -> Marked:
    """A shortfall on a visit that is marked alike."""
    trip, now = _trip(made), clock.now()
    said = {
        "visit": trip,
        "country": trip.country,
        "kind": "shortfall",
        "element": "ACC",
        **_texts(made, "text", "remark"),
    }
    said |= {"reference": made.word, "noted_by_id": made.by.user_id, "noted_at": now, "changed_at": now}
    said |= {"state": "withdrawn", "state_why": f"{made.word} why"} if _ended(made) else {}
    return _planted(Observation, made, **said)


def recommendation(made: Any) -> Marked:
    trip, now = _trip(made), clock.now()
    said = {"visit": trip, "country": trip.country, "due_on": clock.today(), "made_by_id": made.by.user_id}
    said |= {"made_at": now, "changed_at": now, **_texts(made, "text", "owner", "before", "after")}
    if _ended(made):
        ended = {"state": "withdrawn", "withdrawn_why": f"{made.word} why"}
        said |= ended | {"ended_at": now, "ended_by_id": made.by.user_id}
    return _planted(Recommendation, made, **said)


def best_practice(made: Any) -> Marked:
    now = clock.now()
    said: dict[str, Any] = {"elements": ["ACC"], "cargo": ["oil"], "origin": country("TG"), "consent_on": now.date()}
    said |= {"written_by_id": made.by.user_id, "written_at": now, "changed_at": now}
    said |= _texts(made, "title", "text", "consent_by")
    said |= {"withdrawn_at": now, "withdrawn_why": f"{made.word} why"} if _ended(made) else {}
    return _planted(BestPractice, made, **said)


def visit_note(made: Any) -> Marked:
    """A note; it is never marked for anybody outside the programme, where an observation stands in its place."""
    if made.mark in (Mark.PUBLIC, Mark.PARTNER):
        return observation(made)
    said = {"uid": uuid4(), "visit": _trip(made), "element": "ACC", "begun_by_id": made.by.user_id}
    return _planted(VisitNote, made, begun_at=clock.now(), **said, **_texts(made, "text", "remark"))


def ended_observation(made: Any) -> Marked:
    return observation(_Ended(made))


def ended_recommendation(made: Any) -> Marked:
    return recommendation(_Ended(made))


def ended_best_practice(made: Any) -> Marked:
    return best_practice(_Ended(made))


def ended_visit_note(made: Any) -> Marked:
    return visit_note(made)


class _Ended:
    """How a record is to be marked that has ended."""

    def __init__(self, made: Any) -> None:
        self.mark, self.states, self.people, self.word, self.by = (
            made.mark,
            made.states,
            made.people,
            made.word,
            made.by,
        )


def _ended(made: Any) -> bool:
    return isinstance(made, _Ended)


def _texts(made: Any, *names: str) -> dict[str, str]:
    return {name: f"{made.word} {name}" for name in names}


def _trip(made: Any) -> Visit:
    """A visit to the State that is named, marked alike."""
    by, now = User.objects.get(pk=made.by.user_id), clock.now()
    said = {"kind": "liaison", "state": "planned", "first_on": date(2026, 1, 1), "last_on": date(2026, 1, 1)}
    code = made.states[0] if made.states else "NG"
    given = {"lead": by, "proposed_by": by, "proposed_at": now, "changed_at": now, "country": country(code), **said}
    return _planted(Visit, made, title=f"{made.word} title", **given)


def _planted(model: Any, made: Any, **said: Any) -> Any:
    marked = {"mark": made.mark, "mark_reason": f"{made.word} reason", "marked_by_id": made.by.user_id}
    record = model.objects.create(**marked, marked_at=clock.now(), **said)
    record.states.set(made.states)
    record.people.set({*made.people, made.by.user_id} if made.people else ())
    refresh(model._meta.label_lower, {str(record.pk)})
    return record
