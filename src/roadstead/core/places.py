"""Does a listing reach one berth of a call? One of a whole country always; one of a port or facility only there."""

from collections.abc import Mapping
from dataclasses import dataclass

from roadstead.core.advisory import Listing, PlaceListing
from roadstead.core.identity import facility_number
from roadstead.core.matching import FacilityIndex, Match, match_all, unreadable
from roadstead.core.notice import Berth
from roadstead.core.standing import Standing
from roadstead.core.truth import NO, UNKNOWN, YES, Truth, conjunction

Facilities = Mapping[str, FacilityIndex]


@dataclass(frozen=True, slots=True)
class PlaceVerdict:
    """Whether one listing reaches one berth. listed: and is in force.

    code: whole | port | matched | port_not_given | port_differs | facility_not_given | near | contradiction |
    unreadable | elsewhere. match: how the berth compares, where the listing is of a facility.
    """

    reached: Truth
    listed: Truth
    code: str
    spell: Listing
    match: Match | None = None


def judge_places(
    standing: Standing, port: str | None, berth: Berth, facilities: Facilities
) -> tuple[PlaceVerdict, ...]:
    """Compare a berth with every listing of a country as it stands. facilities: all on record, by key."""
    keys = [spell.facility for spell, _ in standing.listings if isinstance(spell, PlaceListing) and spell.facility]
    matches = match_all(berth, [facilities[key] for key in keys]) if berth.given else ()
    by_key = dict(zip(keys, matches, strict=False))
    return tuple([_judged(spell, truth, port, berth, by_key, facilities) for spell, truth in standing.listings])


def _judged(
    spell: Listing,
    in_force: Truth,
    port: str | None,
    berth: Berth,
    matches: Mapping[str, Match],
    facilities: Facilities,
) -> PlaceVerdict:
    match = None
    if not isinstance(spell, PlaceListing):
        reached, code = YES, "whole"
    elif spell.facility is None:
        reached, code = _at_port(spell.port or "", port, berth)
    else:
        match = matches.get(spell.facility)
        reached, code = _at_facility(match, port, berth, facilities[spell.facility])
    return PlaceVerdict(reached, conjunction((in_force, reached)), code, spell, match)


def _at_port(listed: str, port: str | None, berth: Berth) -> tuple[Truth, str]:
    if port == listed:
        return YES, "port"
    number = facility_number(berth.facility) if berth.facility else None
    if number and number.startswith(listed):
        # The number is one of the listed port, the port given is not: the notice contradicts itself.
        return UNKNOWN, "port_differs" if port else "port_not_given"
    return (NO, "elsewhere") if port else (UNKNOWN, "port_not_given")


def _at_facility(match: Match | None, port: str | None, berth: Berth, listed: FacilityIndex) -> tuple[Truth, str]:
    if match is not None and match.truth is YES:
        return YES, "matched"
    if match is not None and match.truth is UNKNOWN:
        return UNKNOWN, "contradiction" if match.how == "contradiction" else "near"
    if match is not None and not unreadable(berth):
        return NO, "elsewhere"
    # Nothing says which facility it was; a facility tied to other ports asks nothing of a call at this one.
    ports = listed.facility.ports
    if port is not None and ports and port not in ports:
        return NO, "elsewhere"
    return UNKNOWN, "facility_not_given" if match is None else "unreadable"
