"""Which cases somebody may read, and one with all of its parts. Every reading of cases begins here."""

from collections.abc import Collection
from datetime import date

from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.core.case_clock import Clock, clock
from roadstead.core.case_steps import Fault, StepStanding, faults, standings
from roadstead.core.determination import Procedure
from roadstead.determinations import bridge
from roadstead.determinations.bridge import Whole
from roadstead.determinations.models import (
    Case,
    CaseDay,
    CaseFacility,
    CasePause,
    Evidence,
    Signature,
    Telling,
    TrafficCount,
)
from roadstead.rulebook import procedures

Rows = GuardedQuerySet[Case]


def readable(viewer: Viewer) -> Rows:
    """All that somebody may read."""
    return Case.objects.visible_to(viewer)


def whole(case: Case) -> Whole:
    """A case that was read for a viewer, with the parts that count."""
    return Whole(
        case=case,
        days=tuple(CaseDay.objects.filter(case=case, replaced_at__isnull=True).stated().order_by("pk")),
        pauses=tuple(CasePause.objects.filter(case=case).stated().order_by("start")),
        evidence=tuple(Evidence.objects.filter(case=case, removed_at__isnull=True).stated().order_by("number")),
        facilities=tuple(CaseFacility.objects.filter(case=case).stated().order_by("pk")),
        count=TrafficCount.objects.filter(case=case, replaced_at__isnull=True)
        .stated()
        .select_related("counted_by")
        .first(),
        tellings=tuple(Telling.objects.filter(case=case, removed_at__isnull=True).stated().order_by("number")),
    )


def signatures(case: Case) -> list[Signature]:
    """The signatures that hold, in the order of their parts."""
    rows = Signature.objects.filter(case=case, void_at__isnull=True).stated().select_related("person")
    return sorted(rows, key=lambda one: one.pk)


def parts_done(cases: Collection[int]) -> dict[int, set[str]]:
    """The parts that were done of each of some cases that were read for a viewer, by key; one query."""
    found: dict[int, set[str]] = {}
    if cases:
        rows = Signature.objects.filter(case__in=cases, void_at__isnull=True).stated()
        for case, part in rows.values_list("case", "part"):
            found.setdefault(case, set()).add(part)
    return found


def ended_signatures(case: Case) -> list[Signature]:
    """The signatures that ended, the latest first."""
    rows = Signature.objects.filter(case=case, void_at__isnull=False).stated().select_related("person")
    return list(rows.order_by("-void_at", "-pk"))


def procedure_of(case: Case) -> Procedure:
    """The procedure of the law by which a case goes."""
    return procedures.of_id(case.procedure)


def steps_of(held: Whole) -> tuple[StepStanding, ...]:
    """Where each step of a case stands."""
    return standings(procedure_of(held.case), bridge.facts(held))


def clock_of(held: Whole, on: date) -> Clock | None:
    """The clock of a case on a day; None where the law gives it none."""
    return clock(procedure_of(held.case), bridge.facts(held), on)


def faults_of(held: Whole, on: date) -> tuple[Fault, ...]:
    """What is wrong with the days of a case."""
    return faults(procedure_of(held.case), bridge.facts(held), on)
