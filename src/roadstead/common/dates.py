"""Dates that say what they are."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: dict[str, str | Promise] = {
    "published": _("Published"),
    "in_force": _("In force from"),
    "until": _("In force until"),
    "known": _("Known since"),
    "due": _("Due"),
    "arrived": _("Arrived"),
    "departed": _("Departed"),
    "confirmed": _("Last confirmed"),
    "as_of": _("As of"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A date ready to be shown: what it is, how it reads, and how a machine reads it."""

    what: str | Promise
    text: str
    machine: str


def said(on: date | datetime | str | None, kind: str = "") -> Said:
    """Give a date its word. A missing date reads as “date not known”; text that is no date is shown as it is."""
    if kind and kind not in KINDS:
        raise ValueError(f"The kind of date “{kind}” is none of {', '.join(KINDS)}.")
    what = KINDS.get(kind, "")
    value = _read(on) if isinstance(on, str) else on
    if value is None:
        return Said(what, str(on) if on else str(_("date not known")), "")
    if isinstance(value, datetime):
        moment = value.astimezone(UTC)
        text = f"{date_format(moment, 'j F Y')}, {date_format(moment, 'H:i')} UTC"
        return Said(what, text, moment.isoformat().replace("+00:00", "Z"))
    return Said(what, date_format(value, "j F Y"), value.isoformat())


def _read(text: str) -> date | datetime | None:
    try:
        return parse_date(text) or parse_datetime(text)
    except ValueError:
        return None
