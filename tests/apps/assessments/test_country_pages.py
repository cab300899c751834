"""The pages of assessments of countries: from the list to settled, and into the file of the country and a case."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.assessments.models import CountryAssessment
from roadstead.assessments.queries.countries import sources_of, statements_of
from roadstead.common import clock
from tests import people
from tests.apps.assessments import making
from tests.apps.visits.observed import acting as seeing
from tests.people import client_of

DESK = "/desk/assessments/"


@pytest.fixture
def analyst() -> User:
    return people.holder(Role.ANALYST, name="Ada Analyst")


@pytest.fixture
def chief() -> User:
    return people.holder(Role.HEADQUARTERS, name="Cora Chief")


def page(user: User, address: str, status: int = 200) -> str:
    answer = client_of(user).get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def sent(user: User, address: str, said: dict[str, Any], status: int = 302) -> str:
    answer = client_of(user).post(address, said)
    assert answer.status_code == status, answer.content.decode()
    return str(answer.headers.get("Location", answer.content.decode()))


def only() -> CountryAssessment:
    return CountryAssessment.objects.for_the_system("a test looks").get()


def test_from_the_beginning_to_settled_on_pages(liaison: User, analyst: User, chief: User) -> None:
    assert "No country has been assessed yet" in page(liaison, DESK)
    assert "Nigeria" in page(liaison, f"{DESK}new/?country=NG")
    at = sent(liaison, f"{DESK}new/", {"uid": str(uuid4()), "country": "NG", "occasion": "Yearly review"})
    assert "No source yet" in page(liaison, at)
    trip = making.made_visit(chief)
    seen = seeing.observed(chief, trip)
    assert "shortfall, ACC" in page(liaison, f"{at}gather/")
    said: dict[str, Any] = {"references": [f"visits.observation:{seen.pk}"], "confidence": "high"}
    assert "Supports until" in sent(liaison, f"{at}gather/", said, 422)
    sent(liaison, f"{at}gather/", said | {"until": "2028-01-01"})
    told = page(liaison, at)
    assert "shortfall, ACC" in told
    assert "not effective" in told
    assert "Source 1 (observation of a visit" in page(liaison, f"{at}elements/ACC/state/")
    stated = {"seen": 0, "says": "not_effective", "reasons": "The gate stands open (invented)."}
    sent(liaison, f"{at}elements/ACC/state/", stated)
    assert "The gate stands open" in page(liaison, f"{at}elements/ACC/")
    assert "Somebody was faster" in sent(liaison, f"{at}elements/ACC/state/", stated | {"reasons": "Else."}, 409)
    sent(liaison, f"{at}not-known/", {})
    assert "rests on these sources in force" in page(liaison, f"{at}confidence/")
    sent(liaison, f"{at}confidence/", {"confidence": "moderate", "why": "One visit, one observation."})
    revision = only().revision
    sent(liaison, f"{at}steps/put-up/", {"revision": revision})
    assert "waits for a second person" in page(liaison, at)
    assert "It waits for you" in page(analyst, at)
    sent(analyst, f"{at}steps/return/", {"why": "Say more of ACC."})
    sent(liaison, f"{at}steps/put-up/", {"revision": only().revision})
    sent(analyst, f"{at}steps/settle/", {"revision": only().revision})
    told = page(chief, at)
    assert "settled" in told
    assert "State anew" not in told


def test_confidence_is_shown_with_basis_and_age_and_never_bare(analyst: User, chief: User, clock: Any) -> None:
    making.settled(analyst, chief)
    clock.set("2026-12-03")
    for at in (f"{DESK}{only().pk}/", "/desk/countries/NG/judged/"):
        told = page(chief, at)
        assert "Low" in told
        assert "(10 days ago)" in told
        assert "Two reports, none of a visit (invented)." in told
        assert "None of them is of a visit" in told
    assert "Two reports" in page(chief, DESK)


def test_the_matrix_shows_criteria_and_elements_with_what_is_missing(liaison: User) -> None:
    one = making.begun(liaison)
    told = page(liaison, f"{DESK}{one.pk}/")
    for words in ("B-1", "GOV-1", "ACC", "not known", "A visit that looks at it"):
        assert words in told
    told = page(liaison, f"{DESK}{one.pk}/elements/B-1/")
    assert "Elements that bear on it" in told
    assert "Nothing is computed from them" in told
    page(liaison, f"{DESK}{one.pk}/elements/NO-SUCH/", 404)
    page(liaison, f"{DESK}{one.pk}/elements/NO-SUCH/state/", 404)
    page(liaison, f"{DESK}{one.pk}/steps/jump/", 404)


def test_a_source_is_written_with_its_document_and_an_expired_one_is_still_shown(liaison: User, clock: Any) -> None:
    one = making.begun(liaison)
    said = {"kind": "open", "title": "Newspaper (invented)", "origin": "A newspaper", "dated": "2026-10-01"}
    said |= {"text": "Invented.", "says": "no", "confidence": "moderate", "until": "2026-12-01"}
    file = SimpleUploadedFile("page.txt", b"A page.\n")
    at = f"{DESK}{one.pk}/sources/new/"
    assert client_of(liaison).post(at, said).status_code == 422
    assert client_of(liaison).post(at, said | {"elements": ["ACC", "B-2"], "file": file}).status_code == 302
    told = page(liaison, f"{DESK}{one.pk}/")
    assert "page.txt" in told
    assert "Newspaper (invented)" in told
    clock.set("2026-12-02")
    told = page(liaison, f"{DESK}{one.pk}/")
    assert "Newspaper (invented)" in told
    assert "expired" in told
    number = sources_of(one)[0].number
    sent(liaison, f"{DESK}{one.pk}/sources/{number}/take-out/", {"why": "Another port."})
    assert "Another port." in page(liaison, f"{DESK}{one.pk}/")


def test_a_source_that_says_something_else_now_is_flagged(liaison: User, chief: User) -> None:
    one, seen = making.begun(liaison), seeing.observed(chief, seeing.visit(chief))
    making.taken(liaison, one, f"visits.observation:{seen.pk}")
    assert "says something else now" not in page(liaison, f"{DESK}{one.pk}/")
    type(seen).objects.for_the_system("a test writes").filter(pk=seen.pk).update(text="Else.")
    assert "says something else now" in page(liaison, f"{DESK}{one.pk}/")


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_lists_and_the_matrix_are_taken_away(analyst: User, chief: User, form: str) -> None:
    one = making.settled(analyst, chief)
    for at in (f"{DESK}export.{form}?stage=settled&confidence=low", f"{DESK}{one.pk}/matrix.{form}"):
        answer = client_of(chief).get(at)
        assert answer.status_code == 200
        assert form != "csv" or "invented" in answer.content.decode()
    page(chief, f"{DESK}export.exe", 404)
    page(chief, f"{DESK}{one.pk}/matrix.exe", 404)


def test_the_list_is_filtered(analyst: User, chief: User) -> None:
    making.settled(analyst, chief)
    for query, there in (("stage=settled", True), ("stage=live", False), ("country=GH", False), ("q=yearly", True)):
        assert ("Yearly review (invented)" in page(chief, f"{DESK}?{query}")) is there, query


def test_partners_and_strangers_see_no_assessment(nigeria: User, analyst: User, chief: User) -> None:
    one = making.settled(analyst, chief)
    for at in (DESK, f"{DESK}{one.pk}/", f"{DESK}{one.pk}/elements/ACC/", f"{DESK}{one.pk}/matrix.csv"):
        page(nigeria, at, 403)
    assert "Two reports" not in page(nigeria, "/partner/country/")


def test_a_case_takes_a_settled_assessment_as_a_source(analyst: User, chief: User) -> None:
    from roadstead.determinations.queries.cases import whole
    from tests.apps.determinations import making as cases

    one = making.settled(analyst, chief)
    case = cases.opened(people.viewer(chief))
    at = f"/desk/cases/{case.pk}/sources/"
    assert "Assessment of the country: Yearly review (invented)" in page(chief, f"{at}observations/")
    sent(chief, f"{at}assessments/{one.pk}/", {"revision": case.revision})
    taken = whole(cases.fresh(case, people.viewer(chief))).evidence[0]
    assert (taken.record, taken.key) == ("assessments.countryassessment", one.pk)
    assert "ACC: not effective" in taken.text
    assert "Settled assessments" not in page(chief, f"{at}observations/")
    page(chief, f"{at}assessments/{making.begun(chief).pk}/", 404)


def test_pages_cost_a_fixed_number_of_queries(liaison: User, chief: User, at_most_queries: Any) -> None:
    one = making.begun(liaison)
    for number in range(4):
        trip = making.made_visit(chief, first=date(2026, 1, 1 + number))
        making.taken(liaison, one, f"visits.observation:{seeing.observed(chief, trip).pk}")
        making.written(liaison, one, making.report(title=f"Report {number} (invented)"))
    assert len(sources_of(one)) == 8
    assert statements_of(one) == {}
    assert clock.today() == date(2026, 11, 23)
    client = client_of(liaison)
    for at, most in ((f"{DESK}{one.pk}/", 30), (f"{DESK}{one.pk}/gather/", 18), (DESK, 12)):
        with at_most_queries(most):
            assert client.get(at).status_code == 200
