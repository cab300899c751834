"""Cases that were decided, for the advisory that carries them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from roadstead.common.access.viewer import Viewer
from roadstead.core.case_steps import faults
from roadstead.determinations import bridge
from roadstead.determinations.bridge import Whole
from roadstead.determinations.enums import CaseState, Effect, Rests
from roadstead.determinations.models import Case, CaseFacility
from roadstead.determinations.queries.cases import Rows, procedure_of, readable, whole
from roadstead.determinations.words import sentence
from roadstead.registry.queries.facilities import standing_for


@dataclass(frozen=True, slots=True)
class DecidedFacility:
    """A facility of a decided case, as the register has it now."""

    number: str | None
    name: str
    port: str | None
    tier: str


@dataclass(frozen=True, slots=True)
class DecidedCase:
    """What a signed case decided. finding_on, notified_on: its days, where they are on record; held: all of it."""

    case: Case
    held: Whole
    effect: Effect
    deemed: bool
    facilities: tuple[DecidedFacility, ...]
    finding_on: str | None
    notified_on: str | None


def signed(viewer: Viewer) -> Rows:
    """The cases that are signed and in no edition yet."""
    return readable(viewer).filter(state=CaseState.SIGNED)


def decided(keys: Collection[int], viewer: Viewer) -> list[DecidedCase]:
    """What some of the cases that a viewer may read decided, in the order in which they were opened."""
    rows = readable(viewer).filter(pk__in=keys).select_related("country").order_by("pk")
    return [_decided(one, viewer) for one in rows]


def against(decided: DecidedCase, days: Mapping[str, date], on: date) -> str:
    """Why a case could not be given the days of its edition, looked at on a day, in words; "" where it could.

    A step that such a case does not have is left aside.
    """
    law, facts = procedure_of(decided.case), bridge.facts(decided.held)
    codes = {one.code for one in law.steps}
    added = {code: day for code, day in days.items() if code in codes}
    found = faults(law, replace(facts, days={**facts.days, **added}), on)
    return sentence(found[0], law) if found else ""


def _decided(case: Case, viewer: Viewer) -> DecidedCase:
    held = whole(case)
    days = {one.step: one.day.isoformat() for one in held.days if one.day}
    return DecidedCase(
        case=case,
        held=held,
        effect=Effect(case.effect),
        deemed=case.rests == Rests.STATE_SPONSOR,
        facilities=_facilities(held.facilities, viewer),
        finding_on=days.get("finding"),
        notified_on=days.get("government_told"),
    )


def _facilities(held: Collection[CaseFacility], viewer: Viewer) -> tuple[DecidedFacility, ...]:
    tiers = {one.facility_id: one.tier for one in held}
    rows = standing_for(tiers, viewer) if tiers else {}
    found = {one.pk: DecidedFacility(one.number, one.name, one.port_id, tiers[key]) for key, one in rows.items()}
    return tuple(one for _pk, one in sorted(found.items()))  # two of them may have become one entry
