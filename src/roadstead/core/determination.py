"""The case of a country as values: the steps of the law, the days on record, the pauses of its clock.

A day is a fact that somebody entered. None is computed into the record; `case_clock` and `case_steps`
only say where a case stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from roadstead.core.advisory import Citation
from roadstead.core.moment import Moment


class Origin(StrEnum):
    """What a determination rests on (46 USC 70108(b), (e), (f) and (g))."""

    VISIT = "visit"
    NO_VISIT = "no_visit"
    THIRD_PARTY = "third_party"
    STATE_SPONSOR = "state_sponsor"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the procedure. needs: the codes of the steps that come before it.

    origins: for which cases the law asks it. ahead: its day may lie in the future when it is entered.
    optional: a case may go on without it, where somebody says why.
    """

    code: str
    title: str
    text: str
    law: Citation
    needs: tuple[str, ...] = ()
    origins: frozenset[Origin] = frozenset(Origin)
    ahead: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Wait:
    """The days a government has to bring its ports up to the standard, counted from the day of one step to another."""

    days: int
    since: str
    until: str
    law: Citation
    origins: frozenset[Origin]
    waived_by: str  # the step that stands for the immediate ground
    waiver_law: Citation


@dataclass(frozen=True, slots=True)
class Procedure:
    """The steps as the law stood from a day on, in the order of the law. effects: what such a decision may do.

    wait: None where a government is given no days, as for taking a country off the list.
    """

    id: str
    title: str
    start: Moment
    effects: frozenset[str]
    steps: tuple[Step, ...]
    wait: Wait | None = None

    def step(self, code: str) -> Step:
        """The step of that code. Raises KeyError."""
        return next((step for step in self.steps if step.code == code), None) or _missing(code)

    def asked(self, origin: Origin) -> tuple[Step, ...]:
        """The steps that the law asks of a case of this origin."""
        return tuple(step for step in self.steps if origin in step.origins)


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch in which the clock stands still: from its first day until the day on which it runs again."""

    start: date
    why: str
    end: date | None = None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What is on record about a case. days: by the step's code. left_out: why an optional step was not taken."""

    origin: Origin
    days: Mapping[str, date] = field(default_factory=dict)
    pauses: tuple[Pause, ...] = ()
    left_out: Mapping[str, str] = field(default_factory=dict)


def _missing(code: str) -> Step:
    raise KeyError(code)
