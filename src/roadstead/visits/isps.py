"""The elements of the ISPS Code by which a facility is looked at: dated data, never edited in place."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import gettext_lazy as _

FILE = Path(__file__).parent / "data" / "isps_elements.yaml"
SCHEMA = "roadstead/isps-elements/1"
TO_BE_CHECKED = _("to be checked")


@dataclass(frozen=True, slots=True)
class Element:
    """One element. verified: its paragraph was read at `source`; where it was not, the reference is to be checked."""

    code: str
    group: str
    title: str
    reference: str
    verified: bool
    source: str

    @property
    def said(self) -> str:
        """The reference as a page shows it: what was not read is said to be so."""
        return self.reference if self.verified else f"{self.reference} ({TO_BE_CHECKED})"

    @property
    def label(self) -> str:
        return f"{self.code}: {self.title}"


@dataclass(frozen=True, slots=True)
class Edition:
    """All elements as of a day; groups: the title of each by its code, in their order."""

    name: str
    as_of: str
    groups: dict[str, str]
    elements: tuple[Element, ...]


@cache
def edition() -> Edition:
    """The edition in force: the last of the file. Raises ValueError for a file of another schema, or a doubled code."""
    read: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    if read["schema"] != SCHEMA:
        raise ValueError(f"{FILE.name} is {read['schema']}, and {SCHEMA} is wanted")
    last = read["editions"][-1]
    groups = {one["code"]: one["title"] for one in last["groups"]}
    found = tuple(_element(one, groups) for one in last["elements"])
    if len({one.code for one in found}) != len(found):
        raise ValueError(f"{FILE.name} names an element twice")
    return Edition(last["edition"], str(last["as_of"]), groups, found)


def elements() -> dict[str, Element]:
    """The elements by their codes, in the order of the Code."""
    return {one.code: one for one in edition().elements}


def by_group() -> list[tuple[str, list[Element]]]:
    """The elements under the titles of their groups."""
    now = edition()
    return [(title, [one for one in now.elements if one.group == code]) for code, title in now.groups.items()]


def choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """The elements to choose from, by group: code and title."""
    return [(title, [(one.code, one.label) for one in found]) for title, found in by_group()]


def _element(said: dict[str, str], groups: dict[str, str]) -> Element:
    if said["group"] not in groups or said["status"] not in ("verified", "unverified"):
        raise ValueError(f"{FILE.name}: {said['code']} has no such group or status")
    verified = said["status"] == "verified"
    if verified and not said["source"]:
        raise ValueError(f"{FILE.name}: {said['code']} is verified, and says not where")
    return Element(said["code"], said["group"], said["title"], said["reference"], verified, said["source"])
