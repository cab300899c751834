"""One organisation as the desk shows it."""

from typing import Any

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.files import presenters as files
from roadstead.registry.actions.keeping import keeps
from roadstead.registry.models import Organisation
from roadstead.registry.presenters.marked import label, mark_shown
from roadstead.registry.queries import organisations as queries
from roadstead.registry.reach import may_reach, reach_of

MOST_PARTS = 50


def detail(one: Organisation, viewer: Viewer) -> dict[str, Any]:
    """What the page of an organisation wants."""
    mine = keeps(viewer, one.country_id) and viewer.holds(Permission.READ_PROGRAMME)
    above = queries.organisation_names({one.parent_id} if one.parent_id else set(), viewer)
    return {
        "one": one,
        "record": one,
        "label": label(one),
        "marked": mark_shown(one, viewer, keeps=mine),
        "above": next(iter(above.items()), None),
        "below": list(queries.parts_of(one, viewer)[:MOST_PARTS]),
        "operated": list(queries.operated_by(one, viewer)[:MOST_PARTS]),
        "attachments": files.rows(one, viewer),
        "may_change": mine and may_reach(viewer, reach_of(one)),
    }
