"""A what-if: countries put on the list or taken off it, and exceptions added. A draft, never an edition."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

from roadstead.core.advisory import (
    Citation,
    ExceptionSpell,
    Facility,
    FacilityNumber,
    Ground,
    Listing,
    ListingKind,
    PlaceListing,
    RuleBook,
    Tier,
)
from roadstead.core.country import country_name
from roadstead.core.identity import IdentityError, facility_number, parse_locode
from roadstead.core.matching import FacilityIndex
from roadstead.core.moment import Moment
from roadstead.core.notice import Berth
from roadstead.core.truth import YES
from roadstead.screening.errors import ScreeningError

SOURCE = Citation("draft, not an edition")
ALWAYS = Moment.on(date.min)


@dataclass(frozen=True, slots=True)
class Put:
    """A country put on the list or taken off it. since: the first day; None: on every day.

    place: one port (UN/LOCODE) or facility (number or name) of it alone.
    """

    country: str
    since: date | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Excepted:
    """A facility excepted in a country: its IMO port facility number or its name. since: as in Put."""

    country: str
    facility: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What to change in the list as known."""

    add: tuple[Put, ...] = ()
    remove: tuple[Put, ...] = ()
    exceptions: tuple[Excepted, ...] = ()

    @property
    def countries(self) -> list[str]:
        """The countries that it changes, in order."""
        parts: tuple[Put | Excepted, ...] = (*self.add, *self.remove, *self.exceptions)
        return sorted({part.country for part in parts})

    @property
    def first_day(self) -> date | None:
        """The first day on which the draft changes anything; None where it does so on every day."""
        parts: tuple[Put | Excepted, ...] = (*self.add, *self.remove, *self.exceptions)
        days = [part.since for part in parts]
        return None if None in days else min((day for day in days if day), default=None)

    def as_json(self) -> dict[str, Any]:
        """What it changes, days as in 2019-06-01; None: on every day."""
        said = {name: [asdict(part) for part in getattr(self, name)] for name in ("add", "remove", "exceptions")}
        for part in (*said["add"], *said["remove"], *said["exceptions"]):
            part["since"] = part["since"] and part["since"].isoformat()
            if part.get("place", "") is None:
                del part["place"]
        return said


def applied(book: RuleBook, draft: Draft) -> RuleBook:
    """The rule book with the draft in it, as if it had always been public.

    Raises ScreeningError: a country to remove that is not on the list, one to add that is, an exception in a country
    that neither is listed nor would be.
    """
    if draft == Draft():
        return book
    listings, exceptions = list(book.listings), list(book.exceptions)
    facilities = list(book.facilities)
    for put in draft.add:
        listings.append(_listing(listings, facilities, put))
    for put in draft.remove:
        # Its exceptions need no end: where nothing is listed nothing is caught.
        listings = list(_taken_off(listings, facilities, put))
    for excepted in draft.exceptions:
        if not any(spell.country == excepted.country for spell in listings):
            raise ScreeningError(
                f"{country_name(excepted.country)} is not on the list; an exception there frees nobody."
            )
        facility = _facility(facilities, excepted)
        if facility not in facilities:
            facilities.append(facility)
        exceptions.append(_exception(facility, excepted))
    return replace(
        book,
        digest=f"{book.digest}+draft",
        listings=tuple(listings),
        exceptions=tuple(exceptions),
        facilities=tuple(facilities),
    )


def _first(since: date | None) -> Moment:
    return ALWAYS if since is None else Moment.on(since)


def _open(spell: Listing, since: date | None) -> bool:
    """Whether a listing stands, or may stand, on a day; without a day: today's, that no end has closed."""
    if spell.kind is not ListingKind.CONDITIONS:
        return False
    if since is None:
        return spell.end is None
    return spell.start.reached(since) is YES and (spell.end is None or spell.end.reached(since) is not YES)


def _listing(listings: list[Listing], facilities: list[Facility], put: Put) -> Listing:
    place = _place(facilities, put)
    standing = [spell for spell in listings if spell.country == put.country and _open(spell, put.since)]
    if any(_place_of(spell) in (None, place) for spell in standing):
        raise ScreeningError(f"{_said(put)} is on the list already; there is nothing to add.")
    whole = Listing(
        country=put.country,
        kind=ListingKind.CONDITIONS,
        ground=Ground.ASSESSED,
        start=_first(put.since),
        start_known=ALWAYS,
        opened_by="draft",
        citation=SOURCE,
    )
    if place is None:
        return whole
    told: dict[str, Any] = {field.name: getattr(whole, field.name) for field in fields(whole)}
    port = place if _is_port(put) else None
    return PlaceListing(**told, port=port, facility=None if port else place)


def _taken_off(listings: list[Listing], facilities: list[Facility], put: Put) -> Iterator[Listing]:
    place = _place(facilities, put)
    concerned = [
        spell
        for spell in listings
        if spell.country == put.country
        and spell.kind is ListingKind.CONDITIONS
        and (place is None or _place_of(spell) == place)
    ]
    if not any(_open(spell, put.since) for spell in concerned):
        when = f" on {put.since}" if put.since else ""
        raise ScreeningError(f"{_said(put)} is not on the list{when}; there is nothing to remove.")
    for spell in listings:
        if not any(spell is one for one in concerned):
            yield spell
        elif put.since is not None and spell.start.reached(put.since) is YES:
            ended = spell.end is not None and spell.end.reached(put.since) is YES
            yield spell if ended else replace(spell, end=Moment.on(put.since), end_known=ALWAYS, closed_by="draft")


def _place_of(spell: Listing) -> str | None:
    """The port or facility that a listing is of, None for a whole country."""
    return spell.place if isinstance(spell, PlaceListing) else None


def _place(facilities: list[Facility], put: Put) -> str | None:
    """The port's code, or the key of a facility, which is added where the rule book has none such."""
    if put.place is None or _is_port(put):
        return put.place
    facility = _facility(facilities, Excepted(put.country, put.place))
    if facility not in facilities:
        facilities.append(facility)
    return facility.key


def _is_port(put: Put) -> bool:
    try:
        return parse_locode(put.place or "") == put.place and (put.place or "")[:2] == put.country
    except IdentityError:
        return False


def _said(put: Put) -> str:
    return f"{country_name(put.country)} ({put.place or put.country})"


def _facility(facilities: list[Facility], excepted: Excepted) -> Facility:
    """The facility that the rule book already names so, or a new one."""
    number = facility_number(excepted.facility)
    berth = Berth(facility=number) if number else Berth(facility_name=excepted.facility)
    for facility in facilities:
        if facility.country == excepted.country and FacilityIndex(facility).match(berth).truth is YES:
            return facility
    numbers = (FacilityNumber(number, number),) if number else ()
    key = f"draft-{excepted.country}-{len(facilities)}"
    return Facility(key=key, country=excepted.country, name=excepted.facility, numbers=numbers)


def _exception(facility: Facility, excepted: Excepted) -> ExceptionSpell:
    return ExceptionSpell(
        facility=facility.key,
        country=excepted.country,
        tier=Tier.EXCEPTED,
        start=_first(excepted.since),
        start_known=ALWAYS,
        opened_by="draft",
        citation=SOURCE,
    )
