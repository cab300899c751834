"""The work list of what does not resolve, for who keeps the register."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.registry.models import Country
from roadstead.registry.queries.identities import Standing, standing
from roadstead.registry.queries.reconcil_entries import Entries, load
from roadstead.registry.queries.reconcil_exceptions import exceptions
from roadstead.registry.queries.reconcil_items import KINDS, Item
from roadstead.registry.queries.reconcil_pairs import pairs
from roadstead.registry.queries.reconcil_ports import ports
from roadstead.registry.queries.reconcil_rows import rows


@dataclass(frozen=True, slots=True)
class WorkList:
    """items: those of the kind asked for; counts: of each kind; countries: code, name and how many, for the choice.

    names: those of all countries.
    """

    items: tuple[Item, ...]
    counts: dict[str, int]
    countries: tuple[tuple[str, str, int], ...]
    names: dict[str, str]


def work_list(viewer: Viewer, *, kind: str = "", country: str = "") -> WorkList:
    """What does not resolve in the countries whose register a viewer keeps; six queries, however much there is."""
    names, mine = dict(Country.objects.values_list("code", "name")), kept(viewer)
    every = [one for one in _items(load(viewer, mine), mine) if one.country in names]
    here = [one for one in every if country in ("", one.country)]
    counts = {name: sum(one.kind == name for one in here) for name in KINDS}
    per = {code: sum(one.country == code for one in every) for code in {one.country for one in every}}
    countries = sorted(((code, names[code], count) for code, count in per.items()), key=lambda one: one[1])
    shown = sorted((one for one in here if kind in ("", one.kind)), key=lambda one: one.order)
    return WorkList(tuple(shown), counts, tuple(countries), names)


def kept(viewer: Viewer) -> Collection[str] | None:
    """The countries whose register a viewer keeps; None: all."""
    return viewer.reach(Permission.KEEP_REGISTER, ScopeKind.COUNTRY)


def _items(entries: Entries, countries: Collection[str] | None) -> Iterator[Item]:
    decided = standing(countries)
    found = [*exceptions(entries, countries), *rows(entries, countries), *pairs(entries), *ports(entries, decided)]
    for one in found:
        if waits(one, decided):
            yield one


def waits(one: Item, decided: Mapping[tuple[str, str, str], Standing]) -> bool:
    """Whether nobody has decided it, or entries came since."""
    return bool(one.settled) or (one.country, one.folded, one.where) not in decided
