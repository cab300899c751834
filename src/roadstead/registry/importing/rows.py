"""Rows of an export, each with what it says or why it is not taken over."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice
from typing import IO, Any

from roadstead.registry.importing import positions, text, values, workbook
from roadstead.registry.importing.columns import PRINTED, SEARCHED, Heading, Line, heading
from roadstead.registry.importing.errors import CellError, UnreadableError

MOST_ROWS = 200_000  # of one file; the whole world has some 12,000 port facilities
MOST_LINES = 20  # that one row may span; more is a quotation mark that was not closed
LONGEST = {"name": 200, "port_name": 120, "country": 10, "description": 2_000}
DAYS = ("approved_on", "reviewed_on", "soc_issued_on", "withdrawn_on", "as_of")
ANSWERS = ("plan_approved", "plan_withdrawn")
Values = dict[str, Any]


@dataclass(slots=True)
class Row:
    """One row. values: only what it says, as JSON has it; rejected: why not; warnings: what to look at."""

    line: int
    number: str = ""
    name: str = ""
    values: Values = field(default_factory=dict)
    rejected: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Export:
    """A file that was opened: its heading, and its rows as they come."""

    heading: Heading
    rows: Iterator[Row]


def read(stream: IO[bytes], today: date) -> Export:
    """Open an export, CSV or .xlsx. Raises UnreadableError at once, or on the way."""
    stream.seek(0)
    beginning = stream.read(8)
    if not beginning.strip():
        raise UnreadableError("The file is empty. Export the list of port facilities again.")
    if beginning.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError("This is an old or a protected workbook. In Excel, save it as .xlsx without password.")
    lines = workbook.lines(stream) if beginning.startswith(b"PK") else text.lines(stream)
    first = list(islice(lines, SEARCHED))
    found = heading(first)
    below = (one for one in chain(first, lines) if one.number > found.number and not one.is_blank)
    return Export(found, _rows(below, found, today))


def _rows(lines: Iterator[Line], found: Heading, today: date) -> Iterator[Row]:
    for count, line in enumerate(lines, start=1):
        if count > MOST_ROWS:
            raise UnreadableError(f"The file has more than {MOST_ROWS:,} rows. Split it by country.")
        yield _row(line, found, today)


def _row(line: Line, found: Heading, today: date) -> Row:
    row = Row(line.number)
    if line.last - line.number >= MOST_LINES:
        words = f"lines {line.number} to {line.last} read as one row: a quotation mark is not closed"
        row.rejected.append(("", words))
        return row
    if any(str(cell).strip() for cell in line.cells[found.width :] if cell is not None):
        row.rejected.append(("", "the row has more cells than the heading; a comma may stand in a name"))
    cells = {name: line.cells[at] if at < len(line.cells) else None for name, at in found.places.items()}
    row.number = _cell(row, cells, "number", values.number) or str(cells.get("number") or "")[:20]
    row.name = _cell(row, cells, "name", _text("name")) or ""
    if not row.name and not row.rejected:
        row.rejected.append((PRINTED["name"], "the name is missing"))
    _fill(row, cells, today)
    return row


def _fill(row: Row, cells: Mapping[str, object], today: date) -> None:
    """Every further cell that says something; `name` and `country` among them."""
    row.values["name"] = row.name
    for name in ("port_name", "description"):
        row.values[name] = _cell(row, cells, name, _text(name))
    row.values["country"] = (_cell(row, cells, "country", _text("country")) or row.number[:2]).upper()
    for name in DAYS:
        found = _cell(row, cells, name, lambda cell: values.day(cell, today))
        row.values[name] = found.isoformat() if found else None
    for name in ANSWERS:
        row.values[name] = _cell(row, cells, name, values.answer)
    for name, reader in (("latitude", positions.latitude), ("longitude", positions.longitude)):
        said = _cell(row, cells, name, _text(name))
        row.values[name] = str(_cell(row, {name: said}, name, reader)) if said else None
    row.values = {name: value for name, value in row.values.items() if value not in ("", None, "None")}
    _check(row)


def _check(row: Row) -> None:
    said = row.values
    if not row.rejected and row.number[:2] != said["country"]:
        words = f"{row.number} is a number of {row.number[:2]}, and the column says {said['country']}"
        row.rejected.append((PRINTED["country"], words))
    if ("latitude" in said) != ("longitude" in said):
        row.rejected.append((PRINTED["latitude"], "a position has a latitude and a longitude"))


def _cell(row: Row, cells: Mapping[str, Any], name: str, reader: Callable[[Any], Any]) -> Any:
    """What a cell says; None where it cannot be read, which the row then says."""
    try:
        return reader(cells.get(name))
    except CellError as error:
        row.rejected.append((PRINTED[name], str(error)))
        return None


def _text(name: str) -> Callable[[object], str]:
    return lambda cell: values.text(cell, LONGEST.get(name, 40))
