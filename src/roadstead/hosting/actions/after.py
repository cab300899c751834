"""What follows a reciprocal visit: feedback of both sides, take-aways as promises, best practice, and the end."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.commitments import Promise, make_commitment
from roadstead.engagement.actions.interaction_marking import mark_interaction
from roadstead.engagement.actions.interaction_shape import InteractionError, InteractionSaid
from roadstead.engagement.actions.interaction_states import complete_interaction
from roadstead.engagement.actions.interactions import write_interaction
from roadstead.engagement.interaction_enums import InteractionKind
from roadstead.engagement.interaction_enums import Side as Promiser
from roadstead.engagement.queries.interactions import readable_interactions
from roadstead.hosting.actions.shape import ASK, HOST, held_at, keep, move, person_of
from roadstead.hosting.enums import Side, State
from roadstead.hosting.errors import HostingError, line_of, text_of
from roadstead.hosting.events import FeedbackGiven, TakenAway
from roadstead.hosting.models import Feedback, HostingRequest, TakeAway
from roadstead.hosting.models.after import LONGEST_WORDS
from roadstead.hosting.models.requests import LONGEST_NAME, LONGEST_WHY
from roadstead.hosting.naming import name_of

PROMISERS = {Side.GUEST: Promiser.THEIRS, Side.HOST: Promiser.OURS}


@dataclass(frozen=True, slots=True)
class Said:
    """Feedback as it is typed. name: who says so, where an officer writes for somebody."""

    helped: str
    otherwise: str = ""
    name: str = ""


@action
def give_feedback(*, request: HostingRequest, uid: UUID, side: Side, said: Said, by: Viewer) -> Feedback:
    """Say what helped: for the delegation by the State, or for either side by the officer. Sent twice is once.

    Raises as `shape.held_at`; HostingError.
    """
    may = (ASK, HOST) if side == Side.GUEST else (HOST,)
    held = held_at(request, by, State.HOSTED, State.CLOSED, may=may)
    if before := Feedback.objects.filter(request=held, uid=uid).stated().first():
        unchanged()
        return before
    helped = text_of(said.helped, most=LONGEST_WORDS, field="helped", must=_("Say what helped most."))
    made: Feedback = Feedback.objects.create(
        uid=uid,
        request=held,
        side=side,
        helped=helped,
        otherwise=text_of(said.otherwise, most=LONGEST_WORDS, field="otherwise"),
        name=line_of(said.name or by.name, most=LONGEST_NAME, field="name"),
        by_id=person_of(by),
        at=clock.now(),
    )
    record(FeedbackGiven(side=side.value), subject=held, by=by)
    return made


@action
def take_away(
    *, request: HostingRequest, uid: UUID, what: str, side: Side, due_on: date | None, by: Viewer
) -> TakeAway:
    """Write down what one side will do: a promise that stands open with the country until it is kept.

    So it is offered for the agenda of the next visit there. Sent twice is once. Raises as `shape.held_at`.
    """
    held = held_at(request, by, State.HOSTED, State.CLOSED)
    try:
        meeting = _meeting(held, by)
        promise = Promise(what=what, side=PROMISERS[side], due_on=due_on)
        made = make_commitment(interaction=meeting, uid=uid, promise=promise, by=by)
    except InteractionError as error:
        raise HostingError(str(error), error.field) from error
    row, new = TakeAway.objects.filter(request=held).stated().get_or_create(commitment=made, defaults={"request": held})
    if new:
        record(TakenAway(commitment=made.pk, side=side.value), subject=held, by=by)
    else:
        unchanged()
    return row


@action
def close_request(*, request: HostingRequest, revision: int, why: str, by: Viewer) -> HostingRequest:
    """Close what took place: with feedback, and with take-aways, or why there are none. Raises as `held_at`."""
    held = held_at(request, by, State.HOSTED, revision=revision)
    if not Feedback.objects.filter(request=held).stated().exists():
        raise HostingError(_("Nobody has said yet what helped. Ask both sides first."))
    reason = line_of(why, most=LONGEST_WHY, field="why")
    if not reason and not TakeAway.objects.filter(request=held).stated().exists():
        raise HostingError(
            _("Nothing is written down that is taken away. Write it, or say why there is nothing."), "why"
        )
    move(held, State.CLOSED, by, why=reason)
    return held  # type: ignore[no-any-return]


def _meeting(held: Any, by: Viewer) -> Any:
    """The meeting to which what is taken away belongs; shared with the State, where one may."""
    if held.follow_up_id is not None:
        return readable_interactions(by).get(pk=held.follow_up_id)
    said = InteractionSaid(
        kind=InteractionKind.MEETING,
        held_on=held.last_on,
        subject=name_of(held),
        summary=_("What both sides take away from the reciprocal visit."),
        countries=[held.country_id],
    )
    made = write_interaction(uid=uuid5(held.uid, "follow-up"), said=said, by=by)
    complete_interaction(interaction=made, by=by)
    if by.may(Permission.RELEASE_INFORMATION, country=held.country_id):
        why = _("Both sides take it away together.")
        mark_interaction(interaction=made, mark=Mark.PARTNER, states=[held.country_id], reason=why, by=by)
    made.refresh_from_db()
    held.follow_up = made
    keep(held, "follow_up")
    return made
