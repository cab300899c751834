"""The pages of the advisory in a browser, at both widths."""

import base64

import pytest
from playwright.sync_api import expect

from tests.browser.checks import assert_accessible, assert_no_sideways_scroll

pytestmark = pytest.mark.browser

PAGES = [
    ("/advisory/", 200),
    ("/advisory/?on=2008-04-21", 200),
    ("/advisory/?on=2023-06-01&known_at=2025-12-01&sort=newest", 200),
    ("/advisory/?on=2004-10-01", 200),
    ("/advisory/?on=nonsense&known_at=2019-02-30", 200),
    ("/advisory/countries/", 200),
    ("/advisory/countries/NG/", 200),
    ("/advisory/countries/CU/", 200),
    ("/advisory/countries/SD/?on=2023-06-01", 200),
    ("/advisory/countries/FR/", 200),
    ("/advisory/countries/ZZ/", 404),
    ("/advisory/editions/", 200),
    ("/advisory/editions/2025-04-02-psa-1-25/", 200),
    ("/advisory/editions/2008-06-psa-6-08/", 200),
    ("/advisory/compare/?a=2-19&b=4-25", 200),
    ("/advisory/compare/?a=x&b=2019-02-30", 200),
]
COLOURS = """async (address) => {
  const picture = Object.assign(new Image(), {src: address});
  await picture.decode();
  const sheet = document.createElement("canvas");
  [sheet.width, sheet.height] = [picture.width, picture.height];
  const pen = sheet.getContext("2d");
  pen.drawImage(picture, 0, 0);
  const {data} = pen.getImageData(0, 0, sheet.width, sheet.height);
  const found = {};
  for (let i = 0; i < data.length; i += 4) {
    const key = [data[i], data[i + 1], data[i + 2]].join();
    found[key] = (found[key] ?? 0) + 1;
  }
  return found;
}"""
LAND, ALL, PART, UNKNOWN, ADVICE = "205,212,219", "139,19,3", "208,101,79", "229,160,0", "122,143,166"


def drawn(visit, path):
    page = visit(path)
    page.locator("#advisory-map").scroll_into_view_if_needed()
    page.wait_for_selector("#advisory-map[data-state=drawn]", timeout=60_000)
    return page


def colours(page) -> dict[str, int]:
    """How many points of the map have which colour."""
    picture = page.locator("#advisory-map canvas").screenshot()
    return page.evaluate(COLOURS, "data:image/png;base64," + base64.b64encode(picture).decode())


@pytest.mark.parametrize(("path", "status"), PAGES)
def test_page_is_accessible_and_fits(visit, path, status):
    page = visit(path, status=status)
    for closed in page.locator("details:not([open]) summary").all()[:3]:
        closed.click()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_map_is_drawn_in_the_colours_of_the_day(visit):
    found = colours(drawn(visit, "/advisory/"))
    assert found.get(LAND, 0) > 5_000
    assert found.get(ALL, 0) > 300
    assert found.get(PART, 0) > 100
    assert UNKNOWN not in found
    assert ADVICE not in found


def test_map_shows_what_is_not_certain_and_what_was_only_recommended(visit, width):
    assert colours(drawn(visit, "/advisory/?on=2023-06-01")).get(UNKNOWN, 0) > 20
    if width == "wide":
        assert colours(drawn(visit, "/advisory/?on=2004-10-01")).get(ADVICE, 0) > 300


def test_map_with_nothing_to_show_is_still_a_map(visit, width):
    if width == "phone":
        pytest.skip("The width does not matter to an empty list.")
    found = colours(drawn(visit, "/advisory/?on=2001-01-01"))
    assert found.get(LAND, 0) > 5_000
    assert ALL not in found


def test_pointer_names_a_country_and_a_click_leads_to_it(visit, width):
    if width == "phone":
        pytest.skip("A phone has no pointer.")
    page = drawn(visit, "/advisory/?on=2019-06-01")
    box = page.locator("#advisory-map canvas").bounding_box()
    # Libya, the largest listed country, seen from the corners of the view the map fits into itself.
    x, y = box["x"] + box["width"] * 0.435, box["y"] + box["height"] * 0.385
    page.mouse.move(x, y)
    page.get_by_text("On the list, no exception").nth(1).wait_for()
    expect(page.locator(".adv-popup strong")).to_have_text("Libya")
    page.mouse.click(x, y)
    page.wait_for_url("**/advisory/countries/LY/?on=2019-06-01")


def test_table_says_what_the_map_says_and_leads_by_keyboard(visit):
    page = visit("/advisory/")
    rows = page.locator("[data-country]")
    expect(rows).to_have_count(23)
    link = rows.first.get_by_role("link").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/advisory/countries/KH/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Cambodia")


def test_without_scripts_the_table_remains_and_the_map_says_so(browser, live_server, assets, width):
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    page = context.new_page()
    page.goto("/advisory/")
    assert page.get_by_text("The map needs JavaScript and WebGL.").is_visible()
    expect(page.locator("[data-country]")).to_have_count(23)
    context.close()


def test_without_webgl_the_map_says_so(context, live_server):
    page = context.new_page()
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.goto("/advisory/")
    page.locator("#advisory-map").scroll_into_view_if_needed()
    page.wait_for_selector("#advisory-map[data-state=failed]")
    expect(page.get_by_text("This browser cannot draw the map.")).to_be_visible()


def test_any_country_is_looked_up(visit):
    page = visit("/advisory/?on=2019-06-01")
    page.get_by_label("Look up any country").select_option(label="France")
    page.get_by_role("button", name="Open its page").click()
    page.wait_for_url("**/advisory/countries/FR/?on=2019-06-01")
    expect(page.get_by_role("heading", level=1)).to_have_text("France")


def test_days_are_chosen_in_the_form(visit):
    page = visit("/advisory/")
    page.get_by_label("In force on").fill("2008-04-21")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**on=2008-04-21**")
    expect(page.locator("[data-country]")).to_have_count(9)
    page.get_by_role("link", name="Back to today").click()
    page.wait_for_url("**/advisory/")


def test_exceptions_open_in_place(visit):
    page = visit("/advisory/")
    row = page.locator("[data-country=IQ]")
    terminal = row.get_by_text("Al-Basrah Oil Terminal")
    expect(terminal).to_be_hidden()
    row.locator("summary").click()
    expect(terminal).to_be_visible()
    expect(row.get_by_text("Not known whether in force")).to_be_visible()


def test_right_to_left_fits(visit):
    for path in ("/advisory/", "/advisory/countries/NG/"):
        page = visit(path)
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert_no_sideways_scroll(page)
