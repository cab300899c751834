"""Taking away what is kept of a delegate: what was attended stays, under a number, for what it says of the course."""

from typing import Any

from roadstead.audit.actions import action, record, unchanged
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.training.actions.shape import keep
from roadstead.training.events import DelegateForgotten
from roadstead.training.models import Certificate, Nomination, Offering

PERSONAL = ("name", "position", "workplace", "language", "needs", "why", "said")


@action
def forget_delegate(*, nomination: Nomination, by: Viewer) -> Nomination:
    """Take away name, position, workplace and words of a delegate; a certificate keeps its code and loses its name.

    Raises PermissionDenied; DoesNotExist where it may not be read.
    """
    by.must(Permission.FORGET_CONTACTS)
    rows: Any = Nomination.objects.visible_to(by).select_for_update(of=("self",))
    held: Nomination = rows.get(pk=nomination.pk)
    if not any(getattr(held, name) for name in PERSONAL):
        unchanged()
        return held
    for name in PERSONAL:
        setattr(held, name, "")
    keep(held, *PERSONAL)
    Certificate.objects.filter(nomination=held.pk).stated().update(name="")
    offering: Any = Offering.objects.for_the_system("the offering of a nomination that was read").get(
        pk=held.offering_id
    )
    record(DelegateForgotten(nomination=held.pk), subject=offering, by=by)
    return held
