"""The pages of signing in, of one's own security, of recovery and of the demonstration, in a browser."""

import pytest
from django.core.mail import send_mail
from django.test import override_settings
from playwright.sync_api import expect

from roadstead.accounts import demonstration
from roadstead.accounts.actions import recovery
from tests import people
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OPEN = [
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/confirm-email/nonsense/",
    "/recovery/stop/nonsense/",
    "/recovery/use/nonsense/",
]


@pytest.fixture
def outbox(tmp_path):
    """Messages go to a folder, and what the demonstration keeps to another."""
    folder = "roadstead.common.outbox.FolderBackend"
    with override_settings(EMAIL_BACKEND=folder, OUTBOX=tmp_path / "outbox", DATA_DIR=tmp_path):
        yield


@pytest.mark.parametrize("path", OPEN)
def test_the_ways_in_are_accessible_and_fit(visit, path):
    page = visit(path)
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_a_wrong_password_takes_the_focus_to_what_is_wrong(visit, transactional_db):
    page = visit("/accounts/login/")
    page.get_by_label("E-mail address").fill("nobody@example.org")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator(":focus")).to_contain_text("You are not signed in")
    expect(page.get_by_label("E-mail address")).to_have_value("nobody@example.org")
    assert_accessible(page)


def test_a_button_makes_one_somebody_else(visit, outbox, transactional_db):
    demonstration.make()
    page = visit("/demonstration/")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("button", name="Sign in as Wanda Watch (invented)").click()
    page.wait_for_url("**/watch/")
    expect(page.get_by_text("Demonstration: invented people")).to_be_visible()
    page.get_by_role("link", name="Be somebody else").click()
    page.get_by_role("button", name="Sign in as Ada Authority (invented)").click()
    page.wait_for_url("**/partner/")
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_the_outbox_leads_on(visit, outbox, live_server):
    send_mail(
        "Set a new password", f"Open {live_server.url}/accounts/signup/ now, {'x' * 80}.", None, ["ana@example.org"]
    )
    page = visit("/outbox/")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("link", name="Set a new password").click()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("link", name="/accounts/signup/").click()
    page.wait_for_url("**/accounts/signup/")


def test_a_recovery_is_seen_by_both_sides(visit, outbox, transactional_db):
    demonstration.make()
    owner = demonstration.sign_in_as("analyst")
    people.add_second_factor(owner)
    page = visit("/demonstration/")
    page.get_by_role("button", name="Sign in as Adam Administrator (invented)").click()
    page.goto(f"/desk/accounts/{owner.pk}/recovery/")
    page.get_by_label("What you need it for").fill("Someone lost a phone.")
    page.get_by_role("button", name="Take up elevated power").click()
    page.get_by_label("How do you know").fill("Called back on the number of the duty book.")
    assert_accessible(page)
    page.get_by_role("button", name="Open it, and tell the owner").click()
    expect(page.get_by_text("the owner was told")).to_be_visible()
    assert recovery.open_for(owner) is not None
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.goto("/demonstration/")
    page.get_by_role("button", name="Sign in as Anil Analyst (invented)").click()
    page.goto("/me/security/")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("button", name="Stop the recovery").click()
    expect(page.get_by_text("Nothing of your account has changed")).to_be_visible()
