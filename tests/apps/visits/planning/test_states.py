"""A visit from the proposal to the report, and every way that it does not go."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from roadstead.accounts.models import User
from roadstead.common import clock as now
from roadstead.visits.actions import advancing, cancelling, days, proposing
from roadstead.visits.actions.shape import StaleVisitError, VisitError
from roadstead.visits.enums import ONWARD, Clearance, VisitState
from roadstead.visits.models import Visit, VisitStep
from tests import people
from tests.apps.visits.planning import acting
from tests.conftest import FrozenClock

S = VisitState


def states(visit: Visit) -> list[str]:
    rows = VisitStep.objects.filter(visit=visit).stated().order_by("pk")
    return list(rows.values_list("after", flat=True))


def test_a_visit_goes_from_the_proposal_to_the_report_and_each_step_is_kept(lea: User, clock: FrozenClock) -> None:
    visit = acting.proposed(lea)
    assert acting.anew(visit).state == S.PROPOSED
    held = people.viewer(lea)
    days.plan_visit(
        visit=visit, revision=visit.revision, first_on=acting.FIRST, last_on=acting.FIRST + timedelta(4), by=held
    )
    acting.cleared(visit, lea)
    acting.notified(visit, lea)
    acting.step(visit, lea, S.AGREED)
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


@pytest.mark.parametrize("before", [S.PLANNED, S.NOTIFIED, S.AGREED, S.UNDER_WAY, S.MADE, S.REPORTED])
def test_no_step_is_taken_that_the_table_of_states_does_not_have(lea: User, before: VisitState) -> None:
    visit = acting.planned(lea)
    Visit.objects.for_the_system("a test").filter(pk=visit.pk).update(state=before, notice_on=now.today())
    for after in set(VisitState) - set(ONWARD[before]):
        with pytest.raises(VisitError):
            acting.step(visit, lea, after, "for a test")
    assert acting.anew(visit).state == before


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
    assert acting.step(visit, lea, S.UNDER_WAY).state == S.UNDER_WAY


def test_a_visit_that_is_over_early_ends_today(lea: User, clock: FrozenClock) -> None:
    visit = acting.notified(acting.planned(lea), lea)
    acting.cleared(visit, lea)
    clock.set(acting.FIRST + timedelta(1))
    acting.step(visit, lea, S.UNDER_WAY)
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


def test_notice_asks_for_the_benefit_and_for_a_day_that_was(lea: User) -> None:
    visit, by = acting.planned(lea), people.viewer(lea)
    with pytest.raises(VisitError, match="gains"):
        acting.notified(visit, lea, " ")
    tomorrow = now.today() + timedelta(2)
    with pytest.raises(VisitError, match="to come"):
        advancing.give_notice(visit=visit, revision=visit.revision, on=tomorrow, benefit="Drills", by=by)
