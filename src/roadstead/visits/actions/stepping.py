"""A step from one state of a visit to another, and what each asks for."""

from datetime import timedelta

from django.utils.translation import gettext as _

from roadstead.audit.actions import record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.registry.reach import person_of
from roadstead.visits.actions.shape import VisitError, keep
from roadstead.visits.enums import ONWARD, Clearance, VisitState
from roadstead.visits.events import VisitStepped
from roadstead.visits.models import Visit, VisitStep

AHEAD = timedelta(days=1)  # a day in the east has begun where it is not yet that day in UTC


def check_onward(held: Visit, after: VisitState) -> None:
    """Raises VisitError where a visit does not go from its state to another."""
    before = VisitState(held.state)
    if after not in ONWARD[before]:
        words = {"before": before.label, "after": after.label}
        raise VisitError(_("A visit that is “%(before)s” does not become “%(after)s”.") % words)


def check_begun(held: Visit) -> None:
    """Raises VisitError before the first day, or where nobody gave leave to travel."""
    if held.clearance not in (Clearance.GRANTED, Clearance.NOT_NEEDED):
        words = {"word": Clearance(held.clearance).label}
        raise VisitError(_("Country clearance is “%(word)s”. Record that it is granted or not needed.") % words)
    if held.first_on is not None and held.first_on > clock.today() + AHEAD:
        raise VisitError(_("The visit begins later. Move its days first if it begins now."))


def step(held: Visit, after: VisitState, by: Viewer, why: str = "", *fields: str) -> None:
    """Take a visit that is held to another state, with the step beside it; `fields` were set and are written too."""
    before = VisitState(held.state)
    held.state = after
    keep(held, "state", *fields)
    VisitStep.objects.create(visit=held, before=before, after=after, at=clock.now(), by_id=person_of(by), why=why)
    record(VisitStepped(before=before.value, after=after.value, why=why), subject=held, by=by)
