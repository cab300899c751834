"""Who of the programme deals with a country on a day of twenty years: whoever answered for it, before that somebody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from roadstead.accounts import readers
from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import Chance
from roadstead.registry.demonstration.lands import SOURCE, Land
from roadstead.registry.queries import portfolios
from roadstead.registry.queries.organisations import organisations

TERM = 3  # years that somebody had a country before portfolios were kept


@dataclass(frozen=True, slots=True)
class Officers:
    """The officers of the programme, by number, and who answers for which country from when until when."""

    people: Mapping[int, Any]
    lines: Mapping[str, Sequence[portfolios.Line]]

    def lead(self, country: str, day: date) -> Any:
        """Who dealt with a country on a day."""
        for line in self.lines[country]:
            if line.kind == portfolios.RESPONSIBLE and line.holds(day) and line.officer in self.people:
                return self.people[line.officer]
        return self.people[Chance("lead", country, day.year // TERM).one_of(sorted(self.people))]

    def others(self, chance: Chance, besides: int, number: int) -> list[Any]:
        """Some more of them."""
        keys = [key for key in sorted(self.people) if key != besides]
        return [self.people[key] for key in chance.some_of(keys, number)]


def officers_of(lands: Sequence[Land]) -> Officers:
    """Those who answer for some countries, or did."""
    lines = {land.code: portfolios.history(land.code) for land in lands}
    numbers = {line.officer for some in lines.values() for line in some}
    return Officers({one.pk: one for one in readers.staff_among(numbers)}, lines)


def bodies_there(countries: Sequence[str], by: Viewer) -> dict[str, list[int]]:
    """The organisations that were invented, by country; one query."""
    found: dict[str, list[int]] = {}
    rows = organisations(by).filter(source=SOURCE, country__in=countries, retired_at__isnull=True).order_by("pk")
    for country, pk in rows.values_list("country", "pk"):
        found.setdefault(str(country), []).append(pk)
    return found
