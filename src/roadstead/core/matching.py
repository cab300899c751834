"""Does a facility as given match a facility as an advisory prints it?

By number, printed name or alias it matches. A malformed number that could be meant, or a name nearly
spelt so, is unknown: a person must say. Numbers alone never settle a row that was printed without one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from roadstead.core.advisory import Facility
from roadstead.core.identity import facility_number, near_number
from roadstead.core.names import fold, is_comparable, is_near
from roadstead.core.notice import Berth
from roadstead.core.truth import NO, UNKNOWN, YES, Truth


@dataclass(frozen=True, slots=True)
class Match:
    """How a berth compares with one facility.

    how: number | name | near_number | near_name | contradiction | none.
    """

    facility: Facility
    truth: Truth
    how: str


class FacilityIndex:
    """One facility's names and numbers, folded once."""

    def __init__(self, facility: Facility) -> None:
        self.facility = facility
        self.names = frozenset(fold(name) for name in (facility.name, *facility.other_names))
        self.sure = frozenset(n.normalised for n in facility.numbers if n.normalised and n.certain)
        self.printed = frozenset(n.printed.strip().upper() for n in facility.numbers)
        self.guessed = frozenset(n.normalised for n in facility.numbers if n.normalised and not n.certain)

    def match(self, berth: Berth) -> Match:
        """Compare a berth (which must give something) with this facility."""
        by_number, how = self._by_number(berth.facility)
        if by_number is YES:
            return Match(self.facility, YES, how)
        by_name = self._by_name(berth.facility_name)
        if by_name is YES:
            # Another facility's well-formed number beside this one's name: the notice contradicts itself.
            contradicted = self.sure and berth.facility is not None and facility_number(berth.facility) is not None
            return Match(self.facility, UNKNOWN, "contradiction") if contradicted else Match(self.facility, YES, "name")
        if by_number is UNKNOWN:
            return Match(self.facility, UNKNOWN, how)
        if by_name is UNKNOWN and not (self.sure and berth.facility and facility_number(berth.facility)):
            return Match(self.facility, UNKNOWN, "near_name")
        return Match(self.facility, NO, "none")

    def _by_number(self, given: str | None) -> tuple[Truth, str]:
        if given is None:
            return NO, "none"
        number = facility_number(given)
        if number in self.sure or given.strip().upper() in self.printed:
            return YES, "number"
        if number in self.guessed:
            return UNKNOWN, "near_number"
        if number is None:
            near = near_number(given)
            if near in self.sure or near in self.guessed:
                return UNKNOWN, "near_number"
            if fold(given) in self.names:  # a name written where the number belongs
                return YES, "name"
        return NO, "none"

    def _by_name(self, given: str | None) -> Truth:
        folded = fold(given) if given else ""
        if not folded:
            return NO
        if folded in self.names:
            return YES
        return UNKNOWN if any(is_near(folded, name) for name in self.names) else NO


def match_all(berth: Berth, facilities: Sequence[FacilityIndex]) -> tuple[Match, ...]:
    """Compare a berth with each facility; where one matches for certain, near ones no longer count."""
    matches = tuple(index.match(berth) for index in facilities)
    if any(found.truth is YES for found in matches):
        return tuple(found if found.truth is YES else Match(found.facility, NO, "none") for found in matches)
    return matches


def unreadable(berth: Berth) -> bool:
    """Whether nothing that the berth gives can be compared: no number in its form, no name in Latin letters."""
    name = berth.facility_name
    if name is not None and is_comparable(name):
        return False
    return berth.facility is None or facility_number(berth.facility) is None
