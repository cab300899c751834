"""Reconciliation and merging in a browser, wide and narrow: found, decided, compared, merged, and undone."""

import os

import pytest
from playwright.sync_api import Page, expect

from roadstead.registry.printed import printed
from tests.apps.registry.facilities import made
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("PICTURES", "")  # a folder to keep what was seen
DESK = "/desk/facilities/reconciliation/"


def look(page: Page, name: str, width: int) -> None:
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}-{width}.png", full_page=True)
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_a_name_is_decided_and_two_entries_are_merged(visit, sign_in, width) -> None:  # type: ignore[no-untyped-def]
    made.world()
    by = made.officer()
    exception = next(one for one in printed(["NG"]) if one.number and one.in_force == "yes")
    one = made.written(exception.names[0], port="NGAPP", berths=2)
    other = made.written("The " + exception.names[0], port="NGAPP", number="NGAPP-0902")
    page = visit("/healthz")
    sign_in(by)
    page.goto(f"{DESK}?kind=exception")
    look(page, "list", width)
    page.get_by_role("link", name=exception.text).click()
    look(page, "item", width)
    page.get_by_text(one.name, exact=True).first.click()
    page.get_by_label("How you know").fill("the authority’s letter")
    page.get_by_role("button", name="Decide it").click()
    expect(page.get_by_role("heading", name="was decided")).to_be_visible()
    look(page, "decision", width)
    page.goto(f"{DESK}?kind=clash")
    page.get_by_role("link", name=other.name).click()
    look(page, "pair", width)
    page.get_by_role("link", name="They are one").click()
    page.get_by_role("link", name="Mark that one there").click()
    look(page, "compare", width)
    page.locator('label[for="id_take_name"]').click()
    page.get_by_label("How you know").fill("one gate")
    page.get_by_role("button", name="Merge them").click()
    expect(page.get_by_role("button", name="Undo the merge")).to_be_visible()
    look(page, "made", width)
    page.goto(f"/desk/facilities/{other.pk}/")
    expect(page.get_by_role("heading", name="Merged into this entry")).to_be_visible()
    look(page, "kept", width)
    page.goto(f"/desk/facilities/{one.pk}/")
    expect(page.get_by_text("Merged into another entry")).to_be_visible()
    page.get_by_role("link", name="Merged by").click()
    page.get_by_role("button", name="Undo the merge").click()
    expect(page.get_by_text("It was undone")).to_be_visible()
