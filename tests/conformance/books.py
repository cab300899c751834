"""Rule books that might be: the shipped one with other spells, bounds, exceptions and days of knowledge."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from roadstead.core.advisory import (
    Citation,
    ExceptionSpell,
    Facility,
    FacilityNumber,
    Ground,
    Listing,
    ListingKind,
    MissingRows,
    PlaceListing,
    RuleBook,
    Tier,
)
from roadstead.core.moment import Moment
from tests.core.strategies import BOOK, PORTS

CITED = Citation("made for a test")
COUNTRIES = ("NG", "DJ", "MG", "CU", "LR", "SG", "PA", "CM", "US")
DAYS = [date(2010, 1, 1) + timedelta(days=30 * number) for number in range(200)]
NAMES = ("Old Cargo Pier", "Old Cargo Pier II", "Terminal à Conteneurs", "Pier 9", "Jetty", "North Quay")

days = st.sampled_from(DAYS)


@st.composite
def moments(draw: st.DrawFn, after: date | None = None) -> Moment:
    """A day known exactly, between bounds, or only from one side."""
    low = draw(days.filter(lambda day: after is None or day >= after))
    high = low + timedelta(days=draw(st.sampled_from([0, 0, 1, 40])))
    return draw(st.sampled_from([Moment(low, high), Moment(low, high), Moment(None, high), Moment(low, None)]))


@st.composite
def listings(draw: st.DrawFn) -> Listing:
    """One spell of one country."""
    start = draw(moments())
    end = draw(st.one_of(st.none(), moments(start.not_before or start.not_after)))
    return Listing(
        country=draw(st.sampled_from(COUNTRIES)),
        kind=draw(st.sampled_from([ListingKind.CONDITIONS, ListingKind.CONDITIONS, ListingKind.RECOMMENDATION])),
        ground=draw(st.sampled_from(list(Ground))),
        start=start,
        start_known=draw(moments()),
        opened_by="made",
        citation=CITED,
        end=end,
        end_known=draw(moments()) if end else None,
    )


def in_part(whole: Listing, place: Facility | str) -> PlaceListing:
    """The same spell of one place alone: a facility, or a port by its code."""
    told = {name: getattr(whole, name) for name in Listing.__dataclass_fields__}
    if isinstance(place, str):
        return PlaceListing(**told | {"country": place[:2], "kind": ListingKind.CONDITIONS}, port=place)
    return PlaceListing(**told | {"country": place.country, "kind": ListingKind.CONDITIONS}, facility=place.key)


@st.composite
def facilities(draw: st.DrawFn, key: str) -> Facility:
    """A facility with a name and perhaps a number, sure or guessed."""
    country = draw(st.sampled_from(COUNTRIES))
    number = f"{country}ABC-000{draw(st.integers(1, 3))}"
    read = FacilityNumber(number, number, draw(st.booleans()))
    numbers = draw(st.sampled_from([(), (read,)]))
    ports = draw(st.sampled_from([(), (f"{country}ABC",)]))
    return Facility(key=key, country=country, name=draw(st.sampled_from(NAMES)), numbers=numbers, ports=ports)


@st.composite
def exceptions(draw: st.DrawFn, facility: Facility) -> ExceptionSpell:
    """One spell of one exception."""
    start = draw(moments())
    end = draw(st.one_of(st.none(), moments(start.not_before or start.not_after)))
    return ExceptionSpell(
        facility=facility.key,
        country=facility.country,
        tier=draw(st.sampled_from(list(Tier))),
        start=start,
        start_known=draw(moments()),
        opened_by="made",
        citation=CITED,
        end=end,
        end_known=draw(moments()) if end else None,
        end_reason=draw(st.sampled_from(["withdrawn", "vanished", "delisted"])) if end else "",
    )


@st.composite
def books(draw: st.DrawFn) -> RuleBook:
    """A rule book with one to eight spells, up to five exceptions and perhaps rows known to be missing."""
    known = [draw(facilities(f"made-{number}")) for number in range(draw(st.integers(0, 5)))]
    missing = MissingRows(draw(st.sampled_from(COUNTRIES)), draw(moments()), None, draw(st.booleans()), "made", CITED)
    policy = BOOK.policy
    if draw(st.booleans()):
        policy = replace(policy, trigger="visit_to_listed_port", last_calls=draw(st.integers(1, 6)))
    spells = draw(st.lists(listings(), min_size=1, max_size=8))
    places = st.sampled_from([*known, *(port for country in COUNTRIES for port in PORTS.get(country, ()))])
    if draw(st.booleans()):  # some of single ports and facilities, beside and over those of whole countries
        spells = [in_part(spell, draw(places)) if draw(st.booleans()) else spell for spell in spells]
    return replace(
        BOOK,
        digest="made",
        listings=tuple(spells),
        facilities=tuple(known),
        exceptions=tuple(draw(exceptions(facility)) for facility in known),
        missing_rows=draw(st.sampled_from([(), (missing,)])),
        policy=policy,
    )
