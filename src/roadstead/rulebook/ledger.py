"""The state of the replay: what is in force so far, what has ended, and the change that is played."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeVar

from roadstead.core.advisory import Citation, ExceptionSpell, Listing, ListingKind, PlaceListing
from roadstead.core.moment import Moment
from roadstead.rulebook import schema
from roadstead.rulebook.errors import RuleBookError

Spell = TypeVar("Spell", Listing, PlaceListing)


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


@dataclass(slots=True)
class Ledger:
    """What is in force so far, and what has ended."""

    countries: Mapping[str, str]
    sources: Mapping[str, Citation]
    listed: dict[tuple[str, ListingKind], Listing] = field(default_factory=dict)
    places: dict[str, PlaceListing] = field(default_factory=dict)
    excepted: dict[str, ExceptionSpell] = field(default_factory=dict)
    doubtful: dict[str, ExceptionSpell] = field(default_factory=dict)
    ended_listings: list[Listing] = field(default_factory=list)
    ended_exceptions: list[ExceptionSpell] = field(default_factory=list)

    def result(self, after: Mapping[str, frozenset[str]]) -> Replay:
        """Everything, open and ended."""
        spells = (*self.ended_exceptions, *self.doubtful.values(), *self.excepted.values())
        return Replay((*self.ended_listings, *self.listed.values(), *self.places.values()), spells, after)

    def on_the_list(self) -> frozenset[str]:
        """The countries under conditions, wholly or in part."""
        whole = (code for code, kind in self.listed if kind is ListingKind.CONDITIONS)
        return frozenset((*whole, *(one.country for one in self.places.values())))


@dataclass(frozen=True, slots=True)
class Step:
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


def country_of(ledger: Ledger, step: Step, facility: str) -> str:
    country = ledger.countries.get(facility)
    if country is None:
        raise step.refuse("facilities", f"no facility has the key {facility}", "Add it to the facilities first.")
    return country


def check_order(step: Step, start: Moment) -> None:
    latest = step.effective.not_after
    if start.not_before and latest and latest < start.not_before:
        raise step.refuse(
            "effective", f"{latest} lies before the beginning, {start.not_before}", "Correct one of the two days."
        )


def closed(listing: Spell, step: Step, change: schema.DelistCountries) -> Spell:
    """A listing with its end."""
    return replace(
        listing,
        end=step.happened,
        end_known=step.known,
        closed_by=step.event.id,
        end_citation=step.citation,
        note=" ".join(filter(None, (listing.note, change.note))),
    )
