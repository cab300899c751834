"""What took place with a country, in one line each: each app says it for its own, in its timeline.py.

However long it is, a page of it costs the same queries: each source is asked how much it has, and for no more of its
latest rows than reach to the end of the page; only those that are shown are put into words.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import DateTimeField, F
from django.utils.functional import Promise

from roadstead.common.access.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Moment:
    """What took place, or is due. sort: the key of its kind; word: its kind in words; href: "" for no page."""

    on: date
    sort: str
    word: str | Promise
    title: str
    href: str = ""
    note: str = ""
    tone: str = ""


Row = tuple[Any, ...]  # the day, the key, and the columns of its source


@dataclass(frozen=True, slots=True)
class Source:
    """Moments of one kind. rows: those of a country that somebody may read; when: a column or expression of them, a day
    or an instant; told: the moments of some rows, in their order, in a number of queries that does not grow."""

    sort: str
    word: str | Promise
    rows: Callable[[str, Viewer], Any]
    when: Any
    columns: tuple[str, ...]
    told: Callable[[list[Row], Viewer], Iterable[Moment]]


@dataclass(frozen=True, slots=True)
class Listed:
    """Moments of one kind that are few, and in no table of their own."""

    sort: str
    word: str | Promise
    moments: Callable[[str, Viewer], Iterable[Moment]]


Kind = Source | Listed
SOURCES: dict[str, Kind] = {}


def register(source: Kind) -> None:
    """Say how moments of a kind are found. Raises ValueError if it was said already."""
    if source.sort in SOURCES:
        raise ValueError(f"It is said twice how moments of the kind {source.sort} come into a timeline")
    SOURCES[source.sort] = source


def count(source: Kind, country: str, viewer: Viewer) -> int:
    """How many moments of a kind there are; one query."""
    if isinstance(source, Listed):
        return len(list(source.moments(country, viewer)))
    return int(source.rows(country, viewer).order_by().count())


def latest(
    sources: Collection[Kind], country: str, viewer: Viewer, *, most: int, skip: int = 0, until: date | None = None
) -> list[Moment]:
    """The latest moments of some kinds, the latest first. skip: so many of them are left out; until: the last day."""
    found = [one for source in sources for one in _days(source, country, viewer, skip + most, until)]
    found.sort(key=lambda one: one[0], reverse=True)
    shown = found[skip : skip + most]
    rows: dict[str, list[Row]] = {}
    for _on, source, row in shown:
        rows.setdefault(source.sort, []).append(row)
    told = {source.sort: _told(source, rows[source.sort], viewer) for _on, source, _row in shown}
    return [next(told[source.sort]) for _on, source, _row in shown]


def _days(source: Kind, country: str, viewer: Viewer, most: int, until: date | None) -> list[tuple[date, Kind, Row]]:
    if isinstance(source, Listed):
        every = [one for one in source.moments(country, viewer) if until is None or one.on <= until]
        every.sort(key=lambda one: one.on, reverse=True)
        return [(one.on, source, (one,)) for one in every[:most]]
    rows = source.rows(country, viewer)
    rows = rows.annotate(moment_at=F(source.when) if isinstance(source.when, str) else source.when)
    if until is not None:
        over = until + timedelta(days=1)
        instant = isinstance(rows.query.annotations["moment_at"].output_field, DateTimeField)
        rows = rows.filter(moment_at__lt=datetime.combine(over, time(), UTC) if instant else over)
    found = rows.order_by("-moment_at", "-pk").values_list("moment_at", "pk", *source.columns)[:most]
    return [(_day(row[0]), source, (_day(row[0]), *row[1:])) for row in found]


def _told(source: Kind, rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    return (row[0] for row in rows) if isinstance(source, Listed) else iter(source.told(rows, viewer))


def _day(at: date | datetime) -> date:
    return at.astimezone(UTC).date() if isinstance(at, datetime) else at
