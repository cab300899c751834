"""The log as files: CSV of what was asked for, and JSON Lines of whole days, whose chain can be verified anywhere."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from roadstead.audit import presenters, queries
from roadstead.audit.models import Event, stamp
from roadstead.audit.queries import Asked
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.common.sheets import harmless
from roadstead.core import chain

COLUMNS = (
    "number", "at", "type", "title", "person", "person_number", "kind", "record", "sentence", "elevation", "token",
)  # fmt: skip


def csv_rows(rows: QuerySet[Event], last: int, viewer: Viewer) -> Iterator[str]:
    """Events up to a number as lines of CSV, the first one first. What a spreadsheet would run is made harmless."""
    yield _csv([COLUMNS])
    number = 0
    while found := list(rows.filter(number__gt=number, number__lte=last).order_by("number")[: queries.AT_ONCE]):
        number = found[-1].number
        told = zip(found, presenters.lines(found, viewer), strict=True)
        yield _csv(_cells(event, line) for event, line in told)


def _cells(event: Event, line: presenters.Line) -> Sequence[Any]:
    return (
        *(event.number, stamp(event.at), event.type, line.title, presenters.actor_name(event), event.actor),
        *(event.subject_kind, event.subject, line.text, event.elevation, event.token),
    )


def _csv(rows: Iterable[Sequence[Any]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def json_lines(viewer: Viewer, asked: Asked, first: int, last: int, head: tuple[int, str]) -> Iterator[str]:
    """The chain from one number to another as `roadstead/audit/1`: a header, then an event or a stub in each line."""
    yield _json(header(asked, first, last, head))
    for link in queries.links(viewer, first, last):
        yield _json(link)


def header(asked: Asked, first: int, last: int, head: tuple[int, str]) -> dict[str, Any]:
    """What the events of a file are, what stands before them, and the end of the chain when it was written."""
    return {
        "schema": chain.SCHEMA,
        "made_at": stamp(clock.now()),
        "from": asked.since.isoformat() if asked.since else None,
        "until": asked.until.isoformat() if asked.until else None,
        "after": _end(queries.before(first)),
        "to": _end(queries.before(last + 1)),
        "head": _end(head),
    }


def _end(end: tuple[int, str]) -> dict[str, Any]:
    return {"number": end[0], "digest": end[1]}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
