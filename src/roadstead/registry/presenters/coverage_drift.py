"""Where portfolios and roles differ, in words, for who can put it right."""

from dataclasses import dataclass

from roadstead.accounts import officers
from roadstead.registry import queries
from roadstead.registry.queries.coverage import drift

MOST = 40  # people of each kind


@dataclass(frozen=True, slots=True)
class Differing:
    """A person with the countries for which portfolio and role differ."""

    person: int
    name: str
    countries: str


@dataclass(frozen=True, slots=True)
class Said:
    """Who answers for countries without the role, and whose role reaches countries of no portfolio of theirs."""

    without_role: tuple[Differing, ...]
    without_portfolio: tuple[Differing, ...]


def said() -> Said | None:
    """What differs at this moment; None where nothing does."""
    found = drift()
    if not found:
        return None
    people = {person for person, _code in found.without_role | found.without_portfolio}
    codes = {code for _person, code in found.without_role | found.without_portfolio}
    names, countries = officers.names(people), {one.pk: one.name for one in queries.country_rows(codes)}
    return Said(*(_by_person(pairs, names, countries) for pairs in (found.without_role, found.without_portfolio)))


def _by_person(
    pairs: frozenset[tuple[int, str]], names: dict[int, str], countries: dict[str, str]
) -> tuple[Differing, ...]:
    people = sorted({person for person, _code in pairs}, key=lambda one: names[one])
    return tuple(
        Differing(one, names[one], ", ".join(sorted(countries.get(code, code) for who, code in pairs if who == one)))
        for one in people[:MOST]
    )
