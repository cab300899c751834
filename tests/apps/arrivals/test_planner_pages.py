"""The planner's page, as a browser without scripts gets it."""

import re
from datetime import date
from html import unescape
from urllib.parse import parse_qs, urlencode

import pytest

from roadstead.common import clock
from tests.apps.arrivals.checker_ports import load_ports

TODAY = date(2026, 2, 1)
VOYAGE = {"to": "USHOU", "eta": "2026-03-20", "k": "2026-01-31"}
NIGERIA = VOYAGE | {"p1": "NGAPP", "d1": "2026-03-01"}
VENEZUELA = VOYAGE | {"p1": "VELAG", "a1": "2026-02-27", "d1": "2026-03-01"}
RATES = {"posts_there": "2", "hours_there": "24", "guard_hour_there": "10", "fee_there": "100", "currency": "usd"}
RATES |= {"delay_hours": "10", "ship_hour": "1000", "posts_us": "1", "hours_us": "24", "guard_hour_us": "50"}


@pytest.fixture(autouse=True)
def _world(db, monkeypatch):
    load_ports()
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def ask(client, query):
    return client.get(f"/ships/planner/?{urlencode(query)}", follow=True)


def text(response):
    main = response.content.decode().split("<main", 1)[1].split("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def test_the_first_visit_explains_and_calls_nothing_wrong(client):
    response = client.get("/ships/planner/")
    said = text(response)
    assert "Before fixing" in said
    assert "Nothing is stored" in said
    assert "usa-error-message" not in response.content.decode()


def test_the_example_names_terminals_duties_and_the_one_rate_that_is_missing(client):
    said = text(client.get("/ships/planner/?example=1", follow=True))
    assert "A call there may bring conditions of entry" in said
    assert "Which terminal did the ship use in Nigeria" in said
    assert "Avoids it" in said
    assert "Excepted terminals in this port" in said
    assert re.search(r"\d+ terminals elsewhere in the country", said)
    assert "at least" in said
    assert "at least 4 people who do nothing else" in said
    assert "Missing, and not counted as nothing: The ship for an hour With the duties not done" in said


def test_a_listed_port_without_exceptions(client):
    said = text(ask(client, VENEZUELA))
    assert "A call there brings conditions of entry" in said
    assert "no terminal there avoids it" in said
    assert "The least that must be done there C1" in said
    assert "An attempt is enough" in said
    assert "This call no longer counts after 5 more foreign calls." in said
    assert "Together not known; figures missing" in said


def test_an_excepted_terminal_avoids_it(client):
    said = text(ask(client, NIGERIA | {"t1": "NGAPP-0001"}))
    assert "A call there brings no conditions of entry" in said
    assert "The least that must be done" not in said
    assert "Together 0 0" in said


def test_another_call_that_brings_conditions_is_not_hidden(client):
    said = text(ask(client, VENEZUELA | {"p1": "SGSIN", "p2": "VELAG", "d2": "2026-02-20"}))
    assert "A call there brings none, but another call does or may" in said


def test_the_cost_is_that_of_the_figures(client):
    said = text(ask(client, VENEZUELA | RATES | {"fee_us": "0"}))
    assert "480 USD" in said
    assert "0 to 10,000 USD" in said
    assert "0 to 1,200 USD" in said
    assert "Together 580 to 11,780 USD 0 to 11,200 USD" in said
    assert "Missing" not in said


@pytest.mark.parametrize("value", ["1,200", "-3", "ten", "1e9", "NaN", "9" * 39])
def test_a_figure_that_cannot_be_read_is_told_at_its_field(client, value):
    response = ask(client, VENEZUELA | RATES | {"guard_hour_us": value})
    said = text(response)
    assert "One thing to mend before the call can be planned" in said
    assert "Write it with a point for decimals" in said
    assert 'href="#id_guard_hour_us"' in response.content.decode()
    assert f'value="{value}"' in response.content.decode()


def test_figures_beyond_all_measure_are_multiplied_and_ask_for_no_roster(client):
    most = dict.fromkeys(("posts_there", "hours_there", "guard_hour_there"), "9" * 9)
    said = text(ask(client, VENEZUELA | RATES | most))
    assert "With crew on guard" not in said
    assert "999,999,997,000,000,002,999,999,999" in said


def test_a_currency_is_three_letters(client):
    assert "three letters of a currency" in text(ask(client, VENEZUELA | {"currency": "$"}))


def test_the_call_that_is_considered_must_be_there(client):
    response = ask(client, VOYAGE | {"p2": "VELAG", "d2": "2026-02-20"})
    assert "Name the port that you consider" in text(response)


def test_the_address_is_the_plan(client):
    given = VENEZUELA | RATES
    response = client.get(f"/ships/planner/?{urlencode(given | {'n': '1', 'u1': 'cargo', 'fee_us': ''})}")
    assert response.status_code == 302
    kept = {name: values[0] for name, values in parse_qs(response["Location"].partition("?")[2]).items()}
    assert kept == given | {"currency": "USD"}
    assert not client.cookies


def test_editing_keeps_the_figures_and_what_the_form_does_not_ask(client):
    response = ask(client, VENEZUELA | RATES | {"ship": "EXAMPLE", "do": "add"})
    page = response.content.decode()
    assert 'name="p2"' in page
    assert 'name="ship" value="EXAMPLE"' in page
    assert 'name="guard_hour_us"' in page
    assert 'value="50"' in page
    assert "things to mend" not in page


def test_the_whole_voyage_can_be_checked_and_agrees(client):
    page = ask(client, VENEZUELA | RATES).content.decode()
    query = unescape(re.search(r'href="/check/\?([^"]+)"', page)[1])
    assert "posts_there" not in query
    assert "Conditions of entry apply to this voyage" in text(client.get(f"/check/?{query}"))


def test_an_address_that_is_too_long_is_refused_whole(client):
    response = client.get(f"/ships/planner/?to={'x' * 8001}")
    assert response.status_code == 414
    assert "This address is too long" in text(response)
