"""Selecting delegates within the places that there are, and saying who came."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.actions import action
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.training.actions.offering import held_offering
from roadstead.training.actions.seats import step_nomination, taken
from roadstead.training.actions.telling import tell_nominator
from roadstead.training.enums import NominationState, OfferingState
from roadstead.training.errors import TrainingError, text_of
from roadstead.training.models import Nomination, Offering
from roadstead.training.models.offerings import LONGEST_WHY

N = NominationState
CAME = (N.ATTENDED, N.PARTLY, N.ABSENT)
TOLD = {
    N.SELECTED: gettext_lazy("A delegate of yours was selected for a course."),
    N.WAITING: gettext_lazy("A delegate of yours is on the waiting list of a course."),
    N.DECLINED: gettext_lazy("A delegate of yours was not selected for a course."),
}


@action
def select(*, nomination: Nomination, to: NominationState, why: str, by: Viewer) -> Nomination:
    """Select a delegate, put one on the waiting list, or do neither: always with the reason. The State is told.

    Raises PermissionDenied; TrainingError where there is no place left; DoesNotExist where it may not be read.
    """
    held = _held(nomination, by)
    if to not in TOLD:
        raise TrainingError(_("Select, put on the waiting list, or do not select."), "to")
    if held.offering.state in (OfferingState.HELD, OfferingState.CANCELLED):
        raise TrainingError(_("It was held or cancelled: nobody is selected any more."))
    reason = text_of(why, most=LONGEST_WHY, field="why", must=_("Say why."), line=True)
    if to == N.SELECTED and taken(held.offering) >= held.offering.seats:
        said = _("All %(seats)s places are taken: put the delegate on the waiting list, or free a place.")
        raise TrainingError(said % {"seats": held.offering.seats}, "to")
    step_nomination(held, to, reason, by)
    tell_nominator(held, str(TOLD[to]))
    return held


@action
def note_attendance(*, nomination: Nomination, to: NominationState, by: Viewer) -> Nomination:
    """Say that a selected delegate came, came in part, or did not come; from the first day on. Raises as `select`."""
    held = _held(nomination, by)
    if to not in CAME:
        raise TrainingError(_("Say whether the delegate came."), "to")
    if held.offering.first_on > clock.today():
        raise TrainingError(_("The course has not begun yet."))
    step_nomination(held, to, held.why, by)
    return held


def _held(nomination: Nomination, by: Viewer) -> Nomination:
    """A nomination with its offering, both locked: the offering first, so that places are counted one after another."""
    rows: Any = Nomination.objects.visible_to(by)
    found: Any = rows.get(pk=nomination.pk)
    offering = held_offering(Offering(pk=found.offering_id), by)
    held: Nomination = rows.select_for_update(of=("self",)).get(pk=found.pk)
    held.offering = offering
    return held
