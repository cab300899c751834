"""The pages of self-assessments: filled in by partners, looked at by officers, and by nobody else."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from roadstead.accounts.models import User
from roadstead.assessments.models import Evidence, SelfAssessment
from roadstead.registry.models import Facility
from tests import people
from tests.apps.assessments import acting
from tests.apps.assessments.acting import NOON
from tests.people import client_of

OWN, DESK = "/partner/self-assessments/", "/desk/self-assessments/"


def page(user: User, address: str, status: int = 200) -> str:
    answer = client_of(user).get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def send(user: User, one: SelfAssessment, *answers: Any, **said: Any) -> Any:
    body = {"device": "browser", "sent_at": NOON.isoformat(), "answers": list(answers)} | said
    return client_of(user).post(f"{OWN}{one.pk}/keep/", json.dumps(body), content_type="application/json")


def typed(answer: Any, **fields: str) -> dict[str, Any]:
    said = {name: {"value": value, "at": NOON.isoformat(), "base": 0} for name, value in fields.items()}
    return {"answer": str(answer.pk), "fields": said}


def test_an_authority_begins_one_of_its_state_and_finds_it_again(nigeria: User, quay: Facility) -> None:
    assert "No self-assessment yet" in page(nigeria, OWN)
    form = page(nigeria, f"{OWN}new/")
    assert "Nigeria" in form
    assert "East Quay" in form
    said = {"uid": str(uuid4()), "subject": "NG", "occasion": "The visit in spring"}
    made = [client_of(nigeria).post(f"{OWN}new/", said) for _ in range(2)]
    assert made[0].headers["Location"] == made[1].headers["Location"]
    assert "The visit in spring" in page(nigeria, OWN)
    assert "Go on where something is open" in page(nigeria, made[0].headers["Location"])
    refused = client_of(nigeria).post(f"{OWN}new/", said | {"uid": str(uuid4())})
    assert refused.status_code == 422
    assert "under way already" in refused.content.decode()
    assert client_of(nigeria).post(f"{OWN}new/", said | {"subject": "GH"}).status_code == 422


def test_a_facility_officer_sees_and_fills_in_that_of_the_facility(officer: User, quay: Facility, own: Any) -> None:
    said = {"uid": str(uuid4()), "subject": f"NG {quay.pk}"}
    at = client_of(officer).post(f"{OWN}new/", said).headers["Location"]
    assert "East Quay" in page(officer, at)
    page(officer, f"{OWN}{own.pk}/", 404)
    one = SelfAssessment.objects.for_the_system("a test looks").get(facility=quay.pk)
    first = acting.answers(one)[0]
    assert send(officer, one, typed(first, said="yes")).json()["answers"][str(first.pk)]["values"]["said"] == "yes"


def test_what_a_browser_sends_is_kept_once_and_told_with_the_progress(nigeria: User, own: SelfAssessment) -> None:
    first, second = acting.answers(own)[:2]
    told = [send(nigeria, own, typed(first, said="no", words="No law.")).json() for _ in range(2)]
    assert told[0]["answers"] == told[1]["answers"]
    assert told[0]["progress"] == {"answered": 1, "questions": len(acting.answers(own))}
    bad = {"answer": "x", "fields": {}}
    told_again = send(nigeria, own, bad, typed(first, said="perhaps"), "nonsense", typed(second, said="yes")).json()
    assert list(told_again["answers"]) == [str(second.pk)]
    assert "Choose one" in told_again["refused"][str(first.pk)]


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"device": 1}', '{"device": "a", "sent_at": "noon", "answers": []}'])
def test_what_is_no_answers_is_refused_kindly(nigeria: User, own: SelfAssessment, body: str) -> None:
    answer = client_of(nigeria).post(f"{OWN}{own.pk}/keep/", body, content_type="application/json")
    assert answer.status_code == 400
    assert "no answers" in answer.json()["problem"]


def upload(user: User, one: SelfAssessment, answer: Any, name: str = "law.txt", **said: str) -> Any:
    given = {"uid": str(uuid4()), "answer": str(answer.pk), "dated_on": "2025-03-01", "what": "The law (invented)"}
    file = SimpleUploadedFile(name, b"A law.\n")
    return client_of(user).post(f"{OWN}{one.pk}/evidence/", given | said | {"file": file})


def test_evidence_comes_from_the_browser_and_is_shown_with_both_days(nigeria: User, own: SelfAssessment) -> None:
    first, uid = acting.answers(own)[0], str(uuid4())
    assert [upload(nigeria, own, first, uid=uid).status_code for _ in range(2)] == [201, 201]
    text = page(nigeria, f"{OWN}{own.pk}/")
    assert "law.txt" in text
    assert "2025" in text
    assert "SHA-256" in text
    assert upload(nigeria, own, first, dated_on="").status_code == 422
    assert upload(nigeria, own, first, dated_on="2027-01-01").status_code == 422
    assert client_of(nigeria).post(f"{OWN}{own.pk}/evidence/", {"answer": "x"}).status_code == 422
    acting.submitted(nigeria, own)
    closed = upload(nigeria, own, first)
    assert closed.status_code == 409
    assert "closed until" in closed.json()["problem"]


def test_a_newer_file_replaces_on_a_page_of_its_own(nigeria: User, own: SelfAssessment) -> None:
    first = acting.answers(own)[0]
    old = acting.proven(nigeria, own, first)
    at = f"{OWN}{own.pk}/evidence/{first.pk}/?replaces={old.pk}"
    assert "The older file is kept" in page(nigeria, at)
    said = {"uid": str(uuid4()), "dated_on": "2026-10-01", "what": "Newer"}
    file = SimpleUploadedFile("register-2.txt", b"A newer register.\n")
    assert client_of(nigeria).post(at, said | {"file": file}).status_code == 302
    assert Evidence.objects.for_the_system("a test looks").get(version=2).replaces_id == old.pk
    text = page(nigeria, f"{OWN}{own.pk}/")
    assert "1 older version" in text
    assert "register.txt" in text
    page(nigeria, f"{OWN}{own.pk}/evidence/{first.pk}/?replaces=999", 404)
    page(nigeria, f"{OWN}{own.pk}/evidence/999/", 404)


def test_from_submission_to_the_closed_questionnaire_on_pages(
    nigeria: User, liaison: User, own: SelfAssessment
) -> None:
    at, partner, officer = f"{OWN}{own.pk}/", client_of(nigeria), client_of(liaison)
    assert "are not done" in partner.post(f"{at}submit/", follow=True).content.decode()
    acting.filled(nigeria, own)
    assert "It was submitted" in partner.post(f"{at}submit/", follow=True).content.decode()
    assert "filling.js" not in page(nigeria, at)
    desk, answers = f"{DESK}{own.pk}/", acting.answers(own)
    assert "Validate or question each answer" in page(liaison, desk)
    first = answers[0]
    said = {"revision": first.revision, "verdict": "questioned", "words": "Which article?"}
    assert officer.post(f"{desk}answers/{first.pk}/", said).status_code == 302
    assert "It went back" in officer.post(f"{desk}send-back/", follow=True).content.decode()
    text = page(nigeria, at)
    assert "Which article?" in text
    assert "Lea Liaison" not in text, "who asked is for the programme to know"
    assert "The programme has questions" in text
    acting.typed(nigeria, own, first, words="Article 4.", base=1)
    partner.post(f"{at}submit/")
    for answer in acting.answers(own):
        officer.post(f"{desk}answers/{answer.pk}/", {"revision": answer.revision, "verdict": "validated"})
    assert "It is closed" in officer.post(f"{desk}close/", follow=True).content.decode()
    assert "validated" in page(nigeria, at)


def test_an_officer_is_told_what_is_wrong(nigeria: User, liaison: User, own: SelfAssessment) -> None:
    acting.submitted(nigeria, own)
    first, client = acting.answers(own)[0], client_of(liaison)
    at = f"{DESK}{own.pk}/answers/{first.pk}/"
    assert (
        "changed after you opened it"
        in client.post(at, {"revision": 1, "verdict": "validated"}, follow=True).content.decode()
    )
    assert "Validate the answer, or question it" in client.post(at, {"revision": 1}, follow=True).content.decode()
    assert "No answer is questioned" in client.post(f"{DESK}{own.pk}/send-back/", follow=True).content.decode()


def test_other_states_see_nothing_and_the_programme_reads(
    ghana: User, liaison: User, own: SelfAssessment, nigeria: User
) -> None:
    acting.typed(nigeria, own, acting.answers(own)[0], said="no", words="The zebra law is lacking.")
    page(ghana, f"{OWN}{own.pk}/", 404)
    assert "Nigeria" not in page(ghana, OWN).partition("<main")[2]
    assert "zebra law" in page(liaison, f"{DESK}{own.pk}/")
    assert send(ghana, own).status_code == 404
    analyst = people.holder("analyst")
    assert "zebra law" in page(analyst, f"{DESK}{own.pk}/")
    assert client_of(analyst).post(f"{DESK}{own.pk}/close/").status_code == 403
    page(people.holder("operator"), OWN, 403)


def test_withdrawn_on_a_page_with_a_reason(nigeria: User, own: SelfAssessment) -> None:
    at = f"{OWN}{own.pk}/withdraw/"
    assert "What was written stays" in page(nigeria, at)
    assert client_of(nigeria).post(at, {"why": ""}).status_code == 422
    assert "It was withdrawn" in client_of(nigeria).post(at, {"why": "Begun twice."}, follow=True).content.decode()
    assert client_of(nigeria).post(at, {"why": "Again."}).status_code == 422


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_lists_are_taken_away(nigeria: User, liaison: User, own: SelfAssessment, form: str) -> None:
    for user, at in ((nigeria, OWN), (liaison, DESK)):
        answer = client_of(user).get(f"{at}export.{form}?state=open")
        assert answer.status_code == 200
        assert form != "csv" or "Nigeria" in answer.content.decode()
        assert client_of(user).get(f"{at}export.exe").status_code == 404


def test_what_it_is_for_is_found_by_who_may_read_it(nigeria: User, liaison: User, ghana: User) -> None:
    one = acting.begun(nigeria, occasion="The zebra review")
    assert f"{DESK}{one.pk}/" in page(liaison, "/search/?q=zebra")
    assert f"{OWN}{one.pk}/" in page(nigeria, "/search/?q=zebra")
    assert "self-assessments/" not in page(ghana, "/search/?q=zebra").partition("<main")[2]


def test_pages_cost_a_fixed_number_of_queries(
    nigeria: User, liaison: User, own: SelfAssessment, at_most_queries: Any
) -> None:
    for answer in acting.answers(own)[:4]:
        acting.proven(nigeria, own, answer, f"{answer.pk}\n".encode())
    for user, address, most in (
        (nigeria, f"{OWN}{own.pk}/", 14),
        (liaison, f"{DESK}{own.pk}/", 15),
        (nigeria, OWN, 10),
        (liaison, DESK, 10),
    ):
        client = client_of(user)
        with at_most_queries(most):
            assert client.get(address).status_code == 200
