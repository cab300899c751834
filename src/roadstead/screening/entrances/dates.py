"""The day of an entrance, in the ways the file has been published and people save it."""

import re
from datetime import date, datetime, timedelta

from roadstead.screening.entrances.errors import Problem, RowError, shown

FIRST_YEAR, LAST_YEAR = 1970, 2069  # two digits of a year are read as one of these
_EXCEL_BEGINS = date(1899, 12, 30)  # day 0 of Excel's count, with its 29 February 1900
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.Z+]*)?")
_AMERICAN = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?: [\d:]+(?: ?[AP]M)?)?", re.IGNORECASE)
_NAMED = re.compile(r"(\d{1,2})[ -]?([A-Z]{3})[A-Z]*[ -]?(\d{4}|\d{2})", re.IGNORECASE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 - reads better
_REMEDY = "Write the day as in 2023-01-31."


def entrance_day(cell: object, column: str = "ECDATE") -> date:
    """A day from a cell: a date, YYYYMMDD, YYMMDD, 2023-01-31, 1/31/2023 (month first), 31-JAN-2023, Excel's count.

    Raises RowError where it is none of these, or could be two of them.
    """
    if isinstance(cell, datetime):
        return _plausible(cell.date(), cell, column)
    if isinstance(cell, date):
        return _plausible(cell, cell, column)
    text = "" if cell is None else " ".join(str(cell).split()).removesuffix(".0")
    if not text:
        raise _refused(column, cell, "the day of the entrance is blank")
    found = _digits(text, column) if text.isdecimal() and text.isascii() else _written(text)
    if found is None:
        raise _refused(column, cell, "this is no day of the calendar")
    return _plausible(found, cell, column)


def _digits(text: str, column: str) -> date | None:
    if len(text) == 8:
        return _day(int(text[:4]), int(text[4:6]), int(text[6:]))
    if len(text) == 6:
        return _day(_year(text[:2]), int(text[2:4]), int(text[4:]))
    if len(text) == 5:
        counted = _EXCEL_BEGINS + timedelta(days=int(text))
        shortened = _day(2000 + int(text[0]), int(text[1:3]), int(text[3:]))  # YYMMDD that lost the zero of 200Y
        if shortened and counted.year >= FIRST_YEAR:
            why = f"this can be {shortened} (YYMMDD without its zero) or {counted} (Excel's count of days)"
            raise _refused(column, text, why)
        return shortened or counted
    return None


def _written(text: str) -> date | None:
    if match := _ISO.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _AMERICAN.fullmatch(text):
        return _day(_year(match[3]), int(match[1]), int(match[2]))
    if (match := _NAMED.fullmatch(text)) and match[2].lower() in _MONTHS:
        return _day(_year(match[3]), _MONTHS.index(match[2].lower()) + 1, int(match[1]))
    return None


def _year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= FIRST_YEAR % 100 else 2000)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _plausible(day: date, cell: object, column: str) -> date:
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    raise _refused(column, cell, f"this is read as {day}, which lies outside {FIRST_YEAR} to {LAST_YEAR}")


def _refused(column: str, cell: object, why: str) -> RowError:
    return RowError(Problem(column, shown("" if cell is None else cell), why, _REMEDY))
