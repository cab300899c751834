"""Pages ask as many questions of the database however much there is, and a country file shows no endless lists."""

from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from roadstead.accounts.models import User
from tests import people
from tests.apps.web.countries.planting import crowd, organisation, person
from tests.apps.web.journeys.crawling import words

pytestmark = [pytest.mark.django_db, pytest.mark.long]
PAGES = ("countries/", "facilities/", "people/", "organisations/", "coverage/", "countries/NG/", "")
MOST_OF_A_FILE = 25
OPERATORS = 40


def headquarters() -> User:
    return User.objects.get(email="headquarters@roadstead.example")


def asked(client: Client) -> dict[str, int]:
    found = {}
    for page in PAGES:
        client.get(f"/desk/{page}")  # what is asked once in a process was asked
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"/desk/{page}").status_code == 200
        found[page] = len(captured)
    return found


@pytest.fixture
def larger(world) -> None:
    """Nigeria with some hundred facilities and people more."""
    crowd(headquarters())
    for number in range(OPERATORS):
        organisation(headquarters(), f"Operator {number} Lines (invented)", "operator")


def test_a_larger_world_asks_no_more(world, request: pytest.FixtureRequest) -> None:
    client = people.client_of(User.objects.get(email="liaison@roadstead.example"))
    before = asked(client)
    request.getfixturevalue("larger")
    assert asked(client) == before
    assert before["countries/NG/"] <= MOST_OF_A_FILE


def test_a_file_shows_some_operators_and_leads_to_the_rest(larger: None) -> None:
    client = people.client_of(User.objects.get(email="liaison@roadstead.example"))
    page = unescape(words(client.get("/desk/countries/NG/").content.decode()))
    others = page.partition("Operators and others")[2].partition("People elsewhere")[0]
    assert others.count("operator of port facilities") <= 12
    assert "more are in the register. All organisations of this country" in others
    body = client.get("/desk/countries/NG/").content.decode()
    assert 'href="/desk/organisations/?country=NG"' in body


def test_of_people_elsewhere_it_shows_some_and_leads_to_all(larger: None) -> None:
    client = people.client_of(User.objects.get(email="liaison@roadstead.example"))
    abroad = organisation(headquarters(), "Bureau abroad (invented)", "body", code="GH")
    for number in range(30):
        person(headquarters(), f"Far Away {number} (invented)", abroad)
    body = client.get("/desk/countries/NG/").content.decode()
    elsewhere = words(body).partition("People elsewhere")[2].partition("Ports and facilities")[0]
    assert elsewhere.count("(invented) Programme") <= 24
    assert "There are more." in elsewhere
    assert 'href="/desk/people/?country=NG"' in body


def test_the_head_of_an_authority_stands_first(world) -> None:
    client = people.client_of(User.objects.get(email="liaison@roadstead.example"))
    for country in world:
        page = words(client.get(f"/desk/countries/{country}/").content.decode())
        card = page.partition("Port Security Authority")[2].partition("Point of contact")[0]
        assert "Director since" in card
        assert "Deputy director" not in card.partition("Director since")[0], country
