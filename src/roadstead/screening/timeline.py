"""Time cut into stretches in which nothing changes: how each country stands, and which wording is in force.

A timeline is made from snapshots of the rule book: one for all voyages (“as known on that day”), or one for each
stretch of knowledge (“each voyage as known on its own day of arrival”). All its answers are the snapshots' own.
"""

from bisect import bisect_right
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from roadstead.core.advisory import ExceptionSpell, Listing, RuleBook
from roadstead.core.moment import Moment
from roadstead.core.notice import Berth
from roadstead.core.snapshot import Snapshot
from roadstead.core.truth import NO, UNKNOWN, YES, Truth

NO_BERTH = Berth()
ONE_DAY = timedelta(days=1)
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)  # no time outside is read


@dataclass(frozen=True, slots=True)
class Stretch:
    """One country over days on which its standing does not change; `end` is the first day after.

    visit_open, visit_listed: the first days of a visit from which it may be, and surely is, a visit to a listed
    port; None: no such day. asks: exceptions, or the listing itself, depend on the berth; by_port: and on the port.
    in_part: the listing is, or may be, of single ports or facilities. exceptions: a number that stretches share whose
    berths get the same answers.
    """

    exceptions: int
    country: str
    start: date
    end: date
    snapshot: Snapshot
    listed: Truth
    visit_open: date | None
    visit_listed: date | None
    asks: bool
    by_port: bool
    in_part: bool


class Timeline:
    """The rule book over all days. known_at None: each day as it was known on that very day."""

    def __init__(self, book: RuleBook, known_at: date | None) -> None:
        self.book = book
        self.known_at = known_at
        self._knowledge = (FIRST_DAY,) if known_at else (FIRST_DAY, *_knowledge_cuts(book))
        self._snapshots = [Snapshot(book, known_at or start) for start in self._knowledge]
        countries = sorted(frozenset[str]().union(*(snapshot.countries for snapshot in self._snapshots)))
        numbers: dict[Hashable, int] = {}
        self.stretches = [
            _stretch(numbers, self.snapshot_on(start), country, start, end)
            for country in countries
            for start, end in self._spans(country)
        ]

    def snapshot_on(self, day: date) -> Snapshot:
        """The snapshot under which a voyage that arrives on that day is judged."""
        return self._snapshots[bisect_right(self._knowledge, day) - 1]

    @property
    def countries(self) -> frozenset[str]:
        """Countries that are, or may be, listed on some day."""
        return frozenset(stretch.country for stretch in self.stretches if stretch.listed is not NO)

    def wording_cuts(self) -> list[date]:
        """The first days of the stretches in which one edition and one wording are in force."""
        moments = [edition.effective for edition in self.book.editions] + [regime.start for regime in self.book.regimes]
        return sorted({FIRST_DAY, *self._knowledge, *_bounds(moments)})

    def _spans(self, country: str) -> Iterable[tuple[date, date]]:
        cuts = {FIRST_DAY, *self._knowledge}.union(*(snapshot.cuts(country) for snapshot in self._snapshots))
        starts = sorted(day for day in cuts if FIRST_DAY <= day <= LAST_DAY)
        return zip(starts, [*starts[1:], LAST_DAY + ONE_DAY], strict=True)


def _stretch(numbers: dict[Hashable, int], snapshot: Snapshot, country: str, start: date, end: date) -> Stretch:
    standing = snapshot.standing(country, start)
    visit_open, visit_listed = _visit_days(snapshot, country, start)
    asks = bool(standing.exceptions or standing.missing_rows or standing.places)
    listed = snapshot.listed(country, start)
    by_port = asks and (standing.carve_outs or standing.places)
    listings = standing.listings if standing.places else ()
    number = numbers.setdefault((country, standing.exceptions, standing.missing_rows, listings), len(numbers))
    days = (visit_open, visit_listed)
    return Stretch(number, country, start, end, snapshot, listed, *days, asks, by_port, standing.places)


def _visit_days(snapshot: Snapshot, country: str, day: date) -> tuple[date | None, date | None]:
    return visit_days(snapshot, country, day, None, (NO_BERTH,))


def visit_days(
    snapshot: Snapshot, country: str, day: date, port: str | None, berths: tuple[Berth, ...]
) -> tuple[date | None, date | None]:
    """From which day on a visit may be, and surely is, one to a listed port: the answer never goes back."""
    moments = [spell.start for spell, _ in snapshot.standing(country, day).listings]
    days = sorted({FIRST_DAY, *_bounds(moments)})
    answers = [(visit, snapshot.listed_at_visit(country, day, visit, port, berths)) for visit in days]
    visit_open = next((visit for visit, answer in answers if answer is not NO), None)
    return visit_open, next((visit for visit, answer in answers if answer is YES), None)


def _knowledge_cuts(book: RuleBook) -> list[date]:
    """Every day on which something may have become public."""
    spells: tuple[Listing | ExceptionSpell, ...] = (*book.listings, *book.exceptions)
    known: list[Moment | None] = [moment for spell in spells for moment in (spell.start_known, spell.end_known)]
    known += [edition.known for edition in book.editions]
    known += [regime.start_known for regime in book.regimes]
    return sorted({day for day in _bounds(known) if FIRST_DAY < day <= LAST_DAY})


def _bounds(moments: Iterable[Moment | None]) -> set[date]:
    return {day for moment in moments if moment for day in (moment.not_before, moment.not_after) if day}


CODES = {NO: 0, UNKNOWN: 1, YES: 2}  # truth as a small number, where a column must tell unknown from absent
