"""What the cells of a row say: texts, days, answers and numbers, each checked."""

import re
import unicodedata
from datetime import date, datetime

from roadstead.registry.importing.columns import Formula
from roadstead.registry.importing.errors import CellError

NUMBER = re.compile(r"[A-Z]{2}[A-Z0-9]{3}-\d{4}")
DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
NOTHING = frozenset({"", "-", "--", "n/a", "na", "null", "none"})
ANSWERS = {"yes": "yes", "y": "yes", "true": "yes", "1": "yes", "no": "no", "n": "no", "false": "no", "0": "no"}
EARLIEST = date(1990, 1, 1)  # the ISPS Code is of 2002; what lies far before it fills a blank
FORMULA = ("=", "@")


def text(cell: object, longest: int) -> str:
    """The cell on one line, without what cannot be seen. Raises CellError: a formula, or too long."""
    if isinstance(cell, Formula):
        raise CellError("the cell holds a formula; put its value there")
    plain = " ".join(_seen("" if cell is None else str(cell)).split())
    if plain.lower() in NOTHING:
        return ""
    if plain.startswith(FORMULA):
        raise CellError(f"“{plain[:30]}” begins as a formula does; put the value there")
    if len(plain) > longest:
        raise CellError(f"{len(plain)} characters are more than the {longest} that fit")
    return plain


def number(cell: object) -> str:
    """An IMO port facility number. Raises CellError."""
    plain = text(cell, 40).upper().replace(" ", "")
    if not plain:
        raise CellError("the number is missing; without it the row cannot be told from others")
    if not NUMBER.fullmatch(plain):
        raise CellError(f"“{plain[:30]}” is no IMO port facility number; one looks like NGAPP-0001")
    return plain


def day(cell: object, today: date) -> date | None:
    """A day as dd/mm/yyyy; None for a blank cell. Raises CellError: no such day, or one that cannot be."""
    if isinstance(cell, datetime):
        found = cell.date()
    elif isinstance(cell, date):
        found = cell
    else:
        plain = text(cell, 40)
        if not plain:
            return None
        found = _day(plain)
    if not EARLIEST <= found <= today:
        when = "is yet to come" if found > today else "is long before there were such plans"
        raise CellError(f"{found:%d/%m/%Y} {when}")
    return found


def answer(cell: object) -> str:
    """yes, no, or "" for a blank cell, which says neither. Raises CellError."""
    plain = text(cell, 40).lower()
    if plain and plain not in ANSWERS:
        raise CellError(f"“{plain[:30]}” is neither Yes nor No")
    return ANSWERS.get(plain, "")


def _day(plain: str) -> date:
    first, iso = DAY.fullmatch(plain.split()[0]), ISO_DAY.fullmatch(plain)
    try:
        if first:
            return date(int(first[3]), int(first[2]), int(first[1]))
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
    except ValueError:
        raise CellError(f"there is no day {plain[:30]}; days are written dd/mm/yyyy") from None
    raise CellError(f"“{plain[:30]}” is no day; days are written dd/mm/yyyy")


def _seen(raw: str) -> str:
    """Without control and direction characters; line breaks become spaces."""
    return "".join(
        " " if one in "\t\r\n" else one for one in raw if one in "\t\r\n" or unicodedata.category(one)[0] != "C"
    )
