"""Shared information in a browser, at both widths: accessible, fitting, usable by the keyboard."""

import pytest
from playwright.sync_api import expect

from roadstead.accounts.roles import Role
from tests.apps.engagement.planting import country, plant
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll
from tests.people import holder

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def record(transactional_db):
    for code in ("NG", "GH", "TG", *(f"X{letter}" for letter in "ABCDEFGHIJKL")):
        country(code)
    title = "A long title of a note, " + "on access control and visitors’ books, " * 3
    plant(mark="public", countries=["TG"], title=title)
    return plant(mark="partner", states=["NG", "GH"], countries=["NG"], title=title)


@pytest.mark.parametrize(
    "below", ["", "new/", "{}/", "{}/change/", "{}/mark/", "{}/withdraw/", "{}/as/?state=NG", "{}/files/"]
)
def test_pages_of_the_desk(visit, sign_in, record, below):
    sign_in(holder(Role.HEADQUARTERS))
    page = visit(f"/desk/information/{below.format(record.pk)}")
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_pages_of_partners_and_of_everyone(visit, sign_in, record):
    for path in ("/information/", f"/information/{record.pk - 1}/"):
        page = visit(path)
        assert_accessible(page)
        assert_no_sideways_scroll(page)
    sign_in(holder(Role.AUTHORITY, "NG"))
    for path in ("/partner/information/", f"/partner/information/{record.pk}/"):
        page.goto(path)
        assert_accessible(page)
        assert_no_sideways_scroll(page)


def test_sharing_by_the_keyboard(visit, sign_in, record):
    """The lists of States and people come with the choice that needs them, and narrow while one types."""
    sign_in(holder(Role.HEADQUARTERS))
    page = visit(f"/desk/information/{record.pk}/mark/")
    states, people = page.locator(".rs-mark__states"), page.locator(".rs-mark__people")
    expect(states).to_be_visible()
    expect(people).to_be_hidden()
    page.get_by_label("Restricted").focus()
    page.keyboard.press("Space")
    expect(people).to_be_visible()
    expect(states).to_be_hidden()
    page.get_by_label("Shared with States").focus()
    page.keyboard.press("Space")
    page.get_by_label("Find in the list").first.fill("TOG")
    expect(states.get_by_label("Togo")).to_be_visible()
    expect(states.get_by_label("Nigeria")).to_be_hidden()
    states.get_by_label("Togo").focus()
    page.keyboard.press("Space")
    expect(states.locator(".rs-picks__chosen")).to_have_text("Ghana, Nigeria, Togo")
    page.get_by_label("Why").fill("Togo asked, too")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/desk/information/{record.pk}/")
    expect(page.get_by_text("Ghana, Nigeria, Togo").first).to_be_visible()
