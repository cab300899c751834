"""Who may see an offering: everyone, some States, the programme; invited States are told."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, unchanged
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.marking import set_mark
from roadstead.registry.reach import Reach
from roadstead.training.actions.telling import tell_invited
from roadstead.training.models import Offering


@action
def mark_offering(
    *,
    offering: Offering,
    mark: Mark,
    states: Collection[str] = (),
    people: Collection[int] = (),
    reason: str,
    by: Viewer,
    seen_marked_at: datetime | None = None,
) -> Reach:
    """Say who may see it, and tell the States that are newly invited. Raises as `set_mark` does."""
    by.must(Permission.KEEP_TRAINING)
    old, new = set_mark(
        marked=offering, mark=mark, states=states, people=people, reason=reason, by=by, seen_marked_at=seen_marked_at
    )
    if old == new:
        unchanged()  # or the reason alone is another, which the event of the mark says
    if invited := new.states - old.states:
        tell_invited(invited, offering, _("Your State is invited to a course."))
    return new
