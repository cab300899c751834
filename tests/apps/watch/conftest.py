"""A rule book of its own, the people who make an edition, and a watch with one zone."""

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.registry.models import Country, Port, Zone, ZoneMembership
from roadstead.registry.models.reference import Confidence, PortReason, Standing
from tests.apps.drafting.conftest import _book_of_its_own, people
from tests.apps.drafting.making import TODAY
from tests.apps.watch.notices import ZONE
from tests.people import holder

__all__ = ["_book_of_its_own", "people"]


@pytest.fixture
def zone(db: None) -> Zone:
    """The zone that the port of Houston lies in."""
    made, _ = Zone.objects.get_or_create(
        name=ZONE, defaults={"district": "Eighth", "as_of": TODAY, "source": "invented"}
    )
    said = {"name": "United States", "coast": "coastal", "region": "Americas", "subregion": "Northern America"}
    Country.objects.get_or_create(code="US", defaults=said)
    told = {"name": "Houston", "country_id": "US", "reason": next(iter(PortReason)), "standing": Standing.CONFIRMED}
    port, _ = Port.objects.get_or_create(locode="USHOU", defaults=told)
    row = {"named_as": "Houston", "confidence": Confidence.VERIFIED, "source": "invented"}
    ZoneMembership.objects.get_or_create(port=port, zone=made, as_of=TODAY, defaults=row)
    return made


@pytest.fixture
def watch(zone: Zone) -> User:
    return holder(Role.WATCH, ZONE, name="Wanda Watch")
