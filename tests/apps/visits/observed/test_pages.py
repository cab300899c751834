"""The pages of what is seen on visits: at the desk, on a phone, for partners."""

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings

from roadstead.accounts.models import User
from roadstead.common import clock as moments
from roadstead.files import queries as files
from roadstead.visits.models import Observation, Recommendation, Visit, VisitNote
from roadstead.visits.queries import recommended as queries
from tests import people
from tests.apps.visits.observed import acting
from tests.apps.visits.observed.acting import NOON
from tests.people import client_of

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b8"
    "0000000049454e44ae426082"
)


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Any) -> None:
    settings.DATA_DIR = tmp_path


def page(user: User, address: str, status: int = 200) -> str:
    answer = client_of(user).get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def send(user: User, trip: Visit, uid: str = "", **said: Any) -> Any:
    """What a device sends: by default one note."""
    field = {"value": "The gate.", "at": NOON.isoformat(), "base": 0}
    body = {
        "device": "phone",
        "sent_at": NOON.isoformat(),
        "notes": [{"uid": uid or str(uuid4()), "fields": {"text": field}}],
    }
    body |= said
    return client_of(user).post(f"/desk/visits/{trip.pk}/kit/keep/", json.dumps(body), content_type="application/json")


def test_the_desk_lists_shows_and_exports(liaison: User, trip: Visit) -> None:
    one = acting.observed(liaison, trip, text="The east gate was open.")
    said = acting.recommended(liaison, observation=one, text="Close the east gate.")
    assert "east gate" in page(liaison, "/desk/observations/?kind=shortfall&element=ACC&sort=-country")
    assert "Nothing fits" in page(liaison, "/desk/observations/?kind=strength")
    assert "to be checked" in page(liaison, f"/desk/observations/{one.pk}/")
    assert "Close the east gate." in page(liaison, f"/desk/observations/{one.pk}/")
    assert "east gate" in page(liaison, "/desk/recommendations/?toward=host")
    assert "East" not in page(liaison, f"/desk/recommendations/{said.pk}/change/")
    for form in ("csv", "xlsx"):
        assert client_of(liaison).get(f"/desk/observations/export.{form}").status_code == 200
        assert client_of(liaison).get(f"/desk/recommendations/export.{form}").status_code == 200
    assert "east gate" in page(liaison, f"/desk/visits/{trip.pk}/observed/")
    assert client_of(liaison).get("/desk/observations/export.exe").status_code == 404


def test_empty_pages_say_what_to_do(liaison: User, nigeria: User, trip: Visit) -> None:
    assert "Nothing was observed yet" in page(liaison, "/desk/observations/")
    assert "Nothing is open" in page(liaison, "/desk/recommendations/")
    assert "No best practice yet" in page(liaison, "/desk/practice/")
    assert "left nothing open" in page(liaison, f"/desk/visits/{trip.pk}/observed/")
    assert "Nothing was shared" in page(nigeria, "/partner/observations/")
    assert "There is no agenda yet" in page(liaison, f"/desk/visits/{trip.pk}/kit/")


def test_forms_write_and_say_what_is_wrong(liaison: User, trip: Visit) -> None:
    client, at = client_of(liaison), f"/desk/visits/{trip.pk}/observed/observe/"
    wrong = client.post(at, {"kind": "shortfall", "text": "Open."})
    assert wrong.status_code == 422
    assert "needs its ISPS reference" in wrong.content.decode()
    said = {"uid": str(uuid4()), "kind": "shortfall", "text": "Open.", "element": "ACC"}
    assert [client.post(at, said).status_code for _ in range(2)] == [302, 302]
    one = Observation.objects.for_the_system("a test looks").get()
    client.post(f"/desk/observations/{one.pk}/", {"state": "settled", "why": "It is closed."})
    one.refresh_from_db()
    assert (one.state, one.state_why) == ("settled", "It is closed.")
    later = moments.today() + timedelta(30)
    made = {"uid": str(uuid4()), "text": "Close it.", "owner": "The port", "due_on": later.isoformat()}
    new = client.post(f"/desk/recommendations/new/?observation={one.pk}", made)
    assert new.status_code == 302
    said_one = Recommendation.objects.for_the_system("a test looks").get()
    assert (said_one.observation_id, said_one.visit_id) == (one.pk, trip.pk)
    client.post(f"/desk/recommendations/{said_one.pk}/", {"to": "done", "text": "They say so."})
    assert "a second person closes it" in page(liaison, f"/desk/recommendations/{said_one.pk}/")


