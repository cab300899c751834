"""After how many days somebody is reminded: read once from data/reminders.yaml, where it is set."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class Days:
    """no_contact: by country, and `otherwise`; changed: how long the change of an entry is told."""

    otherwise: int
    countries: dict[str, int]
    changed: int

    def no_contact(self, country: str) -> int:
        """After how many days without contact a country is told of."""
        return self.countries.get(country, self.otherwise)


@cache
def days() -> Days:
    """What is set. Raises ValueError for a number of days that is none."""
    text = resources.files("roadstead.engagement").joinpath("data/reminders.yaml").read_text("utf-8")
    said = yaml.safe_load(text)
    countries = {str(code): int(number) for code, number in (said["countries"] or {}).items()}
    found = Days(int(said["no_contact_days"]), countries, int(said["changed_days"]))
    if min(found.otherwise, found.changed, *countries.values()) < 1:
        raise ValueError("data/reminders.yaml: a number of days is at least one")
    return found
