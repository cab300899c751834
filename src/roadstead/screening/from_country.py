"""Which US ports ships call at after a call in a country, and ships of which types: out of the project’s own layout.

A folder keeps both counted, since counting takes a second and a page asks; one made before it did is counted anew.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from roadstead.core.country import is_country

KEPT = "us_ports.json"
Counts = Mapping[str, Mapping[str, int]]


def arrivals_after(folder: Path, country: str) -> dict[str, int]:
    """Voyages with a call in a country, by the US port of arrival; empty where none is on record."""
    if not is_country(country):
        return {}
    kept = _kept(folder)
    return _count_arrivals(folder / "calls" / f"country={country}") if kept is None else kept["after"].get(country, {})


def types_by_port(folder: Path) -> dict[str, dict[str, int]]:
    """Which types of ships call at each US port, and how many voyages of each; empty where none is on record."""
    kept = _kept(folder)
    return _count_types(folder / "totals.parquet") if kept is None else kept["types"]


def keep(folder: Path, after: Counts) -> None:
    """Keep what is counted in a folder that is being made. after: voyages by country and US port of arrival."""
    said = {"after": after, "types": _count_types(folder / "totals.parquet")}
    (folder / KEPT).write_text(json.dumps(said, sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8")


def _kept(folder: Path) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = json.loads((folder / KEPT).read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and {"after", "types"} <= found.keys() else None


# The library that reads the files takes a second to import, and what is kept wants none of it.


def _count_arrivals(calls: Path) -> dict[str, int]:
    from pyarrow import compute as pc
    from pyarrow import dataset as ds

    if not calls.is_dir():
        return {}
    table = ds.dataset(calls, format="parquet").to_table(columns=["voyage_id", "arrival_port"])
    counted = table.group_by("arrival_port").aggregate([("voyage_id", "count_distinct")])
    known = counted.filter(pc.is_valid(counted["arrival_port"])).to_pydict()
    return dict(zip(known["arrival_port"], known["voyage_id_count_distinct"], strict=True))


def _count_types(totals: Path) -> dict[str, dict[str, int]]:
    from pyarrow import dataset as ds

    if not totals.is_file():
        return {}
    table = ds.dataset(totals, format="parquet").to_table(columns=["arrival_port", "vessel_type", "voyages"])
    rows = table.group_by(["arrival_port", "vessel_type"]).aggregate([("voyages", "sum")]).to_pylist()
    found: dict[str, dict[str, int]] = {}
    for row in rows:
        if row["arrival_port"] and row["vessel_type"]:
            found.setdefault(row["arrival_port"], {})[row["vessel_type"]] = int(row["voyages_sum"])
    return found
