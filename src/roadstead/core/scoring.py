"""The score of a ship under a matrix: every column's part with its reason, and the bounds that unknown facts leave.

Unknown is never zero. A fact that nobody gave leaves open every row that hangs on it; the score is then a range,
and so is the band. Soundness: however the unknown facts turn out, the score lies within the bounds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from roadstead.core.advisory import Citation
from roadstead.core.matrix import Band, Column, Combine, Known, Matrix, Row
from roadstead.core.truth import NO, UNKNOWN, YES, Truth, disjunction
from roadstead.core.weighing import Given, compared, holds, readable

BY_SUM, BY_COLUMN, BY_FACTS, BY_DEFAULT, UNDECIDED = "sum", "column", "facts", "default", "undecided"


@dataclass(frozen=True, slots=True)
class Range:
    """Points between two bounds. high: None where an unknown count leaves no upper bound; low so, too."""

    low: int | None
    high: int | None

    @property
    def exact(self) -> int | None:
        """The points, where the bounds meet."""
        return self.low if self.low == self.high else None

    def at_least(self, limit: int) -> Truth:
        """Whether the points reach a limit."""
        if self.low is not None and self.low >= limit:
            return YES
        return UNKNOWN if self.high is None or self.high >= limit else NO


@dataclass(frozen=True, slots=True)
class RowScore:
    """One row that holds, or may hold. compared: each value beside what it was held against."""

    text: str
    holds: Truth
    points: Range
    band: str | None
    compared: tuple[str, ...]
    verified: bool
    citation: Citation


@dataclass(frozen=True, slots=True)
class ColumnScore:
    """What one column gives, and the rows by which it does."""

    code: str
    title: str
    points: Range
    rows: tuple[RowScore, ...]


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A fact that could not be looked at. why: not_given | not_readable."""

    fact: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Score:
    """The whole answer. bands: those that are possible, the most urgent first; decided_by: what led to the one band.

    deciding: the columns whose rows brought the band by themselves.
    """

    matrix: Matrix
    points: Range
    columns: tuple[ColumnScore, ...]
    bands: tuple[Band, ...]
    decided_by: str
    deciding: tuple[str, ...]
    unchecked: tuple[Unchecked, ...]

    @property
    def band(self) -> Band | None:
        """The band, where only one is possible."""
        return self.bands[0] if len(self.bands) == 1 else None

    @property
    def highest(self) -> Band:
        """The most urgent band that is possible."""
        return self.bands[0]

    @property
    def lowest(self) -> Band:
        """The least urgent band that is possible."""
        return self.bands[-1]


def score(matrix: Matrix, given: Given) -> Score:
    """Weigh the facts of a ship. A fact left out, or None, is unknown. Never raises for facts of any kind."""
    known = readable(matrix, given)
    columns = tuple(_column(column, known, matrix) for column in matrix.columns)
    points = _added(one.points for one in columns)
    bands, by, deciding = _bands(matrix, known, points, columns)
    return Score(matrix, points, columns, bands, by, deciding, _unchecked(matrix, known, given))


def _column(column: Column, known: Mapping[str, Known], matrix: Matrix) -> ColumnScore:
    weighed = [(row, holds(row.when, known)) for row in column.rows]
    ranges = {id(row): _points(row, known) for row, _ in weighed}
    with_points = [(ranges[id(row)], truth) for row, truth in weighed if row.points is not None]
    total = _first(with_points) if column.combine is Combine.FIRST else _added(_maybe(*one) for one in with_points)
    rows = tuple(
        RowScore(
            row.text, truth, ranges[id(row)], row.band, compared(row.when, known, matrix), row.verified, row.citation
        )
        for row, truth in _shown(column, weighed)
    )
    return ColumnScore(column.code, column.title, total, rows)


