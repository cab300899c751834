"""How a case asks what its decision would do to ships. Who can count stands above, and says so here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from django.utils.translation import gettext as _

PAGE = "/desk/what-if/"


class CannotCountError(ValueError):
    """Nothing was counted, and why."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What the what-if says. draft: as its address carries it; record: the voyages on record, by name.

    concerned: voyages with a call that the draft touches; caught, freed, unclear: those whose answer becomes so.
    ships: None where the record names none. since, at_sea: the day that was assumed, and the ships at sea on it.
    """

    draft: str
    record: str
    invented: bool
    voyages: int
    concerned: int
    caught: int
    freed: int
    unclear: int
    ships: int | None
    since: date | None
    at_sea: int | None
    rule_book: str


Counter = Callable[[str], Counted]  # of a draft's text; raises CannotCountError
COUNTERS: list[Counter] = []


def register(counter: Counter) -> None:
    """Say who counts. Raises ValueError if it was said already."""
    if COUNTERS:
        raise ValueError("It is said twice who counts the ships of a case")
    COUNTERS.append(counter)


def count(draft: str) -> Counted:
    """What the what-if says of a draft. Raises CannotCountError."""
    if not COUNTERS:
        raise CannotCountError(_("This installation counts no ships."))
    return COUNTERS[0](draft)


def draft_of(
    effect: str, country: str, facilities: list[str], since: date | None = None, places: list[str] | None = None
) -> str:
    """The draft of a decision as the what-if's address carries it; "" where the what-if knows no such change.

    facilities: their numbers, or names where they have none. places: the ports and facilities that alone are put on
    the list or taken off it; None where it is the country.
    """
    if places is not None and effect in ("list", "delist"):
        alone = [f"{effect}:{country}:{_escaped(one)}" for one in places]
        return ";".join([f"since:{since.isoformat()}", *alone] if since and alone else alone)
    kinds = {"list": [f"add:{country}"], "delist": [f"remove:{country}"]}
    parts = kinds.get(effect, [f"except:{country}:{_escaped(one)}" for one in facilities] if effect == "except" else [])
    return ";".join([f"since:{since.isoformat()}", *parts] if since and parts else parts)


def address(draft: str) -> str:
    """The page of the what-if that answers a draft."""
    return f"{PAGE}?a={quote(draft, safe=':;,')}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace(":", "%3A").replace(";", "%3B")
