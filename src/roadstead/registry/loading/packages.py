"""Where the installed packages keep their data, without importing them (searoute alone would cost a second)."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from roadstead.registry.loading.report import Source

LOADER = Path(__file__).parent
AUTHORED = LOADER.parent / "data"
FOLDING = Path(__file__).parents[2] / "common" / "folding.py"


class MissingPackageError(Exception):
    """A package that carries reference data is not installed; the message names it."""


@cache
def folder(package: str) -> Path:
    """The folder of an installed package. Raises MissingPackageError."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise MissingPackageError(f"The package {package} is not installed: run make start, which installs it.")
    return Path(spec.origin).parent


def unlocode_lists() -> list[Path]:
    """The three parts of the UN/LOCODE code list, in order."""
    return sorted((folder("pyunlocode") / "csv").glob("*CodeListPart*.csv"))


def unlocode_release() -> str:
    """The release of UN/LOCODE, as in "2023-1"."""
    return unlocode_lists()[0].name.split(" ", 1)[0]


def searoute_ports() -> Path:
    """searoute's ports as GeoJSON."""
    return folder("searoute") / "data" / "ports.geojson"


def atlas() -> Path:
    """pyworldatlas's database (SQLite, read only)."""
    return folder("pyworldatlas") / "data" / "atlas.sqlite3"


def pycountry_locales() -> Path:
    """pycountry's translations, a folder for each language."""
    return folder("pycountry") / "locales"


def sources(authored_as_of: str) -> tuple[Source, ...]:
    """What is loaded from where."""
    return (
        Source(
            "UN/LOCODE",
            f"{unlocode_release()}, in pyunlocode {version('pyunlocode')}",
            "UNECE, public domain; package Artistic-2.0",
            "codes, names, functions, status and positions of ports",
        ),
        Source("searoute", version("searoute"), "Apache-2.0", "ports, and positions that UN/LOCODE lacks"),
        Source(
            "pycountry", version("pycountry"), "LGPL-2.1", "countries of ISO 3166 and their names in seven languages"
        ),
        Source(
            "pyworldatlas",
            version("pyworldatlas"),
            "MIT; data: CIA World Factbook 2025, UN M49, GeoNames (CC BY 4.0), Unicode CLDR 48.2",
            "coastline, regions, capitals, languages, time zones; cities to hold positions against",
        ),
        Source(
            "Roadstead",
            authored_as_of,
            "Apache-2.0",
            "Captain of the Port zones, other names of ports, positions set by hand, groupings of States",
        ),
    )


def digest() -> str:
    """SHA-256 over every byte that decides what is loaded: the sources, our own files, and the loader."""
    total = hashlib.sha256()
    for path in _deciding_files():
        total.update(path.name.encode() + b"\0")
        total.update(path.read_bytes())
    return total.hexdigest()


def _deciding_files() -> Iterator[Path]:
    yield from unlocode_lists()
    yield searoute_ports()
    yield atlas()
    yield from sorted((folder("pycountry") / "databases").glob("iso3166-[13].json"))
    yield from sorted(AUTHORED.glob("*.yaml"))
    yield from sorted(LOADER.glob("*.py"))
    yield FOLDING