def _shown(column: Column, weighed: list[tuple[Row, Truth]]) -> Iterable[tuple[Row, Truth]]:
    """The rows that count, or may: of a column where the first counts, none with points after one that surely holds."""
    settled = False
    for row, truth in weighed:
        first = column.combine is Combine.FIRST and row.points is not None
        if truth is not NO and not (first and settled):
            yield row, truth
        settled = settled or (first and truth is YES)


def _points(row: Row, known: Mapping[str, Known]) -> Range:
    """What the row gives where it holds."""
    points = row.points or 0
    if row.per is None:
        return Range(points, points)
    count = known.get(row.per)
    if isinstance(count, int | float):
        return Range(points * int(count), points * int(count))
    return Range(0, None) if points > 0 else Range(None, 0)


def _maybe(points: Range, truth: Truth) -> Range:
    if truth is YES:
        return points
    return Range(0, 0) if truth is NO else _either((Range(0, 0), points))


def _first(rows: list[tuple[Range, Truth]]) -> Range:
    """The points of the first row that holds, as far as that is known; none where none holds."""
    possible: list[Range] = []
    for points, truth in rows:
        if truth is not NO:
            possible.append(points)
        if truth is YES:
            return _either(possible)
    return _either((*possible, Range(0, 0)))


def _either(ranges: Iterable[Range]) -> Range:
    lows, highs = zip(*((one.low, one.high) for one in ranges), strict=True)
    return Range(None if None in lows else min(lows), None if None in highs else max(highs))


def _added(ranges: Iterable[Range]) -> Range:
    every = list(ranges)
    lows, highs = [one.low for one in every], [one.high for one in every]
    low = None if None in lows else sum(one for one in lows if one is not None)
    return Range(low, None if None in highs else sum(one for one in highs if one is not None))


def _bands(
    matrix: Matrix, known: Mapping[str, Known], points: Range, columns: tuple[ColumnScore, ...]
) -> tuple[tuple[Band, ...], str, tuple[str, ...]]:
    """The possible bands. Those of the sum or of a column go first, the most urgent first; then those of facts."""
    possible: list[Band] = []
    by, deciding = BY_DEFAULT, tuple[str, ...]()
    in_order = sorted(
        matrix.bands, key=lambda band: (band.otherwise, band.at_least is None and not _named(matrix, band))
    )
    for band in in_order:
        by_sum = points.at_least(band.at_least) if band.at_least is not None else NO
        brought = [(one.code, row.holds) for one in columns for row in one.rows if row.band == band.code]
        by_facts = holds(band.when, known) if band.when else NO
        truth = YES if band.otherwise else disjunction((by_sum, by_facts, *(holding for _, holding in brought)))
        if truth is NO:
            continue
        possible.append(band)
        if truth is YES:
            deciding = tuple(dict.fromkeys(code for code, holding in brought if holding is YES))
            by = _decided(by_sum, by_facts, deciding)
            break
    order = {band.code: place for place, band in enumerate(matrix.bands)}
    possible.sort(key=lambda band: order[band.code])
    return tuple(possible), by if len(possible) == 1 else UNDECIDED, deciding if len(possible) == 1 else ()


def _named(matrix: Matrix, band: Band) -> bool:
    return any(row.band == band.code for column in matrix.columns for row in column.rows)


def _decided(by_sum: Truth, by_facts: Truth, deciding: tuple[str, ...]) -> str:
    if by_sum is YES:
        return BY_SUM
    if deciding:
        return BY_COLUMN
    return BY_FACTS if by_facts is YES else BY_DEFAULT


def _unchecked(matrix: Matrix, known: Mapping[str, Known], given: Given) -> tuple[Unchecked, ...]:
    """Every fact that no row or band could read, in the order of the file."""
    missing = [asked for asked in matrix.facts if asked.code not in known]
    return tuple(
        Unchecked(one.code, one.title, "not_given" if given.get(one.code) in (None, UNKNOWN) else "not_readable")
        for one in missing
    )
