"""The shape of instruments of assessment and of the crosswalk between them, as their files write it."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from roadstead.rulebook.schema import Address, ElementCode, Record, Slug, Text

AskedOf = Literal["facility", "government"]
Kind = Literal["isps_facility", "isps_government", "statute", "headings"]


class Question(Record, frozen=True, kw_only=True):
    """One question about an element, and of whom it is asked. `code` is its own within the element."""

    code: Slug
    asked_of: AskedOf
    text: Text


class Group(Record, frozen=True, kw_only=True):
    """A heading under which elements stand."""

    code: Slug
    title: Text


class Element(Record, frozen=True, kw_only=True):
    """One element, criterion or heading. verified: its reference was read, and `sources` say where."""

    code: ElementCode
    group: Slug
    title: Text
    reference: Text
    status: Literal["verified", "unverified"]
    sources: tuple[Address, ...] = ()
    note: str = ""
    questions: tuple[Question, ...] = ()

    def __post_init__(self) -> None:
        if self.status == "verified" and not self.sources:
            raise ValueError("what is `verified` says in `sources` where it was read")

    @property
    def is_verified(self) -> bool:
        return self.status == "verified"


class InstrumentRecord(Record, frozen=True, kw_only=True):
    """One version of an instrument: the whole of it, as of a day."""

    instrument: Slug
    title: Text
    kind: Kind
    as_of: date
    about: Text
    sources: Annotated[tuple[Address, ...], Meta(min_length=1)]
    groups: Annotated[tuple[Group, ...], Meta(min_length=1)]
    elements: Annotated[tuple[Element, ...], Meta(min_length=1)]


class CrosswalkRow(Record, frozen=True, kw_only=True):
    """What one element bears on. basis: whether a source prints it, or it is our own reading."""

    element: ElementCode
    criteria: tuple[ElementCode, ...]
    headings: tuple[ElementCode, ...]
    basis: Literal["published", "ours"]
    note: str = ""


class CrosswalkRecord(Record, frozen=True, kw_only=True):
    """One version of the table between elements of the Code, criteria of the statute and published headings."""

    crosswalk: Slug
    title: Text
    as_of: date
    about: Text
    elements_of: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    criteria_of: Slug
    headings_of: Slug
    rows: tuple[CrosswalkRow, ...]
