"""How advisories print a facility: by its number, or as a person decided."""

from dataclasses import dataclass

from roadstead.common.folding import fold
from roadstead.registry.models import Facility, FacilityName, Identity
from roadstead.registry.printed import PREFIX, Printed, printed
from roadstead.registry.queries.identities import identities_of
from roadstead.registry.queries.mergers import all_numbers
from roadstead.registry.queries.reconcil_entries import ALIKE, likeness

TONES = {"yes": "good", "unknown": "ask", "no": "quiet"}


@dataclass(frozen=True, slots=True)
class Excepted:
    """A printed facility that is this one; identity: the decision that says so, None where its number does."""

    one: Printed
    tone: str
    identity: Identity | None


def excepted(facility: Facility, names: list[FacilityName]) -> list[Excepted]:
    """The exceptions of an entry that was read for a viewer; no query where its country has none, else two."""
    here = printed([facility.country_id])
    if not here:
        return []
    numbers, decided = all_numbers(facility), {one.where: one for one in identities_of(facility, PREFIX)}
    mine = [facility.folded, *(one.folded for one in names)]
    return [
        Excepted(one, TONES[one.in_force], decided.get(one.where))
        for one in here
        if one.where in decided or (one.certain and one.number in numbers and _alike(one, mine))
    ]


def _alike(one: Printed, names: list[str]) -> bool:
    return any(likeness(fold(said), name) >= ALIKE for said in one.names for name in names)
