"""The editions played in the order in which they became public: listings and exception spells.

Order: the day by which an edition was public, then its id. A contradiction stops the replay (a
country listed twice, a row withdrawn that is not there): a list nobody can have printed decides
nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from roadstead.core.advisory import Citation, ExceptionSpell, Listing, ListingKind
from roadstead.core.moment import Moment
from roadstead.rulebook import places, schema
from roadstead.rulebook.errors import RuleBookError
from roadstead.rulebook.ledger import Event, Ledger, Replay, Step, check_order, closed, country_of


def order(event: Event) -> tuple[date, str]:
    """The place of an edition in the replay."""
    known = schema.moment(event.record.known).not_after
    assert known is not None  # the schema refuses an edition without it
    return known, event.id


def replay(events: Iterable[Event], countries: Mapping[str, str], sources: Mapping[str, Citation]) -> Replay:
    """Play all editions. `countries` gives each facility's country by key.

    Raises RuleBookError where an edition contradicts those before it.
    """
    ledger = Ledger(countries, sources)
    after: dict[str, frozenset[str]] = {}
    for event in sorted(events, key=order):
        for number, change in enumerate(event.record.changes):
            _apply(ledger, Step(event, number, change, sources))
        for number, rows in enumerate(event.record.prints):
            _compare_rows(ledger, event, number, rows)
        after[event.id] = ledger.on_the_list()
    return ledger.result(after)


def _apply(ledger: Ledger, step: Step) -> None:
    change = step.change
    if isinstance(change, schema.OfCountries):
        _apply_to_countries(ledger, step, change)
    elif isinstance(change, schema.ExceptFacilities):
        for facility in change.facilities:
            _except(ledger, step, change, facility)
    elif isinstance(change, schema.WithdrawExceptions):
        for facility in change.facilities:
            _withdraw(ledger, step, change, facility)


def _apply_to_countries(ledger: Ledger, step: Step, change: schema.OfCountries) -> None:
    for place in change.places:
        places.change(ledger, step, change, place)
    if isinstance(change, schema.ListCountries) and not change.places:
        for country in change.countries:
            _list(ledger, step, change, country)
    elif isinstance(change, schema.DelistCountries) and not change.places:
        for country in change.countries:
            _delist(ledger, step, change, country)


def _list(ledger: Ledger, step: Step, change: schema.ListCountries, country: str) -> None:
    key = (country, change.kind)
    in_part = sorted(key for key, one in ledger.places.items() if one.country == country)
    if in_part and change.kind is ListingKind.CONDITIONS:
        raise step.refuse(
            "countries",
            f"{', '.join(in_part)} of {country} is listed by itself by {ledger.places[in_part[0]].opened_by}",
            "Delist it in the same edition, before the whole country is listed.",
        )
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


def _delist(ledger: Ledger, step: Step, change: schema.DelistCountries, country: str) -> None:
    in_part = sorted(key for key, one in ledger.places.items() if one.country == country)
    if in_part and change.kind is ListingKind.CONDITIONS:
        for place in in_part:
            places.delist(ledger, step, change, place)
        return
    listing = ledger.listed.pop((country, change.kind), None)
    if listing is None:
        raise step.refuse("countries", f"{country} is not listed ({change.kind})", "Take it out, or list it first.")
    check_order(step, listing.start)
    ledger.ended_listings.append(closed(listing, step, change))
    if change.kind is ListingKind.CONDITIONS:
        _end_exceptions(ledger, step, country)


def _end_exceptions(ledger: Ledger, step: Step, country: str) -> None:
    """Close a delisted country's exceptions; one that vanished before has ended by then at the latest.

    Its own end keeps its knowledge time: that it was in doubt was public before the delisting was.
    """
    for facility in [key for key in ledger.excepted if ledger.countries[key] == country]:
        ledger.ended_exceptions.append(_ended(ledger.excepted.pop(facility), step, step.happened, "delisted", ""))
    for facility in [key for key in ledger.doubtful if ledger.countries[key] == country]:
        ledger.ended_exceptions.append(_capped(ledger.doubtful.pop(facility), step.happened))


def _except(ledger: Ledger, step: Step, change: schema.ExceptFacilities, facility: str) -> None:
    country = country_of(ledger, step, facility)
    listing = ledger.listed.get((country, ListingKind.CONDITIONS))
    if listing is None and country in ledger.on_the_list():
        problem = f"{facility} cannot be excepted: only single ports or facilities of {country} are listed"
        raise step.refuse("facilities", problem, "List the country, or list the facilities that are meant.")
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
    check_order(step, listing.start)
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


def _withdraw(ledger: Ledger, step: Step, change: schema.WithdrawExceptions, facility: str) -> None:
    country_of(ledger, step, facility)
    definite = change.reason == "withdrawn"
    if definite and facility in ledger.doubtful:
        ledger.ended_exceptions.append(_capped(ledger.doubtful.pop(facility), step.happened))
        return
    spell = ledger.excepted.pop(facility, None)
    if spell is None:
        raise step.refuse(
            "facilities", f"{facility} has no exception to withdraw", "Take it out, or record the exception first."
        )
    check_order(step, spell.start)
    if definite:
        ledger.ended_exceptions.append(_ended(spell, step, step.happened, change.reason, change.note))
    elif step.effective.not_after is None:
        ledger.doubtful[facility] = _ended(spell, step, step.effective, change.reason, change.note)
    else:
        problem = f"an exception that is {change.reason} has no day by which it ended"
        raise step.refuse("effective", problem, "Leave `not_after` out, or say withdrawn.")


def _ended(spell: ExceptionSpell, step: Step, end: Moment, reason: str, note: str) -> ExceptionSpell:
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


def _compare_rows(ledger: Ledger, event: Event, number: int, rows: schema.PrintedRows) -> None:
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
