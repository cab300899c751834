"""One change that would turn an outcome round, as sentence and as data."""

from collections.abc import Mapping

from roadstead.core.advisory import Facility
from roadstead.core.decision import Change
from roadstead.core.texts import CHANGES


def change(code: str, outcome: str, fact: Mapping[str, object], **values: object) -> Change:
    """A change as sentence and as data."""
    return Change(CHANGES[code].format(**values), outcome, dict(fact))


def named_by(facility: Facility) -> str:
    """How to name a facility so that it matches: its number where there is one."""
    return next((n.normalised for n in facility.numbers if n.normalised and n.certain), facility.name)


def facility_said(facility: Facility) -> str:
    named = named_by(facility)
    return facility.name if named == facility.name else f"{named} ({facility.name})"
