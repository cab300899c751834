"""How a country stands between two changes of the list."""

from dataclasses import dataclass

from roadstead.core.advisory import ExceptionSpell, Listing, MissingRows
from roadstead.core.truth import NO, Truth

Spell = Listing | ExceptionSpell


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """A country between two changes: its spells that are not surely out of force, each with its truth.

    It is compared by identity, so that it is a quick key. listed: of the country, or of some place in it.
    carve_outs: some exception is one by place. places: some listing is of a single port or facility.
    """

    country: str
    listed: Truth
    listings: tuple[tuple[Listing, Truth], ...]
    recommendations: tuple[tuple[Listing, Truth], ...]
    exceptions: tuple[tuple[ExceptionSpell, Truth], ...]
    missing_rows: tuple[MissingRows, ...]
    carve_outs: bool
    places: bool = False


NEVER_LISTED = Standing("", NO, (), (), (), (), False)
