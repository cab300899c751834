"""Who may see a record: one action for every model that bears a mark.

It stands here because States are countries of the registry, and every app with marked records lies above.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark, Marked
from roadstead.common.access.viewer import Viewer
from roadstead.registry import reach
from roadstead.registry.events import MarkSet
from roadstead.registry.models import Country
from roadstead.registry.reach import MarkError, Reach

T = TypeVar("T", bound=Marked)


@action
def set_mark(
    *,
    marked: T,
    mark: Mark,
    states: Collection[str] = (),
    people: Collection[int] = (),
    reason: str,
    by: Viewer,
    seen_marked_at: datetime | None = None,
) -> tuple[Reach, Reach]:
    """Say anew who may see a record; returns whom it reached and whom it reaches now.

    `people` are added to by whoever sets the mark. `seen_marked_at`: when the mark was set that one is looking at.
    Raises PermissionDenied; MarkError; the model's DoesNotExist where the record may not be read.
    """
    rows: Any = type(marked)._default_manager
    held: Marked = rows.visible_to(by).select_for_update().get(pk=marked.pk)
    if seen_marked_at is not None and held.marked_at != seen_marked_at:
        raise MarkError("mark", _("Somebody has marked it again since you opened this page. Look at it anew first."))
    old, new = reach.reach_of(held), reach.wanted(mark, states, people, by)
    reach.check_reason(reason)
    reach.must_remark(by, held, old, new)
    if old == new and held.mark_reason == reason.strip():
        unchanged()
        return old, new
    held.mark, held.mark_reason = new.mark, reason.strip()
    held.marked_by_id, held.marked_at = reach.person_of(by), clock.now()
    held.save(update_fields=["mark", "mark_reason", "marked_by", "marked_at"])
    held.states.set(Country.objects.filter(pk__in=new.states))
    held.people.set(new.people)
    record(_told(old, new, reason.strip()), subject=held, by=by)
    return old, new


def _told(old: Reach, new: Reach, why: str) -> MarkSet:
    return MarkSet(
        old=old.mark.value,
        new=new.mark.value,
        old_states=sorted(old.states),
        new_states=sorted(new.states),
        old_people=sorted(old.people),
        new_people=sorted(new.people),
        why=why,
    )
