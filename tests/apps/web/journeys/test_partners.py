"""No partner sees one row that was not shared with its State, wherever a link leads."""

import re
from html import unescape

import pytest
from django.test import Client

from roadstead.accounts.models import User
from roadstead.engagement.models import Contact, ContactPoint, Information
from roadstead.registry.models import Facility, Organisation
from roadstead.search.building import build
from tests import people
from tests.apps.web.journeys.crawling import walk

pytestmark = [pytest.mark.django_db, pytest.mark.long]
WITHIN = ("/partner/", "/me/", "/search/")
API = ("countries", "organisations", "facilities", "contacts", "information")
WHY = "a test looks at all of them"
AUTHORITIES = {"NG": "authority@roadstead.example", "GH": "authority.gh@roadstead.example"}
OTHERS = {"NG": ("embassy@roadstead.example", "facility@roadstead.example")}


def rows(model) -> list:
    return list(model.objects.for_the_system(WHY).prefetch_related("states"))


def reached(row, state: str) -> bool:
    """What the mark says, counted by hand: public, or shared with this State."""
    return row.mark == "public" or (row.mark == "partner" and state in {one.pk for one in row.states.all()})


def said(row) -> set[str]:
    """By what one would know a record."""
    return {getattr(row, "title", "") or row.name, getattr(row, "number", "") or ""} - {""}


def withheld(state: str) -> set[str]:
    """Names and numbers of every record that is not this State’s to see, unless one of its own is called so, too."""
    hidden, open_ = set[str](), set[str]()
    for model in (Facility, Organisation, Contact, Information):
        for row in rows(model):
            (open_ if reached(row, state) else hidden).update(said(row))
    contacts = [row.pk for row in rows(Contact) if not reached(row, state)]
    hidden |= set(ContactPoint.objects.filter(contact__in=contacts).stated().values_list("value", flat=True))
    return hidden - open_


def partner(email: str) -> Client:
    return people.client_of(User.objects.get(email=email))


def everything(client: Client) -> dict[str, str]:
    return {address: unescape(body) for address, body in walk(client, "/partner/", *WITHIN).items()}


def leaks(pages: dict[str, str], hidden: set[str]) -> list[tuple[str, str]]:
    wanted = re.compile("|".join(re.escape(one) for one in sorted(hidden, key=len, reverse=True)))
    return [(address, found[0]) for address, page in pages.items() if (found := wanted.search(page))]


@pytest.mark.parametrize("state", sorted(AUTHORITIES))
def test_an_authority_sees_its_own_and_nothing_else(world, state: str) -> None:
    hidden, pages = withheld(state), everything(partner(AUTHORITIES[state]))
    assert len(hidden) > 100
    assert leaks(pages, hidden) == []
    shown = "".join(pages.values())
    own = [row for row in rows(Facility) if row.country_id == state and row.mark == "partner"]
    assert own
    assert all(row.number in shown for row in own), "and all that is its own"


@pytest.mark.parametrize("email", OTHERS["NG"])
def test_nor_does_anybody_else_of_that_state(world, email: str) -> None:
    pages = everything(partner(email))
    assert leaks(pages, withheld("NG")) == []


def test_the_two_states_see_nothing_of_each_other(world) -> None:
    numbers = {state: set(re.findall(r"\b[A-Z]{5}-9\d{3}\b", "".join(everything(partner(email)).values())))
               for state, email in AUTHORITIES.items()}  # fmt: skip
    assert numbers["NG"]
    assert numbers["GH"]
    assert not numbers["NG"] & numbers["GH"]


def test_what_is_another_states_is_not_found_by_its_address_either(world) -> None:
    client = partner(AUTHORITIES["GH"])
    for row in rows(Facility):
        expected = 200 if reached(row, "GH") and row.country_id == "GH" else 404
        assert client.get(f"/partner/facilities/{row.pk}/").status_code == expected, row
    for row in rows(Information):
        # What is public stands on the public page.
        expected = 200 if reached(row, "GH") and row.mark == "partner" else 404
        assert client.get(f"/partner/information/{row.pk}/").status_code == expected, row
    for address in ("/desk/", "/desk/countries/GH/", "/desk/people/", "/desk/facilities/", "/desk/coverage/"):
        assert client.get(address).status_code in (403, 404)


@pytest.mark.parametrize("state", sorted(AUTHORITIES))
def test_programs_and_searches_see_no_more(world, state: str) -> None:
    client, answers = partner(AUTHORITIES[state]), dict[str, str]()
    build()
    for name in API:
        for page in range(1, 40):
            response = client.get(f"/api/v1/{name}?page={page}")
            if response.status_code != 200 or not response.json().get("items"):
                break
            answers[f"{name} {page}"] = response.content.decode()
    for text in ("port", "terminal", "quay", "authority", "invented", "example", "9001", "+999", "lantern"):
        answers[text] = client.get("/search/", {"q": text}).content.decode()
        answers[f"{text}, as JSON"] = client.get("/api/v1/search", {"q": text}).content.decode()
    assert len(answers) > 20
    assert leaks({key: unescape(page) for key, page in answers.items()}, withheld(state)) == []
