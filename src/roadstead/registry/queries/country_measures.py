"""What is counted of every country at once: its facilities, and which authorities and embassies are named."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from roadstead.common.access.viewer import Viewer
from roadstead.registry.enums import Coast, CountryKind, OrganisationKind
from roadstead.registry.in_scope import left_out
from roadstead.registry.models import Country, Facility, Organisation

DESIGNATED, EMBASSY = OrganisationKind.DESIGNATED_AUTHORITY.value, OrganisationKind.EMBASSY.value


@dataclass(frozen=True, slots=True)
class Maritime:
    """A country with a sea coast. no_officer: why it needs none, "" where it does."""

    code: str
    name: str
    region: str
    subregion: str
    no_officer: str


@dataclass(frozen=True, slots=True)
class Facilities:
    """How many facilities of a country a viewer may read. dated: whose Statement of Compliance has a known end."""

    count: int = 0
    dated: int = 0
    expired: int = 0

    @property
    def expired_share(self) -> float | None:
        """Of the statements whose end is known, the part that is over; None where none is known."""
        return self.expired / self.dated if self.dated else None


def maritime_countries() -> list[Maritime]:
    """Every country and territory with a sea coast, by name; one query."""
    rows = Country.objects.filter(coast=Coast.COASTAL, kind=CountryKind.COUNTRY, retired=False)
    found = rows.values_list("code", "name", "region", "subregion")
    return [Maritime(*row, no_officer=left_out().get(row[0], "")) for row in found]


def facility_counts(viewer: Viewer, on: date) -> dict[str, Facilities]:
    """How many facilities each country has, as far as a viewer may read them; one query."""
    rows = Facility.objects.visible_to(viewer).filter(merged_into__isnull=True).order_by().values("country")
    counted = rows.annotate(
        count=Count("pk"),
        dated=Count("pk", filter=Q(soc_expires_on__isnull=False)),
        expired=Count("pk", filter=Q(soc_expires_on__lt=on)),
    )
    return {row["country"]: Facilities(row["count"], row["dated"], row["expired"]) for row in counted}


def named_organisations(viewer: Viewer, kinds: Collection[str]) -> dict[tuple[str, str], list[tuple[int, str]]]:
    """By country and kind, the organisations that are there, as far as a viewer may read them; one query."""
    rows = Organisation.objects.visible_to(viewer).filter(
        kind__in=kinds, country__isnull=False, retired_at__isnull=True
    )
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for pk, name, country, kind in rows.order_by("name", "pk").values_list("pk", "name", "country_id", "kind"):
        found.setdefault((country, kind), []).append((pk, name))
    return found
