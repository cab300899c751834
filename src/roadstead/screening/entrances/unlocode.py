"""UN/LOCODE's rows and searoute's codes, out of the installed packages' own files."""

import csv
import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from roadstead.screening.entrances.errors import FileError


def entries() -> Iterator[tuple[str, str, str, str, str]]:
    """UN/LOCODE's rows: country, code, name, subdivision, functions. No withdrawn ones; references have no code."""
    for path in sorted((_folder("pyunlocode") / "csv").glob("*CodeListPart*.csv")):
        with path.open(encoding="cp1252", newline="") as lines:
            for change, country, place, name, _, region, functions, *_ in csv.reader(lines):
                if change == "=" or (place and change not in ("X", "x")):
                    yield country, country + place, name, region, functions


def in_use() -> frozenset[str]:
    """The codes of ports that searoute lists; some of them have no function of a port in UN/LOCODE."""
    text = (_folder("searoute") / "data" / "ports.geojson").read_text(encoding="utf-8")
    return frozenset(feature["properties"]["port"] for feature in json.loads(text)["features"])


def _folder(package: str) -> Path:
    """Where a package keeps its data, without importing it (searoute alone would cost a second)."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileError(f"the package {package}, which knows the ports, is not installed; run make start.")
    return Path(spec.origin).parent
