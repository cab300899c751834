"""The voyage checker as people use it: typing, pasting, answering, by keyboard, without scripts, on paper."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from roadstead.common import clock
from tests.apps.arrivals.checker_ports import load_ports
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll

pytestmark = pytest.mark.browser

ETA = "to=USHOU&eta=2026-01-20T06:00&k=2026-01-31"
ARABIC = "%D9%85%D9%8A%D9%86%D8%A7%D8%A1+%D8%A7%D9%84%D8%AD%D8%A7%D9%88%D9%8A%D8%A7%D8%AA"
TEN = "&".join(f"p{n}=NLRTM&d{n}=2025-12-{28 - n:02d}" for n in range(1, 10)) + "&p10=VELAG&d10=2025-12-01"
PAGES = {
    "empty": "",
    "errors": "?to=Nowhere&eta=03/04/2026&imo=123&p1=Lagos&d1=45123",
    "editing": f"?{ETA}&p1=NGAPP&n=3&edit=1",
    "cannot_tell": f"?{ETA}&p1=NGAPP&d1=2026-01-05",
    "applies": f"?{ETA}&p1=VELAG&d1=2026-01-05&l1=y&g1=n",
    "does_not_apply": f"?{ETA}&p1=NLRTM&d1=2026-01-05",
    "ten_calls": f"?{ETA}&{TEN}",
    "long_names": f"?{ETA}&p1=NGAPP&d1=2026-01-05&ship={'W' * 150}&t1={'averylongterminal' * 10}",
    "arabic": f"?{ETA}&p1=NGAPP&d1=2026-01-05&t1={ARABIC}",
}


@pytest.fixture(autouse=True)
def _world(transactional_db, monkeypatch):
    load_ports()
    monkeypatch.setattr(clock, "today", lambda: date(2026, 2, 1))


def field(page, name):
    return page.locator(f"#id_{name}")


def pick_port(page, name, typed, shown):
    """Type a port's beginning and take the suggestion with the keyboard."""
    field(page, name).focus()
    page.keyboard.type(typed)
    page.get_by_role("option", name=shown).first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert shown in field(page, name).input_value()


@pytest.mark.parametrize("query", PAGES.values(), ids=PAGES.keys())
def test_every_state_is_accessible_and_fits(visit, query):
    page = visit(f"/check/{query}")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.locator("details").evaluate_all("all => all.forEach((fold) => { fold.open = true; })")
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_from_typing_a_port_to_a_verdict(visit):
    page = visit("/check/")
    pick_port(page, "to", "hous", "Houston")
    field(page, "eta").fill("20 Jan 2026 06:00")
    pick_port(page, "p1", "la gua", "La Guaira")
    field(page, "d1").fill("5 Jan 2026")
    page.get_by_role("button", name="Check the voyage").click()
    page.wait_for_url("**/check/?to=USHOU*p1=VELAG*")
    expect(page.get_by_role("heading", level=1)).to_have_text("Conditions of entry apply to this voyage")
    assert "Judged on 1 foreign call" in page.locator(".chk-verdict").inner_text()


def test_an_unknown_terminal_is_asked_and_the_answer_turns_the_verdict(visit):
    page = visit(f"/check/?{ETA}&p1=NGAPP&d1=2026-01-05")
    assert "Not certain yet" in page.locator("h1").inner_text()
    ask = page.locator(".chk-ask--outcome")
    ask.get_by_label("Terminal").select_option("APM Terminal (NGAPP-0001)")
    ask.get_by_role("button", name="Answer").click()
    page.wait_for_url("**t1=APM*")
    assert "do not apply" in page.locator("h1").inner_text()
    assert_accessible(page)


def test_calls_are_added_and_removed_in_place(visit):
    page = visit("/check/")
    field(page, "p1").fill("GHTEM")
    page.get_by_role("button", name="Add a call").click()
    field(page, "p2").wait_for()
    assert page.evaluate("document.activeElement.id") == "id_p2"
    field(page, "p2").fill("NLRTM")
    page.get_by_role("button", name="Move call 2 up").click()
    page.locator("#id_p1[value*=NLRTM]").wait_for()
    page.get_by_role("button", name="Remove call 1").click()
    page.locator("#id_p1[value*=GHTEM]").wait_for()  # the other call is away for a moment at every answer
    field(page, "p2").wait_for(state="detached")
    page.wait_for_url(re.compile(r"p1=.*GHTEM"))
    page.reload()
    assert "GHTEM" in field(page, "p1").input_value()


