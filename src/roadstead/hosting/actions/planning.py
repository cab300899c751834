"""The programme of a reciprocal visit: a visit with an agenda of both sides, begun at once; and that it took place."""

from datetime import date
from typing import Any
from uuid import uuid5

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.actions.arranging import lay_steps
from roadstead.hosting.actions.shape import check_days, held_at, move
from roadstead.hosting.enums import OfferState, State
from roadstead.hosting.errors import HostingError, line_of
from roadstead.hosting.events import ProgrammeBegun
from roadstead.hosting.models import HostingRequest, Offer
from roadstead.hosting.models.requests import LONGEST_WHY
from roadstead.hosting.naming import name_of
from roadstead.visits.actions import advancing, benefiting, clearing, legs, marking
from roadstead.visits.actions.agenda_begin import begin_agenda
from roadstead.visits.actions.agenda_parties import AgendaError
from roadstead.visits.actions.proposing import propose_visit
from roadstead.visits.actions.shape import Draft, VisitError
from roadstead.visits.enums import Clearance, Purpose, VisitKind, VisitState
from roadstead.visits.queries.agenda import agenda_agreed, visible_visit

COMES = (VisitState.NOTIFIED, VisitState.AGREED, VisitState.UNDER_WAY, VisitState.MADE, VisitState.REPORTED)


@action
def plan_programme(
    *, request: HostingRequest, revision: int, first_on: date, last_on: date, zone: str, language: str, by: Viewer
) -> HostingRequest:
    """Begin the programme: a visit of the kind “reciprocal visit” with its places, shared with the State; its agenda.

    zone: of the IANA database; language: of the agenda beside English, "" for none.
    Raises as `shape.held_at`; HostingError.
    """
    held = held_at(request, by, State.MATCHED, revision=revision)
    check_days(first_on, last_on)
    hosts = list(Offer.objects.filter(request=held, state=OfferState.ACCEPTED).stated().order_by("first_on", "pk"))
    if outside := next((one for one in hosts if one.first_on < first_on or one.last_on > last_on), None):
        words = {"port": outside.port.name, "first": outside.first_on, "last": outside.last_on}
        said = _("%(port)s hosts from %(first)s to %(last)s, which lies outside of these days.")
        raise HostingError(said % words, "first_on")
    held.first_on, held.last_on = first_on, last_on
    try:
        held.visit = _visit(held, hosts, by)
        begin_agenda(visit=held.visit, zone=zone, language=language, by=by)
    except (VisitError, AgendaError) as error:
        raise HostingError(str(error), error.field) from error
    lay_steps(held, by)
    days = f"{first_on.isoformat()}/{last_on.isoformat()}"
    record(ProgrammeBegun(visit=held.visit.pk, days=days), subject=held, by=by)
    move(held, State.PLANNED, by, "first_on", "last_on", "visit")
    return held  # type: ignore[no-any-return]


@action
def note_hosted(*, request: HostingRequest, revision: int, why: str, by: Viewer) -> HostingRequest:
    """Note that the delegation was here; its visit is made with it. Without an agenda that both agreed, say why.

    Raises as `shape.held_at`; HostingError.
    """
    held = held_at(request, by, State.PLANNED, revision=revision)
    visit = visible_visit(held.visit_id, by)
    if visit is None:
        raise HostingError(_("You may not read the programme of this visit."))
    if visit.last_on > clock.today():
        raise HostingError(_("The visit is not over: its last day is %(day)s.") % {"day": visit.last_on.isoformat()})
    if visit.state not in COMES:
        said = _("Its visit is “%(state)s”. Give notice of it first, where visits are planned.")
        raise HostingError(said % {"state": VisitState(visit.state).label})
    reason = line_of(why, most=LONGEST_WHY, field="why")
    if not agenda_agreed(visit) and not reason:
        raise HostingError(_("Both sides have not agreed the programme. Say why it took place all the same."), "why")
    held.first_on, held.last_on = visit.first_on, visit.last_on  # they may have been moved where visits are planned
    try:
        _made(visit, reason, by)
    except VisitError as error:
        raise HostingError(str(error), error.field) from error
    move(held, State.HOSTED, by, "first_on", "last_on", why=reason)
    return held  # type: ignore[no-any-return]


def _visit(held: Any, hosts: list[Offer], by: Viewer) -> Any:
    """The visit with its places; notice is given with it, since the State asked for it."""
    draft = Draft(
        kind=VisitKind.RECIPROCAL,
        purpose=Purpose.REQUEST,
        title=name_of(held),
        aim=held.aims,
        benefit=held.aims,
    )
    days = {"first_on": held.first_on, "last_on": held.last_on}
    uid = uuid5(held.uid, f"programme {held.revision}")
    visit: Any = propose_visit(uid=uid, country=held.country_id, draft=draft, **days, by=by)
    for one in hosts:
        stay = legs.Stay(one.first_on, one.last_on, port=one.port_id)
        legs.add_leg(visit=visit, revision=_now(visit), stay=stay, by=by)
    why = _("The State asked for it; what was asked stands with the request.")
    marking.mark_visit(visit=visit, mark=Mark.PARTNER, states=[held.country_id], reason=why, by=by)
    said = _("The delegation comes to the United States; nobody goes to the country.")
    benefiting.record_benefit(
        visit=visit, revision=_now(visit), benefit=held.aims, redundancy=said, unasked_why=said, by=by
    )
    today, leave = clock.today(), Clearance.NOT_NEEDED
    clearing.set_clearance(visit=visit, revision=_now(visit), clearance=leave, on=today, note=said, by=by)
    return advancing.give_notice(visit=visit, revision=_now(visit), on=today, by=by)


def _made(visit: Any, why: str, by: Viewer) -> None:
    """Take the visit to where it is made, from wherever it stands before that."""
    if visit.state in (VisitState.NOTIFIED, VisitState.AGREED):
        advancing.advance_visit(visit=visit, revision=_now(visit), to=VisitState.UNDER_WAY, why=why, by=by)
    visit.refresh_from_db()
    if visit.state == VisitState.UNDER_WAY:
        advancing.advance_visit(visit=visit, revision=_now(visit), to=VisitState.MADE, by=by)


def _now(visit: Any) -> int:
    """The revision of a visit at this moment, inside of the action that changes it."""
    visit.refresh_from_db()
    return int(visit.revision)
