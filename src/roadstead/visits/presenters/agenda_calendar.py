"""An agenda as a calendar. Taken in again, it replaces, and takes out, what was taken in before."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from roadstead.visits.agenda import calendar
from roadstead.visits.agenda_enums import Side
from roadstead.visits.enums import VisitState
from roadstead.visits.presenters.agenda_files import title
from roadstead.visits.queries import agenda as queries

AN_HOUR = timedelta(hours=1)  # how long an item is in a calendar that has no end yet
Times = tuple[datetime, datetime | None]


def as_calendar(visit: Any, agenda: Any) -> str:
    """Every item that has, or had, a time. One that both sides accepted is confirmed.

    One taken off, or without a time by now, is cancelled at the time that it had; all are, once the visit is.
    """
    held = queries.acceptances_of(agenda)
    rows = queries.items_of(agenda, withdrawn=True)
    once = _once(agenda) if any(row.starts_at is None for row in rows) else {}
    void = visit.state == VisitState.CANCELLED
    found = [_entry(row, held, once, visit, void) for row in rows]
    return calendar.written(title(visit), [one for one in found if one])


def _entry(
    row: Any, held: Mapping[tuple[int, str], Any], once: Mapping[str, Times], visit: Any, void: bool
) -> calendar.Entry | None:
    starts, ends = (row.starts_at, row.ends_at) if row.starts_at else once.get(str(row.uid), (None, None))
    if starts is None:
        return None
    accepted = [held[(row.pk, side)] for side in Side.values if (row.pk, side) in held]
    moments = [row.changed_at, *(one.at for one in accepted), *([visit.changed_at] if void else [])]
    texts = (row.purpose_local if row.purpose else "", row.people, row.prepare, row.prepare_local)
    return calendar.Entry(
        uid=f"{row.uid}@roadstead",
        sequence=row.revision + (1 if void else 0),
        changed=max(moments),
        starts=starts,
        ends=ends or starts + AN_HOUR,
        summary=row.purpose or row.purpose_local,
        place=row.place,
        text="\n".join(one for one in texts if one),
        tentative=len(accepted) < len(Side.values),
        cancelled=void or row.withdrawn_at is not None or row.starts_at is None,
    )


def _once(agenda: Any) -> dict[str, Times]:
    """The latest times that each item had in any version, by its uid."""
    found: dict[str, Times] = {}
    for version in reversed(queries.versions_of(agenda)):
        for one in version.snapshot["items"]:
            if one["starts_at"]:
                ends = datetime.fromisoformat(one["ends_at"]) if one["ends_at"] else None
                found[one["uid"]] = (datetime.fromisoformat(one["starts_at"]), ends)
    return found
