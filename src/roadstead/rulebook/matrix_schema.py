"""The shape of targeting matrices, as their files write them."""

from typing import Annotated, Literal

from msgspec import Meta

from roadstead.core.matrix import Combine, FactKind
from roadstead.rulebook.schema import SOURCE_KEY, Address, Record, Slug, SourceKey, Text, When

Code = Annotated[str, Meta(pattern=SOURCE_KEY)]


class MatrixSource(Record, frozen=True, kw_only=True):
    """A public page, and how it is named."""

    text: Text
    url: Address


class FactRecord(Record, frozen=True, kw_only=True):
    """One fact that is asked for. words: how each value is said, of a fact that is a word."""

    title: Text
    kind: FactKind
    words: dict[Code, Text] = {}

    def __post_init__(self) -> None:
        if (self.kind is FactKind.WORD) != bool(self.words):
            raise ValueError("a fact that is a word, and no other, says in `words` which values it may have")


class ConditionRecord(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One test of one fact, or several under `all` or `any`."""

    fact: Code | None = None
    at_least: float | None = None
    at_most: float | None = None
    more_than: float | None = None
    less_than: float | None = None
    among: tuple[Code, ...] = ()
    all: tuple["ConditionRecord", ...] = ()
    any: tuple["ConditionRecord", ...] = ()

    def __post_init__(self) -> None:
        tests = [self.at_least, self.at_most, self.more_than, self.less_than]
        said = sum(one is not None for one in tests) + bool(self.among)
        if (said if self.fact else bool(self.all) + bool(self.any)) != 1 or (said and not self.fact):
            raise ValueError("a condition names one `fact` with one test, or has `all` or `any`")
        if self.fact and (self.all or self.any):
            raise ValueError("a condition names a `fact`, or has `all` or `any`, not both")


class Rated(Record, frozen=True, kw_only=True):
    """What rows and bands share: whether the text was read, and where it stands or stood."""

    status: Literal["verified", "unverified"]
    source: SourceKey


class RowRecord(Rated, frozen=True, kw_only=True):
    """One line of a column."""

    text: Text
    when: ConditionRecord
    points: int | None = None
    per: Code | None = None
    band: Code | None = None

    def __post_init__(self) -> None:
        if self.points is None and self.band is None:
            raise ValueError("a row gives `points`, or brings a `band`, or both")
        if self.per is not None and self.points is None:
            raise ValueError("a row that counts `per` fact gives `points` for each")


class ColumnRecord(Record, frozen=True, kw_only=True):
    """One heading, and how its rows make its points."""

    code: Code
    title: Text
    combine: Combine
    rows: Annotated[tuple[RowRecord, ...], Meta(min_length=1)]


class BandRecord(Rated, frozen=True, kw_only=True):
    """What a score leads to."""

    code: Code
    title: Text
    meaning: Text
    at_least: int | None = None
    when: ConditionRecord | None = None
    otherwise: bool = False


class MatrixRecord(Record, frozen=True, kw_only=True):
    """One version of a matrix: the whole of it, from a day on. The bands stand with the most urgent first."""

    matrix: Slug
    title: Text
    authority: Text
    about: Text
    start: When
    end: When | None = None
    sources: Annotated[dict[SourceKey, MatrixSource], Meta(min_length=1)]
    facts: Annotated[dict[Code, FactRecord], Meta(min_length=1)]
    columns: Annotated[tuple[ColumnRecord, ...], Meta(min_length=1)]
    bands: Annotated[tuple[BandRecord, ...], Meta(min_length=2)]
