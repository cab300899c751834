"""Short forms of the actions of what is seen on visits, and rows to act on."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from roadstead.accounts.models import User
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.registry.actions.facilities import write_facility
from roadstead.visits.actions.noting import Kept, keep_note
from roadstead.visits.actions.observed_marking import mark_observed
from roadstead.visits.actions.observing import Observed, write_observation
from roadstead.visits.actions.practising import Practice, note_consent, release_practice, write_practice
from roadstead.visits.actions.progressing import move_recommendation
from roadstead.visits.actions.recommending import Recommended, make_recommendation
from roadstead.visits.merging import Sent
from roadstead.visits.models import BestPractice, Observation, Recommendation, Visit
from roadstead.visits.observed_enums import ObservationKind, RecommendationState
from tests import people
from tests.apps.engagement.planting import country

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def visit(by: User, code: str = "NG", first: date | None = date(2026, 11, 22), **said: Any) -> Visit:
    """A planned visit, as a row: the actions that plan it have tests of their own."""
    now = clock.now()
    given: dict[str, Any] = {"kind": "liaison", "state": "planned" if first else "proposed", "mark": Mark.PROGRAMME}
    given |= {"mark_reason": "for a test", "marked_by": by, "marked_at": now, "lead": by, "proposed_by": by}
    given |= {"proposed_at": now, "changed_at": now, "first_on": first, "last_on": first}
    return Visit.objects.create(country=country(code), **(given | said))


def facility(by: User, code: str = "NG", name: str = "Kola Quay (invented)", **said: Any) -> Any:
    given = {"name": name, "source": "a test", "cargo": ["oil"], "plan_approved": "yes", "plan_withdrawn": "unknown"}
    return write_facility(country=code, said=given | said, by=people.viewer(by))


def sent(value: str, at: datetime = NOON, base: int = 0) -> Sent:
    return Sent(value, at, base)


def note(
    by: User, trip: Visit, uid: UUID | None = None, *, device: str = "phone", at: Any = None, **fields: Any
) -> Kept:
    """A device sends a note; its clock is right unless `at` says what it shows."""
    given = {name: value if isinstance(value, Sent) else sent(value) for name, value in fields.items()}
    said: dict[str, Any] = {"uid": uid or uuid4(), "visit": trip, "fields": given, "device": device}
    return keep_note(**said, sent_at=at or clock.now(), by=people.viewer(by))


def observed(by: User, trip: Visit, kind: str = "shortfall", **said: Any) -> Observation:
    given: dict[str, Any] = {"text": "The gate was open.", "element": "ACC"} | said
    made = Observed(ObservationKind(kind), **given)
    return write_observation(uid=uuid4(), visit=trip, observed=made, by=people.viewer(by))


def shared(by: User, marked: Any, *states: str) -> None:
    said: dict[str, Any] = {"mark": Mark.PARTNER, "states": states, "reason": "for a test"}
    mark_observed(marked=marked, by=people.viewer(by), **said)
    marked.refresh_from_db()


def recommended(by: User, code: str = "NG", **said: Any) -> Recommendation:
    about = {name: said.pop(name) for name in ("facility", "observation", "visit") if name in said}
    given: dict[str, Any] = {"text": "Close the gate.", "owner": "The port", "due_on": clock.today() + timedelta(30)}
    made = Recommended(**(given | said))
    return make_recommendation(uid=uuid4(), country=code, recommended=made, by=people.viewer(by), **about)


def move(by: User, one: Recommendation, to: str, **said: str) -> Recommendation:
    return move_recommendation(recommendation=one, to=RecommendationState(to), by=people.viewer(by), **said)


def practice(by: User, **said: Any) -> BestPractice:
    given: dict[str, Any] = {"title": "A second look", "text": "Two people look at every list.", "elements": ["ACC"]}
    given |= {"origin": "NG", "cargo": ["oil"]}
    observation = said.pop("observation", None)
    written = Practice(**(given | said))
    return write_practice(uid=uuid4(), practice=written, observation=observation, by=people.viewer(by))


def released(by: User, *states: str, **said: Any) -> BestPractice:
    """A best practice whose host agreed, shared with some States."""
    one, viewer = practice(by, **said), people.viewer(by)
    note_consent(practice=one, who="Ada Host (invented)", on=clock.today(), by=viewer)
    release_practice(practice=one, mark=Mark.PARTNER, states=states, reason="for a test", by=viewer)
    one.refresh_from_db()
    return one
