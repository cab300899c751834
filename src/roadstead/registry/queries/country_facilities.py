"""The port facilities of one country, as its file shows them."""

from dataclasses import dataclass
from datetime import date

from roadstead.common.access.viewer import Viewer
from roadstead.registry.models import Facility


@dataclass(frozen=True, slots=True)
class FacilityLine:
    """A facility in the file of its country. port: the name of its port, as far as it is known."""

    pk: int
    number: str
    name: str
    port: str
    expires: date | None
    plan_approved: str
    latitude: float | None
    longitude: float | None
    mark: str
    source: str
    as_of: date | None


def facilities_of(country: str, viewer: Viewer) -> list[FacilityLine]:
    """The facilities of a country that a viewer may read, by port and name; one query."""
    rows = Facility.objects.visible_to(viewer).filter(country=country, merged_into__isnull=True)
    values = rows.order_by("port__name", "port_name", "name", "pk").values_list(
        "pk",
        "number",
        "name",
        "port__name",
        "port_name",
        "soc_expires_on",
        "plan_approved",
        "latitude",
        "longitude",
        "mark",
        "source",
        "as_of",
    )
    return [
        FacilityLine(
            pk=pk,
            number=number or "",
            name=name,
            port=port or printed,
            expires=expires,
            plan_approved=plan,
            latitude=None if north is None else float(north),
            longitude=None if east is None else float(east),
            mark=mark,
            source=source,
            as_of=as_of,
        )
        for pk, number, name, port, printed, expires, plan, north, east, mark, source, as_of in values
    ]
