"""The port of Houston in its Captain of the Port zone, where the reference data are not loaded."""

from roadstead.registry.models import Country, Port, Zone, ZoneMembership
from roadstead.registry.models.reference import Confidence, PortReason, Standing
from tests.apps.drafting.making import TODAY
from tests.apps.watch.notices import ZONE


def houston() -> Zone:
    """The zone that the port lies in."""
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
