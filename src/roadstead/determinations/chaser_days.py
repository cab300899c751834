"""How many days before a clock runs out people are told: read once from data/chasers.yaml, where it is set."""

from functools import cache
from importlib import resources

import yaml


@cache
def days_left() -> tuple[int, ...]:
    """The days that are set, the most first. Raises ValueError where one is no number of days, or stands twice."""
    text = resources.files("roadstead.determinations").joinpath("data/chasers.yaml").read_text("utf-8")
    found = sorted((int(number) for number in yaml.safe_load(text)["days_left"]), reverse=True)
    if not found or min(found) < 1 or len(set(found)) < len(found):
        raise ValueError("data/chasers.yaml: days_left are numbers of days, each at least one, each once")
    return tuple(found)
