"""Which countries need a responsible officer: every one with a sea coast that our own file does not leave out."""

from functools import cache
from pathlib import Path

import yaml
from django.db.models import Q

from roadstead.registry.enums import Coast, CountryKind

FILE = Path(__file__).parent / "data" / "scope.yaml"


@cache
def left_out() -> dict[str, str]:
    """Countries with a coast that need no officer, each with the reason."""
    data = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {code: str(why) for code, why in data["left_out"].items()}


def needs_officer(prefix: str = "") -> Q:
    """Which countries need a responsible officer; `prefix` as in "country__"."""
    coastal = Q(**{f"{prefix}coast": Coast.COASTAL, f"{prefix}kind": CountryKind.COUNTRY, f"{prefix}retired": False})
    return coastal & ~Q(**{f"{prefix}pk__in": sorted(left_out())})
