"""An agenda to take away: as a calendar, an itinerary, and as plain data for the paper."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from roadstead.visits.agenda import calendar, words
from roadstead.visits.agenda_enums import Side
from roadstead.visits.presenters.agenda import in_order
from roadstead.visits.presenters.agenda_items import clock_of, day_of, travel_of
from roadstead.visits.queries import agenda as queries

AN_HOUR = timedelta(hours=1)  # how long an item is in a calendar that has no end yet


def title(visit: Any) -> str:
    """What the agenda is called outside of the programme’s pages."""
    return _("Port security visit: %(country)s") % {"country": visit.country.name}


def as_calendar(visit: Any, agenda: Any) -> str:
    """Every item with a time; one that both sides accepted is confirmed, one taken off is cancelled."""
    held = queries.acceptances_of(agenda)
    rows = [row for row in queries.items_of(agenda, withdrawn=True) if row.starts_at]
    entries = [
        calendar.Entry(
            uid=f"{row.uid}@roadstead",
            sequence=row.revision,
            changed=row.changed_at,
            starts=row.starts_at,
            ends=row.ends_at or row.starts_at + AN_HOUR,
            summary=row.purpose or row.purpose_local,
            place=row.place,
            text="\n".join(one for one in (row.purpose_local if row.purpose else "", row.people, row.prepare) if one),
            tentative=any((row.pk, side) not in held for side in Side.values),
            cancelled=row.withdrawn_at is not None,
        )
        for row in rows
    ]
    return calendar.written(title(visit), entries)


def itinerary(visit: Any, agenda: Any) -> list[dict[str, str]]:
    """What happens where, in the order of time, with the ways between: of items, and of the legs of the visit."""
    rows = [
        {
            "at": row.starts_at.timestamp(),
            "day": day_of(row.starts_at, row.zone),
            "clock": clock_of(row.starts_at, row.ends_at, row.zone),
            "what": row.purpose or row.purpose_local,
            "local": row.purpose_local if row.purpose else "",
            "place": row.place,
            "travel": travel_of(row.travel_minutes, row.travel_by),
        }
        for row in queries.items_of(agenda)
        if row.starts_at
    ]
    return sorted(rows, key=lambda one: one["at"])


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


def content(visit: Any, agenda: Any) -> dict[str, Any]:
    """Everything that the paper says, as plain data, in both languages."""
    said, held = words.both(agenda.language), queries.agreements_of(agenda)
    rows = in_order(queries.items_of(agenda))
    accepted = queries.acceptances_of(agenda)
    return {
        "lang": "en",
        "local_lang": agenda.language or "en",
        "rtl": words.direction(agenda.language) == "rtl",
        "title": title(visit),
        "version": _("Version %(number)s") % {"number": agenda.version},
        "words": {key: [one.english, one.local] for key, one in said.items()},
        "agreements": [[str(one.label).capitalize(), _signed(held.get(one.value))] for one in Side],
        "blocks": [
            [[said[block].english, said[block].local], [_on_paper(row, accepted) for row in rows if row.block == block]]
            for block in ("government", "ports", "embassy")
        ],
        "ways": [
            [one["place"], f"{one['first']:%d.%m.%Y}–{one['last']:%d.%m.%Y}", one["travel"]] for one in ways(visit)
        ],
        "page": _("page"),
        "of": _("of"),
    }


def _signed(one: Any) -> str:
    if one is None:
        return ""
    office = f", {one.office}" if one.office else ""
    return f"{one.name}{office}, {one.at:%d.%m.%Y %H:%M} UTC"


def _on_paper(row: Any, accepted: Any) -> dict[str, Any]:
    return {
        "day": day_of(row.starts_at, row.zone),
        "clock": clock_of(row.starts_at, row.ends_at, row.zone),
        "purpose": [row.purpose, row.purpose_local],
        "place": row.place,
        "people": row.people,
        "language": row.language,
        "prepare": [row.prepare, row.prepare_local],
        "travel": travel_of(row.travel_minutes, row.travel_by),
        "accepted": ", ".join(
            f"{one.label}: {accepted[(row.pk, one.value)].name}" for one in Side if (row.pk, one.value) in accepted
        ),
    }
