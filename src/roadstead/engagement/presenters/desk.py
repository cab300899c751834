"""One record as the desk shows it."""

from typing import Any

from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.engagement import queries
from roadstead.engagement.forms.content import READERS
from roadstead.engagement.models import Information
from roadstead.engagement.presenters.shown import shown
from roadstead.files import presenters as files
from roadstead.registry import queries as registry
from roadstead.registry.reach import may_reach, reach_of

EVERYONE = "public"  # in the choice of whose eyes to borrow


def detail(information: Information, viewer: Viewer) -> dict[str, Any]:
    """What the page of a record wants."""
    writes = viewer.may(Permission.WRITE_INFORMATION)
    reaches = writes and may_reach(viewer, reach_of(information))
    remarks = viewer.holds(Permission.RELEASE_INFORMATION) or viewer.user_id == information.marked_by_id
    restricted = information.mark == Mark.RESTRICTED
    return {
        "record": information,
        "one": shown(information, viewer),
        "meaning": Mark(information.mark).meaning,
        "withheld": [word for name, word in READERS if not getattr(information, name)],
        "people": list(information.people.all()) if restricted else [],
        "receipts": list(queries.receipts_of(information, viewer)),
        "attachments": files.rows(information, viewer),
        "may_change": reaches and information.withdrawn_at is None,
        "may_mark": reaches and remarks,
        "eyes": eyes(information, viewer),
    }


def eyes(information: Information, viewer: Viewer) -> list[tuple[str, str]]:
    """Through whose eyes a record may be looked at: of the States in reach, those it is shared with first."""
    if not viewer.holds(Permission.PREVIEW_AS):
        return []
    reach = viewer.reach(Permission.PREVIEW_AS, ScopeKind.COUNTRY)
    shared = {one.pk for one in information.states.all()}
    states = [(one.code, one.name) for one in registry.countries() if reach is None or one.code in reach]
    return sorted(states, key=lambda pair: pair[0] not in shared)
