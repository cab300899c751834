"""Rows pasted from a spreadsheet, read into calls. What cannot be read is said, row by row; nothing is guessed."""

import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from roadstead.arrivals.checker import columns, moments
from roadstead.arrivals.checker.columns import HEADINGS, column_of
from roadstead.arrivals.checker.drafts import CALL_FIELDS, LONGEST_VALUE, Row
from roadstead.core.notice import Purpose

MOST_CHARACTERS = 200_000
MOST_ROWS = 2_000
SAMPLE = 4_000  # characters that decide which sign parts the columns
DELIMITERS = "\t;,|"
_JOINERS = "\n\u200c\u200d"  # a cell may have lines; some scripts join letters with marks that no one sees
_YES = frozenset(["y", "yes", "true", "1", "x", "✓", "✔", "done", "ok", "met", "oui", "si", "sí", "sim"])
_NO = frozenset(["n", "no", "false", "0", "not", "none", "non", "nao", "não"])
_UNKNOWN = frozenset(("", "?", "-", "–", "—", "n/a", "na", "nil", "unknown", "not known", "tbc", "tba"))


@dataclass(frozen=True, slots=True)
class Line:
    """One row as pasted. `row`: None where it was not taken; `notes` say why, or how something was read."""

    number: int
    text: str
    row: Row | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pasted:
    """A table as read. `columns`: what each was taken for; `problem`: why nothing was read."""

    lines: tuple[Line, ...] = ()
    columns: tuple[str, ...] = ()
    problem: str = ""


def read(text: str) -> Pasted:
    """Read a pasted table. Never fails."""
    text = text.lstrip("\ufeff")
    if not text.strip():
        return Pasted(problem=_("Nothing was pasted."))
    if len(text) > MOST_CHARACTERS:
        return Pasted(
            problem=_("This is too much at once. Only the last five foreign calls count: paste the latest rows.")
        )
    try:
        rows = _rows(text)
    except csv.Error:
        return Pasted(problem=_("The quotation marks in this table do not match. Copy the cells themselves again."))
    if len(rows) > MOST_ROWS:
        return Pasted(
            problem=_("This is too much at once. Only the last five foreign calls count: paste the latest rows.")
        )
    names, body = _columns(rows)
    if "port" not in names and "country" not in names and "locode" not in names:
        return Pasted(problem=_("No column names a port or country. Give the columns headings, as in Port, Departed."))
    shown = tuple(f"{name.strip() or '–'} → {HEADINGS[field]}" for name, field in _pairs(rows, names, body) if field)
    return Pasted(tuple(_line(number, cells, names) for number, cells in body), shown)


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, each with its number in what was pasted."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(io.StringIO(plain, newline=""), delimiter=_delimiter(plain), strict=True)
    found = []
    for number, cells in enumerate(reader, start=1):
        if any(cell.strip() for cell in cells):
            found.append((number, [cell.strip() for cell in cells]))
    return found


def _delimiter(text: str) -> str:
    """What parts the columns. A spreadsheet copies tabs; for the rest, the sniffer's word is checked on the rows."""
    sample = text[:SAMPLE]
    if "\t" in sample:
        return "\t"
    try:
        sniffed = csv.Sniffer().sniff(sample, delimiters=DELIMITERS).delimiter
    except csv.Error:
        sniffed = ""
    lines = [line for line in sample.split("\n") if line.strip()][:20]
    if sniffed and all(sniffed in line for line in lines):
        return sniffed
    # “Lagos, NG; 2024-05-01” holds a comma in a name: the sign that every row has decides.
    return next((sign for sign in ";|," if all(sign in line for line in lines)), ";" if ";" in sample else ",")


def _columns(rows: Sequence[tuple[int, list[str]]]) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """What each column is, by its heading or else by what stands in it; and the rows below the heading."""
    first = [column_of(cell) for cell in rows[0][1]]
    if sum(bool(name) for name in first) >= 2 or (first[0] and len(first) == 1):
        return _once(first), list(rows[1:])
    return columns.by_content([cells for _number, cells in rows[:20]]), list(rows)


def _once(names: list[str]) -> list[str]:
    """A field that two columns claim belongs to the first."""
    return [name if name not in names[:at] else "" for at, name in enumerate(names)]


def _pairs(
    rows: Sequence[tuple[int, list[str]]], names: list[str], body: list[tuple[int, list[str]]]
) -> list[tuple[str, str]]:
    heads = rows[0][1] if len(body) < len(rows) else [str(at) for at in range(1, len(names) + 1)]
    return list(zip(heads, names, strict=False))


