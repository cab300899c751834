"""A case in a browser: a day entered, a line of the plan, a signature; its pages fit and can be used by everyone."""

import pytest
from playwright.sync_api import expect

from roadstead.accounts.roles import Role
from roadstead.determinations.enums import Effect
from tests.apps.determinations import making
from tests.apps.engagement.planting import country
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll
from tests.people import holder, viewer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(transactional_db, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    country("NG")
    return holder(Role.HEADQUARTERS, name="Olive Officer")


def test_a_day_a_line_of_the_plan_and_a_signature(visit, sign_in, officer):
    by = viewer(officer)
    case = making.ready(by)
    sign_in(officer)
    page = visit(f"/desk/cases/{case.pk}/")
    page.get_by_role("link", name="Correct the day Review").click()
    page.get_by_label("Day (required)", exact=True).fill("2026-04-21")
    page.get_by_role("button", name="Enter the day").click()
    expect(page.get_by_text("It was saved.")).to_be_visible()
    page.get_by_role("link", name="Add a line").click()
    page.get_by_label("Who is told").fill("Agents (invented)")
    page.get_by_label("When").fill("2026-07-02")
    page.get_by_label("By whom").fill("The sector (invented)")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", name="Agents (invented)")).to_be_visible()
    page.get_by_role("link", name="Do it now").click()
    page.get_by_role("button", name="Propose it").click()
    expect(page.get_by_text("Take your signature back")).to_be_visible()


@pytest.mark.long
def test_pages_fit_and_are_accessible(visit, sign_in, officer):
    by = viewer(officer)
    case = making.three(making.ready(by), by)
    waits = making.opened(by, Effect.DELIST)
    sign_in(officer)
    one, other = f"/desk/cases/{case.pk}/", f"/desk/cases/{waits.pk}/"
    pages = ["/desk/cases/", "/desk/cases/new/", one, f"{one}packets/1/programme/", f"{one}packets/1/public/"]
    pages += [other, f"{other}steps/finding/", f"{other}ships/", f"{other}transition/new/", "/desk/editions/"]
    for path in pages:
        page = visit(path)
        assert_accessible(page)
        assert_no_sideways_scroll(page)
