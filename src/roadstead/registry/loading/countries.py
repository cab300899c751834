"""Countries: codes and translated names from pycountry; coast, region and capital from pyworldatlas."""

import gettext
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pycountry

from roadstead.common.folding import fold
from roadstead.registry.enums import Coast, CountryKind
from roadstead.registry.loading.authored import CountryFacts
from roadstead.registry.loading.positions import Place
from roadstead.registry.loading.report import Dropped
from roadstead.registry.loading.unlocode import Position

ATLAS = "pyworldatlas"
PYCOUNTRY = "pycountry"
COAST_SOURCE = "CIA World Factbook 2025, in pyworldatlas"
LANGUAGES = {"fr": "fr", "es": "es", "pt": "pt", "ar": "ar", "ru": "ru", "zh": "zh_CN"}  # language: pycountry's folder
# In these an untranslated name is told by its Latin letters; in the others it may be the same word.
OTHER_SCRIPTS = frozenset({"ar", "ru", "zh"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a country in one language; `main` is the one to show."""

    language: str
    name: str
    main: bool


@dataclass(frozen=True, slots=True)
class CountryRecord:
    """A country ready to be stored."""

    code: str
    kind: CountryKind
    alpha3: str = ""
    numeric: str = ""
    name: str = ""
    official_name: str = ""
    region: str = ""
    subregion: str = ""
    coast: Coast = Coast.UNKNOWN
    coastline_km: int | None = None
    coast_source: str = ""
    capital: str = ""
    capital_position: Position | None = None
    withdrawn: str = ""
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class AtlasCountry:
    """What the atlas says of a country; `coastline_km` is None where it says nothing."""

    region: str
    subregion: str
    coastline_km: float | None
    capital: str
    capital_position: Position | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """Countries by code, and the cities to hold positions against."""

    countries: dict[str, AtlasCountry]
    cities: tuple[Place, ...]


_COUNTRIES = """
    SELECT country.id, alpha2, coalesce(continent, ''), coalesce(subregion, ''), coastline_km, country.name,
           capital.name, capital.latitude, capital.longitude
    FROM country
    LEFT JOIN country_physical ON country_physical.country_id = country.id
    LEFT JOIN capital ON capital.country_id = country.id AND capital.is_primary = 1
    ORDER BY alpha2
"""
_CITIES = "SELECT alpha2, city.latitude, city.longitude FROM city JOIN country ON country.id = city.country_id"


def read_atlas(path: Path) -> Atlas:
    """Read the atlas's tables; its own classes would build 248 full profiles."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as database:
        names: dict[int, list[str]] = {}
        for number, name in database.execute("SELECT country_id, name FROM country_name WHERE kind = 'alias'"):
            names.setdefault(number, []).append(name)
        countries = {
            row[1]: AtlasCountry(
                region=row[2],
                subregion=row[3],
                coastline_km=row[4],
                capital=row[6] or "",
                capital_position=None if row[7] is None else Position(row[7], row[8]),
                names=(row[5].strip(), *names.get(row[0], ())),
            )
            for row in database.execute(_COUNTRIES)
        }
        cities = tuple(Place("", code, "", Position(*at)) for code, *at in database.execute(_CITIES))
    capitals = (Place("", code, "", c.capital_position) for code, c in countries.items() if c.capital_position)
    return Atlas(countries, (*cities, *capitals))


def build(atlas: Atlas, facts: CountryFacts, locales: Path) -> tuple[list[CountryRecord], list[Dropped]]:
    """Every country, withdrawn code and area, with names in seven languages; and the names that lack a translation."""
    translations = {
        language: _translation(locales / folder / "LC_MESSAGES" / "iso3166-1.mo")
        for language, folder in LANGUAGES.items()
    }
    records, dropped = [], []
    for entry in sorted(pycountry.countries, key=lambda entry: entry.alpha_2):
        shown = facts.shown.get(entry.alpha_2) or str(getattr(entry, "common_name", entry.name))
        names, missing = _translated(entry, translations, facts)
        dropped += [Dropped("translation", PYCOUNTRY, entry.alpha_2, shown, "not_translated", lang) for lang in missing]
        english = _english(entry, shown, atlas.countries.get(entry.alpha_2), facts)
        records.append(_country(entry, shown, atlas, facts, (*english, *names)))
    records += _withdrawn({record.code for record in records})
    records += [
        CountryRecord(code, CountryKind.AREA, name=name, names=(Name("en", name, True),))
        for code, name in facts.areas.items()
    ]
    return records, dropped


def _translation(path: Path) -> gettext.NullTranslations:
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def _country(entry: Any, shown: str, atlas: Atlas, facts: CountryFacts, names: tuple[Name, ...]) -> CountryRecord:
    code = entry.alpha_2
    known = atlas.countries.get(code)
    coast, coastline, source = _coast(code, known, facts)
    region, subregion = facts.regions.get(code) or ((known.region, known.subregion) if known else ("", ""))
    capital, position = facts.capitals.get(code) or ((known.capital, known.capital_position) if known else ("", None))
    return CountryRecord(
        code=code,
        kind=CountryKind.COUNTRY,
        alpha3=entry.alpha_3,
        numeric=entry.numeric,
        name=shown,
        official_name=getattr(entry, "official_name", entry.name),
        region=region,
        subregion=subregion,
        coast=coast,
        coastline_km=coastline,
        coast_source=source,
        capital=capital,
        capital_position=position,
        names=names,
    )


def _coast(code: str, known: AtlasCountry | None, facts: CountryFacts) -> tuple[Coast, int | None, str]:
    """Coast, length of the coastline in km (rounded, at least 1), source."""
    if code in facts.coasts:
        return Coast.COASTAL, None, f"{facts.source}. {facts.coasts[code]}"[:100]
    if known is None or known.coastline_km is None:
        return Coast.UNKNOWN, None, ""
    if known.coastline_km == 0:
        return Coast.LANDLOCKED, 0, COAST_SOURCE
    return Coast.COASTAL, max(1, round(known.coastline_km)), COAST_SOURCE


def _english(entry: Any, shown: str, known: AtlasCountry | None, facts: CountryFacts) -> Iterator[Name]:
    further = [entry.name, getattr(entry, "official_name", ""), *(known.names if known else ())]
    seen = {fold(shown)}
    yield Name("en", shown, True)
    for name in (*further, *facts.also.get(entry.alpha_2, ())):
        if fold(name) not in seen and name:
            seen.add(fold(name))
            yield Name("en", name, False)


def _translated(
    entry: Any, translations: dict[str, gettext.NullTranslations], facts: CountryFacts
) -> tuple[tuple[Name, ...], tuple[str, ...]]:
    """The names in other languages, and the languages that lack one."""
    names, missing = [], []
    for language, translation in translations.items():
        by_hand = facts.translations.get(language, {}).get(entry.alpha_2)
        name = by_hand or _one_translation(entry, language, translation)
        if name:
            names.append(Name(language, name, True))
        else:
            missing.append(language)
    return tuple(names), tuple(missing)


def _one_translation(entry: Any, language: str, translation: gettext.NullTranslations) -> str:
    """The translated everyday name, else the formal one; "" if the package has neither."""
    for original in (getattr(entry, "common_name", entry.name), entry.name):
        name = translation.gettext(original)
        if name != original or (language not in OTHER_SCRIPTS and "," not in original):
            return name
    return ""


def _withdrawn(in_use: set[str]) -> Iterator[CountryRecord]:
    """Codes no longer in ISO 3166-1 and not given out again; where a code was used twice, the later use."""
    latest: dict[str, Any] = {}
    for entry in sorted(pycountry.historic_countries, key=lambda entry: entry.withdrawal_date):
        if entry.alpha_2 not in in_use:
            latest[entry.alpha_2] = entry
    for code, entry in sorted(latest.items()):
        yield CountryRecord(
            code=code,
            kind=CountryKind.WITHDRAWN,
            alpha3=entry.alpha_3,
            numeric=getattr(entry, "numeric", ""),
            name=entry.name,
            withdrawn=entry.withdrawal_date,
            names=(Name("en", entry.name, True),),
        )
