"""One port facility as pages show it: every fact with its source, its day, and what was corrected."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.files import presenters as files
from roadstead.registry.actions.facility_proposals import may_propose
from roadstead.registry.actions.keeping import keeps
from roadstead.registry.facility_fields import CORRECTED, LABELS, said
from roadstead.registry.models import Facility
from roadstead.registry.presenters import facility_position
from roadstead.registry.presenters.excepted import excepted
from roadstead.registry.presenters.facilities import line
from roadstead.registry.presenters.marked import mark_shown
from roadstead.registry.presenters.merging import merged_into
from roadstead.registry.queries import facilities as queries
from roadstead.registry.queries.facility_imports import imported_changes
from roadstead.registry.queries.facility_proposals import open_proposals, people_named
from roadstead.registry.queries.mergers import merger_away
from roadstead.registry.queries.organisations import organisation_names
from roadstead.registry.reach import may_reach, reach_of

MOST_IMPORTS = 10


@dataclass(frozen=True, slots=True)
class Correction:
    """A field that a person set: what its source says, who set it (within the programme) and where that is from."""

    field: str
    label: Any
    was: str
    by: str
    at: datetime
    source: str


def about(one: Facility, viewer: Viewer) -> dict[str, Any]:
    """What every page of a facility wants, whoever reads it."""
    operator = organisation_names({one.operator_id} if one.operator_id else set(), viewer)
    return {
        "one": one,
        "record": one,
        "line": line(one),
        "names": list(queries.facility_names(one)),
        "port_said": one.port is not None and fold(one.port_name) == fold(one.port.name),
        "operator": next(iter(operator.items()), None),
        "operator_at": "",
        "position": facility_position.shown(one),
        "map": facility_position.for_map([one]),
        "corrections": dict.fromkeys(CORRECTED) | corrections(one, viewer),
        "was_corrected": bool(one.corrected),
        "attachments": files.rows(one, viewer),
    }


def detail(one: Facility, viewer: Viewer) -> dict[str, Any]:
    """What the desk's page of a facility wants."""
    mine = keeps(viewer, one.country_id) and viewer.holds(Permission.READ_PROGRAMME)
    shown = about(one, viewer)
    at = reverse("registry:desk_organisation", args=[one.operator_id]) if shown["operator"] else ""
    return shown | {
        "operator_at": at,
        "marked": mark_shown(one, viewer, keeps=mine),
        "may_change": mine and may_reach(viewer, reach_of(one)) and one.merged_into_id is None,
        "imports": list(imported_changes(one)[:MOST_IMPORTS]),
        "waiting": list(open_proposals(viewer, facility=one)),
        "excepted": excepted(one, shown["names"]),
        "mergers": merged_into(one, viewer),
        "away": merger_away(one),
    }


def partner_detail(one: Facility, viewer: Viewer) -> dict[str, Any]:
    """What a partner's page of a facility wants."""
    waiting = list(open_proposals(viewer, facility=one))
    return about(one, viewer) | {"may_propose": may_propose(one, viewer), "waiting": waiting}


def corrections(one: Facility, viewer: Viewer) -> dict[str, Correction]:
    """The corrected fields, in the order of the entry. Who of the programme did it is nobody else's matter."""
    staff = viewer.holds(Permission.READ_PROGRAMME)
    held = {name: one.corrected[name] for name in CORRECTED if name in one.corrected}
    people = people_named({entry["by"] for entry in held.values()}) if staff else {}
    return {
        name: Correction(
            field=name,
            label=LABELS[name],
            was=said(name, entry["was"]),
            by=people.get(entry["by"], ""),
            at=datetime.fromisoformat(entry["at"]),
            source=entry.get("source", ""),
        )
        for name, entry in held.items()
    }
