"""One item of an agenda as pages show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.visits.agenda import snapshots, zones
from roadstead.visits.agenda_enums import Side

FIELD_WORDS = {
    "block": gettext_lazy("part"),
    "position": gettext_lazy("order"),
    "purpose": gettext_lazy("purpose"),
    "purpose_local": gettext_lazy("purpose, second language"),
    "place": gettext_lazy("place"),
    "starts_at": gettext_lazy("beginning"),
    "ends_at": gettext_lazy("end"),
    "zone": gettext_lazy("time zone"),
    "people": gettext_lazy("people"),
    "language": gettext_lazy("language"),
    "prepare": gettext_lazy("to be prepared"),
    "prepare_local": gettext_lazy("to be prepared, second language"),
    "travel_minutes": gettext_lazy("travel"),
    "travel_by": gettext_lazy("travel by"),
}


@dataclass(frozen=True, slots=True)
class ItemShown:
    """An item. mark: new or changed since one last looked, with the words of what was changed.

    accepted: for each side its word and who accepted it as it stands, "" for nobody yet.
    """

    pk: int
    number: int
    revision: int
    purpose: str
    purpose_local: str
    place: str
    day: str
    clock: str
    people: str
    language: str
    prepare: str
    prepare_local: str
    travel: str
    by: str
    accepted: tuple[tuple[str, str], ...]
    mine: bool
    mark: str
    changed: str


def item_shown(row: Any, number: int, held: Mapping[tuple[int, str], Any], side: str, mark: Any) -> ItemShown:
    """An item with who accepted it. side: of who looks, "" for who only reads."""
    kind, fields = mark or (snapshots.SAME, [])
    accepted = tuple((str(one.label), _who(held.get((row.pk, one.value)))) for one in Side)
    return ItemShown(
        row.pk,
        number,
        row.revision,
        row.purpose or row.purpose_local,
        row.purpose_local if row.purpose else "",
        row.place,
        day_of(row.starts_at, row.zone),
        clock_of(row.starts_at, row.ends_at, row.zone),
        row.people,
        row.language,
        row.prepare or row.prepare_local,
        row.prepare_local if row.prepare else "",
        travel_of(row.travel_minutes, row.travel_by),
        _("%(name)s, for %(side)s") % {"name": row.by_name, "side": Side(row.side).label},
        accepted,
        (row.pk, side) in held,
        kind if kind != snapshots.SAME else "",
        ", ".join(str(FIELD_WORDS[name]) for name in fields),
    )


def day_of(at: Any, zone: str) -> str:
    """The day by the clocks of the place."""
    return date_format(zones.local(at, zone), "l, j F Y") if at else _("No day yet")


def clock_of(starts: Any, ends: Any, zone: str) -> str:
    """From when until when, by the clocks of the place, which are named."""
    if starts is None:
        return _("no time yet")
    there = zones.local(starts, zone)
    until = zones.local(ends, zone) if ends else None
    other_day = until is not None and until.date() != there.date()
    last = f"–{date_format(until, 'j F, H:i' if other_day else 'H:i')}" if until else ""
    return f"{date_format(there, 'H:i')}{last} ({zones.offset(starts, zone)}, {zone})"


def travel_of(minutes: int | None, by: str) -> str:
    """How long the way is, in hours and minutes, and by what."""
    if minutes is None:
        return by
    hours, rest = divmod(minutes, 60)
    said = _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": rest} if hours else _("%s min") % rest
    return f"{said}, {by}" if by else said


def _who(acceptance: Any) -> str:
    return str(acceptance.name) if acceptance is not None else ""
