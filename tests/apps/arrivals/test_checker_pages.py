"""The checker's pages and documents, as a browser without scripts gets them."""

import json
import re
from datetime import date
from html import unescape
from urllib.parse import parse_qsl, urlencode

import pytest
from django.test import Client

from roadstead.advisories import queries
from roadstead.arrivals.checker import drafts
from roadstead.common import clock
from roadstead.wire.decision import decide_json
from tests.apps.arrivals.checker_ports import load_ports

TODAY = date(2026, 2, 1)
UNKNOWN_TERMINAL = {"to": "USHOU", "eta": "2026-01-20T06:00", "k": "2026-01-31", "p1": "NGAPP", "d1": "2026-01-05"}
LISTED = UNKNOWN_TERMINAL | {"p1": "VELAG", "l1": "y", "g1": "n"}
CLEAR = UNKNOWN_TERMINAL | {"p1": "NLRTM"}


@pytest.fixture(autouse=True)
def _world(db, monkeypatch):
    load_ports()
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def ask(client, query, path="/check/"):
    return client.get(f"{path}?{query if isinstance(query, str) else urlencode(query)}")


def text(response):
    main = response.content.decode().split("<main", 1)[1].split("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def test_first_visit_asks_for_little_and_explains(client):
    response = client.get("/check/")
    assert response.status_code == 200
    said = text(response)
    assert "Nothing is stored" in said
    assert "What the answer means" in said
    assert "23:59 for a departure" in said
    assert "usa-error-message" not in response.content.decode()


def test_example_leads_to_a_verdict_with_a_question(client):
    response = client.get("/check/?example=1", follow=True)
    said = text(response)
    assert "Example (invented)" in said
    assert "Which terminal did the ship use in Nigeria" in said


@pytest.mark.parametrize(
    ("query", "headline", "word"),
    [
        (UNKNOWN_TERMINAL, "Not certain yet whether conditions of entry apply", "Cannot tell yet"),
        (LISTED, "Conditions of entry apply to this voyage", "Applies"),
        (CLEAR, "Conditions of entry do not apply to this voyage", "Does not apply"),
    ],
)
def test_outcome_and_reason_come_first(client, query, headline, word):
    said = text(ask(client, query))
    start = said[: said.index("Change the voyage")]
    assert headline in start
    assert word in start
    assert "on the list" in start or "excepted facilities" in start
    assert "Judged on 1 foreign call." in start


def test_duties_stand_as_a_checklist_with_hints(client):
    said = text(ask(client, LISTED))
    assert "Met C1" in said
    assert "Not met C2" in said
    assert "Not known C3" in said
    assert "An attempt is enough" in said
    assert "After 5 more foreign calls" in said


def test_a_page_costs_few_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        assert ask(client, LISTED | {"p2": "NLRTM", "d2": "2026-01-01"}).status_code == 200
    with django_assert_max_num_queries(0):
        assert client.get("/check/").status_code == 200


def test_what_was_typed_becomes_the_short_address(client):
    typed = UNKNOWN_TERMINAL | {"to": "Houston", "p1": "apapa", "d1": "5 Jan 2026", "u1": "cargo", "t1": "", "n": "1"}
    response = ask(client, typed)
    assert response.status_code == 302
    assert dict(parse_qsl(response.headers["Location"].partition("?")[2])) == UNKNOWN_TERMINAL
    assert ask(client, response.headers["Location"].partition("?")[2]).status_code == 200


def test_several_places_of_one_name_are_offered_not_guessed(client):
    response = ask(client, UNKNOWN_TERMINAL | {"p1": "Lagos"})
    assert response.status_code == 200
    assert 'value="set:p1:NGLOS"' in response.content.decode()
    assert 'value="set:p1:PTLOS"' in response.content.decode()
    picked = ask(client, UNKNOWN_TERMINAL | {"p1": "Lagos", "do": "set:p1:PTLOS"})
    assert "p1=PTLOS" in picked.headers["Location"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Lagos, NG", "NGLOS"),
        ("ng app", "NGAPP"),
        ("Nigeria", "NG"),
        ("Djibouti", "DJJIB"),
        ("Rotterdam, Netherlands (NLRTM)", "NLRTM"),
    ],
)
def test_ports_as_people_write_them(client, typed, code):
    response = ask(client, UNKNOWN_TERMINAL | {"p1": typed})
    assert f"p1={code}&" in response.headers["Location"]


def test_an_answer_on_the_page_changes_the_verdict(client):
    page = ask(client, UNKNOWN_TERMINAL).content.decode()
    assert '<option value="APM Terminal (NGAPP-0001)"' in page
    assert "do not apply" in text(ask(client, UNKNOWN_TERMINAL | {"t1": "APM Terminal (NGAPP-0001)"}))
    assert "Conditions of entry apply" in text(ask(client, UNKNOWN_TERMINAL | {"t1": "Another terminal, not excepted"}))


