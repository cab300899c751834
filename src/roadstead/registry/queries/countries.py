"""Countries: all of them, one by its code, some by a name in any language."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from roadstead.common.fields import starts_with
from roadstead.common.folding import fold
from roadstead.registry.enums import CountryKind
from roadstead.registry.models import Country, CountryName


@dataclass(frozen=True, slots=True)
class CountryInfo:
    """A country. `coast` is "coastal", "landlocked" or "unknown"; `latitude`, `longitude`: the capital's."""

    code: str
    name: str
    official_name: str
    kind: str
    region: str
    subregion: str
    coast: str
    coastline_km: int | None
    capital: str
    latitude: float | None
    longitude: float | None
    withdrawn: str


def countries(*, language: str = "en", withdrawn: bool = False) -> list[CountryInfo]:
    """The countries and territories by name, in a language where its name is known; withdrawn codes only if asked."""
    rows = Country.objects.filter(retired=False).exclude(kind=CountryKind.AREA)
    if not withdrawn:
        rows = rows.filter(kind=CountryKind.COUNTRY)
    names = dict(CountryName.objects.filter(language=language, main=True).values_list("country_id", "name"))
    found = [_info(row, names.get(row.code)) for row in rows]
    return sorted(found, key=lambda info: (fold(info.name) or info.name, info.code))


def country_rows(codes: Collection[str]) -> QuerySet[Country]:
    """The rows of some codes, for other records to point to; of codes that there are not, none."""
    return Country.objects.filter(pk__in=codes)


def country_rows_where(condition: Q) -> QuerySet[Country]:
    """The rows that fit a condition of an app above, such as being named by its records."""
    return Country.objects.filter(condition)


def country(code: str, *, language: str = "en") -> CountryInfo | None:
    """The country, withdrawn code or area of a two-letter code in either case; None if there is none."""
    row = Country.objects.filter(pk=code.strip().upper()[:3]).first() if code.isprintable() else None
    if row is None:
        return None
    name = CountryName.objects.filter(country=row, language=language, main=True).values_list("name", flat=True).first()
    return _info(row, name)


def find_countries(text: str, *, limit: int = 10) -> list[CountryInfo]:
    """Countries whose code, or a name in any loaded language, is the text or begins with it; the exact ones first."""
    key = fold(text)
    if not key:
        return []
    codes = CountryName.objects.filter(starts_with("folded", key)).values_list("country_id", flat=True)
    exact = CountryName.objects.filter(folded=key).values_list("country_id", flat=True)
    order = Case(
        When(pk=key.upper()[:3], then=Value(0)),
        When(pk__in=exact, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    rows = (Country.objects.filter(pk=key.upper()[:3]) | Country.objects.filter(pk__in=codes)).filter(retired=False)
    return [_info(row, None) for row in rows.annotate(order=order).order_by("order", "kind", "name", "code")[:limit]]


def _info(row: Country, name: str | None) -> CountryInfo:
    return CountryInfo(
        code=row.code,
        name=name or row.name,
        official_name=row.official_name,
        kind=row.kind,
        region=row.region,
        subregion=row.subregion,
        coast=row.coast,
        coastline_km=row.coastline_km,
        capital=row.capital,
        latitude=None if row.latitude is None else float(row.latitude),
        longitude=None if row.longitude is None else float(row.longitude),
        withdrawn=row.withdrawn,
    )
