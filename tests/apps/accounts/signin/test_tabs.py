"""Two tabs with two people: the second sign-in replaces the first, and a form of the first is refused kindly."""

import re

import pytest
from django.test import Client

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from tests import people
from tests.apps.accounts.signin.conftest import sign_in

pytestmark = pytest.mark.django_db


def token(page: str) -> str:
    """What a form on a page sends along."""
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert found
    return found[1]


def signed_in(person: User, client: Client) -> None:
    page = client.get("/accounts/login/").content.decode()
    assert sign_in(client, person, csrfmiddlewaretoken=token(page)).status_code == 302


def test_the_second_person_replaces_the_first_and_forms_of_the_first_are_refused(ana: User) -> None:
    ben = people.person("Ben Okafor", password=people.PASSWORD)
    browser = Client(enforce_csrf_checks=True)
    signed_in(ana, browser)
    first_tab = browser.get("/me/security/")
    assert first_tab.context["viewer"].user_id == ana.pk
    old_form = token(browser.get("/accounts/logout/").content.decode())
    browser.post("/accounts/logout/", {"csrfmiddlewaretoken": old_form})
    signed_in(ben, browser)  # in a second tab
    assert browser.get("/me/security/").context["viewer"].user_id == ben.pk
    response = browser.post("/me/security/sessions/end-others/", {"csrfmiddlewaretoken": old_form})
    assert response.status_code == 403
    page = response.content.decode()
    assert "the form belonged to the person before, and nothing was done in anybody’s name" in page


def test_the_role_switcher_makes_old_forms_worthless_too(made: None) -> None:
    browser = Client(enforce_csrf_checks=True)
    first = token(browser.get("/demonstration/").content.decode())
    browser.post("/demonstration/sign-in/analyst/", {"csrfmiddlewaretoken": first})
    old = token(browser.get("/accounts/logout/").content.decode())
    browser.post("/demonstration/sign-in/watch/", {"csrfmiddlewaretoken": old})
    response = browser.post("/me/security/sessions/end-others/", {"csrfmiddlewaretoken": old})
    assert response.status_code == 403
    assert browser.get("/me/security/").context["viewer"].roles == {Role.WATCH}


def test_a_form_without_a_token_is_refused(ana: User) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ana)
    assert browser.post("/me/security/sessions/end-others/").status_code == 403
