"""From “said to be closed” to closed by a second person of the programme; and opened again."""

from typing import Any

from django.utils.translation import gettext as _

from roadstead.assessments.actions.closure_shape import (
    must_be,
    must_be_as_seen,
    person_of,
    step,
    tell_host,
    to_verify,
    to_work,
)
from roadstead.assessments.closure_enums import ClosureState
from roadstead.assessments.errors import AssessmentError, text_of
from roadstead.assessments.models import Closure, ClosureEvidence
from roadstead.assessments.models.closures import LONGEST_WHY
from roadstead.assessments.queries.closures import shortfall_of
from roadstead.audit.actions import action
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.observing import set_observation_state
from roadstead.visits.actions.telling import tell_officer
from roadstead.visits.observed_enums import ObservationState

S = ClosureState
LONGEST_STATE = 300  # characters of the reason on an observation


@action
def say_closed(*, observation: int, revision: int, by: Viewer) -> Closure:
    """Say, as the host, that it is closed; there is evidence for it.

    Raises PermissionDenied; AssessmentError; StaleError where something came after it was looked at.
    """
    held, _scope = to_work(observation, by)
    must_be_as_seen(held, revision)
    must_be(held, S.OPEN)
    rows: Any = ClosureEvidence.objects.filter(closure=held.pk).stated()
    if not rows.exists():
        raise AssessmentError(_("Add evidence first: nothing is closed by word alone."))
    step(held, S.SAID_CLOSED, by)
    at = f"/desk/closure/shortfalls/{held.observation_id}/"
    tell_officer(held.country_id, _("A State says that a shortfall is closed. Look at its evidence."), at, but=None)
    return held


@action
def look_at(*, observation: int, revision: int, by: Viewer) -> Closure:
    """Say that the evidence suffices, as the first of two people of the programme. Raises as `say_closed`."""
    held = to_verify(observation, by)
    must_be_as_seen(held, revision)
    must_be(held, S.SAID_CLOSED)
    step(held, S.LOOKED_AT, by)
    return held


@action
def close(*, observation: int, revision: int, by: Viewer) -> Closure:
    """Close it, as the second of two people; the observation is settled with it. Raises as `say_closed`."""
    held = to_verify(observation, by)
    must_be_as_seen(held, revision)
    must_be(held, S.LOOKED_AT)
    if held.looked_by_id == person_of(by):
        raise AssessmentError(_("You looked at it first: a second person of the programme closes it."))
    step(held, S.CLOSED, by)
    _settle(held, ObservationState.SETTLED, _("Closed with evidence, verified by a second person."), by)
    tell_host(held, _("A shortfall is closed: the programme verified your evidence."), by)
    return held


@action
def open_again(*, observation: int, revision: int, why: str, by: Viewer) -> Closure:
    """Say what is still missing; it is open again. Raises as `say_closed`."""
    held = to_verify(observation, by)
    must_be_as_seen(held, revision)
    said = text_of(why, most=LONGEST_WHY, field="why", must=_("Say what is still missing."))
    was_closed = held.state == S.CLOSED
    step(held, S.OPEN, by, said)
    if was_closed:
        _settle(held, ObservationState.STANDS, said[:LONGEST_STATE], by)
    tell_host(held, _("A shortfall is open again. The programme says what is missing."), by)
    return held


def _settle(held: Closure, state: ObservationState, why: str, by: Viewer) -> None:
    """The observation follows, unless somebody brought it there already."""
    seen = shortfall_of(held.observation_id, by)
    if seen is not None and seen.state != state:
        set_observation_state(observation=seen, state=state, why=why, by=by)
