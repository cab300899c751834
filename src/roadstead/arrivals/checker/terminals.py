"""Terminals: those the advisories name for a country, and what a typed terminal says."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from roadstead.core.advisory import ExceptionSpell, Facility, PlaceListing, Tier
from roadstead.core.identity import facility_number, near_number
from roadstead.core.reasons import since_said
from roadstead.core.snapshot import Snapshot
from roadstead.core.truth import YES, Truth

SEPARATOR = ";"
_NUMBER_BEHIND = re.compile(r"(?P<name>.*?)\s*\((?P<number>[^()]+)\)")
_NUMBER_FIRST = re.compile(r"(?P<number>[A-Za-z]{2}[A-Za-z0-9]{3}-[0-9]{4})[\s,:–-]+(?P<name>\S.*)")


@dataclass(frozen=True, slots=True)
class Terminal:
    """A facility that an advisory names. `value` is what to type so that it matches; `note` says what it is."""

    value: str
    name: str
    note: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Berth:
    """A terminal as given: a number, a name, or both."""

    facility: str | None = None
    facility_name: str | None = None


def known(snapshot: Snapshot, country: str, day: date) -> tuple[Terminal, ...]:
    """The facilities of a country with an exception that stands, or may stand, on a day."""
    standing = snapshot.standing(country, day)
    return tuple(
        _terminal(snapshot.facilities[spell.facility].facility, spell, truth) for spell, truth in standing.exceptions
    )


def listed(snapshot: Snapshot, country: str, day: date) -> tuple[Terminal, ...]:
    """The facilities of a country that are listed by themselves, or may be, on a day."""
    return tuple(
        Terminal(
            _value(facility),
            facility.name,
            _("listed since %(since)s") % {"since": since_said(spell.start)},
            truth is YES,
        )
        for spell, truth in snapshot.standing(country, day).listings
        if isinstance(spell, PlaceListing) and spell.facility
        for facility in [snapshot.facilities[spell.facility].facility]
    )


def _terminal(facility: Facility, spell: ExceptionSpell, truth: Truth) -> Terminal:
    return Terminal(_value(facility), facility.name, _note(spell, truth), truth is YES)


def _value(facility: Facility) -> str:
    """What to type so that it matches: its name, with its number where there is a sure one."""
    number = next((entry.normalised for entry in facility.numbers if entry.normalised and entry.certain), None)
    return (f"{facility.name} ({number})" if number else facility.name).replace(SEPARATOR, ",")


def _note(spell: ExceptionSpell, truth: Truth) -> str:
    since = since_said(spell.start)
    if truth is not YES:
        return _("excepted since %(since)s; not certain whether it still is") % {"since": since}
    if spell.tier is Tier.CARVED_OUT:
        return _("outside the determination since %(since)s") % {"since": since}
    if spell.tier is Tier.DUTIES_ONLY:
        return _("duties in port only, since %(since)s") % {"since": since}
    return _("excepted since %(since)s") % {"since": since}


def read(text: str, country: str) -> tuple[Berth, ...]:
    """The terminals typed: numbers where they are numbers, names otherwise; several with “;” between."""
    return tuple(_berth(part, country) for entry in text.split(SEPARATOR) if (part := entry.strip()))


def write(berths: tuple[Berth, ...]) -> str:
    """The text that `read` reads as these berths."""
    return f"{SEPARATOR} ".join(_written(berth) for berth in berths)


def _berth(text: str, country: str) -> Berth:
    if _is_number(text, country):
        return Berth(facility=text)
    for pattern in (_NUMBER_BEHIND, _NUMBER_FIRST):
        found = pattern.fullmatch(text)
        if found and _is_number(found["number"].strip(), country):
            return Berth(facility=found["number"].strip(), facility_name=found["name"].strip() or None)
    return Berth(facility_name=text)


def _is_number(text: str, country: str) -> bool:
    """A port facility number, or one with a slip in it. “Berth 1” looks like a slip, but of no country here."""
    if facility_number(text):
        return True
    near = near_number(text)
    return near is not None and near.startswith(country)


def _written(berth: Berth) -> str:
    if berth.facility and berth.facility_name:
        return f"{berth.facility_name} ({berth.facility})"
    return berth.facility or berth.facility_name or ""
