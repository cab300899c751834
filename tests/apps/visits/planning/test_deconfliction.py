"""Visits of the programme and of others that lie close: seen by both sides, answered, and not passed over."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from roadstead.accounts.models import User
from roadstead.visits.actions import others
from roadstead.visits.actions.shape import StaleVisitError, VisitError
from roadstead.visits.enums import Answer, VisitState
from roadstead.visits.models import OtherVisit
from roadstead.visits.queries.overlaps import overlaps_of, overlaps_of_other
from tests import people
from tests.apps.registry import posting
from tests.apps.visits.planning import acting
from tests.apps.visits.planning.acting import FIRST


@pytest.mark.parametrize(("apart", "near"), [(0, True), (14, True), (15, False)])
def test_visits_to_one_country_within_a_fortnight_lie_close(lea: User, embassy: User, apart: int, near: bool) -> None:
    visit = acting.planned(lea, days=5)
    last = FIRST + timedelta(4)
    other = acting.told(embassy, first=last + timedelta(apart))
    assert [one.other.pk for one in overlaps_of(visit, people.viewer(lea))] == ([other.pk] if near else [])


def test_notice_waits_for_an_answer_to_each_overlap(lea: User, embassy: User) -> None:
    visit, other = acting.planned(lea), acting.told(embassy)
    with pytest.raises(VisitError, match="Customs"):
        acting.notified(visit, lea)
    acting.answered(visit, other, lea, Answer.AVOID, "one of us moves")
    with pytest.raises(VisitError, match="Customs"):
        acting.notified(visit, lea)
    with pytest.raises(VisitError, match="why both stay"):
        acting.answered(visit, other, lea, Answer.APART)
    acting.answered(visit, other, lea, Answer.APART, "different ports")
    assert acting.notified(visit, lea).state == VisitState.NOTIFIED


def test_what_is_told_after_the_step_keeps_the_notice_back(lea: User, embassy: User) -> None:
    visit = acting.benefited(acting.planned(lea), lea)
    acting.told(embassy)
    with pytest.raises(VisitError, match="Customs"):
        acting.notified(visit, lea)


@pytest.mark.parametrize("answer", [Answer.JOIN, Answer.COMBINE])
def test_the_other_side_may_answer_and_the_lead_is_told(
    lea: User, embassy: User, authority: User, answer: Answer
) -> None:
    visit, other = acting.planned(lea), acting.told(embassy)
    acting.shared(visit, lea, "NG")
    with pytest.raises(PermissionDenied):
        acting.answered(visit, other, authority, answer)
    acting.answered(visit, other, embassy, answer, "we share a car")
    (one,) = overlaps_of(visit, people.viewer(lea))
    assert (one.answer, one.why, one.settled, one.by) == (answer, "we share a car", True, "Eve Embassy")
    assert any("overlap" in word for word in acting.words_to(lea))
    assert [each.answer for each in overlaps_of_other(other, people.viewer(embassy))] == [answer]
    acting.notified(visit, lea)


def test_who_told_is_told_of_the_answer_of_the_programme(lea: User, embassy: User) -> None:
    visit, other = acting.planned(lea), acting.told(embassy)
    acting.answered(visit, other, lea, Answer.JOIN)
    assert any("what is to become" in word for word in acting.words_to(embassy))


def test_a_visit_that_was_not_shared_cannot_be_answered_nor_seen_by_partners(lea: User, embassy: User) -> None:
    visit, other = acting.planned(lea), acting.told(embassy)
    assert overlaps_of_other(other, people.viewer(embassy)) == []
    with pytest.raises(type(visit).DoesNotExist):
        acting.answered(visit, other, embassy, Answer.JOIN)


def test_sharing_tells_the_partners_of_that_state_alone(lea: User, embassy: User) -> None:
    ghana = people.holder("embassy", "GH", name="Gia Embassy")
    acting.shared(acting.planned(lea), lea, "NG")
    assert acting.words_to(embassy)[-1].startswith("A planned visit")
    assert not any("visit" in word for word in acting.words_to(ghana))


def test_the_officer_of_the_country_is_told_of_a_visit_of_others(lea: User, embassy: User) -> None:
    posting.assign(people.holder("headquarters", name="Hal"), lea, "NG")
    acting.told(embassy)
    assert any("embassy or agency" in word for word in acting.words_to(lea))


def test_a_visit_of_others_is_told_once_and_kept_by_who_told_it(embassy: User, agency: User) -> None:
    uid = uuid4()
    assert acting.told(embassy, uid=uid).pk == acting.told(embassy, uid=uid).pk
    other = acting.told(embassy)
    said = others.Told("Customs", FIRST, FIRST, "Scanning")
    with pytest.raises(PermissionDenied):
        others.change_other(other=other, revision=1, told=said, by=people.viewer(agency))
    others.change_other(other=other, revision=1, told=said, by=people.viewer(embassy))
    with pytest.raises(StaleVisitError):
        others.change_other(other=other, revision=1, told=said, by=people.viewer(embassy))


def test_what_does_not_take_place_stands_in_no_way(lea: User, embassy: User) -> None:
    visit, other = acting.planned(lea), acting.told(embassy)
    others.withdraw_other(other=other, revision=1, by=people.viewer(embassy))
    acting.notified(visit, lea)


def test_nobody_tells_of_visits_to_another_country(embassy: User, authority: User) -> None:
    for somebody, country in ((embassy, "GH"), (authority, "NG")):
        with pytest.raises(PermissionDenied):
            acting.told(somebody, country)
    assert not OtherVisit.objects.for_the_system("a test looks").exists()
