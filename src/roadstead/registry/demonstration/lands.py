"""The countries for which a programme is invented, with the ports that lie there. These are real."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from roadstead.registry.in_scope import needs_officer
from roadstead.registry.models import Country, CountryLanguage, Port

MOST_PORTS = 40
# Languages that people are said to speak.
SPOKEN = "ar bg da de el en es fa fi fr he hi hr id it ja ka ko ms nl no pl pt ro ru sv sw th tr uk vi zh"
WIDE = frozenset(SPOKEN.split())
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
    """A country. ports: the surest sea ports first; capital: "" where it has none; languages: those of wide use."""

    code: str
    name: str
    numeric: str
    region: str
    subregion: str
    capital: str
    ports: tuple[Site, ...]
    languages: tuple[str, ...]

    def domain(self, name: str) -> str:
        """Where its people have their addresses: .example is reserved, and leads nowhere (RFC 2606)."""
        return f"{name}.{self.code.lower()}.example"

    def phone(self, number: int) -> str:
        """A number that rings nowhere: ITU-T’s list of country codes (E.164) has no 999."""
        return f"+999 {self.numeric or '000'} 555 {number:04}"


def lands(only: Collection[str] | None = None) -> tuple[Land, ...]:
    """Every country that needs an officer, or some of them; three queries."""
    countries = Country.objects.filter(needs_officer())
    countries = countries if only is None else countries.filter(pk__in=only)
    sites: dict[str, list[Site]] = {}
    rows = Port.objects.filter(country__in=countries.order_by(), retired=False).order_by("standing", "name", "locode")
    for code, locode, name, north, east in rows.values_list("country_id", "locode", "name", "latitude", "longitude"):
        sites.setdefault(code, []).append(Site(locode, name, north, east))
    spoken: dict[str, set[str]] = {}
    for code, language in CountryLanguage.objects.values_list("country", "code"):
        spoken.setdefault(code, set()).add(language.partition("-")[0])
    # Its own code is the first half of every number of a facility there, so other ports of its file are left out.
    return tuple(
        Land(
            *(one.pk, one.name, one.numeric, one.region, one.subregion, one.capital),
            tuple(site for site in sites.get(one.pk, ()) if site.locode[:2] == one.pk)[:MOST_PORTS],
            tuple(sorted(spoken.get(one.pk, set()) & WIDE)) or ("en",),
        )
        for one in countries.order_by("region", "subregion", "pk")
    )
