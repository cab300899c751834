"""A targeting matrix as values: what is asked of a ship, how it is weighed, and where that was read.

A matrix is data of a dated file. No points, no thresholds and no names of columns stand in code.
"""

from dataclasses import dataclass
from enum import StrEnum

from roadstead.core.advisory import Citation
from roadstead.core.moment import Moment

Known = int | float | str  # a number, or a word; yes and no are the words of `core.truth`


class FactKind(StrEnum):
    """What kind of value a fact has."""

    NUMBER = "number"
    WORD = "word"
    TRUTH = "truth"


class Combine(StrEnum):
    """How the rows of a column make its points."""

    FIRST = "first"  # the first row with points that holds
    SUM = "sum"  # every row that holds


@dataclass(frozen=True, slots=True)
class FactAsked:
    """One fact that a matrix asks for. words: the values it may have, each with how it is said."""

    code: str
    title: str
    kind: FactKind
    words: tuple[tuple[str, str], ...] = ()

    def said(self, value: Known) -> str:
        """A value in words."""
        return dict(self.words).get(str(value), str(value))


@dataclass(frozen=True, slots=True)
class Compare:
    """A number against a limit. how: at_least | at_most | more_than | less_than."""

    fact: str
    how: str
    limit: float


@dataclass(frozen=True, slots=True)
class OneOf:
    """A word, or yes or no, among `values`."""

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Every:
    """All conditions hold."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one condition holds."""

    conditions: tuple["Condition", ...]


Condition = Compare | OneOf | Every | Some


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a column: when it holds, and what follows.

    points: None where it gives none. per: a fact that counts, by which the points are multiplied. band: the code of
    a band that the row brings by itself, whatever the sum. verified: it was read at `citation`.
    """

    text: str
    when: Condition
    points: int | None
    per: str | None
    band: str | None
    verified: bool
    citation: Citation


@dataclass(frozen=True, slots=True)
class Column:
    """One heading of a matrix."""

    code: str
    title: str
    combine: Combine
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """What a score leads to: reached by the sum (`at_least`), or by facts (`when`); one band is for all others."""

    code: str
    title: str
    meaning: str
    at_least: int | None
    when: Condition | None
    otherwise: bool
    verified: bool
    citation: Citation


@dataclass(frozen=True, slots=True)
class Matrix:
    """One version of a matrix. bands: the most urgent first. digest: of the file's content."""

    id: str
    matrix: str
    title: str
    authority: str
    about: str
    start: Moment
    end: Moment | None
    facts: tuple[FactAsked, ...]
    columns: tuple[Column, ...]
    bands: tuple[Band, ...]
    digest: str

    @property
    def verified(self) -> bool:
        """Whether every row and band was read somewhere."""
        return all(row.verified for column in self.columns for row in column.rows) and all(
            band.verified for band in self.bands
        )

    def fact(self, code: str) -> FactAsked:
        """The fact of that code. Raises KeyError."""
        return {one.code: one for one in self.facts}[code]