def _line(number: int, cells: list[str], names: list[str]) -> Line:
    shown = _shown(" | ".join(cell for cell in cells if cell))
    for cell in cells:
        if (found := _invisible(cell)) is not None:
            note = _("holds the invisible character U+%(code)04X. Type the cell again.") % {"code": found}
            return Line(number, shown, None, (note,))
        if cell.startswith(("=", "@")):
            return Line(number, shown, None, (_("holds a formula. Copy its value instead."),))
        if len(cell) > LONGEST_VALUE:
            note = _("has a cell of more than %(most)s characters.") % {"most": LONGEST_VALUE}
            return Line(number, shown, None, (note,))
    values = {name: cell for name, cell in zip(names, cells, strict=False) if name and cell.lower() not in _UNKNOWN}
    if not values:
        return Line(number, shown, None, (_("is empty."),))
    row, notes = _row(values)
    extra = [cell for cell in cells[len(names) :] if cell]
    if extra:
        notes.append(_("More cells than headings: “%(text)s” was not read.") % {"text": _shown(" | ".join(extra))})
    return Line(number, shown, row, tuple(notes))


def _row(values: dict[str, str]) -> tuple[Row, list[str]]:
    notes: list[str] = []
    row = Row(
        port=_port(values),
        terminal=_terminal(values),
        arrived=_moment(values, "arrived"),
        departed=_moment(values, "departed"),
        purpose=_purpose(values.get("purpose", ""), notes),
    )
    for letter in ("l", "g", "o", "r"):
        name = CALL_FIELDS[letter]
        if name in values:
            row = replace(row, **{name: _yes_no(HEADINGS[name], values[name], notes, level=name == "security_level_2")})
    if "declaration_of_security" in values:
        row = replace(row, declaration_of_security=_declaration(values["declaration_of_security"], notes))
    return row, notes


def _port(values: dict[str, str]) -> str:
    """The code if there is one; else the name, with its country behind where a column gives it."""
    if "locode" in values:
        return values["locode"]
    port, country = values.get("port", ""), values.get("country", "")
    if port and "," not in port and re.fullmatch(r"[A-Za-z]{2}", country):
        is_code = re.fullmatch(r"[A-Z]{2} ?[A-Z2-9]{3}", port.upper()) and port.upper().startswith(country.upper())
        return port if is_code else f"{port}, {country.upper()}"
    return port or country


def _terminal(values: dict[str, str]) -> str:
    number, name = values.get("facility", ""), values.get("terminal", "")
    return f"{name} ({number})" if number and name else number or name


def _moment(values: dict[str, str], name: str) -> str:
    """The day as written, with the time of a column of its own; in the short form where it can be read."""
    text = " ".join(part for part in (values.get(name, ""), values.get(f"{name}_time", "")) if part)
    typed = moments.read(text)
    return typed.text if typed.day and not typed.problem else text


def _purpose(text: str, notes: list[str]) -> str:
    if not text:
        return ""
    found = columns.purpose_of(text)
    if found:
        return found
    notes.append(_("“%(text)s” is no purpose we know; read as “other”, which asks.") % {"text": _shown(text)})
    return Purpose.OTHER


def _yes_no(heading: object, text: str, notes: list[str], *, level: bool = False) -> str:
    word = text.lower()
    if level and word in ("1", "2", "3", "level 1", "level 2", "level 3"):
        # Level 1 on paper does not say that the measures of level 2 were not taken.
        return "y" if word[-1] != "1" else ""
    if word in _YES:
        return "y"
    if word in _NO:
        return "n"
    notes.append(
        _("“%(text)s” under %(heading)s is neither yes nor no; left as not known.")
        % {"text": _shown(text), "heading": heading}
    )
    return ""


def _declaration(text: str, notes: list[str]) -> str:
    word = text.lower()
    for letter, words in (
        ("n", ("not attempted", "not tried")),
        ("r", ("refused", "declined", "rejected")),
        ("s", ("signed", "completed", "agreed")),
        ("t", ("attempted", "tried", "requested", "offered")),
    ):
        if any(known in word for known in words):
            return letter
    answer = _yes_no(HEADINGS["declaration_of_security"], text, notes)
    return {"y": "t", "n": "n"}.get(answer, "")


def _invisible(cell: str) -> int | None:
    """The first character that no one can see, as its number; None if there is none."""
    hidden = (c for c in cell if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c not in _JOINERS)
    return next((ord(c) for c in hidden), None)


def _shown(text: str) -> str:
    plain = "".join(c if c.isprintable() else " " for c in text)
    return plain if len(plain) <= 160 else plain[:159] + "…"
