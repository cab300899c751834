"""Languages and time zones of countries, from the atlas; what it lacks, from countries.yaml."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

LANGUAGES_FROM = "Unicode CLDR 48.2, in pyworldatlas"
TIMEZONES_FROM = "GeoNames, in pyworldatlas"
BY_HAND = "Set by hand; general geographic knowledge"

_LANGUAGES = "SELECT alpha2, l.code, l.name FROM country_language l JOIN country ON country.id = l.country_id"
_TIMEZONES = "SELECT alpha2, timezone_id FROM country_timezone t JOIN country ON country.id = t.country_id"


@dataclass(frozen=True, slots=True)
class Said:
    """One fact about a country: a language (its code and name) or a time zone (its name twice), and its source."""

    country: str
    code: str
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """The languages and time zones of all countries."""

    languages: tuple[Said, ...]
    timezones: tuple[Said, ...]


def read(atlas: Path, by_hand: Mapping[str, Mapping[str, object]]) -> Spoken:
    """What the atlas says. by_hand, what it lacks: languages: {country: {code: name}}; timezones: {country: zone}."""
    with closing(sqlite3.connect(f"file:{atlas}?mode=ro&immutable=1", uri=True)) as database:
        rows = database.execute(f"{_LANGUAGES} ORDER BY 1, 2")
        languages = [Said(country, code, name, LANGUAGES_FROM) for country, code, name in rows]
        timezones = [Said(country, zone, zone, TIMEZONES_FROM) for country, zone in database.execute(_TIMEZONES)]
    for country, spoken in by_hand.get("languages", {}).items():
        assert isinstance(spoken, Mapping)
        languages += [Said(country, code, name, BY_HAND) for code, name in spoken.items()]
    timezones += [
        Said(country, str(zone), str(zone), BY_HAND) for country, zone in by_hand.get("timezones", {}).items()
    ]
    return Spoken(tuple(languages), tuple(timezones))
