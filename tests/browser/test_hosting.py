"""Reciprocal visits in a browser: asked for, matched, arranged; they fit, are accessible, and work by keyboard."""

import pytest
from playwright.sync_api import expect

from roadstead.accounts.roles import Role
from tests.apps.engagement.planting import country
from tests.apps.hosting import making
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll
from tests.people import holder, viewer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(transactional_db, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    country("NG")
    making.ground()
    return holder(Role.HEADQUARTERS)


def test_a_state_asks_and_names_who_comes(visit, sign_in, officer):
    sign_in(holder(Role.AUTHORITY, "NG"))
    page = visit("/partner/hosting/")
    assert_accessible(page)
    page.get_by_role("link", name="Ask for a reciprocal visit").click()
    page.get_by_label("What the visit is to bring about").fill("Invented aims.")
    page.get_by_label("How many people come").fill("2")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("button", name="Ask", exact=True).press("Enter")
    expect(page.get_by_text("Invented aims.")).to_be_visible()
    page.get_by_role("link", name="Name who comes").click()
    page.get_by_label("Name").fill("Invented Delegate")
    page.get_by_label("Office").fill("Invented office")
    page.get_by_role("button", name="Put on the list").press("Enter")
    expect(page.get_by_role("rowheader", name="Invented Delegate")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_an_officer_chooses_a_port_out_of_the_match(visit, sign_in, officer):
    by = viewer(officer)
    making.unit(by)
    ahead = making.planned_ahead(viewer(holder(Role.AUTHORITY, "NG")), by)
    sign_in(officer)
    page = visit(f"/desk/hosting/{ahead.pk}/hosts/")
    expect(page.get_by_role("heading", name="Houston")).to_be_visible()
    at = f"/desk/hosting/{ahead.pk}/"
    units = ("/desk/hosting/units/", "/desk/hosting/units/new/", "/desk/hosting/links/", "/desk/hosting/past/")
    parts = (f"{at}hosts/", f"{at}delegation/", f"{at}kit/", f"{at}steps/new/", f"{at}moves/decline/")
    for path in (at, *parts, *units, "/desk/hosting/", "/desk/hosting/numbers/", "/desk/hosting/never/", "/hosting/"):
        page = visit(path)
        assert_accessible(page)
        assert_no_sideways_scroll(page)