def test_the_review_of_a_visit_shows_before_and_after(liaison: User, trip: Visit, clock: Any) -> None:
    left = acting.recommended(liaison, visit=trip, before="Open at night.")
    clock.set("2027-11-20")
    following = acting.visit(liaison, first=moments.today())
    at = f"/desk/visits/{following.pk}/observed/"
    assert "not looked at yet" in page(liaison, at)
    said = {"found": "partly", "before": "Open at night.", "after": "Closed on weekdays."}
    assert client_of(liaison).post(f"{at}review/{left.pk}/", said).status_code == 302
    text = page(liaison, at)
    assert "Open at night." in text
    assert "Closed on weekdays." in text
    assert "Close the gate." in page(liaison, f"/desk/visits/{following.pk}/kit/")


def test_the_kit_keeps_what_a_device_sends_once(liaison: User, trip: Visit) -> None:
    uid = str(uuid4())
    first, second = (send(liaison, trip, uid).json() for _ in range(2))
    assert first["notes"][uid]["revisions"]["text"] == second["notes"][uid]["revisions"]["text"] == 1
    assert VisitNote.objects.for_the_system("a test looks").count() == 1
    text = page(liaison, f"/desk/visits/{trip.pk}/kit/")
    assert uid in text
    assert "The gate." in text


def test_one_bad_note_holds_up_no_other(liaison: User, trip: Visit) -> None:
    good, bad = str(uuid4()), str(uuid4())
    field = {"value": "Seen.", "at": NOON.isoformat(), "base": 0}
    wrong = {"uid": bad, "fields": {"element": field}}
    told = send(liaison, trip, notes=[wrong, {"uid": good, "fields": {"text": field}}, {"uid": "x"}, "nonsense"]).json()
    assert list(told["notes"]) == [good]
    assert "no element" in told["refused"][bad]


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"device": 1}', '{"device": "a", "sent_at": "noon"}'])
def test_what_is_no_notes_is_refused_kindly(liaison: User, trip: Visit, body: str) -> None:
    at = f"/desk/visits/{trip.pk}/kit/keep/"
    answer = client_of(liaison).post(at, body, content_type="application/json")
    assert answer.status_code == 400
    assert "no notes" in answer.json()["problem"]


def test_answers_come_with_the_notes(liaison: User, trip: Visit) -> None:
    said = {"element": "ACC", "facility": "", "looked": "not_seen", "at": NOON.isoformat()}
    told = send(liaison, trip, notes=[], answers=[said]).json()
    assert told["answers"] == {"|ACC": {"looked": "not_seen", "revision": 1, "others": ""}}
    assert told["problem"] == ""
    assert "0 seen, 1 not seen, 29 not looked at" in page(liaison, f"/desk/visits/{trip.pk}/kit/")


def picture(user: User, trip: Visit, uid: str, content: bytes = PNG, name: str = "gate.png") -> Any:
    said = {"uid": uid, "file": SimpleUploadedFile(name, content)}
    return client_of(user).post(f"/desk/visits/{trip.pk}/kit/pictures/", said)


def test_a_picture_is_there_once_however_often_it_is_sent(liaison: User, trip: Visit) -> None:
    uid = str(uuid4())
    assert picture(liaison, trip, uid).status_code == 409, "its note has not come yet"
    send(liaison, trip, uid)
    assert [picture(liaison, trip, uid).status_code for _ in range(2)] == [201, 201]
    note = VisitNote.objects.for_the_system("a test looks").get()
    assert files.attachments_of(note, people.viewer(liaison)).count() == 1


def test_a_renamed_program_and_a_large_picture_are_refused_in_words(liaison: User, trip: Visit) -> None:
    uid = str(uuid4())
    send(liaison, trip, uid)
    told = picture(liaison, trip, uid, b"MZ" + b"\0" * 200, "gate.jpg")
    assert told.status_code == 422
    assert told.json()["problem"]
    with override_settings(LARGEST_UPLOAD=1_000):
        large = picture(liaison, trip, uid, PNG + b"\0" * 2_000)
    assert large.status_code == 422
    assert "at most" in large.json()["problem"]


def test_a_colleague_without_the_country_reads_and_does_not_write(liaison: User, colleague: User) -> None:
    trip = acting.visit(liaison, "GH")
    assert send(colleague, trip).status_code == 403
    text = page(colleague, f"/desk/visits/{trip.pk}/kit/")
    assert "not write on it" in text
    assert "kit.js" not in text


