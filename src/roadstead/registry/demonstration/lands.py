"""The countries for which a programme is invented, with the ports that lie there. These are real."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from roadstead.registry.in_scope import needs_officer
from roadstead.registry.models import Country, Port

MOST_PORTS = 40
SOURCE = "Invented for the demonstration"  # of every entry of the register that is made up


@dataclass(frozen=True, slots=True)
class Site:
    """A port."""

    locode: str
    name: str
    latitude: Decimal | None
    longitude: Decimal | None


@dataclass(frozen=True, slots=True)
class Land:
    """A country. ports: the surest sea ports first; capital: "" where it has none."""

    code: str
    name: str
    numeric: str
    region: str
    subregion: str
    capital: str
    ports: tuple[Site, ...]

    def domain(self, name: str) -> str:
        """Where its people have their addresses: .example is reserved, and leads nowhere (RFC 2606)."""
        return f"{name}.{self.code.lower()}.example"

    def phone(self, number: int) -> str:
        """A number that rings nowhere: no country has the code 999 (ITU-T E.164)."""
        return f"+999 {self.numeric or '000'} 555 {number:04}"


def lands(only: Collection[str] | None = None) -> tuple[Land, ...]:
    """Every country that needs an officer, or some of them; two queries."""
    countries = Country.objects.filter(needs_officer())
    countries = countries if only is None else countries.filter(pk__in=only)
    sites: dict[str, list[Site]] = {}
    rows = Port.objects.filter(country__in=countries.order_by(), retired=False).order_by("standing", "name", "locode")
    for code, *site in rows.values_list("country_id", "locode", "name", "latitude", "longitude"):
        sites.setdefault(code, []).append(Site(*site))
    # Its own code is the first half of every number of a facility there, so other ports of its file are left out.
    return tuple(
        Land(
            *(one.pk, one.name, one.numeric, one.region, one.subregion, one.capital),
            tuple(site for site in sites.get(one.pk, ()) if site.locode[:2] == one.pk)[:MOST_PORTS],
        )
        for one in countries.order_by("region", "subregion", "pk")
    )
