"""The search in a browser, at both widths: accessible, fitting, usable by keyboard from the header of every face."""

import pytest
from playwright.sync_api import expect

from roadstead.search.building import build
from tests import people
from tests.apps.engagement.people.acting import facility, organisation, part, written
from tests.apps.engagement.planting import NAMES, country
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def by(transactional_db):
    """A liaison officer, and a register with long names in several scripts."""
    for code in NAMES:
        country(code)
    officer = people.holder("liaison", "NG", "GH", name="Lea Liaison")
    body = organisation(officer, name="Lagos Ports Authority of Nigeria and all its Branches (invented)")
    for number in range(7):
        facility(officer, f"Lagos Deep Water Container Terminal {number} (invented)", f"NGLOS-{number:04}")
    one = written(officer, name="Lagos Lawal (invented)", local_name="لاغوس", emails="lagos@port.example", country="NG")
    part(one, body, officer)
    build()
    return officer


@pytest.mark.parametrize(
    "path", ["/search/", "/search/?q=lagos", "/search/?q=lgaos", "/search/?q=lagos&kind=facility", "/search/?q=qqqqq"]
)
def test_every_answer_fits(path, visit, sign_in, by):
    sign_in(by)
    page = visit(path)
    assert_accessible(page)
    assert_no_sideways_scroll(page)


@pytest.mark.parametrize(
    ("role", "face"), [("analyst", "desk"), ("watch", "watch"), ("operator", "ships"), ("embassy", "partner")]
)
def test_from_the_header_by_keyboard(role, face, visit, sign_in, by):
    sign_in(people.holder(role))
    page = visit(f"/{face}/")
    field = page.get_by_role("searchbox", name="Search everything")
    expect(field).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    field.focus()
    page.keyboard.type("nigeria")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Countries")).to_be_visible()
    expect(page.get_by_role("link", name="Nigeria", exact=True).first).to_be_visible()
