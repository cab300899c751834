"""Subscriptions in a browser, at both widths: asked for, confirmed, changed, left; webhooks; the officers' page."""

import re
from pathlib import Path

import pytest
from django.core import mail
from playwright.sync_api import expect

from roadstead.accounts.roles import Role
from roadstead.advisories.models import EditionTold, Message, Sending, Subscription
from roadstead.advisories.subscriptions import signing
from roadstead.common import clock
from tests.apps.subscriptions.telling import subscriber
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll
from tests.people import holder

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _site(settings, live_server, tmp_path: Path) -> None:
    settings.SITE_ADDRESS, settings.DATA_DIR = live_server.url, tmp_path


def looked_at(page) -> None:
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_from_the_form_to_the_message_and_out_again(context, live_server):
    page = context.new_page()
    page.goto("/advisory/subscribe/?country=NG")
    looked_at(page)
    page.get_by_role("button", name="Send me the link").click()
    expect(page.get_by_text("This field is required.").first).to_be_visible()
    looked_at(page)
    page.get_by_label("E-mail address").fill("ada@example.org")
    page.get_by_label("Who you are").select_option("operator")
    page.get_by_label("Your ships").fill("9074729")
    page.get_by_text("Once a day, if there was one").click()
    page.get_by_role("button", name="Send me the link").click()
    expect(page.get_by_role("heading", name="Look into your mailbox")).to_be_visible()
    looked_at(page)
    found = re.search(r"(http\S+/confirm/\S+)", str(mail.outbox[-1].body))
    assert found
    page.goto(found[1])
    looked_at(page)
    page.get_by_role("button", name="Yes, tell me").click()
    expect(page.get_by_role("heading", name="You are told from now on")).to_be_visible()
    kept = Subscription.objects.get()
    assert (kept.pace, kept.ships) == ("daily", ["9074729"])
    page.goto(f"/advisory/subscribe/leave/{signing.leave_link(kept.uid)}/")
    looked_at(page)
    page.get_by_role("button", name="Yes, tell me no longer").click()
    expect(page.get_by_role("heading", name="You are told no longer")).to_be_visible()
    looked_at(page)
    assert not Subscription.objects.exists()


def test_ones_own_pages(context, sign_in):
    sign_in(holder(Role.OPERATOR, email="olga@example.org"))
    page = context.new_page()
    page.goto("/me/subscription/")
    looked_at(page)
    page.get_by_role("textbox", name="Countries").fill("Nigeria")
    page.get_by_role("button", name="Tell me").click()
    expect(page.get_by_text("It was saved.")).to_be_visible()
    looked_at(page)
    page.goto("/me/webhooks/")
    looked_at(page)
    page.get_by_role("textbox", name="Address").fill("https://example.org/psa")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("Copy the secret now")).to_be_visible()
    looked_at(page)


def test_the_officers_page(context, sign_in):
    told = EditionTold.objects.create(edition="2025-09-17-psa-4-25", noticed_at=clock.now())
    said = {
        "edition": told,
        "due_at": clock.now(),
        "attempts": 1,
        "reason": "The mail server refused the address (550).",
    }
    for number, state in enumerate((Sending.GIVEN_UP, Sending.QUEUED, Sending.UNKNOWN)):
        Message.objects.create(subscription=subscriber(f"a{number}@example.org"), state=state, **said)
    sign_in(holder(Role.HEADQUARTERS))
    page = context.new_page()
    page.goto("/desk/editions/messages/")
    looked_at(page)
    page.get_by_role("button", name="Try again").first.click()
    expect(page.get_by_text("It is tried again with the next run.")).to_be_visible()
