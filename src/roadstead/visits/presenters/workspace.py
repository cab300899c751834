"""The page of one visit: how it stands, what comes next, and what lies in its way."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.presenters.marked import mark_shown
from roadstead.registry.reach import may_reach, reach_of
from roadstead.visits.agenda_enums import Side
from roadstead.visits.enums import ONWARD, Clearance, VisitState
from roadstead.visits.models import Visit
from roadstead.visits.presenters import carried
from roadstead.visits.presenters.blockers import blockers
from roadstead.visits.presenters.shown import TONES, shown
from roadstead.visits.queries.agenda import agenda_of, agreements_of
from roadstead.visits.queries.asking import asked_of
from roadstead.visits.queries.overlaps import overlaps_of
from roadstead.visits.queries.rows import legs_of, steps_of, team_of

ROAD = (
    VisitState.PROPOSED,
    VisitState.PLANNED,
    VisitState.NOTIFIED,
    VisitState.AGREED,
    VisitState.UNDER_WAY,
    VisitState.MADE,
    VisitState.REPORTED,
)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done next: its word and address; first: the one that the page puts forward."""

    word: str
    href: str
    first: bool = False


def context(visit: Visit, viewer: Viewer) -> dict[str, Any]:
    """What the page wants; a fixed number of queries, besides those of its parts."""
    may = viewer.may(Permission.PLAN_VISITS, country=visit.country_id) and may_reach(viewer, reach_of(visit))
    state, near = VisitState(visit.state), overlaps_of(visit, viewer)
    may_change, asked, agenda = may and not state.ended, asked_of(visit), agenda_of(visit)
    agreed = agenda is not None and agreements_of(agenda).keys() == set(Side.values)
    return carried.of_visit(visit, agenda, viewer) | {
        "visit": visit,
        "record": visit,
        "one": shown(visit),
        "road": _road(state),
        "team": team_of(visit),
        "legs": list(legs_of(visit, viewer)),
        "steps": [(one, VisitState(one.after).label, TONES[VisitState(one.after)]) for one in steps_of(visit)],
        "near": near,
        "clearance_word": Clearance(visit.clearance).label,
        "marked": mark_shown(visit, viewer, keeps=may),
        "may_change": may_change,
        "may_answer": viewer.may(Permission.PLAN_VISITS, country=visit.country_id),
        "asked": asked,
        "may_ask": may and state == VisitState.PLANNED and asked is None,
        "acts": _acts(visit, state, agreed=agreed) if may else [],
        "blockers": blockers(visit, near, asked, agreed=agreed),
    }


def _road(state: VisitState) -> list[tuple[Any, str]]:
    """The states in their order, each “complete”, “current” or “” to come; of a cancelled visit, none is reached."""
    here = ROAD.index(state) if state in ROAD else -1
    return [(one.label, "current" if n == here else "complete" if n < here else "") for n, one in enumerate(ROAD)]


def _acts(visit: Visit, state: VisitState, *, agreed: bool) -> list[Act]:
    def at(name: str, *more: str) -> str:
        return reverse(f"visits:{name}", args=[visit.pk, *more])

    words: dict[VisitState, str] = {
        VisitState.UNDER_WAY: _("Begin the visit"),
        VisitState.MADE: _("The visit is over") if state == VisitState.UNDER_WAY else _("Open the report again"),
        VisitState.REPORTED: _("Close the report"),
    }
    acts: list[Act] = []
    if state == VisitState.PROPOSED:
        acts.append(Act(_("Plan it: set the days"), at("days"), first=True))
    if state == VisitState.PLANNED:
        done = visit.deconflicted_at is not None
        acts.append(Act(_("Record benefit and redundancy"), at("benefit"), first=not done))
        acts.append(Act(_("Record the notice to the host"), at("notice"), first=done))
    if state == VisitState.NOTIFIED:
        if agreed:
            acts.append(Act(_("Both sides agreed the agenda: take the visit on"), at("step", "agreed"), first=True))
        else:
            acts.append(Act(_("Agree the agenda"), reverse("visits:agenda_desk", args=[visit.pk]), first=True))
    if state == VisitState.CANCELLED:
        acts.append(Act(_("Take it up again"), at("resume"), first=True))
    for after in ONWARD[state]:
        if after in words:
            acts.append(Act(words[after], at("step", after.value), first=not acts))
    back = [one for one in ONWARD[state] if _is_back(state, one) and one not in words]
    back = [one for one in back if not (agreed and one == VisitState.NOTIFIED)]  # it goes back where an item changes
    acts += [Act(_("Back to “%(state)s”") % {"state": one.label}, at("step", one.value)) for one in back]
    if VisitState.CANCELLED in ONWARD[state]:
        acts.append(Act(_("Cancel the visit"), at("cancel")))
    return acts


def _is_back(state: VisitState, after: VisitState) -> bool:
    return state in ROAD and after in ROAD and ROAD.index(after) < ROAD.index(state)
