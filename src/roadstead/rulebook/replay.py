"""The editions played in the order in which they became public: listings and exception spells.

Order: the day by which an edition was public, then its id. A contradiction stops the replay (a
country listed twice, a row withdrawn that is not there): a list nobody can have printed decides
nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from roadstead.core.advisory import Citation, ExceptionSpell, Listing, ListingKind
from roadstead.core.moment import Moment
from roadstead.rulebook import schema
from roadstead.rulebook.errors import RuleBookError


class Event(NamedTuple):
    """An edition on its way into the replay: its record, its file, and how it is cited."""

    id: str
    file: str
    record: schema.EditionRecord
    citation: Citation


class Replay(NamedTuple):
    """Spells in no particular order, and the countries under conditions after each edition."""

    listings: tuple[Listing, ...]
    exceptions: tuple[ExceptionSpell, ...]
    after: Mapping[str, frozenset[str]]


def order(event: Event) -> tuple[date, str]:
    """The place of an edition in the replay."""
    known = schema.moment(event.record.known).not_after
    assert known is not None  # the schema refuses an edition without it
    return known, event.id


def replay(events: Iterable[Event], countries: Mapping[str, str], sources: Mapping[str, Citation]) -> Replay:
    """Play all editions. `countries` gives each facility's country by key.

    Raises RuleBookError where an edition contradicts those before it.
    """
    ledger = _Ledger(countries, sources)
    after: dict[str, frozenset[str]] = {}
    for event in sorted(events, key=order):
        for number, change in enumerate(event.record.changes):
            _apply(ledger, _Step(event, number, change, sources))
        for number, rows in enumerate(event.record.prints):
            _compare_rows(ledger, event, number, rows)
        after[event.id] = frozenset(code for code, kind in ledger.listed if kind is ListingKind.CONDITIONS)
    return ledger.result(after)


@dataclass(slots=True)
class _Ledger:
    """What is in force so far, and what has ended."""

    countries: Mapping[str, str]
    sources: Mapping[str, Citation]
    listed: dict[tuple[str, ListingKind], Listing] = field(default_factory=dict)
    excepted: dict[str, ExceptionSpell] = field(default_factory=dict)
    doubtful: dict[str, ExceptionSpell] = field(default_factory=dict)
    ended_listings: list[Listing] = field(default_factory=list)
    ended_exceptions: list[ExceptionSpell] = field(default_factory=list)

    def result(self, after: Mapping[str, frozenset[str]]) -> Replay:
        """Everything, open and ended."""
        spells = (*self.ended_exceptions, *self.doubtful.values(), *self.excepted.values())
        return Replay((*self.ended_listings, *self.listed.values()), spells, after)


@dataclass(frozen=True, slots=True)
class _Step:
    """One change of one edition, with the edition's own values where the change is silent."""

    event: Event
    number: int
    change: schema.AnyChange
    sources: Mapping[str, Citation]

    @property
    def effective(self) -> Moment:
        """When the change took effect."""
        when = self.change.effective or self.event.record.effective
        if when is None:
            raise self.refuse(
                "effective", "neither the change nor the edition says when it took effect", "Give a day or bounds."
            )
        return schema.moment(when)

    @property
    def happened(self) -> Moment:
        """When the change took effect; a day by which it had happened must be known."""
        if self.effective.not_after is None:
            raise self.refuse("effective", "no day is given by which it had happened", "Give `not_after`.")
        return self.effective

    @property
    def known(self) -> Moment:
        """When the change became public."""
        return schema.moment(self.change.known or self.event.record.known)

    @property
    def citation(self) -> Citation:
        """Where the change can be read."""
        return self.sources[self.change.source] if self.change.source else self.event.citation

    @property
    def confidence(self) -> str:
        """How sure the change is."""
        return self.change.confidence or self.event.record.confidence

    def refuse(self, name: str, problem: str, remedy: str) -> RuleBookError:
        """The error for a field of this change."""
        place = f"changes[{self.number}].{name}"
        return RuleBookError(file=self.event.file, record=self.event.id, field=place, problem=problem, remedy=remedy)


def _apply(ledger: _Ledger, step: _Step) -> None:
    change = step.change
    if isinstance(change, schema.ListCountries):
        for country in change.countries:
            _list(ledger, step, change, country)
    elif isinstance(change, schema.DelistCountries):
        for country in change.countries:
            _delist(ledger, step, change, country)
    elif isinstance(change, schema.ExceptFacilities):
        for facility in change.facilities:
            _except(ledger, step, change, facility)
    elif isinstance(change, schema.WithdrawExceptions):
        for facility in change.facilities:
            _withdraw(ledger, step, change, facility)


def _list(ledger: _Ledger, step: _Step, change: schema.ListCountries, country: str) -> None:
    key = (country, change.kind)
    if key in ledger.listed:
        raise step.refuse(
            "countries",
            f"{country} is already listed ({change.kind}) by {ledger.listed[key].opened_by}",
            "Take it out, or delist it first.",
        )
    ledger.listed[key] = Listing(
        country=country,
        kind=change.kind,
        ground=change.ground,
        start=step.happened,
        start_known=step.known,
        opened_by=step.event.id,
        citation=step.citation,
        confidence=step.confidence,
        note=change.note,
    )


