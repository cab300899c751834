"""The queue in a browser: it renews itself without taking the focus, and is worked by keyboard from start to end."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from roadstead.accounts.roles import Role
from roadstead.arrivals.actions.noting import write_note
from roadstead.common import clock as clocks
from roadstead.registry.models import Country, Port, Zone, ZoneMembership
from roadstead.registry.models.reference import Confidence, PortReason, Standing
from tests.apps.watch.acting import acted
from tests.apps.watch.notices import ZONE, take
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll
from tests.people import holder, viewer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def watch(transactional_db, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    day = clocks.today()
    zone = Zone.objects.create(name=ZONE, district="Eighth", as_of=day, source="invented")
    said = {"coast": "coastal", "region": "Americas", "subregion": "Northern America"}
    Country.objects.get_or_create(code="US", defaults=said | {"name": "United States"})
    Country.objects.get_or_create(code="NG", defaults=said | {"name": "Nigeria"})
    port = Port.objects.create(
        locode="USHOU", name="Houston", country_id="US", reason=next(iter(PortReason)), standing=Standing.CONFIRMED
    )
    ZoneMembership.objects.create(
        port=port, zone=zone, as_of=day, named_as="Houston", confidence=Confidence.VERIFIED, source="invented"
    )
    return holder(Role.WATCH, ZONE, name="Wanda Watch")


def ships(by, *numbers):
    """Ships from Nigeria that come in some days, one after another."""
    now = clocks.now()
    return [take(by, one, country="NG", eta=(now + timedelta(days=2 + one)).date().isoformat()) for one in numbers]


@pytest.mark.parametrize("width", ["wide"], indirect=True)
def test_keyboard_from_the_first_row_to_a_decision(visit, sign_in, watch):
    by = viewer(watch)
    ships(by, 1, 2, 3)
    sign_in(watch)
    page = visit("/watch/queue/")
    expect(page.get_by_role("button", name="Keys")).to_be_visible()
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="INVENTED 1", exact=True)).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name="INVENTED 3", exact=True)).to_be_focused()
    page.keyboard.press("k")
    expect(page.get_by_role("link", name="INVENTED 2", exact=True)).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).not_to_be_visible()
    page.get_by_role("link", name="INVENTED 2", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="INVENTED 2")).to_be_visible()
    page.wait_for_load_state("load")  # its keys listen
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", level=1, name="Queue")).to_be_visible()
    expect(page.get_by_role("button", name="Keys")).to_be_visible()
    page.get_by_role("link", name="INVENTED 2", exact=True).focus()
    page.keyboard.press("a")
    expect(page.get_by_label("Who has it")).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("It was assigned.")).to_be_visible()
    expect(page.get_by_role("link", name="INVENTED 2", exact=True)).to_be_focused()
    page.keyboard.press("n")
    expect(page.get_by_role("textbox", name="Note")).to_be_focused()
    page.keyboard.type("Tug ordered.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("The note was kept.")).to_be_visible()
    expect(page.get_by_role("link", name="INVENTED 2", exact=True)).to_be_focused()
    page.keyboard.press("d")
    expect(page.get_by_label("Decision")).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("The decision was kept.")).to_be_visible()
    expect(page.get_by_role("link", name="INVENTED 2", exact=True)).to_have_count(0)


@pytest.mark.parametrize("width", ["wide"], indirect=True)
def test_it_renews_itself_and_the_focus_stays(visit, sign_in, watch):
    by = viewer(watch)
    ships(by, 2)
    sign_in(watch)
    page = visit("/watch/queue/")
    row = page.get_by_role("link", name="INVENTED 2", exact=True)
    row.focus()
    ships(by, 1)
    expect(page.get_by_role("link", name="INVENTED 1", exact=True)).to_be_visible(timeout=30_000)
    expect(row).to_be_focused()
    expect(page.locator("#queue-said")).to_contain_text("2 arrivals")


def test_pages_fit_and_are_accessible(visit, sign_in, watch):
    by = viewer(watch)
    first, second = ships(by, 1, 2)
    keys = acted(first, by)
    write_note(arrival=second, text="Pilot warned.", by=by)
    sign_in(watch)
    one = f"/watch/arrivals/{first.pk}/"
    pages = ["/watch/queue/", "/watch/handover/", f"/watch/handover/{keys['handover']}/"]
    pages += [f"{one}{tail}/" for tail in ("decide", "assign", "note", "ask", "thread")]
    pages += [f"{one}questions/{keys['arrival_question']}/"]
    for path in pages:
        page = visit(path)
        assert_accessible(page)
        assert_no_sideways_scroll(page)
