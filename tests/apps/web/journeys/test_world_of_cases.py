"""The invented cases: one at each stage, resting on what was observed, assessed and closed; none is published."""

from pathlib import Path

import pytest
from django.conf import settings

from roadstead.accounts.models import User
from roadstead.advisories.drafting.queries import preview
from roadstead.advisories.models import Draft, DraftState
from roadstead.assessments.models import Closure, CountryAssessment
from roadstead.audit.models import Event
from roadstead.cli import demonstration
from roadstead.common import clock
from roadstead.determinations.enums import CaseState, Effect, Rests
from roadstead.determinations.models import Case, Chaser, Packet
from roadstead.determinations.queries.cases import clock_of, signatures, whole
from roadstead.rulebook import local
from roadstead.visits.models import Observation
from tests import people

pytestmark = pytest.mark.django_db
WHY = "a test looks at all of them"


def every(model):
    return model.objects.for_the_system(WHY)


def case(country: str) -> Case:
    return every(Case).get(country=country)


def headquarters():
    return people.viewer(User.objects.get(email="headquarters@roadstead.example"))


def test_a_case_stands_at_each_stage_and_says_that_it_is_invented(portfolio) -> None:
    found = list(every(Case))
    assert {one.effect for one in found} == {Effect.LIST, Effect.DELIST, Effect.EXCEPT}
    assert {one.rests for one in found} == {Rests.VISIT, Rests.NO_VISIT, Rests.THIRD_PARTY}
    assert {one.state for one in found} == {CaseState.OPEN, CaseState.SIGNED, CaseState.DROPPED}
    assert {len(signatures(one)) for one in found} == {0, 1, 2, 3}
    assert all("(invented)" in one.title for one in found)
    assert all("nvented" in one.finding for one in found if one.finding)
    assert all("nvented" in one.text or one.record for held in found for one in whole(held).evidence)


def test_one_runs_out_soon_and_people_were_told_and_one_stands_still(portfolio) -> None:
    on = clock.today()
    runs, still = clock_of(whole(case("TG")), on), clock_of(whole(case("GA")), on)
    assert runs is not None
    assert runs.left == 12
    assert list(every(Chaser).values_list("case", "days")) == [(case("TG").pk, 14)]
    assert still is not None
    assert still.paused is not None
    assert still.run == 40


def test_a_country_goes_from_observations_to_a_draft_that_puts_it_on_the_list(portfolio) -> None:
    ghana = case("GH")
    records = {one.record for one in whole(ghana).evidence}
    assert records == {"visits.observation", "assessments.countryassessment"}
    assert every(CountryAssessment).get(country="GH").stage == "settled"
    assert every(Closure).filter(country="GH").exists()
    held = whole(ghana)
    assert held.count is not None
    assert held.tellings
    assert every(Packet).filter(case=ghana).count() == 4
    draft = every(Draft).get()
    shown = preview(draft, headquarters())
    assert shown.problem == ""
    assert shown.difference is not None
    assert [one.code for one in shown.difference.added] == ["GH"]
    assert not shown.difference.removed


def test_one_recovers_with_every_shortfall_closed_and_waits_for_who_signs(portfolio) -> None:
    rooms = every(Closure).filter(country="CM")
    assert rooms.exists()
    assert set(rooms.values_list("state", flat=True)) == {"closed"}
    shared = every(Observation).filter(country="CM", kind="shortfall", mark="partner", states="CM")
    assert not shared.filter(state="stands").exists()
    assert [one.part for one in signatures(case("CM"))] == ["proposer", "reviewer"]
    assert every(CountryAssessment).get(country="CM").stage == "settled"
    assert every(CountryAssessment).filter(stage="put_up").get().country_id == "EG"


def test_no_edition_is_invented(portfolio) -> None:
    assert every(Draft).get().state == DraftState.OPEN
    assert not every(Case).filter(state=CaseState.PUBLISHED).exists()
    published = Path(settings.DATA_DIR) / local.FOLDER / local.PUBLISHED
    assert not [one for one in published.glob("*") if one.is_dir()]


def test_a_later_start_makes_nothing_twice(portfolio) -> None:
    before = every(Event).count()
    demonstration.make(only=portfolio)
    assert every(Event).count() == before
