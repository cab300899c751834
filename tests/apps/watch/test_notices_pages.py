"""Sending notices by page and by the API, and the receipts of it."""

import io
import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from roadstead.accounts.actions.tokens import make_token
from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.arrivals.models import Arrival, Sending
from roadstead.common.access.permission import Permission
from roadstead.wire.incoming.reading import read
from roadstead.wire.incoming.value import Incoming
from tests.apps.watch.notices import body
from tests.people import client_of, holder, viewer

pytestmark = pytest.mark.django_db
COMPANY, OTHER = "EXAMPLE SHIPPING", "ANOTHER LINE"


def file(content: bytes, name: str = "notices.json") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def operator(*companies: str, email: str = "olga@example.org") -> User:
    return holder(Role.OPERATOR, *companies, name="Olga Operator", email=email)


def token(user: User, *rights: Permission) -> str:
    made = make_token(
        person=user, name="tests", permissions=rights or [Permission.TAKE_NOTICES], days=1, by=viewer(user)
    )
    return f"Bearer {made[1]}"


def post(content: bytes, bearer: str, query: str = "", **more: Any) -> Any:
    kind = "application/octet-stream"
    return Client().post(f"/api/v1/notices{query}", content, content_type=kind, HTTP_AUTHORIZATION=bearer, **more)


def test_the_watch_sends_a_file_and_reads_its_receipt(watch: User) -> None:
    client = client_of(watch)
    assert "Nothing has come in yet" in client.get("/watch/notices/").content.decode()
    bad = json.dumps({"vessel": {"name": "<b>INVENTED</b>"}, "arrival": {"port": "USHOU"}}).encode()
    done = client.post("/watch/notices/new/", {"file": file(body() + b"\n" + bad)}, follow=True)
    page = done.content.decode()
    assert done.redirect_chain[0][0].startswith("/watch/notices/")
    assert "1 notice could not be taken in" in page
    assert "INVENTED 1" in page
    assert "&lt;b&gt;INVENTED&lt;/b&gt;" in page
    assert "Give the day and the hour" in page
    sending = Sending.objects.for_the_system("tests").get()
    assert sending.sha256 in page
    listed = client.get("/watch/notices/?q=notices&origin=page").content.decode()
    assert "1 rejected" in listed
    assert "No receipt fits" in client.get("/watch/notices/?q=nothing").content.decode()
    rows = client.get("/watch/notices/export.csv").content.decode("utf-8-sig").splitlines()
    assert sending.sha256 in rows[1]
    told = client.get(f"/watch/notices/{sending.uid}.json").json()
    assert (told["schema"], told["counts"]) == ("roadstead/receipt/1", {"new": 1, "rejected": 1})
    ship = Arrival.objects.for_the_system("tests").get()
    assert told["rows"][0]["arrival"] == str(ship.uid)
    assert client.get("/watch/notices/export.pdf").status_code == 404


def test_a_form_without_a_good_file_says_what_to_do(watch: User, settings: Any) -> None:
    client = client_of(watch)
    assert "Choose a file first" in client.post("/watch/notices/new/", {}).content.decode()
    empty = client.post("/watch/notices/new/", {"file": file(b"")})
    assert (empty.status_code, "probably cut off" in empty.content.decode()) == (422, True)
    settings.LARGEST_UPLOAD = 500
    large = client.post("/watch/notices/new/", {"file": file(body() * 4)})
    assert (large.status_code, "at most" in large.content.decode()) == (422, True)
    assert Sending.objects.for_the_system("tests").count() == 0


def test_the_table_is_given_and_reads_back(watch: User) -> None:
    given = client_of(watch).get("/watch/notices/template.csv")
    assert given.headers["Content-Type"].startswith("text/csv")
    assert isinstance(read(given.content)[0], Incoming)


