"""Recommendations go from one side to the other, and are closed by a second person; the next visit reviews them."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from roadstead.accounts.models import User
from roadstead.common import clock as moments
from roadstead.registry.open_items import open_with
from roadstead.visits.actions.progressing import tell_progress
from roadstead.visits.actions.reviewing import review_recommendation
from roadstead.visits.models import Recommendation, Visit
from roadstead.visits.observed_enums import ONWARD, Found, RecommendationState
from roadstead.visits.observed_shape import ObservedError
from roadstead.visits.queries import recommended as queries
from tests import people
from tests.apps.visits.observed import acting
from tests.apps.visits.observed.acting import move, recommended
from tests.conftest import FrozenClock


def test_every_state_leads_on_and_ends_can_be_opened_again() -> None:
    assert set(ONWARD) == set(RecommendationState)
    assert all(RecommendationState.OPEN in ONWARD[one] for one in RecommendationState if one.ended)


def test_who_said_that_it_is_done_does_not_close_it(liaison: User, colleague: User) -> None:
    one = recommended(liaison)
    move(liaison, one, "in_progress")
    move(liaison, one, "done", after="The gate is closed.")
    with pytest.raises(ObservedError, match="second person"):
        move(liaison, one, "closed")
    closed = move(colleague, one, "closed")
    assert (closed.done_by, closed.ended_by, closed.after) == (liaison, colleague, "The gate is closed.")
    assert [entry.after for entry in queries.progress_of(closed)] == ["in_progress", "done", "closed"]


def test_the_database_refuses_one_person_for_both(liaison: User, colleague: User) -> None:
    one = recommended(liaison)
    move(liaison, one, "done")
    move(colleague, one, "closed")
    rows = Recommendation.objects.for_the_system("a test breaks the rule").filter(pk=one.pk)
    with pytest.raises(IntegrityError, match="second_person"), transaction.atomic():
        rows.update(ended_by=liaison)


def test_it_is_not_closed_before_somebody_said_that_it_is_done(liaison: User, colleague: User) -> None:
    with pytest.raises(ObservedError, match="cannot become"):
        move(colleague, recommended(liaison), "closed")


def test_withdrawing_and_opening_again_say_why(liaison: User) -> None:
    one = recommended(liaison)
    with pytest.raises(ObservedError, match="Say why"):
        move(liaison, one, "withdrawn")
    assert move(liaison, one, "withdrawn", text="The quay is gone.").withdrawn_why == "The quay is gone."
    with pytest.raises(ObservedError, match="ended"):
        tell_progress(recommendation=one, text="…", by=people.viewer(liaison))
    again = move(liaison, one, "open", text="It is there again.")
    assert (again.state, again.withdrawn_why, again.ended_by) == ("open", "", None)


def test_a_host_answers_what_was_shared_and_the_programme_closes(
    liaison: User, nigeria: User, ghana: User, colleague: User
) -> None:
    one = recommended(liaison)
    with pytest.raises(Recommendation.DoesNotExist):
        move(nigeria, one, "done")
    acting.shared(liaison, one, "NG")
    tell_progress(recommendation=one, text="The gate was ordered.", by=people.viewer(nigeria))
    move(nigeria, one, "done")
    with pytest.raises(PermissionDenied):
        move(nigeria, one, "closed")
    with pytest.raises(Recommendation.DoesNotExist):
        move(ghana, one, "in_progress")
    assert move(colleague, one, "closed").done_by == nigeria


def test_a_host_recommends_to_the_programme_and_closes_it(
    liaison: User, nigeria: User, deputy: User, ghana: User
) -> None:
    one = recommended(nigeria, text="Come in the dry season.")
    assert (one.toward, one.mark, list(one.states.values_list("pk", flat=True))) == ("programme", "partner", ["NG"])
    with pytest.raises(PermissionDenied):
        recommended(ghana)
    with pytest.raises(PermissionDenied):
        move(nigeria, one, "done")
    move(liaison, one, "done")
    with pytest.raises(PermissionDenied):
        move(liaison, one, "closed")
    assert move(deputy, one, "closed").state == "closed"


def test_a_day_that_is_past_is_refused(liaison: User) -> None:
    with pytest.raises(ObservedError, match="past"):
        recommended(liaison, due_on=moments.today() - timedelta(1))


def test_next_years_visit_starts_from_what_this_one_left_open(
    liaison: User, colleague: User, trip: Visit, clock: FrozenClock
) -> None:
    viewer = people.viewer(liaison)
    left, ended = recommended(liaison, visit=trip, before="Open at night."), recommended(liaison, visit=trip)
    move(liaison, ended, "done")
    move(colleague, ended, "closed")
    clock.set("2027-11-20")
    following = acting.visit(liaison, first=date(2027, 11, 20))
    assert list(queries.left_open_for(following, viewer)) == [left]
    assert list(queries.open_for("NG", viewer)) == [left]
    assert not queries.left_open_for(trip, viewer).exists(), "what a visit makes, it has not been left"
    with pytest.raises(ObservedError, match="how it is now"):
        review_recommendation(visit=following, recommendation=left, found=Found.DONE, by=viewer)
    with pytest.raises(ObservedError, match="later one"):
        review_recommendation(visit=trip, recommendation=left, found=Found.NOT_DONE, by=viewer)
    made = review_recommendation(visit=following, recommendation=left, found=Found.DONE, after="Closed.", by=viewer)
    assert (made.before, made.after) == ("Open at night.", "Closed.")
    move(liaison, left, "done")
    move(colleague, left, "closed")
    assert list(queries.left_open_for(following, viewer)) == [left], "what is worked through stays of the visit"
    assert not queries.open_for("NG", viewer).exists()


def test_what_is_open_is_handed_over(liaison: User, headquarters: User) -> None:
    recommended(liaison, text="Close the gate.")
    recommended(liaison, "GH")
    said = [one for one in open_with(["NG"]) if "Close the gate." in one.text]
    assert [one.country for one in said] == ["NG"]
