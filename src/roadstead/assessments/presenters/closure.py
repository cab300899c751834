"""The closure room: a road map by facility of what remains and what closes it, and one shortfall with its room."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from roadstead.assessments.actions.closure_shape import working_scope
from roadstead.assessments.closure_enums import ClosureState
from roadstead.assessments.models import Closure
from roadstead.assessments.queries.closures import Room
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.files import presenters as files
from roadstead.files import queries as kept
from roadstead.rulebook import instruments
from roadstead.visits.observed_enums import ObservationState, RecommendationState
from roadstead.visits.presenters import observed, recommended

S = ClosureState
TONES = {S.OPEN: "ask", S.SAID_CLOSED: "ask", S.LOOKED_AT: "ask", S.CLOSED: "good"}


@dataclass(frozen=True, slots=True)
class StepShown:
    """A step of a plan. recommended: as `visits.presenters.recommended` shows it, None for a step in words."""

    pk: int
    text: str
    owner: str
    due_on: date | None
    late: bool
    dropped_why: str
    recommended: Any = None


@dataclass(frozen=True, slots=True)
class Line:
    """A shortfall in the road map. asked: the questions of its element, where nobody said which evidence closes it."""

    room: Room
    shown: Any
    href: str
    place: str
    state_word: str
    tone: str
    remains: bool
    wanted: str
    asked: tuple[str, ...]
    steps: tuple[StepShown, ...]
    evidence: int
    disputed: bool

    @property
    def next_step(self) -> StepShown | None:
        """The step that is due first."""
        dated = [one for one in self.steps if one.due_on and not one.dropped_why]
        return min(dated, key=lambda one: one.due_on or date.max, default=None)


def lines(found: Iterable[Room], viewer: Viewer) -> list[Line]:
    """Some rooms as lines; one query for all their facilities, and one for recommendations."""
    held = list(found)
    desk = viewer.holds(Permission.READ_PROGRAMME)
    shown = observed.shown([one.observation for one in held], viewer)
    return [_line(room, one, desk) for room, one in zip(held, shown, strict=True)]


def road_map(found: list[Line]) -> dict[str, Any]:
    """What remains, by facility, the State first; below it what is closed; with the counts above both."""
    places: dict[str, list[Line]] = {}
    left = [one for one in found if one.remains]
    for one in left:
        places.setdefault(one.place, []).append(one)
    late = [one for one in left if any(step.late for step in one.steps)]
    return {
        "places": list(places.items()),
        "over": [one for one in found if not one.remains],
        "total": len(found),
        "remain": len(left),
        "closed": len(found) - len(left),
        "waiting": sum(
            one.room.closure is not None and one.room.closure.state in (S.SAID_CLOSED, S.LOOKED_AT) for one in left
        ),
        "disputed": sum(one.disputed for one in left),
        "late": len(late),
        "without_plan": sum(not one.steps for one in left),
    }


def room(found: Room, viewer: Viewer) -> dict[str, Any]:
    """What the page of one shortfall wants."""
    seen, closure = found.observation, found.closure
    state = S(closure.state) if closure else S.OPEN
    host = not viewer.holds(Permission.READ_PROGRAMME)
    works = host and working_scope(seen.country_id, seen.facility_id, viewer) is not None
    verifies = viewer.may(Permission.VERIFY_CLOSURE, country=seen.country_id)
    line = lines([found], viewer)[0]
    return {
        "line": line,
        "one": line.shown,
        "closure": closure,
        "revision": closure.revision if closure else 0,
        "evidence": _evidence(found, viewer),
        "disputes": [(one, one.by.name if not host else "") for one in found.disputes],
        "remarks": observed.remarks(seen, viewer),
        "works": works and line.remains and state in (S.OPEN, S.SAID_CLOSED),
        "replies": works and viewer.could(Permission.RECOMMEND),
        "disputable": works and line.remains and not line.disputed,
        "may_say": works and line.remains and state == S.OPEN and bool(found.evidence),
        "verifies": verifies,
        "may_look": verifies and state == S.SAID_CLOSED,
        "may_close": verifies
        and state == S.LOOKED_AT
        and closure is not None
        and closure.looked_by_id != viewer.user_id,
        "may_open": verifies and state != S.OPEN,
        "host": host,
        "record": closure,
    }


def _line(found: Room, shown: Any, desk: bool) -> Line:
    seen, closure = found.observation, found.closure
    state = S(closure.state) if closure else S.OPEN
    word, tone = str(state.label), TONES[state]
    if state != S.CLOSED and seen.state != ObservationState.STANDS:
        word, tone = shown.state_word, "quiet"
    face = "/desk/closure/shortfalls/" if desk else "/partner/closure/"
    place = shown.facility or (_("A facility") if seen.facility_id else _("The State"))
    return Line(
        room=found,
        shown=shown,
        href=f"{face}{seen.pk}/",
        place=place,
        state_word=word,
        tone=tone,
        remains=found.remains,
        wanted=closure.wanted if closure else "",
        asked=_asked(seen.element),
        steps=tuple(_step(one, found) for one in found.plan),
        evidence=len(found.evidence),
        disputed=any(not one.verdict for one in found.disputes),
    )


def _step(one: Any, found: Room) -> StepShown:
    today, dropped = clock.today(), one.dropped_why
    if one.recommendation_id is None:
        late = not dropped and one.due_on < today and found.remains
        return StepShown(one.pk, one.text, one.owner, one.due_on, late, dropped)
    said = found.recommended.get(one.recommendation_id)
    if said is None:
        return StepShown(one.pk, _("A recommendation that is not shared with you."), "", None, False, dropped)
    open_now = not RecommendationState(said.state).ended
    late = not dropped and open_now and said.due_on < today
    return StepShown(one.pk, said.text, said.owner, said.due_on, late, dropped, _Pointed(said))


class _Pointed:
    """The recommendation at which a step points: how far it is."""

    def __init__(self, said: Any) -> None:
        self.pk, state = said.pk, RecommendationState(said.state)
        self.state_word, self.tone = str(state.label), recommended.TONES[state]


def _asked(element: str) -> tuple[str, ...]:
    """What the instruments in force ask of an element: what has to be shown where nobody said it in other words."""
    for version in instruments.shipped().in_force():
        if found := version.elements().get(element):
            return tuple(one.text for one in found.questions)
    return ()


def _evidence(found: Room, viewer: Viewer) -> list[dict[str, Any]]:
    """The evidence as it stands, each with its older versions."""
    if found.closure is None:
        return []
    closure: Closure = found.closure
    staff = viewer.holds(Permission.READ_PROGRAMME)
    rows = {one.pk: files.row(one, staff) for one in kept.attachments_of(closure, viewer)}
    replaced = {one.replaces_id for one in found.evidence}
    by_key = {one.pk: one for one in found.evidence}
    made = []
    for one in found.evidence:
        if one.pk not in replaced:
            older, before = [], by_key.get(one.replaces_id or 0)
            while before is not None:
                older.append(_piece(before, rows, staff))
                before = by_key.get(before.replaces_id or 0)
            made.append(_piece(one, rows, staff) | {"older": older})
    return made


def _piece(one: Any, rows: dict[int, Any], staff: bool) -> dict[str, Any]:
    names = ("pk", "what", "dated_on", "added_at", "sha256", "version")
    who = one.added_by.name if staff else ""
    return {name: getattr(one, name) for name in names} | {"row": rows.get(one.attachment_id), "who": who, "older": []}
