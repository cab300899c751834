"""Does it help? Every shortfall with the training that followed it, and whether the next look found it again.

What is compared is read for a viewer: observations and visits that somebody may not read do not count for them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from roadstead.common.access.viewer import Viewer
from roadstead.core.proportion import Share, share
from roadstead.core.recurrence import Lack, Look, Outcome, Taught, counted_once, outcome
from roadstead.core.truth import Truth
from roadstead.training.catalogue import catalogue
from roadstead.training.queries.offerings import attended
from roadstead.visits.observed_enums import ObservationKind, ObservationState
from roadstead.visits.queries.looks import days_of_visits, looks_at, reviewed_again
from roadstead.visits.queries.observed import observations

Thing = tuple[str, str, int | None]  # country, element, facility
Days = dict[int, tuple[str, date]]  # of visits: country, last day


@dataclass(frozen=True, slots=True)
class Compared:
    """Shortfalls of one element, country or course. taught, untaught: how many of those looked at again came back.

    waiting: of those followed by training, how many nobody has looked at since.
    """

    key: str
    taught: Share
    untaught: Share
    waiting: int

    @property
    def tells(self) -> bool | None:
        """Whether the two intervals are apart; None where there is nothing to compare."""
        overlaps = self.taught.overlaps(self.untaught)
        return None if overlaps is None else not overlaps


def outcomes(viewer: Viewer, country: str = "") -> list[Outcome]:
    """What became of every shortfall that somebody may read, of one country or all; six queries."""
    days = days_of_visits(viewer, country)
    lacks = _lacks(viewer, country, days)
    looks = _looks(viewer, lacks, country, days)
    taught = _taught(viewer, country)
    found = [_outcome(one, taught, looks) for one in lacks]
    return counted_once(found)


def together(found: Sequence[Outcome]) -> Compared:
    """All of them as one line."""
    return _compared("", found)


def by_element(found: Sequence[Outcome]) -> list[Compared]:
    return _by(found, lambda one: [one.lack.element])


def by_country(found: Sequence[Outcome]) -> list[Compared]:
    return _by(found, lambda one: [one.lack.country])


def by_course(found: Sequence[Outcome]) -> list[Compared]:
    """By course: what it was followed by; beside it shortfalls of its elements that no training followed."""
    courses = {code for one in found for code in (taught.course for taught in one.taught)}
    answers = {code: set(catalogue().courses[code].answers) for code in courses if code in catalogue().courses}

    def codes(one: Outcome) -> Iterable[str]:
        if one.taught:
            return {taught.course for taught in one.taught}
        return [code for code, elements in answers.items() if one.lack.element in elements]

    return _by(found, codes)


def _by(found: Sequence[Outcome], keys: Callable[[Outcome], Iterable[str]]) -> list[Compared]:
    grouped: dict[str, list[Outcome]] = defaultdict(list)
    for one in found:
        for key in keys(one):
            grouped[key].append(one)
    return [_compared(key, mine) for key, mine in sorted(grouped.items())]


def _compared(key: str, found: Iterable[Outcome]) -> Compared:
    counts = {(bool(taught), said): 0 for taught in (True, False) for said in Truth}
    for one in found:
        counts[bool(one.taught), one.recurred] += 1
    taught, untaught = (_share(counts[had, Truth.YES], counts[had, Truth.NO]) for had in (True, False))
    return Compared(key, taught, untaught, counts[True, Truth.UNKNOWN])


def _share(again: int, gone: int) -> Share:
    return share(again, again + gone)


def _lacks(viewer: Viewer, country: str, days: Days) -> list[Lack]:
    """Shortfalls that were not withdrawn, each on the last day of its visit: the day of a look, too."""
    rows: Any = observations(viewer).filter(kind=ObservationKind.SHORTFALL).exclude(element="")
    rows = rows.exclude(state=ObservationState.WITHDRAWN)
    rows = rows.filter(country=country) if country else rows
    columns = ("pk", "country", "element", "facility", "visit", "noted_at")
    return [
        Lack(pk, code, element, facility, days[visit][1] if visit in days else noted.date())
        for pk, code, element, facility, visit, noted in rows.order_by("pk").values_list(*columns)
    ]


def _looks(viewer: Viewer, lacks: Sequence[Lack], country: str, days: Days) -> dict[Thing, list[Look]]:
    """Every look at what was lacking once: what was observed again, what the checklist of a visit says, and what a
    visit found of what was recommended about it."""
    again: dict[tuple[Thing, date], bool] = {(_thing(one), one.on): True for one in lacks}
    things = {_thing(one) for one in lacks}
    elements = {one.element for one in lacks}
    for one in looks_at(elements, days, viewer, country=country):
        thing = (one.country, one.element, one.facility)
        if thing in things:
            again[thing, one.on] = again.get((thing, one.on), False) or one.lacking
    of_key = {one.key: _thing(one) for one in lacks}
    for key, on, lacking in reviewed_again(days, viewer, country=country):
        if key in of_key:
            again[of_key[key], on] = again.get((of_key[key], on), False) or lacking
    made: dict[Thing, list[Look]] = defaultdict(list)
    for (thing, on), found in again.items():
        made[thing].append(Look(*thing, on, found))
    return made


def _taught(viewer: Viewer, country: str) -> dict[tuple[str, str], list[Taught]]:
    """Attendance by country and element."""
    made: dict[tuple[str, str], list[Taught]] = defaultdict(list)
    courses = catalogue().courses
    for code, course, ended, people in attended(viewer, country=country):
        for element in courses[course].answers if course in courses else ():
            made[code, element].append(Taught(code, course, ended, people))
    return made


def _outcome(lack: Lack, taught: dict[tuple[str, str], list[Taught]], looks: dict[Thing, list[Look]]) -> Outcome:
    return outcome(lack, taught.get((lack.country, lack.element), ()), looks.get(_thing(lack), ()))


def _thing(one: Lack) -> Thing:
    return (one.country, one.element, one.facility)
