"""The country list, the country file and organisations in a browser, at both widths."""

import pytest
from playwright.sync_api import expect

from roadstead.accounts.roles import Role
from tests.apps.registry.entering import country, shared
from tests.apps.web.countries.planting import crowd, officer
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll
from tests.people import holder

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def nigeria(transactional_db):
    for code in ("NG", "GH", "TG", "US"):
        country(code)
    by = holder(Role.HEADQUARTERS, name="Hal Quarters")
    crowd(by, facilities=60, contacts=12)
    officer(by)
    name = "A ministry with a long name for all ports and waterways (invented)"
    return by, shared(by, "NG", name=name, kind="ministry")


def test_the_list_with_its_map(visit, sign_in, nigeria):
    sign_in(nigeria[0])
    page = visit("/desk/countries/?measure=facilities")
    page.locator("#countries-map").scroll_into_view_if_needed()
    page.locator("#countries-map[data-state=drawn]").wait_for()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_the_file_with_its_map(visit, sign_in, nigeria):
    sign_in(nigeria[0])
    page = visit("/desk/countries/NG/")
    page.locator("#places-map").scroll_into_view_if_needed()
    page.locator("#places-map[data-state=drawn]").wait_for()
    expect(page.locator("[data-latest] .rs-timeline")).to_be_visible()
    expect(page.locator("[data-judged] #assessed")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


@pytest.mark.parametrize("below", ["", "new/", "{}/", "{}/change/", "{}/mark/", "{}/retire/", "{}/files/"])
def test_organisations(visit, sign_in, nigeria, below):
    by, record = nigeria
    sign_in(by)
    page = visit(f"/desk/organisations/{below.format(record.pk)}")
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_the_partners_page(visit, sign_in, nigeria):
    sign_in(holder(Role.AUTHORITY, "NG"))
    page = visit("/partner/country/")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
