"""What is there before a visit: people of the programme, partners with an account, facilities, clocks of the country."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from roadstead.accounts import readers
from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import Chance, invented, person
from roadstead.registry import queries as registry
from roadstead.registry.demonstration import SOURCE, Land
from roadstead.registry.queries import portfolios
from roadstead.registry.queries.facilities import facilities
from roadstead.registry.queries.timezones import timezones_of
from roadstead.visits.agenda.templates import languages

YEARS_IN_OFFICE = 4  # of whoever speaks for the host


@dataclass(frozen=True, slots=True)
class Ground:
    """One country. by_port: its facilities by port; host: the account of its authority, None where nobody has one."""

    land: Land
    country: Any
    zone: str
    language: str
    by_port: Mapping[str, Sequence[Any]]
    lines: Sequence[portfolios.Line]
    people: Mapping[int, Any]
    host: Any

    @property
    def code(self) -> str:
        return self.land.code

    def lead(self, day: date) -> Any:
        """Who answered for the country on a day; before anybody did, somebody of the programme, for some years."""
        for line in self.lines:
            if line.kind == portfolios.RESPONSIBLE and line.holds(day) and line.officer in self.people:
                return self.people[line.officer]
        chance = Chance("lead", self.code, day.year // 3)
        return self.people[chance.one_of(sorted(self.people))]

    def team(self, chance: Chance, lead: Any, number: int) -> list[Any]:
        """Others of the programme."""
        others = [key for key in sorted(self.people) if key != lead.pk]
        return [self.people[key] for key in chance.some_of(others, number)]

    def speaker(self, day: date) -> str:
        """Who speaks for the host in those years."""
        term = Chance("speaker", self.code, day.year // YEARS_IN_OFFICE)
        return invented(person(self.code, self.land.subregion, term, set()).latin)


def grounds(lands: Sequence[Land], by: Viewer) -> list[Ground]:
    """What is there in each of some countries."""
    # Whoever holds the role of liaison officer for a country travels; leads are among them.
    every = {line.officer for land in lands for line in portfolios.history(land.code)}
    people = {one.pk: one for one in readers.staff_among(every)}
    rows = {one.pk: one for one in registry.country_rows([land.code for land in lands])}
    by_port: dict[str, dict[str, list[Any]]] = {}
    there = facilities(by).filter(source=SOURCE, number__isnull=False, port__isnull=False, country__in=list(rows))
    for one in there.select_related("port").order_by("number"):
        by_port.setdefault(one.country_id, {}).setdefault(one.port_id, []).append(one)
    return [_ground(land, rows[land.code], by_port.get(land.code, {}), people) for land in lands]


def _ground(land: Land, country: Any, by_port: dict[str, list[Any]], people: dict[int, Any]) -> Ground:
    own = next((one for one in languages() if one in land.languages), "")
    partners = readers.partners_of([land.code]).filter(invented=True, email__startswith="authority").order_by("pk")
    zone = next(iter(timezones_of(land.code)), "UTC")
    return Ground(land, country, zone, own, by_port, portfolios.history(land.code), people, partners.first())
