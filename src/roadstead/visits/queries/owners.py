"""Who can see to a recommendation: people of the side that is to act, by keys such as “contact:7” or “user:3”."""

from collections.abc import Iterator
from dataclasses import dataclass

from roadstead.accounts import readers
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.queries.positions import people_at
from roadstead.registry.queries.facilities import facilities
from roadstead.registry.queries.portfolios import answering
from roadstead.visits.observed_enums import Side

CONTACT, USER = "contact", "user"


@dataclass(frozen=True, slots=True)
class Owner:
    """A person who can see to a recommendation. where: the part, or that the person has an account here."""

    key: str
    name: str
    where: str = ""

    @property
    def contact(self) -> int | None:
        return self._number(CONTACT)

    @property
    def user(self) -> int | None:
        return self._number(USER)

    def _number(self, sort: str) -> int | None:
        kind, _colon, number = self.key.partition(":")
        return int(number) if kind == sort else None


def owners(country: str, toward: Side, viewer: Viewer) -> list[Owner]:
    """The people known here who can see to what is recommended to one side; a host is told no colleague's name."""
    if toward is Side.PROGRAMME:
        return list(_officer(country, viewer))
    return [*_users(country, viewer), *_contacts(country, viewer)] if viewer.holds(Permission.READ_PROGRAMME) else []


def _officer(country: str, viewer: Viewer) -> Iterator[Owner]:
    """Who answers for the country today."""
    acting = answering([country], clock.today())[country].acting
    if acting is not None:
        named = viewer.holds(Permission.READ_PROGRAMME)
        yield Owner(f"{USER}:{acting.officer}", acting.officer_name if named else "")


def _users(country: str, viewer: Viewer) -> Iterator[Owner]:
    """People of the host who work here themselves."""
    near = facilities(viewer).filter(country=country, number__isnull=False).order_by()
    numbers = [number for number in near.values_list("number", flat=True) if number]
    for person in readers.hosts_of(country, numbers).order_by("name", "pk"):
        yield Owner(f"{USER}:{person.pk}", person.name)


def _contacts(country: str, viewer: Viewer) -> Iterator[Owner]:
    """People of the host who are called, each once."""
    met: set[int] = set()
    for one in sorted(people_at(viewer, country=country), key=lambda one: (one.contact.name, one.contact.pk)):
        if one.contact.pk not in met:
            met.add(one.contact.pk)
            yield Owner(f"{CONTACT}:{one.contact.pk}", one.contact.name, one.place.name if one.place else "")
