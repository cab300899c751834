"""Organisations for the tests, made by the actions that the product uses."""

from typing import Any

from roadstead.accounts.models import User
from roadstead.audit.models import Event
from roadstead.common.access.marks import Mark
from roadstead.registry.actions.organisation_shape import Particulars
from roadstead.registry.actions.organisations import write_organisation
from roadstead.registry.enums import OrganisationKind
from roadstead.registry.models import Country, Organisation
from tests import people

NAMES = {"NG": "Nigeria", "GH": "Ghana", "TG": "Togo", "US": "United States"}
MARKING = ("mark", "states", "people", "reason")


def country(code: str) -> Country:
    """A country with a coast, loaded or not."""
    begin = {"name": NAMES.get(code, code), "coast": "coastal", "region": "Africa", "subregion": "Western Africa"}
    return Country.objects.get_or_create(code=code, defaults=begin)[0]


def particulars(**said: Any) -> Particulars:
    given = {"kind": OrganisationKind.PORT_AUTHORITY, "name": "Ports Authority", "source": "a letter", "country": "NG"}
    return Particulars(**given | said)


def entered(by: User, **said: Any) -> Organisation:
    """An organisation written by somebody, as the action writes it."""
    marking = {name: said.pop(name) for name in MARKING if name in said}
    return write_organisation(particulars=particulars(**said), by=people.viewer(by), **marking)


def shared(by: User, *states: str, **said: Any) -> Organisation:
    """One that is shared with some States."""
    return entered(by, mark=Mark.PARTNER, states=states, reason="useful to them", **said)


def anew(record: Organisation) -> Organisation:
    """The record as it stands now."""
    return Organisation.objects.for_the_system("a test looks").get(pk=record.pk)


def events(type_: str) -> list[Event]:
    """The events of a type, the latest first."""
    return list(Event.objects.for_the_system("a test looks").filter(type=type_))
