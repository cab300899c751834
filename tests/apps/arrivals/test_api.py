"""The contract of `POST /api/v1/decisions`: a notice in, a decision out."""

import json
import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.test import Client

from roadstead.advisories.queries import judge
from roadstead.arrivals import openapi
from roadstead.common import clock as real_clock
from roadstead.wire.decision import decide_json
from tests.apps.arrivals.api_calls import NOTICE, URL, changed, post


def test_a_decision(client: Client) -> None:
    response = post(client, NOTICE)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/json"
    answer = response.json()
    assert answer["schema"] == "roadstead/decision/1"
    assert answer["outcome"] == "does_not_apply"
    assert answer["edition"] == {
        "psa": "2-19",
        "effective_on": "2019-05-30",
        "id": "2019-05-30-psa-2-19",
        "citation": "84 FR 22153",
    }
    assert answer["known_at"] == real_clock.today().isoformat()
    assert [call["port"] for call in answer["calls"]] == ["NLRTM", "DJJIB"]
    assert answer["calls"][1]["excepted"] == "yes"
    assert answer["digest"].startswith("sha256:")


def test_the_very_bytes_of_the_wire(client: Client) -> None:
    body = json.dumps(NOTICE).encode()
    assert post(client, body).content == decide_json(body, judge(real_clock.today()))


def test_as_it_was_known_on_a_day(client: Client) -> None:
    assert post(client, NOTICE, "?known_at=2019-01-01").json()["calls"][1]["listed"] == "no"
    later = post(client, NOTICE, "?known_at=2019-06-01").json()
    assert later["known_at"] == "2019-06-01"
    assert later["calls"][1]["listed"] == "yes"


def test_today_is_asked_of_the_clock(client: Client, clock: Any) -> None:
    clock.set("2020-02-29")
    assert post(client, NOTICE).json()["known_at"] == "2020-02-29"


def test_the_same_notice_has_the_same_digest(client: Client) -> None:
    turned = changed("calls", NOTICE["calls"][::-1])
    digests = {post(client, notice, "?known_at=2024-01-01").json()["digest"] for notice in (NOTICE, NOTICE, turned)}
    assert len(digests) == 1


def test_an_unclear_notice_asks(client: Client) -> None:
    answer = post(client, changed("calls.0.facility_name", None)).json()
    assert answer["outcome"] == "cannot_tell"
    assert answer["questions"][0]["field"] == "calls[0].facility"


def test_a_misspelt_field_is_named(client: Client) -> None:
    answer = post(client, {**NOTICE, "vesel": {}}).json()
    assert any("vesel" in warning["text"] for warning in answer["warnings"])


def test_the_example_of_the_description_is_decided(client: Client) -> None:
    assert post(client, openapi.EXAMPLE).status_code == 200


@pytest.mark.parametrize(
    "content_type", ["application/json", "application/json; charset=utf-8", "Application/JSON;charset=UTF-8", ""]
)
def test_content_types_that_are_read(client: Client, content_type: str) -> None:
    assert client.post(URL, json.dumps(NOTICE), content_type=content_type).status_code == 200


def test_other_scripts(client: Client) -> None:
    for name in ("Порт Луганск", "مرفأ اللاذقية", "湛江港", "DORALÉ"):
        assert post(client, changed("calls.0.facility_name", name)).status_code == 200


def test_nothing_is_read_from_or_kept_in_the_database(client: Client) -> None:
    assert post(client, NOTICE).status_code == 200  # without the `db` fixture a query would raise


def test_no_token_is_asked_for() -> None:
    assert post(Client(enforce_csrf_checks=True), NOTICE).status_code == 200


def test_headers(client: Client) -> None:
    headers = post(client, NOTICE, Origin="https://elsewhere.example").headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["X-Frame-Options"] == "DENY"
    assert "Set-Cookie" not in headers
    assert "Retry-After" in headers["Access-Control-Expose-Headers"]


def test_another_page_may_ask(client: Client) -> None:
    asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
    response = client.options(URL, headers=asked)
    assert response.status_code == 204
    assert not response.content
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Access-Control-Allow-Methods"] == "POST"
    assert response.headers["Access-Control-Allow-Headers"] == "Content-Type"


def test_many_at_once() -> None:
    """The judge is shared by the threads of a server; each must get its own answer."""
    ports = ["DJJIB", "NLRTM", "NGLOS", "VEPBL", "CUHAV", "SGSIN", "CMDLA", "IRBND"]
    notices = [changed("calls", [{"port": port, "departed": "2019-05-11T18:00:00Z"}]) for port in ports * 12]
    known = ["?known_at=2018-01-01", "?known_at=2026-01-01", ""]
    asked = [(notice, known[number % 3]) for number, notice in enumerate(notices)]
    alone = [post(Client(), *each).json() for each in asked]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda each: post(Client(), *each).json(), asked))
    assert together == alone


def test_nothing_of_a_notice_is_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    post(client, NOTICE)
    post(client, changed("calls.0.country", "SECRETLAND"), "?known_at=2019-01-01")
    post(client, NOTICE, "?known_at=SECRETDAY")
    post(client, b'{"SECRET')
    assert "SECRET" not in caplog.text
    assert "2019-01-01" not in caplog.text


def test_past_the_middleware_of_pages(client: Client, settings: Any) -> None:
    """The same answer, whether or not the shorter way is laid."""
    known = "?known_at=2024-01-01"
    way = "roadstead.arrivals.middleware.decisions_at_once"
    answers = []
    for laid in (False, True):
        settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if one != way]
        if laid:
            settings.MIDDLEWARE = [settings.MIDDLEWARE[0], way, *settings.MIDDLEWARE[1:]]
        fresh = Client(enforce_csrf_checks=True)
        answers.append(post(fresh, NOTICE, known))
        assert fresh.get("/api/v1/docs").status_code == 200
    without, with_it = answers
    assert without.content == with_it.content
    own = {"Cache-Control", "Content-Length", "Content-Security-Policy", "Content-Type"}
    own |= {"X-Content-Type-Options", "X-Frame-Options"}
    assert {name: without.headers[name] for name in own} == {name: with_it.headers[name] for name in own}
    assert "Vary" not in with_it.headers
