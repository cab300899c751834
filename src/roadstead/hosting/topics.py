"""What a delegation may choose to see, from the authored file."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from django.utils.translation import gettext as _

HEADQUARTERS, FIELD, PORT = "headquarters", "field", "port"


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic. at: where it is shown; elements: of the Code that it is about; cargo: that a port must handle."""

    code: str
    said: str
    at: str
    elements: frozenset[str]
    cargo: frozenset[str]

    @property
    def label(self) -> str:
        return _(self.said)


@cache
def topics() -> dict[str, Topic]:
    """Every topic by its code, in the order of the file."""
    said = yaml.safe_load(files("roadstead.hosting").joinpath("data/topics.yaml").read_text(encoding="utf-8"))
    return {
        code: Topic(code, one["label"], one["at"], frozenset(one.get("elements", ())), frozenset(one.get("cargo", ())))
        for code, one in said.items()
    }


def choices() -> list[tuple[str, str]]:
    """The topics as a form offers them."""
    return [(one.code, one.label) for one in topics().values()]


def labels(codes: list[str]) -> list[str]:
    """Some topics in words, in the order of the file; codes that are no longer known as they are."""
    held = topics()
    return [one.label for one in held.values() if one.code in codes] + [code for code in codes if code not in held]


def elements_of(codes: list[str]) -> frozenset[str]:
    """The elements of the Code that some topics are about."""
    held = topics()
    return frozenset().union(*(held[code].elements for code in codes if code in held))


def cargo_of(codes: list[str]) -> frozenset[str]:
    """The kinds of cargo that some topics ask for."""
    held = topics()
    return frozenset().union(*(held[code].cargo for code in codes if code in held))
