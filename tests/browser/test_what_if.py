"""The what-if in a browser, at both widths: with voyages and without, with scripts and without."""

import pytest
from playwright.sync_api import expect

from roadstead.accounts.models import User
from roadstead.common import clock
from tests.apps.analytics.conftest import TODAY, data_with_voyages, remembering  # noqa: F401 - fixtures
from tests.apps.arrivals.checker_ports import load_ports
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll
from tests.people import client_of, holder

pytestmark = pytest.mark.browser
PAGE = "/desk/what-if/"
ONE = f"{PAGE}?a=since:2026-06-01;add:EG;add:CO;add:MX"
TWO = f"{PAGE}?a=add:EG&b=add:EG;remove:NG"
WRONG = f"{PAGE}?a=since:2026-13-45;add:XX;add:CU;remove:FR;except:NG&may=1000"


@pytest.fixture(autouse=True)
def _an_analyst(sign_in):
    sign_in(holder("analyst"))


@pytest.fixture
def voyages(data_with_voyages, remembering, settings, monkeypatch, transactional_db):  # noqa: F811
    load_ports()
    monkeypatch.setattr("roadstead.screening.whatif.impact", remembering)
    settings.DATA_DIR = data_with_voyages
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def scrolled(page):
    """The page with every chart drawn: they wait until somebody comes near."""
    for chart in page.locator("[data-chart]:visible").all():
        chart.scroll_into_view_if_needed()
    page.wait_for_function(
        "[...document.querySelectorAll('[data-chart]')].every((box) => !box.offsetParent || box.dataset.state)"
    )
    return page


@pytest.mark.parametrize("path", [PAGE, ONE, TWO, WRONG])
def test_page_is_accessible_and_fits(visit, voyages, path):
    page = scrolled(visit(path))
    for closed in page.locator("details:not([open]) summary").all()[:4]:
        closed.click()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_without_voyages_the_page_is_accessible_and_fits(visit):
    page = visit(PAGE)
    expect(page.get_by_text("There are no voyages to try a draft on yet")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_charts_are_drawn_as_pictures_of_lines(visit, voyages):
    page = scrolled(visit(ONE))
    charts = page.locator("[data-chart][data-state=drawn]")
    assert charts.count() >= 5
    assert page.locator("[data-chart] svg").count() == charts.count()
    expect(page.locator("[data-chart] canvas")).to_have_count(0)


def test_the_map_is_drawn(visit, voyages):
    page = visit(ONE)
    page.locator("#what-if-map").scroll_into_view_if_needed()
    page.wait_for_selector("#what-if-map[data-state=drawn]", timeout=60_000)


def test_a_draft_is_written_and_answered_by_keyboard(visit, voyages):
    page = visit(PAGE)
    page.locator("#a_add_1").focus()
    page.keyboard.type("Egypt")
    page.get_by_role("button", name="Another country").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "a_add_2"
    page.keyboard.type("Kenya")
    page.locator("#a_since").fill("2026-06-01")
    page.get_by_role("button", name="Show what it would do").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/what-if/?a=since:2026-06-01;add:EG;add:KE&set=small")
    assert page.get_by_text("Listing Egypt and Kenya from 1 June 2026 on would have").is_visible()


def test_the_draft_is_changed_and_compared(visit, voyages):
    page = visit(f"{PAGE}?a=add:EG")
    page.get_by_role("link", name="Compare with a second draft").click()
    page.wait_for_url("**b=add:EG&edit=1")
    page.locator("#b_remove_1").select_option(label="Nigeria")
    page.get_by_role("button", name="Show what it would do").click()
    page.wait_for_url("**?a=add:EG&b=add:EG;remove:NG&set=small")
    expect(page.get_by_role("heading", name="Draft B").first).to_be_visible()


def test_what_is_wrong_takes_the_focus_and_leads_to_its_field(visit, voyages):
    page = visit(WRONG)
    assert page.evaluate("document.activeElement.classList.contains('rs-error-summary')")
    page.get_by_role("link", name="“XX” is no country code.").click()
    assert page.evaluate("location.hash") == "#a_add_1"
    assert page.locator("#a_add_1").get_attribute("aria-invalid") == "true"


def test_without_scripts_everything_but_the_pictures_is_there(browser, live_server, assets, width, voyages):
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    cookie = client_of(User.objects.get()).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    page = context.new_page()
    page.goto(PAGE)
    page.locator("#a_add_1").select_option(label="Egypt")
    page.get_by_role("button", name="Another country").first.click()
    page.locator("#a_add_2").select_option(label="Kenya")
    page.locator("#a_since").press("Enter")
    page.wait_for_url("**?a=add:EG;add:KE&set=small")
    assert page.get_by_text("Listing Egypt and Kenya would have").is_visible()
    assert page.get_by_text("The map needs JavaScript and WebGL.").is_visible()
    expect(page.locator("[data-chart]:visible")).to_have_count(0)
    assert page.get_by_role("table").count() > 8
    context.close()


def test_on_paper_the_answer_and_the_tables_remain(visit, voyages):
    page = visit(f"{PAGE}?a=add:EG")
    page.emulate_media(media="print")
    expect(page.get_by_text("Listing Egypt would have caught")).to_be_visible()
    expect(page.get_by_text("Invented voyages.")).to_be_visible()
    expect(page.get_by_role("link", name="Compare with a second draft")).to_be_hidden()
    expect(page.locator("#what-if-map")).to_be_hidden()


def test_right_to_left_fits(visit, voyages):
    page = visit(TWO)
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert_no_sideways_scroll(page)
