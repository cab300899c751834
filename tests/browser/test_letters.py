"""The page of an arrival and a letter about it, in a browser, at both widths."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from roadstead.registry.models import Port
from tests.apps.watch.letters import begun, caught, signed
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll
from tests.browser.test_queue import watch
from tests.people import viewer

__all__ = ["watch"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_page_of_an_arrival(visit, sign_in, watch):
    Port.objects.filter(pk="USHOU").update(
        latitude="29.75", longitude="-95.25", position_source="unlocode", position_check="agreed"
    )
    ship = caught(viewer(watch))
    sign_in(watch)
    page = visit(f"/watch/arrivals/{ship.pk}/")
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="Calls", exact=True).click()
    expect(page.locator("#calls-map[data-state]")).to_be_visible()
    page.get_by_text("Each column, with its source").first.click()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_a_letter_is_drafted_changed_and_signed(visit, sign_in, watch):
    ship = caught(viewer(watch))
    sign_in(watch)
    page = visit(f"/watch/arrivals/{ship.pk}/letters/")
    assert_accessible(page)
    page.get_by_role("button", name="Draft", exact=True).click()
    expect(page.get_by_label("Subject")).to_be_visible()
    page.get_by_label("Subject").fill("Conditions of entry (invented)")
    page.get_by_role("button", name="Save the draft").click()
    expect(page.get_by_text("The draft was saved.")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_label("In what office").fill("By direction (invented)")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.get_by_text("It is signed. Send it to the agent.")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("E-mail address").fill("agent@example.org")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("It was sent.")).to_be_visible()
    assert_no_sideways_scroll(page)
    found = re.search(r"https?://[^/\s]+(/letters/\S+/)", mail.outbox[-1].body)
    assert found
    opened = visit(found[1])
    expect(opened.get_by_text("This letter holds: no other withdraws it.")).to_be_visible()
    assert_accessible(opened)
    assert_no_sideways_scroll(opened)


def test_the_archive_of_letters(visit, sign_in, watch):
    by = viewer(watch)
    signed(begun(caught(by), by), by)
    sign_in(watch)
    page = visit("/watch/letters/")
    expect(page.get_by_role("link", name=re.compile(r"-001$"))).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
