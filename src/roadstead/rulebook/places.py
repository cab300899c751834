"""Listings of single ports and facilities in the replay: complements of exceptions, each with a spell of its own."""

from roadstead.core.advisory import ListingKind, PlaceListing
from roadstead.rulebook import schema
from roadstead.rulebook.ledger import Ledger, Step, check_order, closed, country_of


def change(ledger: Ledger, step: Step, change: schema.OfCountries, place: str) -> None:
    """Play a change of one place: put on the list, or taken off it. Raises RuleBookError."""
    if place in change.facilities and country_of(ledger, step, place) != change.countries[0]:
        raise step.refuse("facilities", f"{place} is not in {change.countries[0]}", "Correct the country.")
    if isinstance(change, schema.ListCountries):
        _list(ledger, step, change, place)
    elif isinstance(change, schema.DelistCountries):
        delist(ledger, step, change, place)


def delist(ledger: Ledger, step: Step, change: schema.DelistCountries, place: str) -> None:
    """Take one place off the list."""
    listing = ledger.places.pop(place, None)
    if listing is None:
        whole = ledger.listed.get((change.countries[0], ListingKind.CONDITIONS))
        problem = f"{place} is not listed by itself" + (f"; {change.countries[0]} is, as a whole" if whole else "")
        raise step.refuse(_field(change, place), problem, "Take it out, or except it from its country\u2019s listing.")
    check_order(step, listing.start)
    ledger.ended_listings.append(closed(listing, step, change))


def _list(ledger: Ledger, step: Step, change: schema.ListCountries, place: str) -> None:
    country = change.countries[0]
    whole = ledger.listed.get((country, ListingKind.CONDITIONS))
    if whole is not None:
        problem = f"{country} is listed as a whole by {whole.opened_by}, and {place} with it"
        raise step.refuse(_field(change, place), problem, "Take it out, or delist the country in the same edition.")
    if place in ledger.places:
        problem = f"{place} is already listed by {ledger.places[place].opened_by}"
        raise step.refuse(_field(change, place), problem, "Take it out, or delist it first.")
    ledger.places[place] = PlaceListing(
        country=country,
        kind=change.kind,
        ground=change.ground,
        start=step.happened,
        start_known=step.known,
        opened_by=step.event.id,
        citation=step.citation,
        confidence=step.confidence,
        note=change.note,
        port=place if place in change.ports else None,
        facility=place if place in change.facilities else None,
    )


def _field(change: schema.OfCountries, place: str) -> str:
    return "facilities" if place in change.facilities else "ports"
