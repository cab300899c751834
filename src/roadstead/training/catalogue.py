"""The catalogue: courses, bodies and the gates of the law, read once out of dated files, each fact with its source.

What no source tells is None here, and is shown as not known.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from roadstead.rulebook import decode
from roadstead.rulebook.records import refuse
from roadstead.rulebook.schema import Address, Country, ElementCode, Record, Text
from roadstead.visits.isps import elements

DATA = Path(__file__).parent / "data"
Kind = Literal["seminar", "workshop", "resident", "mobile", "model", "conference"]


class Source(Record, frozen=True, kw_only=True):
    """A public text."""

    title: Text
    url: Address


class Fact(Record, frozen=True, kw_only=True):
    """What a source tells; days: a length in days, where there is one."""

    text: Text
    source: str
    days: int | None = None


class Course(Record, frozen=True, kw_only=True):
    """A course, workshop or conference. answers: elements of the Code, by the project's own reading."""

    code: str
    title: Text
    kind: Kind
    provider: str
    about: Text
    sources: tuple[str, ...]
    answers: tuple[ElementCode, ...] = ()
    length: Fact | None = None
    language: Fact | None = None
    audience: Fact | None = None
    prerequisites: Fact | None = None
    certifies: Fact | None = None
    asked_through: Fact | None = None
    paid_by: Fact | None = None


class Offer(Record, frozen=True, kw_only=True):
    """A programme of a body."""

    name: Text
    about: Text
    source: str


class Body(Record, frozen=True, kw_only=True):
    """A body that trains. grouping: its members, as the register of countries has them; None for none."""

    code: str
    name: Text
    grouping: str | None = None
    programmes: tuple[Offer, ...] = ()
    paid_by: Fact | None = None


class Courses(Record, frozen=True, kw_only=True):
    """The file of courses."""

    as_of: date
    sources: dict[str, Source]
    courses: tuple[Course, ...]


class Bodies(Record, frozen=True, kw_only=True):
    """The file of bodies."""

    as_of: date
    sources: dict[str, Source]
    bodies: tuple[Body, ...]


class Linked(Record, frozen=True, kw_only=True):
    """A text with its address."""

    text: Text
    url: Address


class Gate(Record, frozen=True, kw_only=True):
    """One condition of the law."""

    code: Literal["risk", "unable", "assessed", "spare"]
    text: Text


class Caribbean(Record, frozen=True, kw_only=True):
    """Which countries are taken for the Caribbean Basin, by what source."""

    source: Linked
    note: Text
    countries: tuple[Country, ...]


class Gates(Record, frozen=True, kw_only=True):
    """The file of the gates of the law."""

    as_of: date
    law: Linked
    gates: tuple[Gate, ...]
    caribbean: Caribbean


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Courses and bodies by code, in the order of their files, with the sources of both."""

    as_of: date
    courses: dict[str, Course]
    bodies: dict[str, Body]
    sources: dict[str, Source]

    def answering(self, element: str) -> list[Course]:
        """The courses that are about an element."""
        return [one for one in self.courses.values() if element in one.answers]


@cache
def catalogue() -> Catalogue:
    """The catalogue as it ships. Raises RuleBookError naming file, record and field."""
    courses: Courses = decode.whole(DATA / "courses.yaml", "courses.yaml", Courses)
    bodies: Bodies = decode.whole(DATA / "bodies.yaml", "bodies.yaml", Bodies)
    _check(courses, bodies)
    return Catalogue(
        max(courses.as_of, bodies.as_of),
        {one.code: one for one in courses.courses},
        {one.code: one for one in bodies.bodies},
        dict(courses.sources) | dict(bodies.sources),
    )


@cache
def gates() -> Gates:
    """The gates of the law. Raises RuleBookError as `catalogue` does."""
    made: Gates = decode.whole(DATA / "gates.yaml", "gates.yaml", Gates)
    return made


def title_of(code: str) -> str:
    """The title of a course; its code where the catalogue has it no more."""
    found = catalogue().courses.get(code)
    return found.title if found else code


def choices() -> list[tuple[str, str]]:
    """The courses to choose from."""
    return [(one.code, one.title) for one in catalogue().courses.values()]


def body_choices() -> list[tuple[str, str]]:
    """The bodies to choose from."""
    return [(one.code, one.name) for one in catalogue().bodies.values()]


def _check(courses: Courses, bodies: Bodies) -> None:
    known = {one.code for one in bodies.bodies}
    for one in courses.courses:
        facts = (one.length, one.language, one.audience, one.prerequisites, one.certifies, one.asked_through)
        said = [*one.sources, *(fact.source for fact in (*facts, one.paid_by) if fact)]
        _known(said, courses.sources, "courses.yaml", one.code, "sources")
        _known([one.provider], known, "courses.yaml", one.code, "provider")
        _known(one.answers, elements(), "courses.yaml", one.code, "answers")
    for body in bodies.bodies:
        said = [offer.source for offer in body.programmes] + ([body.paid_by.source] if body.paid_by else [])
        _known(said, bodies.sources, "bodies.yaml", body.code, "sources")


def _known(said: Iterable[str], known: Iterable[str], file: str, record: str, field: str) -> None:
    there = set(known)
    for one in said:
        if one not in there:
            refuse(file, record, field, f"there is no {one}", "Use a key that the file has.")
