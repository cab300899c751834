"""Coverage, portfolios and hand-overs in a browser, at both widths: accessible, fitting, drawn, usable by keyboard."""

import pytest
from playwright.sync_api import expect

from roadstead.registry.actions.handing_over import hand_over
from roadstead.registry.models import Assignment
from tests import people
from tests.apps.registry import posting
from tests.apps.registry.posting import days
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MORE = ("AO", "BJ", "BR", "CL", "CN", "CO", "CU", "EG", "FJ", "IN", "KE", "LK")


@pytest.fixture
def by(transactional_db):
    posting.countries()
    posting.countries(*MORE)
    posting.post()
    return posting.headquarters()


@pytest.fixture
def world(by):
    """Two officers, a gap, a cover, a hand-over that waits; the giver."""
    giver, taker = posting.officer("Ana Reyes-Obafemi Longname"), posting.officer("Ben Okri")
    posting.assign(by, giver, "NG", "GH", *MORE, post="brunssum", until=days(50))
    posting.cover(by, taker, "GH", *MORE, first=days(0), until=days(9))
    said = {"taker": taker.pk, "countries": ["NG"], "on": days(3), "note": "Call first.\n\nThen write.", "why": "x"}
    hand_over(giver=giver.pk, by=people.viewer(by), **said)
    people.give(taker, "liaison", "TG")
    return giver, taker


def looked_at(page) -> None:
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_the_board_is_drawn(visit, sign_in, by, world):
    sign_in(by)
    page = visit("/desk/coverage/")
    page.locator("#coverage-map").scroll_into_view_if_needed()
    page.wait_for_selector("#coverage-map[data-state='drawn']")
    looked_at(page)


def test_the_board_of_nothing(visit, sign_in, by):
    sign_in(by)
    page = visit("/desk/coverage/?q=nothing")
    looked_at(page)


@pytest.mark.parametrize(
    "path",
    [
        "/desk/",
        "/desk/portfolios/{giver}/",
        "/desk/portfolios/{giver}/cover/",
        "/desk/portfolios/{giver}/hand-over/",
        "/desk/coverage/assign/?country=TG",
        "/desk/coverage/{row}/end/",
    ],
)
def test_pages_of_headquarters(visit, sign_in, by, world, path):
    sign_in(by)
    row = Assignment.objects.filter(officer=world[0]).earliest("pk")
    looked_at(visit(path.format(giver=world[0].pk, row=row.pk)))


def test_a_new_officer_reads_what_was_handed_over(visit, sign_in, world):
    sign_in(world[1])
    page = visit("/desk/portfolio/")
    looked_at(page)
    page.get_by_role("link", name="Read what is open, and confirm it").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/hand-overs/*/")
    looked_at(page)
    page.get_by_role("button", name="I have read this").focus()
    page.keyboard.press("Enter")
    page.get_by_text("It is recorded that you have read the hand-over.").wait_for()
    expect(page.get_by_role("button", name="I have read this")).to_have_count(0)


def test_an_officer_without_a_country_finds_the_way_on(visit, sign_in, by):
    sign_in(posting.officer("Nia Newcomer"))
    page = visit("/desk/portfolio/")
    looked_at(page)
    page.get_by_role("link", name="See who answers for which country").click()
    page.wait_for_url("**/desk/coverage/")
