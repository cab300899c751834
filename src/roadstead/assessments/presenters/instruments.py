"""Instruments as pages and programs are shown them."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from msgspec import to_builtins

from roadstead.rulebook import instruments
from roadstead.rulebook.instrument_schema import CrosswalkRecord, Element, InstrumentRecord
from roadstead.rulebook.instruments import Version

SCHEMA = "roadstead/instruments/1"


@dataclass(frozen=True, slots=True)
class Line:
    """One instrument in the list."""

    code: str
    title: str
    about: str
    as_of: Any
    versions: int
    elements: int
    questions: int
    unverified: int


@dataclass(frozen=True, slots=True)
class Bearing:
    """A criterion or heading that an element bears on."""

    code: str
    title: str


def lines() -> list[Line]:
    """Every instrument in its version in force."""
    found = instruments.shipped()
    return [_line(one, len(found.versions[one.record.instrument])) for one in found.in_force()]


def detail(version: Version) -> dict[str, Any]:
    """What the page of one version wants."""
    record, found = version.record, instruments.shipped()
    groups = [(one.title, [e for e in record.elements if e.group == one.code]) for one in record.groups]
    return {
        "read_at": [(one, urlsplit(one).hostname or one) for one in version.record.sources],
        "record": record,
        "version": version.name,
        "groups": groups,
        "versions": [one.name for one in reversed(found.versions[record.instrument])],
        "newest": found.latest(record.instrument).name,
        "unverified": sum(not one.is_verified for one in record.elements),
    }


def crosswalk() -> dict[str, Any]:
    """What the page of the crosswalk wants: a row for each element, with what it bears on."""
    found, table = instruments.shipped(), instruments.shipped().crosswalk()
    elements = {code: (one, name) for name in table.elements_of for code, one in found.latest(name).elements().items()}
    criteria, headings = (found.latest(one).elements() for one in (table.criteria_of, table.headings_of))
    rows = [
        {
            "element": elements[row.element][0],
            "instrument": elements[row.element][1],
            "criteria": _bearings(row.criteria, criteria),
            "headings": _bearings(row.headings, headings),
            "note": row.note,
        }
        for row in table.rows
    ]
    return {"table": table, "rows": rows}


def document() -> dict[str, Any]:
    """All of it as JSON: every version of every instrument, and the crosswalk in force."""
    found = instruments.shipped()
    every = [version_document(one) for versions in found.versions.values() for one in versions]
    return {"schema": SCHEMA, "instruments": every, "crosswalk": crosswalk_document(found.crosswalk())}


def version_document(version: Version) -> dict[str, Any]:
    """One version as JSON; each question with the digest that answers carry."""
    record: InstrumentRecord = version.record
    made: dict[str, Any] = to_builtins(record)
    for said, element in zip(made["elements"], record.elements, strict=True):
        for written, question in zip(said["questions"], element.questions, strict=True):
            written["digest"] = instruments.digest(record.instrument, element.code, question)
    return made


def crosswalk_document(table: CrosswalkRecord) -> dict[str, Any]:
    made: dict[str, Any] = to_builtins(table)
    return made


def _line(version: Version, versions: int) -> Line:
    record = version.record
    return Line(
        record.instrument,
        record.title,
        record.about,
        record.as_of,
        versions,
        len(record.elements),
        sum(len(one.questions) for one in record.elements),
        sum(not one.is_verified for one in record.elements),
    )


def _bearings(codes: tuple[str, ...], known: dict[str, Element]) -> list[Bearing]:
    return [Bearing(code, known[code].title) for code in codes]
