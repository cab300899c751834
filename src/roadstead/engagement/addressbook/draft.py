"""What somebody says of a person, checked but not written yet."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from roadstead.engagement.enums import Consent, PositionKind

COLUMNS = (  # of a CSV file; the keys of the texts that an entry gives
    "uid",
    "name",
    "local_name",
    "country",
    "emails",
    "phones",
    "languages",
    "consent",
    "consent_on",
    "source",
    "last_contact_on",
    "note",
    "organisation",
    "facility",
    "part",
    "title",
    "from",
    "until",
)


@dataclass(frozen=True, slots=True)
class Point:
    """An address or number: as it is written, as it is compared, and what it is for."""

    value: str
    compared: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What a person is at an organisation, or at a facility, each as its source names it."""

    kind: PositionKind
    organisation: str = ""
    facility: str = ""
    title: str = ""
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A person. emails, phones: the preferred one first; languages: codes, the best first; country: a code."""

    name: str
    source: str
    uid: str = ""
    local_name: str = ""
    country: str = ""
    emails: tuple[Point, ...] = ()
    phones: tuple[Point, ...] = ()
    languages: tuple[str, ...] = ()
    consent: Consent = Consent.UNKNOWN
    consent_on: date | None = None
    last_contact_on: date | None = None
    note: str = ""
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an entry: in which column, "" for the whole, and what to do."""

    column: str
    words: str


@dataclass(slots=True)
class Entry:
    """One entry of a file: where it begins, and the texts that it gives under the names of the columns."""

    line: int
    values: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class FileError(ValueError):
    """A file cannot be read at all; the message says why and what to do."""


def same_point(kind: str, one: Point) -> tuple[str, str]:
    """By what two points are the same."""
    return kind, one.compared


def plain(values: dict[str, Any]) -> dict[str, str]:
    """Texts under known columns only, without space around them."""
    return {name: str(values[name]).strip() for name in COLUMNS if str(values.get(name) or "").strip()}
