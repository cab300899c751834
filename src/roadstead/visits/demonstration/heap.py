"""Rows that wait to be entered together, and how their days and marks are said."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db.models import Model

from roadstead.common.access.marks import Mark, Marked
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.inventing import SHARED, UNSHARED
from roadstead.registry.reach import person_of
from roadstead.visits.actions.inventing import invent_visits
from roadstead.visits.models import Visit

T = TypeVar("T", bound=Model)


@dataclass(slots=True)
class Heap:
    """Rows by their model, in the order in which they were made; those that their State may read beside."""

    rows: dict[type[Model], list[Any]] = field(default_factory=dict)
    shared: list[Marked] = field(default_factory=list)

    @property
    def visits(self) -> list[Any]:
        return self.rows.get(Visit, [])

    def add(self, row: T) -> T:
        self.rows.setdefault(type(row), []).append(row)
        if isinstance(row, Marked) and row.mark == Mark.PARTNER:
            self.shared.append(row)
        return row


@contextmanager
def entered(country: str, by: Viewer) -> Iterator[Heap]:
    """A heap whose rows are entered at the end."""
    heap = Heap()
    yield heap
    invent_visits(country=country, rows=heap.rows, shared=heap.shared, follows=heap.visits, by=by)


def marked(by: Viewer, at: datetime, *, shared: bool) -> dict[str, Any]:
    """The columns of a mark: for the programme, or for the State too."""
    said = {"marked_by_id": person_of(by), "marked_at": at}
    if shared:
        return said | {"mark": Mark.PARTNER, "mark_reason": SHARED}
    return said | {"mark": Mark.PROGRAMME, "mark_reason": UNSHARED}


def uid(*about: object) -> UUID:
    """The same for the same thing on every machine, so that nothing is invented twice."""
    return uuid5(NAMESPACE_URL, f"roadstead/demonstration/{'/'.join(map(str, about))}")


def moment(day: date, hour: int = 9) -> datetime:
    """An hour of a day, UTC."""
    return datetime.combine(day, time(hour), UTC)


def past(day: date, on: date) -> date:
    """That day, or yesterday where it is still to come."""
    return min(day, on - timedelta(days=1))
