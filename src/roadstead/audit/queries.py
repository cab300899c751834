"""Verbs that read what was done."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Max, Min, Model, QuerySet

from roadstead.audit import subjects
from roadstead.audit.models import Event
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.core import chain

AT_ONCE = 500  # events that are held at once when many are read


@dataclass(frozen=True, slots=True)
class Asked:
    """Which events are wanted: by whom, of which type, about what, of which days (in UTC, both included)."""

    people: tuple[int, ...] | None = None
    type: str = ""
    kind: str = ""
    record: str = ""
    since: date | None = None
    until: date | None = None
    elevated: bool = False


def log(viewer: Viewer, asked: Asked) -> QuerySet[Event]:
    """The events wanted, the latest first. Raises PermissionDenied."""
    viewer.must(Permission.READ_LOG)
    rows = _days(Event.objects.visible_to(viewer), asked)
    if asked.people is not None:
        rows = rows.filter(actor__in=asked.people)
    wanted = {"type": asked.type, "subject_kind": asked.kind, "subject": asked.record}
    rows = rows.filter(**{field: value for field, value in wanted.items() if value})
    narrowed: QuerySet[Event] = rows.filter(elevation__isnull=False) if asked.elevated else rows
    return narrowed


def history(record: Model, viewer: Viewer) -> QuerySet[Event]:
    """What was done to a record, the latest first. Raises PermissionDenied."""
    return history_of(record._meta.label_lower, str(record.pk), viewer)


def history_of(kind: str, key: str, viewer: Viewer) -> QuerySet[Event]:
    """What was done to the record of a kind with a key: for who may read it, and histories; for oneself in any case.

    Raises PermissionDenied, also where there is no such record.
    """
    if kind != subjects.PERSON or key != str(viewer.user_id):
        viewer.must(Permission.READ_HISTORY)
    if (kind, key) not in subjects.named([(kind, key)], viewer):
        raise PermissionDenied(Permission.READ_HISTORY.meaning)
    rows: QuerySet[Event] = Event.objects.for_the_system("the history of a record that its reader may read")
    return rows.filter(subject_kind=kind, subject=key)


def done_since(
    kind: str, types: Collection[str], since: datetime, *, besides: int | None
) -> Iterator[tuple[str, dict[str, Any]]]:
    """To which records of a kind something of some types was done by others: key and plain fields, the latest first.

    Whether somebody may know of a record, whoever asks sees to: it reads the records for a viewer.
    """
    rows = Event.objects.for_the_system("which records changed; they are read for a viewer afterwards")
    rows = rows.filter(subject_kind=kind, type__in=types, at__gte=since).exclude(actor=besides)
    yield from rows.order_by("-number").values_list("subject", "data")


def done_to(kind: str, keys: Any, types: Collection[str]) -> QuerySet[Event]:
    """What of some types was done to some records of a kind; keys: those that somebody may read, as their queries have
    them, or a query for them."""
    rows: QuerySet[Event] = Event.objects.for_the_system("what was done to records that were read for a viewer")
    return rows.filter(subject_kind=kind, subject__in=keys, type__in=types)


def head() -> tuple[int, str]:
    """The number and the digest of the last event; those before the first where there is none."""
    return _ends().order_by("-number").values_list("number", "digest").first() or (0, chain.START)


def before(number: int) -> tuple[int, str]:
    """The number and the digest of the event before one."""
    row: tuple[int, str] | None = _ends().filter(number=number - 1).values_list("number", "digest").first()
    return row or (0, chain.START)


def span(asked: Asked) -> tuple[int, int]:
    """The numbers of the first and the last event of the days wanted; the last before the first where there is none.

    All between them are of it, so that the chain is whole, also where the clock once went back.
    """
    found = _days(_ends(), asked).order_by().aggregate(first=Min("number"), last=Max("number"))
    return (found["first"], found["last"]) if found["first"] else (1, 0)


def links(viewer: Viewer, first: int, last: int) -> Iterator[dict[str, Any]]:
    """Events by their numbers as links of the chain; a stub for each that the viewer may not read.

    Raises PermissionDenied.
    """
    viewer.must(Permission.READ_LOG)
    return (link for number in range(first, last + 1, AT_ONCE) for link in _some(viewer, number, last))


def all_links() -> Iterator[dict[str, Any]]:
    """The whole chain, for following it."""
    return (one.link() for one in _ends().order_by("number").iterator(AT_ONCE))


def _some(viewer: Viewer, first: int, last: int) -> Iterator[dict[str, Any]]:
    numbers = (first, min(first + AT_ONCE - 1, last))
    seen = {one.number: one for one in Event.objects.visible_to(viewer).filter(number__range=numbers)}
    ends = _ends().filter(number__range=numbers).order_by("number").values_list("number", "previous", "digest")
    for number, previous, digest in ends:
        yield seen[number].link() if number in seen else chain.stub(number, previous, digest)


def _ends() -> Any:
    return Event.objects.for_the_system("numbers and digests, which say nothing of what was done")


def _days(rows: Any, asked: Asked) -> Any:
    if asked.since:
        rows = rows.filter(at__gte=_midnight(asked.since))
    return rows.filter(at__lt=_midnight(asked.until + timedelta(days=1))) if asked.until else rows


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
