"""How a request ends without a visit, and how it is taken up again."""

from django.utils.translation import gettext as _

from roadstead.audit.actions import action
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.actions.shape import ASK, HOST, held_at, move
from roadstead.hosting.actions.telling import tell_officer, tell_partners
from roadstead.hosting.enums import AHEAD, State
from roadstead.hosting.errors import HostingError, line_of
from roadstead.hosting.models import HostingRequest
from roadstead.hosting.models.requests import LONGEST_WHY
from roadstead.visits.actions.cancelling import cancel_visit
from roadstead.visits.actions.shape import VisitError
from roadstead.visits.enums import VisitState
from roadstead.visits.queries.agenda import visible_visit


@action
def decline_request(*, request: HostingRequest, revision: int, why: str, by: Viewer) -> HostingRequest:
    """Say that the programme cannot host, and why; the State reads it. Raises as `shape.held_at`."""
    held = held_at(request, by, *AHEAD, revision=revision)
    reason = line_of(why, most=LONGEST_WHY, field="why", must=_("Say why, in words that the State may read."))
    _cancel(held, by, reason)
    move(held, State.DECLINED, by, why=reason)
    tell_partners(held, _("A reciprocal visit that was asked for cannot take place."))
    return held  # type: ignore[no-any-return]


@action
def withdraw_request(*, request: HostingRequest, revision: int, why: str, by: Viewer) -> HostingRequest:
    """Say that the State does not come, and why: by the State, or by the officer whom it told. Raises as `held_at`."""
    held = held_at(request, by, *AHEAD, may=(ASK, HOST), revision=revision)
    reason = line_of(why, most=LONGEST_WHY, field="why", must=_("Say why the visit is withdrawn."))
    if by.may(HOST, country=held.country_id):
        _cancel(held, by, reason)
    move(held, State.WITHDRAWN, by, why=reason)
    tell_officer(held, _("A reciprocal visit was withdrawn."), but=by.user_id)
    return held  # type: ignore[no-any-return]


@action
def take_up_again(*, request: HostingRequest, revision: int, why: str, by: Viewer) -> HostingRequest:
    """Take up again what was declined or withdrawn, from the beginning. Raises as `shape.held_at`."""
    held = held_at(request, by, State.DECLINED, State.WITHDRAWN, revision=revision)
    reason = line_of(why, most=LONGEST_WHY, field="why", must=_("Say why it is taken up again."))
    _cancel(held, by, reason)
    held.visit = held.first_on = held.last_on = None
    move(held, State.ASKED, by, "visit", "first_on", "last_on", why=reason)
    return held  # type: ignore[no-any-return]


def _cancel(held: HostingRequest, by: Viewer, why: str) -> None:
    """The programme, if there is one, is cancelled with it."""
    visit = visible_visit(held.visit_id, by) if held.visit_id else None
    if visit is not None and not VisitState(visit.state).ended:
        try:
            cancel_visit(visit=visit, revision=visit.revision, why=why, by=by)
        except VisitError as error:  # it has begun, or was made
            raise HostingError(str(error)) from error
