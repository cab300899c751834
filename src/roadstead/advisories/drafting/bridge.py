"""A draft with its cases to the record that the rule book takes: never typed twice."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from roadstead.core.advisory import Facility, Ground, RuleBook, Tier
from roadstead.rulebook import schema
from roadstead.rulebook.publishing import NewEdition

SOURCE = "psa{number}"
LONGEST_KEY = 24


@dataclass(frozen=True, slots=True)
class Named:
    """A facility of a case: its number and name as the register has them, its ports, and the kind of exception."""

    number: str | None
    name: str
    ports: tuple[str, ...]
    tier: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What one case decided, in plain values. effect: list, delist, except or withdraw; deemed: a state sponsor's.

    level: country, port or facility: what a case that lists or delists is about; port: of a case about one.
    """

    country: str
    country_name: str
    effect: str
    deemed: bool
    note: str
    facilities: tuple[Named, ...] = ()
    level: str = "country"
    port: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What the draft says for itself."""

    title: str
    number: str
    issued_on: date
    effective_on: date
    notice: str = ""
    notice_on: date | None = None
    docket: str = ""
    address: str = ""
    notes: str = ""
    finding_on: str | None = None
    notified_on: str | None = None
    cases: tuple[Decided, ...] = field(default_factory=tuple)


def edition_of(said: Said, book: RuleBook) -> NewEdition:
    """The edition that a draft becomes, with the facilities and countries that are not on record yet."""
    keys, new = _facility_keys(said.cases, book, SOURCE.format(number=said.number.replace("-", "")))
    known = {code for code, _names in book.country_names}
    source = SOURCE.format(number=said.number.replace("-", ""))
    record = schema.EditionRecord(
        title=said.title,
        known=said.issued_on,
        issued_on=said.issued_on,
        effective=said.effective_on,
        effective_basis="arrival_in_us",
        confidence="high",
        sources=(source,),
        changes=tuple(_changes(said.cases, keys)),
        psa=schema.Psa(number=said.number),
        federal_register=_notice(said),
        finding_on=said.finding_on,
        notified_on=said.notified_on,
        legal_basis="46 USC 70110",
        notes=said.notes,
    )
    own = schema.Source(title=f"PSA {said.number}", url=said.address, kind="own-publication", cite=f"PSA {said.number}")
    return NewEdition(
        id=id_of(said),
        record=record,
        sources={source: own},
        facilities=new,
        countries={one.country: (one.country_name,) for one in said.cases if one.country not in known},
    )


def id_of(said: Said) -> str:
    """The id of the edition: the day it takes effect, and its number."""
    return f"{said.effective_on.isoformat()}-psa-{said.number}"


def days_of(said: Said) -> dict[str, date]:
    """The days that an edition enters into its cases, by the step."""
    days = {"federal_register": said.notice_on, "advisory": said.issued_on, "effective": said.effective_on}
    return {step: day for step, day in days.items() if day is not None}


def _notice(said: Said) -> schema.FederalRegister | None:
    if not said.notice or said.notice_on is None:
        return None
    return schema.FederalRegister(cite=said.notice, published_on=said.notice_on, docket=said.docket or None)


def _changes(cases: Sequence[Decided], keys: dict[tuple[str, Named], str]) -> Iterator[schema.AnyChange]:
    """What the cases do, in an order in which it can be done: off the list, on it, then facilities."""
    for one in (case for case in cases if case.effect == "delist"):
        ports, facilities = _places(one, keys)
        yield schema.DelistCountries(countries=(one.country,), ports=ports, facilities=facilities, note=one.note)
    for one in (case for case in cases if case.effect == "list"):
        ports, facilities = _places(one, keys)
        yield schema.ListCountries(
            countries=(one.country,),
            ports=ports,
            facilities=facilities,
            ground=Ground.DEEMED if one.deemed else Ground.ASSESSED,
            note=one.note,
        )
    for one in (case for case in cases if case.effect == "withdraw"):
        yield schema.WithdrawExceptions(facilities=_keys_of(one, keys), note=one.note)
    for one in (case for case in cases if case.effect == "except"):
        for tier in sorted({facility.tier for facility in one.facilities}):
            chosen = tuple(keys[one.country, named] for named in one.facilities if named.tier == tier)
            yield schema.ExceptFacilities(facilities=chosen, tier=Tier(tier), note=one.note)


def _places(case: Decided, keys: dict[tuple[str, Named], str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ports and the facilities that a listing is of; none of either where it is of the country."""
    ports = (case.port,) if case.level == "port" and case.port else ()
    return ports, tuple(dict.fromkeys(_keys_of(case, keys))) if case.level == "facility" else ()


def _keys_of(case: Decided, keys: dict[tuple[str, Named], str]) -> tuple[str, ...]:
    return tuple(keys[case.country, named] for named in case.facilities)


def _facility_keys(
    cases: Iterable[Decided], book: RuleBook, source: str
) -> tuple[dict[tuple[str, Named], str], dict[str, schema.FacilityRecord]]:
    """The key of each facility in the rule book, and records for those that it does not have yet."""
    by_number = {number: one.key for one in book.facilities for number in _numbers(one)}
    by_name = {
        (one.country, name.casefold()): one.key for one in book.facilities for name in (one.name, *one.other_names)
    }
    taken = {one.key for one in book.facilities}
    keys: dict[tuple[str, Named], str] = {}
    new: dict[str, schema.FacilityRecord] = {}
    for case in (one for one in cases if one.effect in ("except", "withdraw") or one.level == "facility"):
        for named in case.facilities:
            key = by_number.get(named.number or "") or by_name.get((case.country, named.name.casefold()))
            if key is None:
                key = _new_key(case.country, named.name, taken)
                taken.add(key)
                new[key] = _record(named, source)
            keys[case.country, named] = key
    return keys, new


def _record(named: Named, source: str) -> schema.FacilityRecord:
    numbers = (named.number,) if named.number else ()
    return schema.FacilityRecord(name=named.name, sources=(source,), numbers=numbers, ports=named.ports)


def _new_key(country: str, name: str, taken: set[str]) -> str:
    """A key like NG-INVENTEDQUAY: the letters and digits of the name, and a number where it is taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().upper()
    base = f"{country}-{re.sub('[^A-Z0-9]', '', plain)[:LONGEST_KEY] or 'FACILITY'}"
    key, number = base, 1
    while key in taken:
        number += 1
        key = f"{base}{number}"
    return key


def _numbers(one: Facility) -> Iterator[str]:
    for number in one.numbers:
        if number.normalised:
            yield number.normalised
