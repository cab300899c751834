"""Days and times as people type them, read without guessing. Everything is in UTC."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.utils.translation import gettext as _

from roadstead.core.texts import said

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONG_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<cy>(?:19|20)\d\d)(?P<cm>\d\d)(?P<cd>\d\d)")
_SLASHED = re.compile(r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})(?P<sep>[/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})")
_NAMED = re.compile(r"(?P<d>\d{1,2})(?:st|nd|rd|th)?[ .-]*(?P<m>[a-z]{3,9})[ .,-]*(?P<y>\d{4})")
_NAMED_FIRST = re.compile(r"(?P<m>[a-z]{3,9})[ .]*(?P<d>\d{1,2})(?:st|nd|rd|th)?,? *(?P<y>\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}[/.-](?:\d{1,2}|[a-z]{3,9})[/.-]\d{2}|\d{1,2} *[a-z]{3,9} *\d{2}")
_SERIAL = re.compile(r"[1-9]\d{4}(?:[.,]\d+)?")
_TIME = re.compile(
    r"(?P<h>\d{1,2})(?::|\.|h)?(?P<min>\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?P<half>am|pm)?\s*"
    r"(?P<zone>z|utc|gmt|lt|local|[+-]\d{2}:?\d{2})?"
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was read: a day with or without a time; or a problem, with choices (value, label) where there are some."""

    day: date | None = None
    at: time | None = None
    problem: str = ""
    choices: tuple[tuple[str, str], ...] = ()

    def moment(self, without_time: time) -> datetime | None:
        """The moment in UTC; `without_time` stands where only the day was given."""
        return datetime.combine(self.day, self.at or without_time, UTC) if self.day else None

    @property
    def text(self) -> str:
        """As the address writes it."""
        if self.day is None:
            return ""
        return f"{self.day.isoformat()}T{self.at:%H:%M}" if self.at is not None else self.day.isoformat()


def read(text: str) -> Typed:
    """Read a day and perhaps a time. Nothing typed gives neither day nor problem."""
    plain = " ".join(text.lower().split())
    if not plain:
        return Typed()
    words = re.sub(r"(?<=\d)t(?=\d)", " ", plain).split()
    for count in range(len(words), 0, -1):
        day = _day(" ".join(words[:count]).rstrip(","))
        if day.day is None and not day.choices:
            continue
        rest = " ".join(words[count:])
        if not rest:
            return day
        found = _TIME.fullmatch(rest)
        if not found:
            return Typed(problem=_("has a time that cannot be read. Write it as 14:30, in UTC."))
        return _with_time(day, found)
    return _day(plain)


def _with_time(day: Typed, found: re.Match[str]) -> Typed:
    zone = found["zone"] or ""
    if zone in ("lt", "local"):
        return Typed(problem=_("has a local time. Write it in UTC."))
    hour = int(found["h"])
    if found["half"]:
        if not 1 <= hour <= 12:
            return Typed(problem=_("has a time that does not exist. Write it as 14:30, in UTC."))
        hour = hour % 12 + (12 if found["half"] == "pm" else 0)
    try:
        at = time(hour, int(found["min"]))
    except ValueError:
        return Typed(problem=_("has a time that does not exist. Write it as 14:30, in UTC."))
    if day.day is None:
        return Typed(
            problem=day.problem, choices=tuple((f"{v}T{at:%H:%M}", f"{name}, {at:%H:%M}") for v, name in day.choices)
        )
    if zone[:1] in ("+", "-"):
        offset = zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
        moment = datetime.fromisoformat(f"{day.day.isoformat()}T{at:%H:%M}{offset}").astimezone(UTC)
        return Typed(moment.date(), moment.time().replace(tzinfo=None))
    return Typed(day.day, at)


def _day(text: str) -> Typed:
    if found := _ISO.fullmatch(text):
        return _made(found["y"] or found["cy"], found["m"] or found["cm"], found["d"] or found["cd"])
    if found := _YEAR_FIRST.fullmatch(text):
        return _made(found["y"], found["m"], found["d"])
    if found := _NAMED.fullmatch(text) or _NAMED_FIRST.fullmatch(text):
        month = _month(found["m"])
        if month is None:
            return Typed(problem=_("names no month we know. Write it as 2024-05-31 or 31 May 2024."))
        return _made(found["y"], str(month), found["d"])
    if found := _SLASHED.fullmatch(text):
        return _slashed(found)
    if _SERIAL.fullmatch(text):
        return Typed(
            problem=_(
                "is a spreadsheet’s own number for a day. Format the column as a date, as in 2024-05-31, "
                "and copy it again."
            )
        )
    if _SHORT_YEAR.fullmatch(text):
        return Typed(problem=_("has a year of two digits. Write all four, as in 2024-05-31."))
    return Typed(
        problem=_("is not a day we can read. Write it as 2024-05-31 or 31 May 2024; a time may follow, as in 14:30.")
    )


def _slashed(found: re.Match[str]) -> Typed:
    first, second, year = int(found["a"]), int(found["b"]), found["y"]
    if first <= 12 and second <= 12 and first != second:
        days = [_made(year, str(second), str(first)), _made(year, str(first), str(second))]
        choices = tuple((day.text, said(day.day)) for day in days if day.day)
        return Typed(problem=_("can be read two ways. Which day is meant?"), choices=choices)
    if second > 12:
        return _made(year, str(first), str(second))
    return _made(year, str(second), str(first))


def _month(word: str) -> int | None:
    if word in MONTHS:
        return MONTHS.index(word) + 1
    if word == "sept":
        return 9
    return LONG_MONTHS.index(word) + 1 if word in LONG_MONTHS else None


def _made(year: str, month: str, day: str) -> Typed:
    try:
        return Typed(date(int(year), int(month), int(day)))
    except ValueError:
        return Typed(problem=_("is a day that does not exist. Check day and month."))
