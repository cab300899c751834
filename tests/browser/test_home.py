"""The pages of the web app itself, in a browser, at both widths."""

import pytest
from playwright.sync_api import expect

from tests.browser.checks import assert_accessible, assert_no_sideways_scroll

pytestmark = pytest.mark.browser

PAGES = [("/", 200), ("/components/", 200), ("/no/such/page/", 404)]


@pytest.mark.parametrize(("path", "status"), PAGES)
def test_page_is_accessible_and_fits(visit, path, status):
    page = visit(path, status=status)
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_first_stop_of_the_keyboard_skips_to_the_main_part(visit):
    page = visit("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_home_leads_with_what_a_visitor_wants(visit, width):
    page = visit("/")
    tasks = page.locator(".rs-tasks .rs-card__heading")
    assert tasks.all_inner_texts() == ["Check a voyage", "See the list", "Understand the programme"]
    if width == "wide":
        assert tasks.first.bounding_box()["y"] < page.viewport_size["height"]


def test_loop_reads_in_order_and_marks_what_is_here(visit):
    page = visit("/")
    names = page.locator(".rs-loop__name").all_inner_texts()
    assert names == ["Engage", "Visit", "Assess", "Determine", "Advise", "Screen", "Act and relieve", "Learn"]
    here = page.locator(".rs-loop__link:has-text('Here today') .rs-loop__name")
    assert here.all_inner_texts() == ["Advise", "Screen"]


def test_menu_opens_and_closes_on_a_phone(visit, width):
    page = visit("/")
    link = page.get_by_role("navigation", name="Main").get_by_role("link", name="Advisory")
    if width == "phone":
        expect(link).to_be_hidden()
        page.get_by_role("button", name="Menu").click()
        link.wait_for(state="visible")
        assert_accessible(page)
        page.keyboard.press("Escape")
        link.wait_for(state="hidden")
    else:
        expect(link).to_be_visible()


def test_term_is_explained_on_focus_and_goes_on_escape(visit):
    page = visit("/components/")
    word = page.get_by_text("Declaration of Security", exact=True)
    meaning = page.get_by_role("tooltip").first
    expect(meaning).to_be_hidden()
    word.focus()
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    assert page.evaluate("document.activeElement.textContent") == "Declaration of Security"
    page.keyboard.press("Tab")
    word.focus()
    expect(meaning).to_be_visible()


def test_meanings_stay_inside_the_window(visit):
    page = visit("/")
    for word in page.locator(".rs-term__word").all():
        word.focus()
        box = word.locator("xpath=../span").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= page.viewport_size["width"]


def test_hint_and_error_belong_to_their_field(visit):
    page = visit("/components/")
    field = page.get_by_label("Port", exact=False).first
    assert field.get_attribute("aria-invalid") == "true"
    ids = field.get_attribute("aria-describedby").split()
    texts = [page.locator(f"#{one}").inner_text() for one in ids]
    assert texts[0] == "UN/LOCODE, as in USHOU."
    assert "at most 5 characters" in texts[1]


def test_errors_take_the_focus_and_lead_to_their_fields(visit):
    page = visit("/components/")
    assert "rs-error-summary" in page.evaluate("document.activeElement.className")
    page.locator(".rs-error-summary a").first.click()
    assert page.evaluate("document.activeElement.id") == "id_port"


def test_right_to_left_fits(visit):
    page = visit("/")
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert_no_sideways_scroll(page)


MAP = """async ([library, worker, world]) => {
  const maplibre = await import(library);
  maplibre.setWorkerUrl(new URL(worker, location.href).href);
  const box = document.createElement("div");
  box.style.height = "300px";
  document.querySelector("main").prepend(box);
  const layers = [{id: "land", type: "fill", source: "world", paint: {"fill-color": "#567"}}];
  const map = new maplibre.Map({container: box, attributionControl: false,
    style: {version: 8, sources: {world: {type: "geojson", data: new URL(world, location.href).href}}, layers}});
  await map.once("idle");
  return map.querySourceFeatures("world").length;
}"""


def test_map_draws_the_world_under_the_policy(visit, width):
    """The library, its worker and the countries all come from this host, with no exception made for them."""
    if width == "phone":
        pytest.skip("The width does not matter to the library.")
    page = visit("/")
    names = ["maplibre/maplibre-gl.mjs", "maplibre/maplibre-gl-worker.mjs", "world/world.geojson"]
    assert page.evaluate(MAP, [f"/static/vendor/{name}" for name in names]) > 200


def test_interactions_work_without_styles_or_code_in_the_page(visit, width):
    """htmx is set up so that the policy has nothing to refuse."""
    page = visit("/")
    page.add_script_tag(url="/static/vendor/htmx/htmx.min.js")
    page.evaluate("""() => {
      const main = document.querySelector("main");
      main.innerHTML = '<button hx-get="/robots.txt" hx-target="#answer">Ask</button><p id="answer"></p>';
      htmx.process(main);
    }""")
    page.get_by_role("button", name="Ask").click()
    page.get_by_text("User-agent").wait_for()
    assert page.evaluate("htmx.config.allowEval") is False
