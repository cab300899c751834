"""Whether what was observed came back: one shortfall, what was done about it, and the next look at the same thing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from roadstead.core.truth import Truth


@dataclass(frozen=True, slots=True)
class Lack:
    """A shortfall that was observed. facility: None for what is about the State itself."""

    key: int
    country: str
    element: str
    facility: int | None
    on: date


@dataclass(frozen=True, slots=True)
class Look:
    """A later look at the same element of the same State or facility. found: the shortfall was there again."""

    country: str
    element: str
    facility: int | None
    on: date
    found: bool


@dataclass(frozen=True, slots=True)
class Taught:
    """People of a country attended a course. ended: its last day; people: how many of them."""

    country: str
    course: str
    ended: date
    people: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """A shortfall with what became of it.

    taught: the courses about its element that people of the country attended after it and before the next look, the
    latest last. next: the first look after these, or after the shortfall where there was none; None: nobody has
    looked, and whether it came back is not known.
    """

    lack: Lack
    taught: tuple[Taught, ...]
    next: Look | None

    @property
    def recurred(self) -> Truth:
        if self.next is None:
            return Truth.UNKNOWN
        return Truth.YES if self.next.found else Truth.NO


def outcome(lack: Lack, taught: Iterable[Taught], looks: Iterable[Look]) -> Outcome:
    """What became of a shortfall. taught: attendance in courses about its element; looks: at the same thing, any day.

    Training counts only between the shortfall and the look that it is measured by: what was taught after the next
    look was not yet there to help. Where that look came before any training, the training is measured by the next
    one after it.
    """
    after = sorted((one for one in looks if one.on > lack.on), key=lambda one: one.on)
    learnt = sorted((one for one in taught if one.ended >= lack.on), key=lambda one: one.ended)
    if not learnt:
        return Outcome(lack, (), after[0] if after else None)
    first = learnt[0]
    seen = next((one for one in after if one.on > first.ended), None)
    before = [one for one in after if one.on <= first.ended]
    if any(not one.found for one in before):  # it was gone before anybody was taught
        return Outcome(lack, (), before[0])
    within = tuple(one for one in learnt if seen is None or one.ended < seen.on)
    return Outcome(lack, within, seen)


def counted_once(found: Iterable[Outcome]) -> list[Outcome]:
    """Outcomes of which no two are measured by the same look at the same thing: the latest shortfall stands for all.

    What was found three times running and then looked at once is one case, not three. What nobody looked at since is
    one case for each thing, too.
    """
    kept: dict[tuple[str, str, int | None, date | None], Outcome] = {}
    for one in found:
        lack = one.lack
        key = (lack.country, lack.element, lack.facility, one.next.on if one.next else None)
        before = kept.get(key)
        if before is None or (before.lack.on, before.lack.key) < (lack.on, lack.key):
            # Training that an earlier shortfall of the same thing had led to belongs to the case.
            kept[key] = one if one.taught or before is None else Outcome(lack, before.taught, one.next)
    return list(kept.values())
