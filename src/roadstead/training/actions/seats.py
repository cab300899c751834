"""The places of an offering: how a nomination goes on, and who is next on the waiting list."""

from typing import Any

from django.db.models import Max

from roadstead.audit.actions import record
from roadstead.common.access.viewer import Viewer
from roadstead.training.actions.shape import keep, must_go
from roadstead.training.enums import NOMINATION_WAYS, TAKES_A_PLACE, NominationState
from roadstead.training.events import NominationStepped
from roadstead.training.models import Nomination, Offering


def step_nomination(held: Nomination, to: NominationState, why: str, by: Viewer) -> None:
    """Take a nomination to another state, with its why. `held` was read for who acts, with its offering."""
    must_go(NOMINATION_WAYS, NominationState, held.state, to)
    before, held.state, held.why = held.state, to, why
    held.waiting = _last(held) + 1 if to == NominationState.WAITING else None
    keep(held, "state", "why", "waiting")
    record(NominationStepped(nomination=held.pk, before=before, after=to.value), subject=held.offering, by=by)


def taken(offering: Offering) -> int:
    """How many places are taken."""
    return int(_rows(offering).filter(state__in=TAKES_A_PLACE).count())


def _last(held: Nomination) -> int:
    return int(_rows(held.offering).aggregate(last=Max("waiting"))["last"] or 0)


def _rows(offering: Offering) -> Any:
    return Nomination.objects.for_the_system("the places of an offering, as a count").filter(offering=offering.pk)
