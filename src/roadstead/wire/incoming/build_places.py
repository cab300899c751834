"""Places, calls and legs out of a draft’s texts."""

from roadstead.core.identity import IdentityError, parse_locode
from roadstead.core.notice import Declaration, Purpose
from roadstead.wire.incoming import lands
from roadstead.wire.incoming.base import When
from roadstead.wire.incoming.draft import printable
from roadstead.wire.incoming.places import Arrival, Berth, Call, Leg, Measures, Place, Sureness
from roadstead.wire.incoming.values import Values

UNITED_STATES = "US"
_LEVELS = {"1": 1, "2": 2, "3": 3, "sl1": 1, "sl2": 2, "sl3": 3}
_PURPOSES = {one.value: one.value for one in Purpose} | {one.value.replace("_", " "): one.value for one in Purpose}
_DECLARATIONS = {one.value: one.value for one in Declaration}


def place(values: Values, country: str | None = None) -> Place:
    """A place. country: which one it is in where the format leaves that unsaid, as for the US port of arrival."""
    land, said = _land(values, country)
    code = values.text("port")
    locode, sureness = _locode(values, code, land)
    return Place(
        name=values.text("port_name"),
        country=land or (locode[:2] if locode else None),
        country_said=said,
        state=values.text("state"),
        city=values.text("city"),
        place=values.text("place"),
        code=code,
        locode=locode,
        sureness=sureness,
        facility=_facility(values, locode),
        facility_name=values.text("facility_name"),
        anchorage=values.text("anchorage"),
    )


def arrival(values: Values) -> Arrival:
    """The arrival in the United States."""
    inside = None if values.raw("port") or values.raw("country") else UNITED_STATES
    found = place(values, inside if values.any() else None)
    return Arrival(place=found, eta=values.when("eta"), etd=values.when("etd"))


def leg(values: Values, arrives: str, departs: str) -> Leg | None:
    if not values.any():
        return None
    return Leg(place=place(values), arrives=values.when(arrives), departs=values.when(departs))


def call(values: Values) -> Call:
    arrived, departed = values.when("arrived"), values.when("departed")
    if _swapped(arrived, departed):
        values.remark("departed", "is before the call’s own arrival.", "Are the two swapped?")
    purpose = values.word("purpose", _PURPOSES, "It is kept as written, and counts as “other”.")
    return Call(
        place=place(values),
        arrived=arrived,
        departed=departed,
        purpose=purpose or values.text("purpose"),
        berths=berths(values),
        measures=_measures(values.under("measures")),
        ship_level=values.word("ship_level", _LEVELS),
        port_level=values.word("port_level", _LEVELS),
    )


def berths(values: Values) -> tuple[Berth, ...]:
    """More than one facility of a call, where the format has them: berths[0].facility and so on."""
    found, number = [], 0
    while (one := values.under(f"berths[{number}]")).any():
        found.append(Berth(facility=one.text("facility"), facility_name=one.text("facility_name")))
        number += 1
    return tuple(found)


def _swapped(arrived: When | None, departed: When | None) -> bool:
    """Whether the departure lies before the arrival; a day alone may be the same day."""
    if not (arrived and departed and arrived.moment and departed.moment):
        return False
    if arrived.exact and departed.exact:
        return departed.moment < arrived.moment
    return departed.moment.date() < arrived.moment.date()


def _measures(values: Values) -> Measures | None:
    if not values.any():
        return None
    return Measures(
        security_level_2=values.truth("security_level_2"),
        access_points_guarded=values.truth("access_points_guarded"),
        declaration_of_security=values.word("declaration_of_security", _DECLARATIONS),
        logged=values.truth("logged"),
        reported=values.truth("reported"),
        said=values.text("said"),
    )


def _land(values: Values, otherwise: str | None) -> tuple[str | None, str | None]:
    """Country by code, else by name; the words are kept where they say more than the code."""
    code, name = values.text("country"), values.text("country_name")
    by_code = lands.country(code) if code else None
    by_name = lands.country(name) if name else None
    if by_code and by_name and by_code != by_name:
        what = f"“{printable(code or '')}” and “{printable(name or '')}” are two countries."
        values.remark("country", what, "The code was taken. Which one is meant?")
    if not (by_code or by_name) and (code or name):
        what = f"“{printable(name or code or '')}” is no country we know."
        values.remark("country" if code else "country_name", what, "Give its ISO code of two letters.")
    said = name or (code if code and not by_code else None)
    return by_code or by_name or (otherwise if not said else None), said


def _locode(values: Values, code: str | None, land: str | None) -> tuple[str | None, Sureness]:
    """A whole code as given; three letters make a candidate with the country, which somebody has to confirm."""
    if not code:
        return None, Sureness.NONE
    try:
        whole = parse_locode(code)
    except IdentityError:
        return _candidate(values, code, land)
    if land and whole[:2] != land:
        what = f"{whole} is in {whole[:2]}, but the country given is {land}."
        values.remark("port", what, "The code is not used. Which one is meant?")
        return None, Sureness.NONE
    return whole, Sureness.GIVEN


def _candidate(values: Values, code: str, land: str | None) -> tuple[str | None, Sureness]:
    if land and len(code) == 3:
        try:
            return parse_locode(land + code), Sureness.CANDIDATE
        except IdentityError:
            pass
    values.remark("port", f"“{printable(code)}” is no code of a port that we can read.", "It is kept as written.")
    return None, Sureness.NONE


def _facility(values: Values, locode: str | None) -> str | None:
    """The facility number; the four digits that ISO 28005 has are completed by the port."""
    said = values.text("facility")
    if said and locode and len(said) == 4 and said.isascii() and said.isdecimal():
        return f"{locode}-{said}"
    return said
