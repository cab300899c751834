"""Passkeys in a real browser, with an authenticator that Chromium plays: added, used to sign in, and removed."""

import pytest
from django.contrib.auth.hashers import make_password
from playwright.sync_api import Page, expect

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from tests import people
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def officer(transactional_db: None) -> User:
    person = people.person("Ben Okafor")
    User.objects.filter(pk=person.pk).update(password=make_password(people.PASSWORD))
    people.give(person, Role.ANALYST, second_factor=False)
    return person


@pytest.fixture
def page(visit) -> Page:
    """A page with an authenticator."""
    shown = visit("/accounts/login/")
    session = shown.context.new_cdp_session(shown)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return shown


def sign_in_by_password(page: Page, person: User) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill(person.email)
    page.get_by_label("Password").fill(people.PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/me/security/")


def add_passkey(page: Page) -> None:
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Password").fill(people.PASSWORD)  # proves anew who it is
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Name").fill("office key")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("button", name="Add it").click()
    page.wait_for_url("**/accounts/2fa/recovery-codes/")


def test_a_passkey_is_added_and_signs_in_alone(page: Page, officer: User) -> None:
    sign_in_by_password(page, officer)
    expect(page.get_by_text("Set up a second factor to begin")).to_be_visible()
    assert_accessible(page)
    add_passkey(page)
    expect(page.locator(".rs-signin__codes li")).to_have_count(10)
    assert_accessible(page)
    page.get_by_role("link", name="I have kept them").click()
    expect(page.get_by_text("office key").first).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.goto("/accounts/logout/")
    page.get_by_role("button", name="Sign out").click()
    page.goto("/accounts/login/")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/desk/")


def test_a_passkey_is_the_second_factor_after_a_password(page: Page, officer: User) -> None:
    sign_in_by_password(page, officer)
    add_passkey(page)
    page.goto("/accounts/logout/")
    page.get_by_role("button", name="Sign out").click()
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill(officer.email)
    page.get_by_label("Password").fill(people.PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/accounts/2fa/authenticate/")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/desk/")


def test_without_a_passkey_the_page_says_what_to_do(page: Page) -> None:
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_text("No passkey was used").wait_for(state="visible")


def test_a_passkey_is_removed(page: Page, officer: User) -> None:
    sign_in_by_password(page, officer)
    add_passkey(page)
    page.goto("/me/security/")
    page.get_by_role("link", name="Remove office key").click()
    assert_accessible(page)
    page.get_by_role("button", name="Remove it").click()
    page.wait_for_url("**/me/security/")
    expect(page.get_by_text("Set up a second factor to begin")).to_be_visible()