def test_errors_keep_what_was_typed_and_lead_to_their_fields(client):
    response = ask(client, UNKNOWN_TERMINAL | {"imo": "123", "d1": "03/04/2026", "t1": "Quay <b>3</b>"})
    page = response.content.decode()
    assert response.status_code == 200
    assert 'href="#id_imo"' in page
    assert 'href="#id_d1"' in page
    assert 'id="id_d1"' in page
    assert 'value="03/04/2026"' in page
    assert "Quay &lt;b&gt;3&lt;/b&gt;" in page
    assert 'value="set:d1:2026-04-03"' in page


def test_editing_says_nothing_is_wrong_yet(client):
    response = ask(client, {"p1": "NGAPP", "do": "add"})
    assert response.status_code == 302
    page = client.get(response.headers["Location"]).content.decode()
    assert page.count("chk-call__legend") == 2
    assert "usa-error-message" not in page


def test_an_address_that_is_too_long_is_refused_kindly(client):
    response = client.get("/check/?" + "x=1&" * 3_000)
    assert response.status_code == 414
    assert "This address is too long" in text(response)
    assert client.get("/check/decision.json?" + "x" * 9_000).status_code == 414


def test_a_full_form_stays_within_the_address():
    row = drafts.Row(
        "NGAPP", "Terminal of usual length", "2026-01-01T10:00", "2026-01-02T10:00", "anchorage", *("y",) * 5
    )
    assert (
        len(drafts.query(drafts.Draft(to="USHOU", eta="2026-01-20", rows=(row,) * drafts.MOST_CALLS)))
        < drafts.LONGEST_QUERY
    )


def test_json_is_the_judges_own_answer(client):
    notice = ask(client, LISTED, "/check/notice.json")
    decision = ask(client, LISTED, "/check/decision.json")
    assert decision.content == decide_json(notice.content, queries.judge(date(2026, 1, 31)))
    assert json.loads(decision.content)["digest"] in ask(client, LISTED).content.decode()
    assert json.loads(notice.content)["schema"] == "roadstead/notice/1"


@pytest.mark.parametrize("path", ["/check/decision.json", "/check/notice.json", "/check/decision.pdf"])
def test_documents_of_a_bad_voyage_name_the_fields(client, path):
    response = ask(client, LISTED | {"d1": "", "imo": "1"}, path)
    assert response.status_code == 422
    assert [problem["field"] for problem in response.json()["problems"]] == ["imo", "d1"]


def test_the_fixed_address_keeps_the_day_whose_knowledge_counts(client):
    query = {key: value for key, value in LISTED.items() if key != "k"}
    assert f"k={TODAY}" in ask(client, query).content.decode()


def test_pasted_table_is_reported_row_by_row_and_stays(client):
    table = "Port\tDeparted\nApapa\t5 Jan 2026\nLagos\t03/04/2025\n=1+1\t2026-01-01\n"
    response = client.post("/check/", {"to": "USHOU", "table": table, "do": "paste"})
    said = text(response)
    assert response.status_code == 200
    assert "2 of 3 rows read; 1 to look at." in said
    assert "It holds a formula" in said
    assert "Departed: It can be read two ways" in said
    page = response.content.decode()
    assert "=1+1\t2026-01-01" in unescape(page)
    assert 'value="Apapa, ' in page
    assert 'value="Houston, ' in page


def test_pasting_needs_no_cookie():
    response = Client(enforce_csrf_checks=True).post("/check/", {"table": "Port\tDeparted\nApapa\t2026-01-05\n"})
    assert response.status_code == 200
    assert not response.cookies


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7|add:7 }}", "\x00", "\ud800", "%", "𝕏" * 20],
)
def test_hostile_text_comes_back_as_text(client, hostile):
    fields = {
        "to": hostile,
        "ship": hostile,
        "p1": hostile,
        "t1": hostile,
        "d1": hostile,
        "a1": hostile,
        "u1": hostile,
        "k": hostile,
        "do": "",
    }
    response = client.get("/check/", {key: value.encode("utf-8", "replace") for key, value in fields.items()})
    assert response.status_code == 200
    assert b"<script>alert" not in response.content
    assert b"<img src=x" not in response.content


def test_terminals_of_a_country(client):
    found = client.get("/check/terminals.json?country=NG&eta=2026-01-20").json()["results"]
    assert {"value": "APM Terminal (NGAPP-0001)", "note": "excepted since 26 June 2014"} in found
    assert client.get("/check/terminals.json?country=XX").json() == {"results": []}


def test_reading_a_table_again_does_not_add_its_rows_twice(client):
    table = "Port\tDeparted\nApapa\t5 Jan 2026\n"
    page = client.post("/check/", {"p1": "GHTEM", "d1": "2026-01-01", "table": table}).content.decode()
    again, voyage = page.split('id="again"')[1].split('id="voyage"')
    assert 'name="table"' not in voyage
    kept = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', again))
    assert kept == {"p1": "GHTEM", "d1": "2026-01-01"}
    once_more = client.post("/check/", kept | {"table": table}).content.decode()
    assert once_more.count("chk-call__legend") == 2
