"""What is there before a visit: people of the programme, facilities, the host’s account."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from roadstead.accounts import readers
from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import Chance, invented, person
from roadstead.registry import queries as registry
from roadstead.registry.demonstration import SOURCE, Land, Officers, officers_of
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
    officers: Officers
    host: Any

    @property
    def code(self) -> str:
        return self.land.code

    def lead(self, day: date) -> Any:
        """Who dealt with the country on a day."""
        return self.officers.lead(self.code, day)

    def team(self, chance: Chance, lead: Any, number: int) -> list[Any]:
        """Others of the programme."""
        return self.officers.others(chance, lead.pk, number)

    def speaker(self, day: date) -> str:
        """Who speaks for the host in those years."""
        term = Chance("speaker", self.code, day.year // YEARS_IN_OFFICE)
        return invented(person(self.code, self.land.subregion, term, set()).latin)


def grounds(lands: Sequence[Land], by: Viewer) -> list[Ground]:
    """What is there in each of some countries."""
    officers = officers_of(lands)
    rows = {one.pk: one for one in registry.country_rows([land.code for land in lands])}
    by_port: dict[str, dict[str, list[Any]]] = {}
    there = facilities(by).filter(source=SOURCE, number__isnull=False, port__isnull=False, country__in=list(rows))
    for one in there.select_related("port").order_by("number"):
        by_port.setdefault(one.country_id, {}).setdefault(one.port_id, []).append(one)
    return [_ground(land, rows[land.code], by_port.get(land.code, {}), officers) for land in lands]


def _ground(land: Land, country: Any, by_port: dict[str, list[Any]], officers: Officers) -> Ground:
    own = next((one for one in languages() if one in land.languages), "")
    partners = readers.partners_of([land.code]).filter(invented=True, email__startswith="authority").order_by("pk")
    zone = next(iter(timezones_of(land.code)), "UTC")
    return Ground(land, country, zone, own, by_port, officers, partners.first())