def test_a_company_sends_for_itself_and_sees_only_its_own(watch: User, zone: object) -> None:
    mine, theirs = client_of(operator(COMPANY)), client_of(operator(OTHER, email="otto@example.org"))
    done = mine.post("/ships/notices/new/", {"file": file(body())}, follow=True)
    assert "Everything was taken in" in done.content.decode()
    assert Arrival.objects.for_the_system("tests").get().company == COMPANY
    uid = Sending.objects.for_the_system("tests").get().uid
    assert theirs.get(f"/ships/notices/{uid}/").status_code == 404
    assert "Nothing has come in yet" in theirs.get("/ships/notices/").content.decode()
    assert mine.get("/watch/notices/").status_code == 403
    assert mine.post("/watch/notices/new/", {"file": file(body(2))}).status_code == 403
    assert client_of(watch).get(f"/watch/notices/{uid}/").status_code == 200


def test_who_speaks_for_two_companies_says_for_which(zone: object) -> None:
    client = client_of(operator(COMPANY, OTHER))
    assert client.post("/ships/notices/new/", {"file": file(body())}).status_code == 422
    assert client.post("/ships/notices/new/", {"file": file(body()), "company": "NOBODY"}).status_code == 422
    assert client.post("/ships/notices/new/", {"file": file(body()), "company": OTHER}).status_code == 302
    assert Arrival.objects.for_the_system("tests").get().company == OTHER


def test_a_program_sends_with_a_token_and_reads_the_receipt(watch: User) -> None:
    bearer = token(watch)
    first, again = post(body(), bearer, "?name=a.json"), post(body(), bearer)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["uid"] == again.json()["uid"]
    assert first.json()["rows"][0]["outcome"] == "new"
    both = post(body() + b"\n", bearer)
    assert (both.status_code, both.json()["counts"]) == (200, {"same": 1})
    uid = first.json()["uid"]
    headers = {"HTTP_AUTHORIZATION": bearer}
    assert Client().get(f"/api/v1/notices/{uid}", **headers).json()["digest"] == first.json()["digest"]
    assert Client().get("/api/v1/notices?limit=1", **headers).json()["count"] == 2
    assert Client().get("/api/v1/notices/00000000-0000-4000-8000-000000000000", **headers).status_code == 404


def test_what_cannot_be_taken_in_is_a_problem_in_words(watch: User) -> None:
    bearer = token(watch)
    refused = post(b"%PDF-1.7", bearer)
    assert (refused.status_code, refused.json()["type"]) == (422, "/api/v1/docs#bad-notice")
    assert "PDF" in refused.json()["errors"][0]["message"]
    short = post(body(), bearer, CONTENT_LENGTH="100000", **{"wsgi.input": io.BytesIO(body())})
    assert (short.status_code, Arrival.objects.for_the_system("tests").count()) == (400, 0)
    large = post(b"{}", bearer, CONTENT_LENGTH=str(33 * 1_048_576), **{"wsgi.input": io.BytesIO(b"{}")})
    assert large.status_code == 422


def test_a_program_of_a_company_speaks_for_it_alone_whatever_its_token_leaves_out(watch: User, zone: object) -> None:
    bearer = token(operator(COMPANY))  # without the right to read its arrivals
    assert post(body(), bearer).status_code == 201
    assert Arrival.objects.for_the_system("tests").get().company == COMPANY
    assert post(body(2), bearer, f"?company={OTHER}").status_code == 422
    two = token(operator(COMPANY, OTHER, email="two@example.org"))
    assert post(body(3), two).status_code == 422
    assert post(body(3), two, f"?company={OTHER}").status_code == 201


def test_only_a_token_writes_and_only_with_the_right(watch: User, settings: Any) -> None:
    assert Client().post("/api/v1/notices", body(), content_type="application/json").status_code == 401
    assert client_of(watch).post("/api/v1/notices", body(), content_type="application/json").status_code == 405
    analyst = holder(Role.ANALYST)
    assert post(body(), token(analyst, Permission.READ_PROGRAMME)).status_code == 403
    settings.DECISIONS_PER_MINUTE = 2
    bearer = token(watch)
    codes = [post(body(number), bearer).status_code for number in range(3)]
    assert codes == [201, 201, 429]
