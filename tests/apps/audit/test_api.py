"""`GET /api/v1/events`: the chain for programs, with the same marks and stubs as the exports."""

import json
from typing import Any

import pytest
from django.test import Client

from roadstead.accounts.actions.tokens import make_token
from roadstead.accounts.models import User
from roadstead.common.access.permission import Permission
from roadstead.core import proof
from tests.apps.audit.test_log import touch
from tests.apps.audit.things import events, rename
from tests.apps.engagement.planting import plant
from tests.people import client_of, holder, person, viewer

pytestmark = pytest.mark.django_db
EVENTS = "/api/v1/events"


@pytest.fixture
def chief() -> User:
    return holder("headquarters", name="Hana Chief")


def asked(client: Client, query: str = "", **headers: str) -> dict[str, Any]:
    response = client.get(f"{EVENTS}?{query}", headers=headers)
    assert response.status_code == 200, response.content
    found: dict[str, Any] = json.loads(response.content)
    return found


def test_the_chain_is_read_in_parts_and_holds(chief: User) -> None:
    for number in range(7):
        rename(person=chief, to=str(number), by=viewer(chief))
    client, found, after = client_of(chief), [], {"number": 0, "digest": "0" * 64}
    while part := asked(client, f"after={after['number']}&limit=3"):
        assert part["after"] == after
        if not part["events"]:
            break
        assert proof.check(part["events"], after=(after["number"], after["digest"])).holds
        found += part["events"]
        after = {"number": found[-1]["number"], "digest": found[-1]["digest"]}
    assert after == part["head"]
    assert found == [one.link() for one in events()]


def test_what_is_withheld_is_a_stub(chief: User) -> None:
    touch(thing=plant(mark="restricted", title="Canary"), to="hidden", by=viewer(person()))
    found = asked(client_of(chief))["events"]
    assert proof.check(found).withheld == 1
    assert "hidden" not in json.dumps(found)


def test_a_token_with_the_right_reads_and_one_without_does_not(chief: User) -> None:
    client, by = Client(), viewer(chief)
    _, secret = make_token(person=chief, name="copy", permissions=[Permission.READ_LOG], days=1, by=by)
    assert asked(client, authorization=f"Bearer {secret}")["events"]
    _, secret = make_token(person=chief, name="other", permissions=[Permission.READ_PROGRAMME], days=1, by=by)
    response = client.get(EVENTS, headers={"authorization": f"Bearer {secret}"})
    assert response.status_code == 403
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("role", ["liaison", "watch", "analyst", "operator", "authority"])
def test_who_does_not_hold_the_right_does_not_read(role: str) -> None:
    assert client_of(holder(role)).get(EVENTS).status_code == 403
    assert Client().get(EVENTS).status_code == 401


@pytest.mark.parametrize("query", ["after=x", "after=-1", "limit=0", "limit=1001", "after=" + "9" * 30])
def test_what_cannot_be_asked_is_told(chief: User, query: str) -> None:
    response = client_of(chief).get(f"{EVENTS}?{query}")
    assert response.status_code == 422
    assert query.split("=")[0] in response.content.decode()


def test_after_the_end_there_is_nothing(chief: User) -> None:
    part = asked(client_of(chief), "after=999999")
    assert part["events"] == []
    assert part["after"] == part["head"]


def test_reading_it_makes_no_event_and_costs_the_same_however_much(chief: User, at_most_queries: Any) -> None:
    client = client_of(chief)
    for number in range(30):
        rename(person=chief, to=str(number), by=viewer(chief))
    before = len(events())
    with at_most_queries(7):
        asked(client, "limit=1000")
    assert len(events()) == before


def test_it_is_described() -> None:
    document = json.loads(Client().get("/api/v1/openapi.json").content)
    operation = document["paths"][EVENTS]["get"]
    assert {one["name"] for one in operation["parameters"]} == {"after", "limit"}
    assert operation["description"]
