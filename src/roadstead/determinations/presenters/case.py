"""One case as its page shows it: the steps with the law beside each, the clock, the sources, who signed."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from roadstead.common import clock as clocks
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.core.case_steps import State, StepStanding
from roadstead.determinations import bridge, traffic
from roadstead.determinations.actions.signing import RIGHTS, lacking
from roadstead.determinations.enums import CaseState, Part
from roadstead.determinations.models import Case, CaseDay, Signature
from roadstead.determinations.presenters.traffic import counted_lines
from roadstead.determinations.queries import cases, sources
from roadstead.determinations.queries.packets import packets
from roadstead.determinations.queries.traffic import draft_of
from roadstead.determinations.words import sentence, waits_for
from roadstead.registry.queries.facilities import standing_for

TONES = {State.DONE: "good", State.LEFT_OUT: "quiet", State.NEXT: "ask", State.WAITING: "quiet"}
STATE_TONES = {
    CaseState.OPEN: "ask",
    CaseState.SIGNED: "good",
    CaseState.PUBLISHED: "good",
    CaseState.DROPPED: "quiet",
}


@dataclass(frozen=True, slots=True)
class StepShown:
    """A step of the law: where it stands, its entry, and what it waits for, by title."""

    standing: StepStanding
    word: str
    tone: str
    entry: CaseDay | None
    waits_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartShown:
    """One part of the decision: who did it; whether the viewer may do it now."""

    part: Part
    signature: Signature | None
    mine: bool


def context(case: Case, viewer: Viewer) -> dict[str, Any]:
    """What the template of the page wants."""
    held, today = cases.whole(case), clocks.today()
    law = cases.procedure_of(case)
    live = not CaseState(case.state).ended
    given = {one.part: one for one in cases.signatures(case)}
    changed = {one.pk for one in sources.changed(held)}
    return {
        "case": case,
        "tone": STATE_TONES[CaseState(case.state)],
        "law": law,
        "steps": _steps(held),
        "clock": cases.clock_of(held, today),
        "pauses": held.pauses,
        "faults": [sentence(one, law) for one in cases.faults_of(held, today)],
        "evidence": [(one, one.pk in changed) for one in held.evidence],
        "facilities": _facilities(held, viewer),
        "parts": [_part(part, case, given, viewer) for part in Part],
        "ended": cases.ended_signatures(case),
        "turn": waits_for(case.state, set(given)),
        "lacking": lacking(case, held) if case.state == CaseState.OPEN else [],
        "digest": bridge.digest(held),
        **_ships(held, viewer),
        "packets": packets(case),
        "may_tell": case.state != CaseState.DROPPED and viewer.may(Permission.OPEN_CASES, country=case.country_id),
        "may_change": live and viewer.may(Permission.OPEN_CASES, country=case.country_id),
        "may_take_back": live and any(one.person_id == viewer.user_id for one in given.values()),
        "record": case,
        "viewer": viewer,
    }


def _ships(held: bridge.Whole, viewer: Viewer) -> dict[str, Any]:
    """What the decision does to ships, and who is told of it."""
    said, over = bridge.traffic(held.count), CaseState(held.case.state).ended
    draft = "" if over else draft_of(held.case, viewer, held=held)
    return {
        "count": held.count,
        "counted": counted_lines(said) if said else [],
        "countable": bool(draft),
        "what_if": traffic.address(draft) if draft and viewer.holds(Permission.ASK_WHAT_IF) else "",
        "tellings": held.tellings,
    }


def _steps(held: bridge.Whole) -> list[StepShown]:
    words = {
        State.DONE: _("done"),
        State.LEFT_OUT: _("left out"),
        State.NEXT: _("can be done now"),
        State.WAITING: _("waits"),
    }
    entries = {one.step: one for one in held.days}
    titles = {step.code: step.title for step in cases.procedure_of(held.case).steps}
    return [
        StepShown(
            standing=one,
            word=_("optional") if one.state is State.NEXT and one.step.optional else words[one.state],
            tone="quiet" if one.step.optional and one.state is State.NEXT else TONES[one.state],
            entry=entries.get(one.step.code),
            waits_for=tuple(titles[code] for code in one.waits_for),
        )
        for one in cases.steps_of(held)
    ]


def _facilities(held: bridge.Whole, viewer: Viewer) -> list[tuple[str, str]]:
    tiers = {one.facility_id: one.tier for one in held.facilities}
    if not tiers:
        return []
    rows = standing_for(tiers, viewer)
    return sorted((one.name, tiers[key]) for key, one in rows.items())


def _part(part: Part, case: Case, given: dict[str, Signature], viewer: Viewer) -> PartShown:
    """Whose turn it is: the first part that nobody has done, for who has done none."""
    signature = given.get(part)
    turn = next((one for one in Part if one not in given), None)
    free = case.state == CaseState.OPEN and all(one.person_id != viewer.user_id for one in given.values())
    right = RIGHTS[part]
    scoped = {"country": case.country_id} if right is Permission.OPEN_CASES else {}
    return PartShown(part, signature, mine=part == turn and free and viewer.may(right, **scoped))
