"""The elements of the ISPS Code by which a facility is looked at, out of the rule book's instruments."""

from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext_lazy as _

from roadstead.rulebook import instrument_schema, instruments

OF = ("isps-government", "isps-port-facility")  # instruments, in the order of a checklist
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
    """The versions in force of the instruments, as one list. Raises RuleBookError for what cannot be used."""
    records = [instruments.shipped().latest(one).record for one in OF]
    newest = max(one.as_of for one in records).isoformat()
    groups = {group.code: group.title for one in records for group in one.groups}
    return Edition(newest, newest, groups, tuple(_element(found) for one in records for found in one.elements))


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


def _element(said: instrument_schema.Element) -> Element:
    source = said.sources[0] if said.sources else ""
    return Element(said.code, said.group, said.title, said.reference, said.is_verified, source)