def _delist(ledger: _Ledger, step: _Step, change: schema.DelistCountries, country: str) -> None:
    listing = ledger.listed.pop((country, change.kind), None)
    if listing is None:
        raise step.refuse("countries", f"{country} is not listed ({change.kind})", "Take it out, or list it first.")
    _check_order(step, listing.start)
    ended = replace(
        listing,
        end=step.happened,
        end_known=step.known,
        closed_by=step.event.id,
        end_citation=step.citation,
        note=" ".join(filter(None, (listing.note, change.note))),
    )
    ledger.ended_listings.append(ended)
    if change.kind is ListingKind.CONDITIONS:
        _end_exceptions(ledger, step, country)


def _end_exceptions(ledger: _Ledger, step: _Step, country: str) -> None:
    """Close a delisted country's exceptions; one that vanished before has ended by then at the latest.

    Its own end keeps its knowledge time: that it was in doubt was public before the delisting was.
    """
    for facility in [key for key in ledger.excepted if ledger.countries[key] == country]:
        ledger.ended_exceptions.append(_ended(ledger.excepted.pop(facility), step, step.happened, "delisted", ""))
    for facility in [key for key in ledger.doubtful if ledger.countries[key] == country]:
        ledger.ended_exceptions.append(_capped(ledger.doubtful.pop(facility), step.happened))


def _except(ledger: _Ledger, step: _Step, change: schema.ExceptFacilities, facility: str) -> None:
    country = _country(ledger, step, facility)
    listing = ledger.listed.get((country, ListingKind.CONDITIONS))
    if listing is None:
        raise step.refuse("facilities", f"{facility} cannot be excepted: {country} is not listed", "List it first.")
    if facility in ledger.excepted:
        raise step.refuse(
            "facilities",
            f"{facility} is already excepted by {ledger.excepted[facility].opened_by}",
            "Take it out, or withdraw it first.",
        )
    if facility in ledger.doubtful:
        ledger.ended_exceptions.append(_capped(ledger.doubtful.pop(facility), step.happened))
    _check_order(step, listing.start)
    ledger.excepted[facility] = ExceptionSpell(
        facility=facility,
        country=country,
        tier=change.tier,
        start=step.happened,
        start_known=step.known,
        opened_by=step.event.id,
        citation=step.citation,
        confidence=step.confidence,
        note=change.note,
    )


def _withdraw(ledger: _Ledger, step: _Step, change: schema.WithdrawExceptions, facility: str) -> None:
    _country(ledger, step, facility)
    definite = change.reason == "withdrawn"
    if definite and facility in ledger.doubtful:
        ledger.ended_exceptions.append(_capped(ledger.doubtful.pop(facility), step.happened))
        return
    spell = ledger.excepted.pop(facility, None)
    if spell is None:
        raise step.refuse(
            "facilities", f"{facility} has no exception to withdraw", "Take it out, or record the exception first."
        )
    _check_order(step, spell.start)
    if definite:
        ledger.ended_exceptions.append(_ended(spell, step, step.happened, change.reason, change.note))
    elif step.effective.not_after is None:
        ledger.doubtful[facility] = _ended(spell, step, step.effective, change.reason, change.note)
    else:
        problem = f"an exception that is {change.reason} has no day by which it ended"
        raise step.refuse("effective", problem, "Leave `not_after` out, or say withdrawn.")


def _ended(spell: ExceptionSpell, step: _Step, end: Moment, reason: str, note: str) -> ExceptionSpell:
    return replace(
        spell,
        end=end,
        end_known=step.known,
        closed_by=step.event.id,
        end_citation=step.citation,
        end_reason=reason,
        note=" ".join(filter(None, (spell.note, note))),
    )


def _capped(spell: ExceptionSpell, by: Moment) -> ExceptionSpell:
    """A doubtful exception that had ended by a later event; since when it was in doubt stays as known."""
    first = spell.end.not_before if spell.end else None
    return replace(spell, end=Moment(first, by.not_after))


def _country(ledger: _Ledger, step: _Step, facility: str) -> str:
    country = ledger.countries.get(facility)
    if country is None:
        raise step.refuse("facilities", f"no facility has the key {facility}", "Add it to the facilities first.")
    return country


def _check_order(step: _Step, start: Moment) -> None:
    latest = step.effective.not_after
    if start.not_before and latest and latest < start.not_before:
        raise step.refuse(
            "effective", f"{latest} lies before the beginning, {start.not_before}", "Correct one of the two days."
        )


def _compare_rows(ledger: _Ledger, event: Event, number: int, rows: schema.PrintedRows) -> None:
    in_force = {key for key in ledger.excepted if ledger.countries[key] == rows.country}
    surplus = sorted(set(rows.facilities) - in_force)
    missing = [] if rows.cut else sorted(in_force - set(rows.facilities))
    if surplus:
        problem, remedy = f"it prints {', '.join(surplus)}, not excepted at that point", "Record the exception."
    elif missing:
        problem = f"it prints all rows but not {', '.join(missing)}, still excepted"
        remedy = "Withdraw them (reason: vanished), or mark the printing as cut."
    else:
        return
    raise RuleBookError(
        file=event.file, record=event.id, field=f"prints[{number}].facilities", problem=problem, remedy=remedy
    )
