"""Countries, US ports and a zone for the tests of reciprocal visits, and a day for them."""

from datetime import date

import pytest

from roadstead.registry.enums import PortReason, Standing
from roadstead.registry.models import Country, Port, Zone, ZoneMembership
from tests.apps.engagement.planting import NAMES
from tests.conftest import FrozenClock

TODAY = date(2026, 6, 1)
PORTS = {"USHOU": ("Houston", "Houston-Galveston"), "USMIA": ("Miami", "Miami"), "USVDZ": ("Valdez", "Valdez")}


@pytest.fixture(autouse=True)
def _places(db: None, clock: FrozenClock) -> None:
    clock.set(TODAY)
    for code, name in {**NAMES, "US": "United States"}.items():
        said = {"name": name, "coast": "coastal", "region": "Africa", "subregion": "Western Africa"}
        Country.objects.get_or_create(code=code, defaults=said)
    source = {"as_of": TODAY, "source": "the tests"}
    for code, (name, zone) in PORTS.items():
        said = {"name": name, "country_id": "US", "reason": PortReason.ZONE, "standing": Standing.MAJOR}
        Port.objects.get_or_create(locode=code, defaults=said)
        Zone.objects.get_or_create(name=zone, defaults={"district": "Eighth", **source})
        ZoneMembership.objects.get_or_create(
            port_id=code, zone_id=zone, as_of=TODAY, defaults={"source": "the tests", "confidence": "verified"}
        )
