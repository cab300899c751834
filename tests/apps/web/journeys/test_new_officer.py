"""A new officer signs in, takes over a portfolio, and finds whom to call in any country."""

import re
from html import unescape

import pytest
from django.test import Client

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common import clock
from roadstead.registry.models import Assignment, HandOver
from tests import people
from tests.apps.accounts.signin.conftest import code
from tests.apps.web.journeys.crawling import words

pytestmark = pytest.mark.django_db
GIVEN = ("CM", "GH", "NG")


@pytest.fixture
def newcomer(world) -> User:
    """Somebody to whom an administrator gave a role at the desk, with a password and an authenticator app."""
    made = people.person("Nia Newcomer", password=people.PASSWORD)
    people.give(made, Role.ANALYST)
    return made


def headquarters() -> Client:
    client = Client()
    client.post("/demonstration/sign-in/headquarters/")
    return client


def signed_in(person: User) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": person.email, "password": people.PASSWORD})
    assert client.post("/accounts/2fa/authenticate/", {"code": code()}).status_code == 302
    return client


def text(client: Client, address: str) -> str:
    response = client.get(address, follow=True)
    assert response.status_code == 200, address
    return unescape(words(response.content.decode()))


def test_the_whole_way(newcomer: User, world: tuple[str, ...]) -> None:
    liaison = User.objects.get(email="liaison@roadstead.example")
    said = {"officer": newcomer.pk, "countries": GIVEN, "first": clock.today().isoformat(), "note": "Call first."}
    address = f"/desk/portfolios/{liaison.pk}/hand-over/"
    assert headquarters().post(address, {**said, "why": "a colleague comes"}).status_code == 302

    desk = signed_in(newcomer)
    assert "A hand-over waits to be read" in text(desk, "/desk/portfolio/")
    made = HandOver.objects.get(taker=newcomer)
    page = text(desk, f"/desk/hand-overs/{made.pk}/")
    assert "Call first." in page
    assert "is proposed and waits for an answer" in page, "what is open in Nigeria and Ghana is told"
    desk.post(f"/desk/hand-overs/{made.pk}/read/")
    mine = text(desk, "/desk/portfolio/")
    assert all(name in mine for name in ("Cameroon", "Ghana", "Nigeria"))
    assert "waits to be read" not in mine

    for country in world:
        page = text(desk, f"/desk/countries/{country}/")
        director = re.search(r"(\S+ \S+ \(invented\)) Shared with States Director since .*? (\S+@\S+\.example)", page)
        assert director, f"{country}: nobody at the head of the Designated Authority"
        assert re.search(r"\+999 \d{3} 555 \d{4}", page), f"{country}: no number to call"
        assert "Economic officer" in page, f"{country}: nobody at the embassy"
    assert Assignment.objects.filter(officer=newcomer, country="NG").exists()


def test_the_liaison_officer_finds_a_full_desk(world) -> None:
    client = Client()
    client.post("/demonstration/sign-in/liaison/")
    mine = text(client, "/desk/portfolio/")
    assert all(name in mine for name in ("Cameroon", "Ghana", "Nigeria"))
    assert "A hand-over waits to be read" in mine, "Liberia comes next week"
    assert "Nigeria" in text(client, "/desk/facilities/proposals/")


def test_the_security_officer_of_a_facility_finds_it(world) -> None:
    client = Client()
    client.post("/demonstration/sign-in/facility/")
    assert "NGAPP-9001" in text(client, "/partner/facilities/")
