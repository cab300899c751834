"""What the demonstration enters of past years: courses that were held, and their delegates; held to the same rules."""

from collections.abc import Sequence
from typing import Any

from roadstead.audit.actions import action, record, unchanged
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.training.events import Offered, OfferingStepped
from roadstead.training.models import Certificate, Nomination, Offering

AT_ONCE = 500  # rows of a statement


@action
def invent_courses(
    *, offerings: Sequence[Any], nominations: Sequence[Any], certificates: Sequence[Any], by: Viewer
) -> int:
    """Enter courses that were held, with their delegates and certificates; how many courses.

    Each row names rows that come before it. Raises PermissionDenied; IntegrityError for what no rule allows.
    """
    by.must(Permission.KEEP_TRAINING)
    by.must(Permission.RELEASE_PUBLICLY)
    for model, rows in ((Offering, offerings), (Nomination, nominations), (Certificate, certificates)):
        model._default_manager.bulk_create(rows, batch_size=AT_ONCE)
    for one in offerings:
        said = {"course": one.course, "first_on": one.first_on.isoformat()}
        record(Offered(new=True, seats=one.seats, **said), subject=one, by=by)
        record(OfferingStepped(before="planned", after=str(one.state)), subject=one, by=by)
    if not offerings:
        unchanged()
    return len(offerings)
