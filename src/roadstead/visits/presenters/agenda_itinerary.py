"""The itinerary of a visit: what happens where in the order of time, the ways between, and where they do not fit."""

from typing import Any

from roadstead.visits.agenda import fitting, zones
from roadstead.visits.agenda.words import Both, Words
from roadstead.visits.presenters.agenda_items import clock_of, day_in_both, travel_of
from roadstead.visits.queries import agenda as queries


def itinerary(visit: Any, agenda: Any, words: Words) -> list[dict[str, Any]]:
    """Every item with a time, in the order of time; `misfits`: what does not fit there, in both languages."""
    rows = sorted((row for row in queries.items_of(agenda) if row.starts_at), key=lambda row: (row.starts_at, row.pk))
    found = fitting.misfits([_stop(row) for row in rows], visit.first_on, visit.last_on)
    return [
        {
            "at": row.starts_at.timestamp(),
            "day": day_in_both(row.starts_at, row.zone, words),
            "clock": clock_of(row.starts_at, row.ends_at, row.zone),
            "what": row.purpose or row.purpose_local,
            "local": row.purpose_local if row.purpose else "",
            "place": row.place,
            "travel": travel_of(row.travel_minutes, row.travel_by),
            "misfits": [_said(one, words) for one in misfits],
        }
        for row, misfits in zip(rows, found, strict=True)
    ]


def ways(visit: Any) -> list[dict[str, Any]]:
    """The legs of the visit, with the way to each."""
    return [
        {
            "place": one.port.name if one.port else one.place,
            "first": one.first_on,
            "last": one.last_on,
            "travel": travel_of(one.travel_minutes, one.travel_by),
        }
        for one in queries.legs_of(visit)
    ]


def _stop(row: Any) -> fitting.Stop:
    starts = zones.local(row.starts_at, row.zone)
    ends = zones.local(row.ends_at, row.zone) if row.ends_at else None
    return fitting.Stop(row.purpose or row.purpose_local, row.place, starts, ends, row.travel_minutes)


def _said(one: fitting.Misfit, words: Words) -> Both:
    values = {"other": one.other, "minutes": one.minutes, "way": one.way, "gap": one.gap}
    return words[f"fit_{one.kind}"].filled(**values)
