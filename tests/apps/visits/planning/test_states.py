"""A visit from the proposal to the report, and every way that it does not go."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from roadstead.accounts.models import User
from roadstead.common import clock as now
from roadstead.visits import state_guard
from roadstead.visits.actions import advancing, cancelling, days, legs, proposing
from roadstead.visits.actions.shape import StaleVisitError, VisitError
from roadstead.visits.enums import ONWARD, Clearance, VisitState
from roadstead.visits.models import Visit, VisitStep
from tests import people
from tests.apps.visits.agenda import planting
from tests.apps.visits.planning import acting
from tests.conftest import FrozenClock

S = VisitState


def states(visit: Visit) -> list[str]:
    rows = VisitStep.objects.filter(visit=visit).stated().order_by("pk")
    return list(rows.values_list("after", flat=True))


def agreed_by_both(visit: Visit, lea: User, authority: User) -> None:
    acting.shared(visit, lea, "NG")
    held = acting.anew(visit)
    planting.begun(held, people.viewer(lea))
    planting.agreed(held, people.viewer(lea), people.viewer(authority))


def test_a_visit_goes_from_the_proposal_to_the_report_and_each_step_is_kept(
    lea: User, authority: User, clock: FrozenClock
) -> None:
    visit = acting.proposed(lea)
    assert acting.anew(visit).state == S.PROPOSED
    held = people.viewer(lea)
    days.plan_visit(
        visit=visit, revision=visit.revision, first_on=acting.FIRST, last_on=acting.FIRST + timedelta(4), by=held
    )
    acting.cleared(visit, lea)
    acting.notified(visit, lea)
    agreed_by_both(visit, lea, authority)
    clock.set(acting.FIRST)
    acting.step(visit, lea, S.UNDER_WAY)
    acting.step(visit, lea, S.MADE)
    acting.step(visit, lea, S.REPORTED)
    assert states(visit) == ["proposed", "planned", "notified", "agreed", "under_way", "made", "reported"]
    assert len(acting.events("visits.visit_stepped")) == 6


def test_the_same_form_sent_twice_proposes_once(lea: User) -> None:
    uid = uuid4()
    assert acting.proposed(lea, uid=uid).pk == acting.proposed(lea, uid=uid).pk
    assert len(acting.events("visits.visit_proposed")) == 1


def test_nobody_plans_visits_to_a_country_of_others(lea: User, tom: User, embassy: User) -> None:
    for somebody in (tom, embassy):
        with pytest.raises(PermissionDenied):
            acting.proposed(somebody, "NG")
    visit = acting.planned(lea)
    with pytest.raises(PermissionDenied):
        acting.cancelled(visit, tom)


def test_who_looked_at_an_older_revision_changes_nothing(lea: User) -> None:
    visit, by = acting.planned(lea), people.viewer(lea)
    proposing.change_visit(visit=visit, revision=visit.revision, draft=acting.draft(title="One"), by=by)
    with pytest.raises(StaleVisitError):
        proposing.change_visit(visit=visit, revision=visit.revision, draft=acting.draft(title="Two"), by=by)
    assert acting.anew(visit).title == "One"


WAY = (S.PLANNED, S.NOTIFIED, S.AGREED, S.UNDER_WAY, S.MADE, S.REPORTED)


def at(lea: User, state: VisitState) -> Visit:
    """A visit that went as far as a state, as a row."""
    visit = acting.notified(acting.planned(lea), lea)
    rows = Visit.objects.for_the_system("a test").filter(pk=visit.pk)
    leave = {"clearance": Clearance.NOT_NEEDED, "clearance_on": now.today(), "clearance_note": "for a test"}
    if state == S.PLANNED:
        rows.update(state=state, notice_on=None)
    for one in WAY[2 : WAY.index(state) + 1]:
        rows.update(state=one, **leave)
    return visit


@pytest.mark.parametrize("before", WAY)
def test_no_step_is_taken_that_the_table_of_states_does_not_have(lea: User, before: VisitState) -> None:
    visit = at(lea, before)
    for after in set(VisitState) - set(ONWARD[before]):
        with pytest.raises(VisitError):
            acting.step(visit, lea, after, "for a test")
    assert acting.anew(visit).state == before


@pytest.mark.parametrize("before", WAY)
def test_the_database_refuses_such_a_step_too(lea: User, before: VisitState) -> None:
    visit = at(lea, before)
    rows = Visit.objects.for_the_system("a test").filter(pk=visit.pk)
    everything = {"cancelled_why": "for a test"}
    for after in set(VisitState) - set(ONWARD[before]) - {before}:
        said = everything if after == S.CANCELLED else {}
        with pytest.raises(IntegrityError, match="does not go this way"), transaction.atomic():
            rows.update(state=after, **said)
    assert acting.anew(visit).state == before


@pytest.mark.parametrize(("before", "after"), [("", "agreed"), ("proposed", "made"), ("reported", "planned")])
def test_the_database_keeps_no_step_that_there_is_not(lea: User, before: str, after: str) -> None:
    visit = acting.planned(lea)
    with pytest.raises(IntegrityError), transaction.atomic():
        VisitStep.objects.create(visit=visit, before=before, after=after, at=now.now(), by=lea)


def test_a_lost_guard_is_found_and_laid_anew(lea: User) -> None:
    assert state_guard.check(None, ["default"]) == []
    state_guard.take_away(connection)
    assert [one.id for one in state_guard.check(None, ["default"])] == ["visits.E1"]
    assert state_guard.restore(connection) == [state_guard.NAME]
    assert state_guard.restore(connection) == []


def test_the_agenda_is_agreed_by_both_sides_and_not_by_hand(lea: User, authority: User) -> None:
    visit = acting.notified(acting.planned(lea), lea)
    with pytest.raises(VisitError, match="not agreed the agenda"):
        acting.step(visit, lea, S.AGREED)
    agreed_by_both(visit, lea, authority)
    assert acting.anew(visit).state == S.AGREED
    with pytest.raises(VisitError, match="goes back by itself"):
        acting.step(visit, lea, S.NOTIFIED, "for a test")


def test_an_agenda_that_was_agreed_before_notice_makes_the_visit_agreed_with_it(lea: User, authority: User) -> None:
    visit = acting.planned(lea)
    agreed_by_both(visit, lea, authority)
    assert acting.anew(visit).state == S.PLANNED
    assert acting.notified(visit, lea).state == S.AGREED
    assert states(visit)[-2:] == ["notified", "agreed"]


def test_days_that_move_make_an_agreed_agenda_void(lea: User, authority: User) -> None:
    visit = acting.notified(acting.planned(lea), lea)
    agreed_by_both(visit, lea, authority)
    held, later = acting.anew(visit), acting.FIRST + timedelta(30)
    said = {"visit": held, "revision": held.revision, "first_on": later, "last_on": later + timedelta(5)}
    days.plan_visit(**said, why="the host asked for it", by=people.viewer(lea))
    assert states(visit)[-2:] == ["notified", "planned"]
    assert acting.notified(visit, lea).state == S.NOTIFIED
    assert len(acting.events("visits.agenda_void")) == 1


def test_a_visit_begins_without_an_agreed_agenda_only_with_a_reason(lea: User, clock: FrozenClock) -> None:
    visit = acting.notified(acting.planned(lea), lea)
    acting.cleared(visit, lea)
    clock.set(acting.FIRST)
    with pytest.raises(VisitError, match="why the visit begins all the same"):
        acting.step(visit, lea, S.UNDER_WAY)
    assert acting.step(visit, lea, S.UNDER_WAY, "the host agreed by telephone").state == S.UNDER_WAY
    with pytest.raises(VisitError, match="under way"):
        acting.cleared(visit, lea, Clearance.REFUSED)


def test_a_visit_does_not_begin_without_clearance_nor_before_its_day(lea: User, clock: FrozenClock) -> None:
    visit = acting.notified(acting.planned(lea), lea)
    with pytest.raises(VisitError, match="clearance"):
        acting.step(visit, lea, S.UNDER_WAY)
    acting.cleared(visit, lea, Clearance.REFUSED)
    with pytest.raises(VisitError, match="clearance"):
        acting.step(visit, lea, S.UNDER_WAY)
    acting.cleared(visit, lea)
    with pytest.raises(VisitError, match="later"):
        acting.step(visit, lea, S.UNDER_WAY)
    clock.set(acting.FIRST)
    assert acting.step(visit, lea, S.UNDER_WAY, "agreed by telephone").state == S.UNDER_WAY


def test_a_visit_that_is_over_early_ends_today(lea: User, clock: FrozenClock) -> None:
    visit = acting.notified(acting.planned(lea), lea)
    acting.cleared(visit, lea)
    clock.set(acting.FIRST + timedelta(1))
    acting.step(visit, lea, S.UNDER_WAY, "agreed by telephone")
    assert acting.step(visit, lea, S.MADE).last_on == acting.FIRST + timedelta(1)


def test_the_way_back_asks_for_a_reason_and_takes_the_notice_back(lea: User) -> None:
    visit = acting.notified(acting.planned(lea), lea)
    with pytest.raises(VisitError, match="why"):
        acting.step(visit, lea, S.PLANNED)
    assert acting.step(visit, lea, S.PLANNED, "wrong day").notice_on is None


def test_a_cancelled_visit_keeps_its_why_and_is_taken_up_again(lea: User) -> None:
    visit = acting.notified(acting.planned(lea), lea)
    with pytest.raises(VisitError, match="why"):
        acting.cancelled(visit, lea, " ")
    assert acting.cancelled(visit, lea).cancelled_why == "travel stopped"
    with pytest.raises(VisitError, match="Take it up again"):
        acting.cleared(visit, lea)
    held = acting.anew(visit)
    again = cancelling.resume_visit(visit=held, revision=held.revision, why="travel goes", by=people.viewer(lea))
    assert (again.state, again.cancelled_why, again.notice_on) == (S.PROPOSED, "", None)
    kept = VisitStep.objects.filter(visit=visit).stated().get(after=S.CANCELLED)
    assert kept.why == "travel stopped"


def test_the_database_refuses_what_the_actions_refuse(lea: User) -> None:
    visit = acting.planned(lea)
    rows = Visit.objects.for_the_system("a test").filter(pk=visit.pk)
    wrong = (
        {"state": S.CANCELLED},
        {"state": S.NOTIFIED},
        {"first_on": None, "last_on": None},
        {"last_on": acting.FIRST - timedelta(1)},
        {"state": "lost"},
        {"notice_on": acting.FIRST},
        {"state": S.NOTIFIED, "notice_on": acting.FIRST},
        {"deconflicted_at": now.now(), "deconflicted_by": lea.pk},
        {"clearance": Clearance.GRANTED},
        {"clearance": Clearance.REFUSED, "clearance_on": acting.FIRST},
        {"follows": visit.pk},
    )
    for said in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**said)


def test_days_that_move_take_the_places_along_and_the_notice_back(lea: User) -> None:
    visit = acting.notified(acting.planned(lea), lea)
    later, by = acting.FIRST + timedelta(30), people.viewer(lea)
    said = {"visit": visit, "revision": acting.anew(visit).revision, "first_on": later, "last_on": later, "by": by}
    with pytest.raises(VisitError, match="why they move"):
        days.plan_visit(**said)
    moved = days.plan_visit(**said, why="the host asked for it")
    assert (moved.first_on, moved.state, moved.notice_on) == (later, S.PLANNED, None)


def test_notice_asks_for_a_day_that_was(lea: User) -> None:
    visit = acting.benefited(acting.planned(lea), lea)
    with pytest.raises(VisitError, match="to come"):
        advancing.give_notice(
            visit=visit, revision=visit.revision, on=now.today() + timedelta(2), by=people.viewer(lea)
        )


def test_days_that_are_over_are_entered_knowingly_and_years_are_of_this_programme(lea: User) -> None:
    gone = now.today() - timedelta(400)
    with pytest.raises(VisitError, match="are over"):
        acting.planned(lea, first=gone)
    assert acting.planned(lea, first=gone, past=True).state == S.PLANNED
    for first in (date(1999, 1, 1), date(9999, 12, 20)):
        with pytest.raises(VisitError, match="Choose a year"):
            acting.planned(lea, first=first, past=True)
    with pytest.raises(VisitError, match="ends on the day"):
        acting.planned(lea, days=0)


def test_two_stays_share_one_day_at_most(lea: User) -> None:
    visit, by = acting.planned(lea), people.viewer(lea)

    def stay(first: int, last: int, place: str = "Lagos (invented)") -> None:
        days_ = (acting.FIRST + timedelta(first), acting.FIRST + timedelta(last))
        legs.add_leg(visit=visit, revision=acting.anew(visit).revision, stay=legs.Stay(*days_, place=place), by=by)

    stay(0, 2)
    stay(2, 4, "Onne (invented)")
    stay(1, 1, "Ministry (invented)")
    with pytest.raises(VisitError, match="Lagos"):
        stay(1, 3, "Elsewhere (invented)")
