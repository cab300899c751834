"""The package's own files: what people wrote about ports, trades, fleets and berths."""

import csv
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C reads ten times as fast


def read_yaml(name: str) -> Any:
    """A YAML file of the data folder, by its name without the ending."""
    return yaml.load((DATA / f"{name}.yaml").read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader


def read_rows(name: str) -> list[dict[str, str]]:
    """A CSV file of the data folder, by its name without the ending: one dictionary per row."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
