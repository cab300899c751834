"""Who may see a visit, or one of others: sharing it with the State that is visited."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, unchanged
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.marking import set_mark
from roadstead.registry.reach import Reach
from roadstead.visits.actions.telling import tell_partners
from roadstead.visits.models import OtherVisit, Visit


@action
def mark_visit(
    *,
    visit: Visit | OtherVisit,
    mark: Mark,
    states: Collection[str] = (),
    people: Collection[int] = (),
    reason: str,
    by: Viewer,
    seen_marked_at: datetime | None = None,
) -> Reach:
    """Say who may see it, and tell the partners of a State with which it is newly shared. Raises as `set_mark` does."""
    by.must(Permission.PLAN_VISITS, country=visit.country_id)
    old, new = set_mark(
        marked=visit, mark=mark, states=states, people=people, reason=reason, by=by, seen_marked_at=seen_marked_at
    )
    if old == new:
        unchanged()  # or the reason alone is another, which the event of the mark says
    if isinstance(visit, Visit) and (shared := new.states - old.states):
        visit.refresh_from_db()
        tell_partners(visit, _("A planned visit to your country was shared with you."), shared)
    return new
