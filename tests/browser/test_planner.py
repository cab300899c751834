"""The planner as people use it: typed by keyboard, at both widths, without scripts to fall back on."""

from datetime import date

import pytest
from playwright.sync_api import expect

from roadstead.common import clock
from tests.apps.arrivals.checker_ports import load_ports
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll

pytestmark = pytest.mark.browser

VOYAGE = "to=USHOU&eta=2026-03-20&k=2026-01-31"
RATES = "posts_there=2&hours_there=48&guard_hour_there=15&fee_there=600&delay_hours=8&posts_us=2&currency=USD"
PAGES = {
    "empty": "",
    "errors": "?to=Nowhere&eta=03/04/2026&p1=Lagos&guard_hour_us=much&currency=dollars",
    "may": f"?{VOYAGE}&p1=NGAPP&d1=2026-03-01&{RATES}",
    "brings": f"?{VOYAGE}&p1=VELAG&d1=2026-03-01",
    "none": f"?{VOYAGE}&p1=NLRTM&d1=2026-03-01",
}


@pytest.fixture(autouse=True)
def _world(transactional_db, monkeypatch):
    load_ports()
    monkeypatch.setattr(clock, "today", lambda: date(2026, 2, 1))


@pytest.mark.parametrize("query", PAGES.values(), ids=PAGES.keys())
def test_every_state_is_accessible_and_fits(visit, query):
    page = visit(f"/ships/planner/{query}")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.locator("details").evaluate_all("all => all.forEach((fold) => { fold.open = true; })")
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_from_typing_to_a_plan_by_keyboard(visit):
    page = visit("/ships/planner/")
    page.locator("#id_to").fill("USHOU")
    page.locator("#id_eta").fill("2026-03-20")
    page.locator("#id_p1").fill("VELAG")
    page.locator("#id_d1").fill("2026-03-01")
    page.locator("#id_guard_hour_us").fill("85.50")
    page.get_by_role("button", name="Add a call").click()
    expect(page.locator("#call-2")).to_be_visible()
    expect(page.locator("#id_guard_hour_us")).to_have_value("85.50")
    page.locator("#id_p2").fill("NLRTM")
    page.locator("#id_d2").fill("2026-03-05")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ships/planner/?to=USHOU*p1=VELAG*guard_hour_us=85.50*")
    expect(page.get_by_role("heading", level=1)).to_have_text("A call there brings conditions of entry")
    expect(page.get_by_text("This call no longer counts after 4 more foreign calls.")).to_be_visible()
    page.get_by_role("link", name="The ship for an hour").click()
    expect(page.locator("#id_ship_hour")).to_be_visible()
