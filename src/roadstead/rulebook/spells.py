"""Whether the spells that a new edition opens or closes can stand beside those there are."""

from collections.abc import Iterable
from itertools import pairwise

from roadstead.core.advisory import ExceptionSpell, Listing, ListingKind, PlaceListing, RuleBook
from roadstead.rulebook.records import refuse

FILE = "editions/{}.yaml"
Spell = Listing | ExceptionSpell


def check_spells(id_: str, book: RuleBook) -> None:
    """No spell that the edition opens or closes may end before it begins, or lie over another. Raises RuleBookError."""
    for field, spells in (("countries", _listings(book)), ("facilities", _exceptions(book))):
        for name, own in spells:
            for spell in own:
                _check_one(id_, field, name, spell)
            _check_neighbours(id_, field, name, own)
    _check_places(id_, book)


def _check_one(id_: str, field: str, name: str, spell: Spell) -> None:
    if id_ not in (spell.opened_by, spell.closed_by):
        return
    if spell.opened_by == spell.closed_by:
        problem = f"it says two things of {name} that contradict each other"
        refuse(FILE.format(id_), id_, field, problem, "Keep the one that is meant.")
    start, end = spell.start.not_before, spell.end.not_after if spell.end else None
    if start and end and end < start:
        problem = f"{name} would end on {end}, before it begins on {start}"
        refuse(FILE.format(id_), id_, field, problem, "Correct the day on which this takes effect.")


def _check_neighbours(id_: str, field: str, name: str, spells: list[Spell]) -> None:
    for earlier, later in pairwise(spells):
        if id_ not in (later.opened_by, earlier.closed_by) or earlier.end is None:
            continue
        end, start = earlier.end.not_before, later.start.not_before
        if end and start and start < end:
            problem = f"{name} would begin on {start}, while it stands until {end} by {earlier.opened_by}"
            refuse(FILE.format(id_), id_, field, problem, f"Let it begin on {end} or later.")


def _check_places(id_: str, book: RuleBook) -> None:
    """No place may be listed by itself on days on which its whole country is."""
    conditions = [one for one in book.listings if one.kind is ListingKind.CONDITIONS]
    places = [one for one in conditions if isinstance(one, PlaceListing)]
    for place in places:
        for whole in conditions:
            if isinstance(whole, PlaceListing) or whole.country != place.country:
                continue
            touched = {place.opened_by, place.closed_by, whole.opened_by, whole.closed_by}
            if id_ in touched and _meet(place, whole):
                problem = f"{place.place} would be listed by itself while {whole.country} is listed as a whole"
                refuse(FILE.format(id_), id_, "countries", problem, "Let one end on the day on which the other begins.")


def _meet(one: Listing, other: Listing) -> bool:
    def before(a: Listing, b: Listing) -> bool:
        end, start = a.end and a.end.not_before, b.start.not_before
        return bool(end and start and end <= start)

    return not before(one, other) and not before(other, one)


def _listings(book: RuleBook) -> list[tuple[str, list[Spell]]]:
    """Spells under what they are of, in order; the book holds them so."""
    return _grouped((_name(one), one) for one in book.listings)


def _name(one: Listing) -> str:
    return one.place if isinstance(one, PlaceListing) else f"{one.country} ({one.kind})"


def _exceptions(book: RuleBook) -> list[tuple[str, list[Spell]]]:
    return _grouped((one.facility, one) for one in book.exceptions)


def _grouped(pairs: Iterable[tuple[str, Spell]]) -> list[tuple[str, list[Spell]]]:
    found: dict[str, list[Spell]] = {}
    for name, spell in pairs:
        found.setdefault(name, []).append(spell)
    return list(found.items())
