"""The changes file (`roadstead/advisory-changes/1`): every edition with what it did, for programs that keep a copy."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from roadstead.advisories import queries, summary
from roadstead.advisories.queries import Entry
from roadstead.core.listed import CountryOn, EditionRef, ExceptionOn

SCHEMA = "roadstead/advisory-changes/1"


@dataclass(frozen=True, slots=True)
class CountryRef:
    """A country that an edition touched."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class FacilityRef:
    """A facility that an edition touched; numbers as they are read, or as printed where they cannot be."""

    facility: str
    country: str
    name: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditionDone:
    """What one edition did, and who is on the list after it. `on`: the day on which its own list is read."""

    edition: EditionRef
    on: date
    told: str
    listed: tuple[CountryRef, ...]
    delisted: tuple[CountryRef, ...]
    recommended: tuple[CountryRef, ...]
    recommendations_ended: tuple[CountryRef, ...]
    excepted: tuple[FacilityRef, ...]
    withdrawn: tuple[FacilityRef, ...]
    vanished: tuple[FacilityRef, ...]
    listed_after: tuple[str, ...]
    unclear_after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Every edition up to a day, as known on a day, the newest first."""

    schema: str
    on: date
    known_at: date
    rule_book: str
    editions: tuple[EditionDone, ...]


def changes(on: date, known_at: date) -> Changes:
    """The changes up to `on`, as known at `known_at`."""
    entries = queries.entries_until(on, known_at)
    done = tuple(_done(entry, known_at) for entry in entries)
    return Changes(SCHEMA, on, known_at, queries.rule_book().digest, done)


def _done(entry: Entry, known_at: date) -> EditionDone:
    did, after = entry.changes, queries.advisory(entry.day, known_at)
    return EditionDone(
        edition=entry.ref,
        on=entry.day,
        told=summary.sentence(entry),
        listed=_countries(did.listed),
        delisted=_countries(did.delisted),
        recommended=_countries(did.recommended),
        recommendations_ended=_countries(did.recommendations_ended),
        excepted=_facilities(did.excepted),
        withdrawn=_facilities(did.withdrawn),
        vanished=_facilities(did.vanished),
        listed_after=tuple(one.code for one in after.countries if one.listed == "yes"),
        unclear_after=tuple(one.code for one in after.countries if one.listed != "yes"),
    )


def _countries(found: Iterable[CountryOn]) -> tuple[CountryRef, ...]:
    return tuple(CountryRef(one.code, one.name) for one in found)


def _facilities(found: Iterable[ExceptionOn]) -> tuple[FacilityRef, ...]:
    return tuple(
        FacilityRef(one.facility, one.country, one.name, tuple(n.normalised or n.printed for n in one.numbers))
        for one in found
    )
