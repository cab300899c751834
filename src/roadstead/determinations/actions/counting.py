"""What the decision would do to ships, kept in the case before it is signed; or why nothing was counted."""

from dataclasses import asdict

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.determinations.actions.shape import CaseError, hold, keep_signed, person_of, words
from roadstead.determinations.events import TrafficCounted
from roadstead.determinations.models import LONGEST_DRAFT, LONGEST_WHY, Case, TrafficCount
from roadstead.determinations.traffic import Counted


@action
def keep_count(*, case: Case, revision: int, counted: Counted, by: Viewer) -> Case:
    """Keep what the what-if said of the decision; what was kept before is replaced, and stays on record.

    Raises PermissionDenied; CaseError; StaleCaseError; DoesNotExist where it may not be read.
    """
    held = hold(case, revision, by)
    if len(counted.draft) > LONGEST_DRAFT:
        raise CaseError(_("The decision names too many facilities to be counted at once."))
    return _kept(held, by, **asdict(counted))


@action
def leave_uncounted(*, case: Case, revision: int, why: str, by: Viewer) -> Case:
    """Say why nothing is counted, where there are no voyages on record. Raises as `keep_count` does."""
    held = hold(case, revision, by)
    return _kept(held, by, why=words(why, _("Say why nothing is counted."), "why", longest=LONGEST_WHY))


def _kept(held: Case, by: Viewer, **said: object) -> Case:
    now = clock.now()
    TrafficCount.objects.filter(case=held, replaced_at__isnull=True).stated().update(replaced_at=now)
    row = TrafficCount.objects.create(case=held, counted_by_id=person_of(by), counted_at=now, **said)
    keep_signed(held, by)
    record(TrafficCounted(caught=row.caught, why=row.why), subject=held, by=by)
    return held
