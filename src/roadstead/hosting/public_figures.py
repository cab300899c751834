"""What is publicly known of the size of US ports, from the authored file."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

TONNES_A_TON = 0.90718474  # a short ton in tonnes


@dataclass(frozen=True, slots=True)
class Figures:
    """tonnes: a year, None where no source read says so; containers: whether a source counts them there."""

    tonnes: int | None
    containers: bool


@cache
def _authored() -> dict[str, Any]:
    text = files("roadstead.hosting").joinpath("data/us_ports.yaml").read_text(encoding="utf-8")
    said: dict[str, Any] = yaml.safe_load(text)
    return said


@cache
def figures() -> dict[str, Figures]:
    """By UN/LOCODE."""
    return {
        code: Figures(round(one["tons"] * 1e6 * TONNES_A_TON) if "tons" in one else None, "teu" in one)
        for code, one in _authored()["ports"].items()
    }


def sources() -> list[str]:
    """Where the figures are from."""
    return list(_authored()["sources"].values())