def test_pasted_table_comes_back_with_its_report(visit):
    page = visit("/check/")
    field(page, "to").fill("USHOU")
    field(page, "eta").fill("2026-01-20")
    page.get_by_text("Paste calls from a spreadsheet").click()
    field(page, "table").fill("Port\tTerminal\tDeparted\nApapa\tAPM Terminal\t5 Jan 2026\nTema\t\t03/01/2026\n")
    page.get_by_role("button", name="Read the rows").click()
    page.get_by_role("heading", name="2 of 2 rows read; 1 to look at.").wait_for()
    assert "Tema" in field(page, "table").input_value()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("button", name="3 January 2026").click()
    page.locator(".chk-verdict").wait_for()
    assert "do not apply" in page.locator("h1").inner_text()


def test_suggestions_follow_the_pattern_for_comboboxes(visit):
    page = visit("/check/")
    port = field(page, "p1")
    assert port.get_attribute("role") == "combobox"
    port.focus()
    page.keyboard.type("lago")
    page.locator(".chk-combo__option").first.wait_for()
    assert port.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    active = port.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    assert_accessible(page)
    page.keyboard.press("Escape")
    assert port.get_attribute("aria-expanded") == "false"
    expect(port).to_have_value("lago")
    page.keyboard.type("s")
    page.get_by_role("option", name=re.compile("PTLOS")).click()
    assert "PTLOS" in port.input_value()


def test_by_keyboard_alone(visit):
    page = visit("/check/")
    pick_port(page, "to", "hous", "Houston")
    page.keyboard.press("Tab")
    page.keyboard.type("2026-01-20")
    field(page, "p1").focus()
    page.keyboard.type("NLRTM")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "id_t1"
    field(page, "d1").focus()
    page.keyboard.type("2026-01-05")
    page.keyboard.press("Enter")
    page.locator(".chk-verdict").wait_for()
    assert "do not apply" in page.locator("h1").inner_text()


def test_works_without_scripts(browser, live_server, width):
    wide = {"wide": 1280, "phone": 390}[width]
    context = browser.new_context(java_script_enabled=False, viewport={"width": wide, "height": 844})
    page = context.new_page()
    page.goto(f"{live_server.url}/check/")
    field(page, "to").fill("Houston")
    field(page, "eta").fill("2026-01-20")
    field(page, "p1").fill("Lagos")
    field(page, "d1").fill("2026-01-05")
    page.get_by_role("button", name="Add a call").click()
    field(page, "p2").fill("NLRTM")
    field(page, "d2").fill("2026-01-01")
    page.get_by_role("button", name="Check the voyage").last.click()
    page.get_by_role("button", name=re.compile("PTLOS")).click()
    assert "do not apply" in page.locator("h1").inner_text()
    assert "p1=PTLOS" in page.url
    page.locator("summary", has_text="Change the voyage").click()
    field(page, "p1").fill("NGAPP")
    page.get_by_role("button", name="Check the voyage").last.click()
    assert "Not certain yet" in page.locator("h1").inner_text()
    context.close()


def test_on_paper_the_reasons_stay_and_the_controls_go(visit):
    page = visit(f"/check/?{ETA}&p1=VELAG&d1=2026-01-05")
    page.emulate_media(media="print")
    expect(page.locator(".chk-verdict")).to_be_visible()
    expect(page.get_by_text("Venezuela was on the list").first).to_be_visible()
    expect(page.locator(".chk-links")).to_be_hidden()
    expect(page.locator("#voyage")).to_be_hidden()
    expect(page.get_by_role("button", name="Answer").first).to_be_hidden()


def test_address_is_copied_whole(visit, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit("/check/?to=USHOU&eta=2026-01-20&p1=VELAG&d1=2026-01-05")
    page.get_by_role("button", name="Copy address").click()
    page.get_by_text("gives this very answer again").wait_for()
    assert "k=2026-02-01" in page.evaluate("navigator.clipboard.readText()")


def test_names_in_arabic_keep_their_direction(visit):
    page = visit(f"/check/?{ETA}&p1=NGAPP&d1=2026-01-05&t1={ARABIC}")
    page.get_by_role("link", name="Change the voyage").click()
    terminal = field(page, "t1")
    terminal.wait_for()
    assert terminal.evaluate("e => getComputedStyle(e).direction") == "rtl"
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert_no_sideways_scroll(page)
