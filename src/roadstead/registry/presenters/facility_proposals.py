"""Proposals of partners as pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.keeping import keeps
from roadstead.registry.enums import RequestState
from roadstead.registry.facility_fields import LABELS, as_plain, said
from roadstead.registry.models import Facility, FacilityProposal
from roadstead.registry.queries.facility_proposals import facilities_of

TONES = {"open": "ask", "accepted": "good", "returned": "alarm", "withdrawn": "quiet"}


@dataclass(frozen=True, slots=True)
class Change:
    """One field. moved: the entry no longer says what it said when this was proposed."""

    label: Any
    before: str
    after: str
    now: str
    moved: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A proposal in a list, with its facility."""

    one: FacilityProposal
    facility: Facility
    state: str
    tone: str
    fields: str


def lines(rows: Sequence[FacilityProposal], viewer: Viewer) -> list[Line]:
    facilities = facilities_of(rows, viewer)
    return [_line(row, facilities[row.facility_id]) for row in rows if row.facility_id in facilities]


def detail(one: FacilityProposal, viewer: Viewer) -> dict[str, Any]:
    """What the page of a proposal wants."""
    facility = facilities_of([one], viewer)[one.facility_id]
    now = as_plain(facility, one.changes)
    changes = [
        Change(LABELS[name], said(name, was), said(name, new), said(name, now[name]), now[name] != was)
        for name, (was, new) in one.changes.items()
    ]
    waits = one.state == RequestState.OPEN
    staff = viewer.holds(Permission.READ_PROGRAMME)
    return {
        "one": one,
        "record": one,
        "line": _line(one, facility),
        "facility": facility,
        "changes": changes,
        "moved": waits and any(change.moved for change in changes),
        "may_answer": waits and staff and keeps(viewer, facility.country_id),
        "may_withdraw": waits and one.proposed_by_id == viewer.user_id,
        "waits": waits,
    }


def _line(one: FacilityProposal, facility: Facility) -> Line:
    state = RequestState(one.state)
    return Line(
        one, facility, str(state.label), TONES[state.value], ", ".join(str(LABELS[name]) for name in one.changes)
    )
