"""Assessments of countries: sources typed, dated, with confidence and expiry; statements kept; two people settle."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.assessments.actions import assessing, settling, sourcing, stating
from roadstead.assessments.country_enums import Confidence, Judgement, SourceKind, Stage
from roadstead.assessments.errors import AssessmentError, StaleError
from roadstead.assessments.models import CountryAssessment, Source, Statement
from roadstead.assessments.queries.countries import earlier_of, sources_of, statements_of
from roadstead.assessments.queries.gathering import offered
from roadstead.assessments.queries.matrix import line_of, matrix
from roadstead.assessments.queries.settled import settled_assessments
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.registry.models import Facility
from roadstead.visits.models import ChecklistAnswer
from tests import people
from tests.apps.assessments import acting, making
from tests.apps.visits.observed import acting as seeing
from tests.people import viewer


@pytest.fixture
def analyst() -> User:
    return people.holder(Role.ANALYST, name="Ada Analyst")


@pytest.fixture
def chief() -> User:
    return people.holder(Role.HEADQUARTERS, name="Cora Chief")


@pytest.fixture
def one(liaison: User) -> CountryAssessment:
    return making.begun(liaison)


def test_one_is_under_way_for_a_country_at_a_time(liaison: User, one: CountryAssessment) -> None:
    with pytest.raises(AssessmentError, match="under way"):
        making.begun(liaison)
    assessing.drop_assessment(assessment=one, why="Begun too early.", by=viewer(liaison))
    assert making.begun(liaison).pk != one.pk
    with pytest.raises(PermissionDenied):
        making.begun(liaison, "GH")


def test_a_form_sent_twice_begins_once(liaison: User) -> None:
    said: dict[str, Any] = {"uid": uuid4(), "country": "NG", "occasion": "Review", "by": viewer(liaison)}
    assert assessing.begin_assessment(**said).pk == assessing.begin_assessment(**said).pk


def test_it_judges_every_element_and_criterion_of_the_instruments_in_force(one: CountryAssessment) -> None:
    parts = matrix(one, clock.today())
    assert [part.kind for part in parts] == ["statute", "isps_government", "isps_facility"]
    codes = [line.element.code for part in parts for line in part.lines]
    assert codes[:6] == ["B-1", "B-2", "B-3", "B-4", "B-5", "B-6"]
    assert {"GOV-1", "ACC"} <= set(codes)
    assert all(line.suggestion.judgement == Judgement.NOT_KNOWN for part in parts for line in part.lines)


def test_visits_observations_and_self_assessments_are_gathered(
    chief: User, nigeria: User, quay: Facility, one: CountryAssessment
) -> None:
    trip = making.made_visit(chief)
    short = seeing.observed(chief, trip)
    strong = seeing.observed(chief, trip, "strength", element="MON", text="A good picture.")
    own = acting.submitted(nigeria, acting.begun(nigeria))
    found = {taken.reference: taken for taken in offered("NG", viewer(chief))}
    assert found[f"visits.observation:{short.pk}"].says == {"ACC": "no"}
    assert found[f"visits.observation:{strong.pk}"].says == {"MON": "yes"}
    assert found[f"visits.visit:{trip.pk}"].dated == trip.last_on
    assert found[f"assessments.selfassessment:{own.pk}"].says["GOV-1"] == "yes"
    making.taken(chief, one, *found)
    line = line_of(one, "ACC", clock.today())
    assert line is not None
    assert line.suggestion.judgement == Judgement.NOT_EFFECTIVE
    gov = line_of(one, "GOV-1", clock.today())
    assert gov is not None
    assert gov.suggestion.judgement == Judgement.NOT_KNOWN, "only the State itself says so"
    assert {source.kind for source in sources_of(one)} == {"visit", "observation", "self_assessment"}


def test_a_checklist_speaks_and_what_was_not_looked_at_says_nothing(chief: User, one: CountryAssessment) -> None:
    trip, now = making.made_visit(chief), clock.now()
    for element, looked in (("ACC", "seen"), ("RES", "not_seen"), ("CAR", "not_looked_at")):
        said = {"visit": trip, "element": element, "looked": looked, "device_at": now, "at": now, "server_at": now}
        ChecklistAnswer.objects.create(by=chief, **said)
    taken = next(one for one in offered("NG", viewer(chief)) if one.kind == SourceKind.VISIT)
    assert taken.says == {"ACC": "yes", "RES": "no", "CAR": "unknown"}


def test_restricted_records_are_not_offered(chief: User, one: CountryAssessment) -> None:
    seen = seeing.observed(chief, seeing.visit(chief))
    type(seen).objects.for_the_system("a test marks").filter(pk=seen.pk).update(mark=Mark.RESTRICTED)
    assert offered("NG", viewer(chief)) == []
    with pytest.raises(AssessmentError, match="not there"):
        making.taken(chief, one, f"visits.observation:{seen.pk}")


def test_a_record_is_taken_as_it_is_and_anew_when_it_changed(chief: User, one: CountryAssessment) -> None:
    seen = seeing.observed(chief, seeing.visit(chief))
    first = making.taken(chief, one, f"visits.observation:{seen.pk}")[0]
    type(seen).objects.for_the_system("a test writes").filter(pk=seen.pk).update(text="Something else.")
    now = next(taken for taken in offered("NG", viewer(chief)) if taken.key == seen.pk)
    assert now.digest() != first.digest
    second = making.taken(chief, one, now.reference)[0]
    assert (second.number, second.text) == (2, "Something else.")
    assert [source.number for source in sources_of(one, removed=True)] == [1]


def test_a_written_source_is_typed_dated_with_confidence_and_expiry(liaison: User, one: CountryAssessment) -> None:
    upload = ContentFile(b"A report.\n", name="report.txt")
    made = making.written(liaison, one, upload=upload)
    assert (made.kind, made.confidence, made.until) == ("third_party", "moderate", making.LATER)
    assert made.attachment is not None
    assert made.attachment.name == "report.txt"
    line = line_of(one, "ACC", clock.today())
    assert line is not None
    assert line.suggestion.judgement == Judgement.NOT_EFFECTIVE
    later = line_of(one, "ACC", date(2028, 1, 2))
    assert later is not None
    assert later.suggestion.judgement == Judgement.NOT_KNOWN
    assert later.sources, "it expired, and is still among the sources"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"source": making.report, "until": date(2020, 1, 1)}, "at least until"),
        ({"source": lambda: making.report(dated=date(2030, 1, 1)), "until": date(2031, 1, 1)}, "to come"),
        ({"source": lambda: making.report("NO-SUCH")}, "Choose the elements"),
        ({"source": lambda: making.report(kind=SourceKind.VISIT)}, "from the list"),
        ({"source": lambda: making.report(title=" ")}, "title"),
        ({"source": lambda: making.report(origin="")}, "where it comes from"),
    ],
)
def test_a_source_that_says_too_little_is_refused(
    liaison: User, one: CountryAssessment, said: dict[str, Any], told: str
) -> None:
    with pytest.raises(AssessmentError, match=told):
        making.written(liaison, one, **(said | {"source": said["source"]()}))


def test_a_source_is_taken_out_with_why_and_stays_on_record(liaison: User, one: CountryAssessment) -> None:
    made = making.written(liaison, one)
    with pytest.raises(AssessmentError, match="Say why"):
        sourcing.put_out(assessment=one, number=made.number, why=" ", by=viewer(liaison))
    sourcing.put_out(assessment=one, number=made.number, why="It was of another port.", by=viewer(liaison))
    assert sources_of(one) == []
    assert sources_of(one, removed=True)[0].removed_why == "It was of another port."


def test_a_person_states_over_the_suggestion_and_earlier_statements_are_kept(
    liaison: User, one: CountryAssessment
) -> None:
    making.written(liaison, one)
    first = making.stated(liaison, one, "ACC", "effective")
    assert (first.says, first.suggested) == ("effective", "not_effective")
    assert "Source 1" in first.suggested_why[0]
    with pytest.raises(StaleError):
        making.stated(liaison, one, "ACC", "not_effective")
    making.stated(liaison, one, "ACC", "not_effective", seen=first.pk)
    assert statements_of(one)["ACC"].says == "not_effective"
    assert [(old.pk, old.says) for old in earlier_of(one, "ACC")] == [(first.pk, "effective")]


def test_a_statement_has_reasons_and_what_is_not_known_says_what_is_missing(
    liaison: User, one: CountryAssessment
) -> None:
    with pytest.raises(AssessmentError, match="reasons"):
        making.stated(liaison, one, "ACC", reasons=" ")
    with pytest.raises(AssessmentError, match="missing"):
        making.stated(liaison, one, "ACC", "not_known")
    with pytest.raises(AssessmentError, match="no such element"):
        making.stated(liaison, one, "NO-SUCH")


def test_not_known_is_stated_of_all_that_nothing_speaks_of(liaison: User, one: CountryAssessment) -> None:
    making.written(liaison, one)
    made = stating.state_unknown(assessment=one, by=viewer(liaison))
    assert {statement.says for statement in made} == {"not_known"}
    assert "ACC" not in {statement.element for statement in made}
    assert all(statement.missing for statement in made)


def test_a_second_person_settles_and_then_nothing_changes(liaison: User, analyst: User, one: CountryAssessment) -> None:
    with pytest.raises(AssessmentError, match="Nothing is stated yet"):
        making.put_up(liaison, one)
    making.written(liaison, one)
    stating.state_unknown(assessment=one, by=viewer(liaison))
    making.stated(liaison, one, "ACC", "not_effective")
    with pytest.raises(AssessmentError, match="confidence"):
        making.put_up(liaison, one)
    said: dict[str, Any] = {"assessment": one, "confidence": Confidence.LOW}
    with pytest.raises(AssessmentError, match="rests on"):
        stating.say_confidence(why="", by=viewer(liaison), **said)
    stating.say_confidence(why="One report.", by=viewer(liaison), **said)
    making.put_up(liaison, one)
    with pytest.raises(PermissionDenied):
        settling.settle(assessment=one, revision=making.anew(one).revision, by=viewer(liaison))
    with pytest.raises(StaleError):
        settling.settle(assessment=one, revision=1, by=viewer(analyst))
    done = settling.settle(assessment=one, revision=making.anew(one).revision, by=viewer(analyst))
    assert (done.stage, done.settled_by_id) == (Stage.SETTLED, analyst.pk)
    with pytest.raises(AssessmentError, match="cannot be done now"):
        making.stated(liaison, one, "ACC", "effective", seen=statements_of(one)["ACC"].pk)
    with pytest.raises(AssessmentError, match="cannot be done now"):
        making.written(liaison, one)


def test_who_put_it_up_does_not_settle_it(analyst: User, chief: User) -> None:
    one = making.begun(analyst)
    making.written(analyst, one)
    making.whole(analyst, one)
    making.put_up(analyst, one)
    with pytest.raises(AssessmentError, match="second person"):
        settling.settle(assessment=one, revision=making.anew(one).revision, by=viewer(analyst))
    settling.give_back(assessment=making.anew(one), why="Look at ACC again.", by=viewer(chief))
    assert making.anew(one).stage == Stage.DRAFT


def test_a_settled_assessment_is_a_source_for_a_case(analyst: User, chief: User, ghana: User) -> None:
    done = making.settled(analyst, chief)
    found = settled_assessments("NG", viewer(chief))[0]
    assert found.pk == done.pk
    assert "ACC: not effective. Seen there (invented)." in found.text
    assert "Confidence: low. Two reports, none of a visit (invented)." in found.text
    assert settled_assessments("NG", viewer(ghana)) == []
    assert settled_assessments("GH", viewer(chief)) == []


def test_partners_read_nothing_of_an_assessment(nigeria: User, liaison: User, one: CountryAssessment) -> None:
    making.written(liaison, one)
    assert not CountryAssessment.objects.visible_to(viewer(nigeria)).exists()
    assert not Source.objects.visible_to(viewer(nigeria)).exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"confidence": "high"},
        {"stage": "settled"},
        {"stage": "dropped"},
        {"stage": "put_up"},
        {"stage": "lost"},
        {"mark": "partner"},
        {"mark": "public"},
    ],
)
def test_the_database_refuses_an_assessment_that_cannot_be(one: CountryAssessment, wrong: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        CountryAssessment.objects.for_the_system("a test breaks it").filter(pk=one.pk).update(**wrong)


def test_the_database_refuses_that_one_person_settles(analyst: User, chief: User) -> None:
    done = making.settled(analyst, chief)
    with pytest.raises(IntegrityError), transaction.atomic():
        CountryAssessment.objects.for_the_system("a test breaks it").filter(pk=done.pk).update(settled_by=analyst)


@pytest.mark.parametrize("wrong", [{"until": date(2000, 1, 1)}, {"kind": "rumour"}, {"removed_why": "Because."}])
def test_the_database_refuses_a_source_that_cannot_be(liaison: User, one: CountryAssessment, wrong: Any) -> None:
    made = making.written(liaison, one)
    with pytest.raises(IntegrityError), transaction.atomic():
        Source.objects.for_the_system("a test breaks it").filter(pk=made.pk).update(**wrong)


@pytest.mark.parametrize("wrong", [{"reasons": ""}, {"says": "not_known"}, {"says": "no"}])
def test_the_database_refuses_a_statement_that_cannot_be(liaison: User, one: CountryAssessment, wrong: Any) -> None:
    made = making.stated(liaison, one, "ACC")
    with pytest.raises(IntegrityError), transaction.atomic():
        Statement.objects.for_the_system("a test breaks it").filter(pk=made.pk).update(**wrong)
