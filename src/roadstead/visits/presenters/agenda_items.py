"""One item of an agenda as pages show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.common.dates import said
from roadstead.visits.agenda import snapshots, zones
from roadstead.visits.agenda.words import Both, Words
from roadstead.visits.agenda_enums import Side

DAY = "l, j F Y"
MOMENTS = {"es": r"j \d\e F \d\e Y", "pt": r"j \d\e F \d\e Y"}
DAYS = {"fr": "l j F Y", "es": r"l, j \d\e F \d\e Y", "pt": r"l, j \d\e F \d\e Y", "ar": "l، j F Y"}


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
    day: Both
    clock: str
    people: str
    language: str
    prepare: str
    prepare_local: str
    travel: str
    by: str
    side: Both
    accepted: tuple[tuple[Both, str], ...]
    mine: bool
    mark: str
    changed: Both


def item_shown(
    row: Any, number: int, held: Mapping[tuple[int, str], Any], side: str, mark: Any, words: Words
) -> ItemShown:
    """An item with who accepted it. side: of who looks, "" for who only reads; words: of the page."""
    kind, fields = mark or (snapshots.SAME, [])
    accepted = tuple((words[one.value], _who(held.get((row.pk, one.value)))) for one in Side)
    fields_said = [words[f"part_{name}"] for name in fields]
    return ItemShown(
        row.pk,
        number,
        row.revision,
        row.purpose or row.purpose_local,
        row.purpose_local if row.purpose else "",
        row.place,
        day_in_both(row.starts_at, row.zone, words),
        clock_of(row.starts_at, row.ends_at, row.zone),
        row.people,
        row.language,
        row.prepare or row.prepare_local,
        row.prepare_local if row.prepare else "",
        travel_of(row.travel_minutes, row.travel_by),
        row.by_name,
        words[Side(row.side).value],
        accepted,
        (row.pk, side) in held,
        kind if kind != snapshots.SAME else "",
        Both(
            ", ".join(one.english for one in fields_said),
            ", ".join(one.local for one in fields_said),
            words["changed"].language,
        ),
    )


def day_of(at: Any, zone: str) -> str:
    """The day by the clocks of the place."""
    return date_format(zones.local(at, zone), DAY) if at else _("No day yet")


def day_in_both(at: Any, zone: str, words: Words) -> Both:
    """The day, in both languages."""
    language = words["no_day"].language
    if not at or not language:
        return words["no_day"] if not at else Both(day_of(at, zone))
    with translation.override(language):
        local = date_format(zones.local(at, zone), DAYS.get(language, DAY))
    return Both(day_of(at, zone), local, language)


def moment_in_both(at: Any, words: Words) -> Both:
    """A moment in UTC, in both languages."""
    language, there = words["no_day"].language, at.astimezone(UTC)
    with translation.override(language or "en"):
        local = f"{date_format(there, MOMENTS.get(language, 'j F Y'))}, {date_format(there, 'H:i')} UTC"
    return Both(said(at).text, local, language)


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