def test_partners_see_what_was_shared_and_answer(liaison: User, nigeria: User, ghana: User, trip: Visit) -> None:
    one = acting.observed(liaison, trip, text="The east gate was open.")
    said = acting.recommended(liaison, observation=one)
    page(nigeria, f"/partner/observations/{one.pk}/", 404)
    acting.shared(liaison, one, "NG")
    acting.shared(liaison, said, "NG")
    text = page(nigeria, f"/partner/observations/{one.pk}/")
    assert "The east gate was open." in text
    assert "Close the gate." in text
    assert "Lea Liaison" not in text
    page(ghana, f"/partner/observations/{one.pk}/", 404)
    at = f"/partner/recommendations/{said.pk}/"
    assert client_of(nigeria).post(at, {"to": "", "text": "The gate was ordered."}).status_code == 302
    evidence = SimpleUploadedFile("gate.png", PNG)
    assert client_of(nigeria).post(f"{at}files/", {"file": evidence, "description": "The gate"}).status_code == 302
    assert client_of(nigeria).post(at, {"to": "done", "text": "", "after": "Closed."}).status_code == 302
    text = page(liaison, f"/desk/recommendations/{said.pk}/")
    assert "The gate was ordered." in text
    assert "gate.png" in text
    assert "Ngozi Authority" in text
    assert client_of(ghana).post(at, {"to": "", "text": "Mine."}).status_code == 404


def test_a_partner_recommends_to_us(liaison: User, nigeria: User) -> None:
    later = moments.today() + timedelta(30)
    said = {"uid": str(uuid4()), "text": "Come in the dry season.", "owner": "The liaison officer"}
    answer = client_of(nigeria).post("/partner/recommendations/new/", said | {"due_on": later.isoformat()})
    assert answer.status_code == 302
    one = queries.recommendations(people.viewer(liaison)).get()
    assert (one.toward, one.country_id) == ("programme", "NG")
    assert "dry season" in page(liaison, f"/desk/recommendations/{one.pk}/")


def test_best_practice_is_written_agreed_and_released_on_pages(headquarters: User, ghana: User, trip: Visit) -> None:
    client, seen = client_of(headquarters), acting.observed(headquarters, trip, "strength")
    said = {
        "uid": str(uuid4()),
        "title": "A second look",
        "text": "Two people look.",
        "elements": ["ACC"],
        "origin": "NG",
    }
    made = client.post(f"/desk/practice/new/?observation={seen.pk}", said)
    at = made.headers["Location"]
    assert "it cannot be released" in page(headquarters, at)
    mark = {"mark": "partner", "states": ["GH"], "reason": "it helps"}
    refused = client.post(f"{at}release/", mark)
    assert refused.status_code == 422
    assert "has not agreed" in refused.content.decode()
    client.post(f"{at}consent/", {"who": "Ada Host (invented)", "on": "2026-11-01"})
    assert client.post(f"{at}release/", mark).status_code == 302
    assert "A second look" in page(ghana, "/partner/practice/?element=ACC")
    assert client.post(f"{at}withdraw/", {"why": "It does not help."}).status_code == 302
    assert "A second look" not in page(ghana, "/partner/practice/")


def test_what_is_readable_is_found(liaison: User, nigeria: User, trip: Visit) -> None:
    one = acting.observed(liaison, trip, text="The zebra gate was open.")
    assert f"/desk/observations/{one.pk}/" in page(liaison, "/search/?q=zebra")
    assert "observations/" not in page(nigeria, "/search/?q=zebra").partition("<main")[2]
    acting.shared(liaison, one, "NG")
    assert f"/partner/observations/{one.pk}/" in page(nigeria, "/search/?q=zebra")


def test_pages_cost_a_fixed_number_of_queries(liaison: User, trip: Visit, at_most_queries: Any) -> None:
    client = client_of(liaison)
    for _ in range(12):
        acting.observed(liaison, trip)
        acting.recommended(liaison, visit=trip)
        acting.note(liaison, trip, text="A note.")
    for address, most in (
        ("/desk/observations/", 12),
        ("/desk/recommendations/", 12),
        (f"/desk/visits/{trip.pk}/observed/", 20),
        (f"/desk/visits/{trip.pk}/kit/", 45),
    ):
        with at_most_queries(most):
            assert client.get(address).status_code == 200
