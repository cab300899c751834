"""Recommendations through the years: made on one visit, begun, done, reviewed on the next ones, closed by another."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import Chance, invented
from roadstead.visits.demonstration.heap import Heap, marked, moment, past, uid
from roadstead.visits.demonstration.seen import Seen, settle
from roadstead.visits.demonstration.visits import Made
from roadstead.visits.demonstration.words import BEGUN, CLOSED, DROPPED, FINISHED, TO_US, Lack
from roadstead.visits.enums import VisitKind
from roadstead.visits.models import Progress, Recommendation, Review
from roadstead.visits.observed_enums import Found, RecommendationState, Side

S = RecommendationState
DONE = "What was recommended is done, and closed"
SEEN_AGAIN = "Looked at again on the next visit: it is in order"


@dataclass(slots=True)
class Advised:
    """A recommendation that has not ended. observation, lack: what it is about, if it is about a shortfall."""

    row: Any
    chance: Chance
    observation: Any = None
    lack: Lack | None = None


@dataclass(slots=True)
class Years:
    """The recommendations of one country, visit by visit. closer: who closes, of the programme, as a second person."""

    heap: Heap
    on: date
    by: Viewer
    host: Any
    closer: Any
    open: list[Advised] = field(default_factory=list)
    alone: list[Any] = field(default_factory=list)  # shortfalls about which nothing was recommended

    def visited(self, made: Made, shortfalls: Sequence[Seen]) -> None:
        """What the visit found of those that were open, and what it recommended anew."""
        if made.trip.made and made.trip.kind is not VisitKind.SEMINAR:
            for one in list(self.open):
                self._review(one, made)
            self._look_again(made)
        made.left = [one.row for one in self.open]
        if made.trip.made:
            self._recommend(made, shortfalls)

    def go_on(self) -> None:
        """Those that are open today: some are in progress, some are said to be done."""
        for one in self.open:
            sort, day = one.chance.below(100), self.on - timedelta(days=one.chance.between(2, 40))
            if sort < 55 and one.row.state == S.OPEN and day > one.row.made_at.date():
                self._move(one, S.IN_PROGRESS, one.chance.one_of(BEGUN), day)
            if sort < 22 and day > one.row.made_at.date():
                self._finish(one, day)

    def _recommend(self, made: Made, shortfalls: Sequence[Seen]) -> None:
        for number, (observation, lack) in enumerate(shortfalls):
            chance = Chance("advice", made.trip.country, made.trip.back, number)
            if chance.happens(85):
                row = self._made(made, chance, number, invented(lack.advice), made.lead, Side.HOST)
                row.observation, row.facility, row.before = observation, observation.facility, observation.text
                row.owner = _owner(observation)
                self.open.append(Advised(row, chance, observation, lack))
            else:
                self.alone.append(observation)
        chance = Chance("to-us", made.trip.country, made.trip.back)
        if self.host is not None and chance.happens(40):
            row = self._made(made, chance, 90, invented(chance.one_of(TO_US)), self.host, Side.PROGRAMME)
            row.owner = made.lead.name
            self.open.append(Advised(row, chance))

    def _look_again(self, made: Made) -> None:
        """Of the shortfalls about which nothing was recommended, most are not there any more."""
        assert made.trip.last is not None
        chance = Chance("again", made.trip.country, made.trip.back)
        still = [one for one in self.alone if chance.happens(25)]
        for one in self.alone:
            if one not in still:
                settle(one, past(made.trip.last, self.on), SEEN_AGAIN)
        self.alone = still

    def _made(self, made: Made, chance: Chance, number: int, text: str, who: Any, toward: Side) -> Any:
        day = past(made.trip.last or self.on, self.on)
        row = Recommendation(
            uid=uid("recommendation", made.trip.country, made.trip.back, number),
            toward=toward,
            country=made.visit.country,
            visit=made.visit,
            text=text,
            due_on=day + timedelta(days=chance.between(60, 330)),
            made_by=who,
            made_at=moment(day, 16),
            changed_at=moment(day, 16),
            **marked(self.by, moment(day, 17), shared=True),
        )
        made.recommended.append(self.heap.add(row))
        return row

    def _review(self, one: Advised, made: Made) -> None:
        """At the next visit: most is done, some in part, some not at all."""
        first, last = made.trip.first, made.trip.last
        assert first is not None
        assert last is not None
        sort, row = one.chance.below(100), one.row
        if sort < 4:
            self._end(one, S.WITHDRAWN, invented(DROPPED), last)
            return
        found = Found.DONE if sort < 68 else Found.PARTLY if sort < 85 else Found.NOT_DONE
        if sort >= 95:
            found = Found.NOT_LOOKED_AT
        if found in (Found.DONE, Found.PARTLY) and row.state == S.OPEN:
            self._move(one, S.IN_PROGRESS, one.chance.one_of(BEGUN), _between(row.made_at.date(), first))
        if found is Found.DONE and row.state != S.DONE:
            self._finish(one, _between(row.changed_at.date(), first))
        said = {"before": row.before, "after": row.after if found is Found.DONE else ""}
        day = past(last, self.on)
        review = Review(recommendation=row, visit=made.visit, found=found, by=made.lead, at=moment(day, 15), **said)
        made.reviews.append(self.heap.add(review))
        if found is Found.DONE:
            self._end(one, S.CLOSED, one.chance.one_of(CLOSED), day)

    def _finish(self, one: Advised, day: date) -> None:
        one.row.after = invented(one.lack.after if one.lack else "Done so since.")
        one.row.done_by, one.row.done_at = one.row.visit.lead, moment(day, 10)
        self._move(one, S.DONE, one.chance.one_of(FINISHED), day)

    def _end(self, one: Advised, state: S, why: str, day: date) -> None:
        """The side that made it ends it, and never who said that it is done."""
        row = one.row
        row.ended_by = self.host if row.toward == Side.PROGRAMME else self.closer
        row.ended_at, row.withdrawn_why = moment(day, 17), why if state is S.WITHDRAWN else ""
        if one.observation is not None:
            settle(one.observation, day, why if state is S.WITHDRAWN else DONE)
        self._move(one, state, why, day, who=row.ended_by, side=Side(row.toward).other)
        self.open.remove(one)

    def _move(self, one: Advised, state: S, text: str, day: date, *, who: Any = None, side: Side | None = None) -> None:
        """An entry beside it. who: the officer, who says so for the host too."""
        row, at = one.row, moment(day, 10 if who is None else 17)
        said = {"by": who or row.visit.lead, "side": side or Side.PROGRAMME, "at": at}
        self.heap.add(Progress(recommendation=row, text=text, before=row.state, after=state, **said))
        row.state, row.changed_at, row.revision = state, at, row.revision + 1


def _between(first: date, last: date) -> date:
    return first + timedelta(days=max(0, (last - first).days * 2 // 3))


def _owner(observation: Any) -> str:
    return observation.facility.name[:150] if observation.facility is not None else "Port Security Authority (invented)"
