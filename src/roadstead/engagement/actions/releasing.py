"""Sharing information with whom it helps, and withdrawing it."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from roadstead.accounts import readers
from roadstead.accounts.actions.notices import notify
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import LONGEST_REASON, Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.shape import InformationError
from roadstead.engagement.events import InformationWithdrawn
from roadstead.engagement.models import READERS, Information
from roadstead.registry.actions.marking import set_mark
from roadstead.registry.reach import Reach, must_reach, reach_of


@action
def mark_information(
    *,
    information: Information,
    mark: Mark,
    states: Collection[str] = (),
    people: Collection[int] = (),
    reason: str,
    by: Viewer,
    seen_marked_at: datetime | None = None,
) -> Reach:
    """Say who may see it, and tell those who may from now on. Raises as `set_mark` does."""
    by.must(Permission.WRITE_INFORMATION)
    old, new = set_mark(
        marked=information, mark=mark, states=states, people=people, reason=reason, by=by, seen_marked_at=seen_marked_at
    )
    if old == new:
        unchanged()  # or the reason alone is another, which the event of the mark says
    _tell(information, old, new, by)
    return new


@action
def withdraw_information(*, information: Information, why: str, by: Viewer) -> Information:
    """Say that it holds no longer, and why; whoever may read it is shown both.

    Raises PermissionDenied; InformationError; DoesNotExist where it may not be read.
    """
    by.must(Permission.WRITE_INFORMATION)
    held = Information.objects.visible_to(by).select_for_update().get(pk=information.pk)
    must_reach(by, reach_of(held))
    if held.withdrawn_at is not None:
        raise InformationError(_("It was withdrawn already."))
    reason = why.strip()
    if not reason:
        raise InformationError(_("Say why it is withdrawn: everyone who may read it is shown that."), "why")
    if len(reason) > LONGEST_REASON:
        raise InformationError(_("Say why in at most %(most)s characters.") % {"most": LONGEST_REASON}, "why")
    held.withdrawn_at, held.withdrawn_by_id, held.withdrawn_why = clock.now(), by.user_id, reason
    held.changed_at, held.revision = held.withdrawn_at, held.revision + 1
    held.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why", "changed_at", "revision"])
    record(InformationWithdrawn(why=reason), subject=held, by=by)
    return held


def _tell(information: Information, old: Reach, new: Reach, by: Viewer) -> None:
    """A word to those whom the mark reaches newly. Without the title, since a word stays when the mark is
    set anew; and without the other States, which are nobody else's matter."""
    if shared := sorted(new.states - old.states):
        held = Information.objects.visible_to(by).get(pk=information.pk)
        for person in readers.partners_of(shared, [role for role, name in READERS.items() if getattr(held, name)]):
            notify(
                person,
                _("The programme shared information with your State."),
                f"/partner/information/{information.pk}/",
            )
    for person in readers.staff_among(new.people - old.people - {by.user_id}):
        notify(person, _("You were named for a restricted record."), f"/desk/information/{information.pk}/")
