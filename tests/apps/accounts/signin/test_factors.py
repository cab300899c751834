"""Second factors through the pages: set up, asked for at sign-in, removed; each with its event."""

import re
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from tests import people
from tests.apps.accounts.signin.conftest import code, is_in, prove, sign_in, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(db: None) -> User:
    """An analyst with a password, who has no second factor yet."""
    person = people.person("Ben Okafor", password=people.PASSWORD)
    people.give(person, Role.ANALYST, second_factor=False)
    return person


def signed_in(person: User) -> Client:
    client = Client()
    sign_in(client, person)
    return client


def set_up(client: Client) -> tuple[str, list[str]]:
    """Set up an authenticator app as the page leads; its key, and the recovery codes that are shown."""
    prove(client)
    page = client.get("/accounts/2fa/totp/activate/").content.decode()
    found = re.search(r'rs-signin__key">(\w+)<', page)
    assert found
    shown = client.post("/accounts/2fa/totp/activate/", {"code": code(found[1])}, follow=True).content.decode()
    return found[1], re.findall(r"<li><code>([\w -]+)</code>", shown)


def test_staff_are_led_to_set_one_up_before_any_page_opens(officer: User) -> None:
    client = signed_in(officer)
    assert client.get("/me/home/").headers["Location"] == "/me/security/"
    for path in ("/desk/", "/desk/what-if/"):
        assert client.get(path).headers["Location"].startswith("/me/security/?next=%2Fdesk%2F"), path
    page = client.get("/me/security/?next=/desk/").content.decode()
    assert "Set up a second factor to begin" in page


def test_the_api_says_so_too() -> None:
    client = people.client_of(people.holder(Role.HEADQUARTERS, second_factor=False))
    response = client.get("/api/v1/events")
    assert response.status_code == 403
    assert "Set up a second factor first" in response.json()["detail"]


@pytest.mark.django_db(transaction=True)  # the message to the owner leaves once the change holds
def test_with_one_set_up_the_desk_opens(officer: User) -> None:
    client = signed_in(officer)
    _, codes = set_up(client)
    assert len(codes) == 10
    assert client.get("/desk/").status_code == 200
    assert told()[-2:] == ["second_factor_added", "second_factor_added"]  # the app, and the recovery codes with it
    assert mail.outbox[-1].to == [officer.email]
    page = client.get("/me/security/?next=/desk/").content.decode()
    assert 'href="/desk/">Go on to the page you wanted' in page


def test_recovery_codes_are_shown_once(officer: User) -> None:
    client = signed_in(officer)
    _, codes = set_up(client)
    again = client.get("/accounts/2fa/recovery-codes/").content.decode()
    assert "cannot be shown again" in again
    assert not any(one in again for one in codes)


def test_a_second_factor_is_not_set_up_without_proving_anew_who_one_is(officer: User) -> None:
    response = signed_in(officer).get("/accounts/2fa/totp/activate/")
    assert response.headers["Location"].startswith("/accounts/reauthenticate/")


def test_after_the_password_the_code_is_asked_for(officer: User) -> None:
    people.add_second_factor(officer)
    client = signed_in(officer)
    assert not is_in(client)
    page = client.get("/accounts/2fa/authenticate/").content.decode()
    assert "Your password was right" in page
    response = client.post("/accounts/2fa/authenticate/", {"code": code()})
    assert response.headers["Location"] == "/me/home/"
    assert client.get("/desk/").status_code == 200
    assert told()[-1:] == ["signed_in"]


def test_a_wrong_code_is_refused_and_recorded(officer: User) -> None:
    people.add_second_factor(officer)
    client = signed_in(officer)
    wrong = f"{(int(code()) + 1) % 1_000_000:06}"
    assert "The code is wrong" in client.post("/accounts/2fa/authenticate/", {"code": wrong}).content.decode()
    assert not is_in(client)
    assert told()[-1:] == ["sign_in_failed"]


def test_codes_cannot_be_guessed_for_long(officer: User) -> None:
    people.add_second_factor(officer)
    client = signed_in(officer)
    for _ in range(5):
        client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    page = client.post("/accounts/2fa/authenticate/", {"code": code()}).content.decode()
    assert "Too many attempts failed" in page
    assert not is_in(client)


def test_a_code_is_good_once_as_long_as_clocks_may_differ(officer: User, later: Callable[[float], None]) -> None:
    people.add_second_factor(officer)
    used = code()
    signed_in(officer).post("/accounts/2fa/authenticate/", {"code": used})
    later(31)  # allauth itself would have forgotten it, and the tolerance for clocks still takes it
    thief = signed_in(officer)
    assert "was used already" in thief.post("/accounts/2fa/authenticate/", {"code": used}).content.decode()
    assert not is_in(thief)


def test_a_recovery_code_is_good_once(officer: User) -> None:
    _, codes = set_up(signed_in(officer))
    first, second = signed_in(officer), signed_in(officer)
    first.post("/accounts/2fa/authenticate/", {"code": codes[0]})
    assert is_in(first)
    second.post("/accounts/2fa/authenticate/", {"code": codes[0]})
    assert not is_in(second)


def test_without_its_factor_a_staff_role_waits_again(officer: User) -> None:
    client = signed_in(officer)
    set_up(client)
    client.post("/accounts/2fa/totp/deactivate/")
    assert not Authenticator.objects.filter(user=officer).exists()
    assert client.get("/desk/").headers["Location"].startswith("/me/security/")
    assert told()[-2:] == ["second_factor_removed", "second_factor_removed"]


def test_new_recovery_codes_make_the_old_ones_worthless(officer: User) -> None:
    client = signed_in(officer)
    _, old = set_up(client)
    client.post("/accounts/2fa/recovery-codes/generate/")
    other = signed_in(officer)
    other.post("/accounts/2fa/authenticate/", {"code": old[0]})
    assert not is_in(other)


def test_invented_people_are_told_why_they_need_none(officer: User) -> None:
    User.objects.filter(pk=officer.pk).update(invented=True)
    page = signed_in(officer).get("/me/security/").content.decode()
    assert "You are somebody invented, so no second factor is asked of you" in page


def test_nobody_touches_the_passkey_of_somebody_else(officer: User) -> None:
    other = people.person("Cai Ito")
    key = Authenticator.objects.create(user=other, type="webauthn", data={"name": "office key", "credential": {}})
    client = signed_in(officer)
    prove(client)
    for act in ("remove", "edit"):
        assert client.get(f"/accounts/2fa/webauthn/keys/{key.pk}/{act}/").status_code == 404
        assert client.post(f"/accounts/2fa/webauthn/keys/{key.pk}/{act}/").status_code == 404


def test_a_passkey_is_renamed(officer: User) -> None:
    key = Authenticator.objects.create(user=officer, type="webauthn", data={"name": "old", "credential": {}})
    client = Client()
    client.force_login(officer)
    prove(client)
    path = f"/accounts/2fa/webauthn/keys/{key.pk}/edit/"
    assert 'value="old"' in client.get(path).content.decode()
    client.post(path, {"name": "office key"})
    key.refresh_from_db()
    assert key.wrap().name == "office key"
    assert "office key" in client.get(f"/accounts/2fa/webauthn/keys/{key.pk}/remove/").content.decode()


def test_who_proves_anew_may_choose_how(officer: User) -> None:
    people.add_second_factor(officer)
    Authenticator.objects.create(user=officer, type="webauthn", data={"name": "key", "credential": {}})
    client = Client()
    client.force_login(officer)
    page = client.get("/accounts/reauthenticate/?next=/accounts/2fa/totp/deactivate/").content.decode()
    assert "/accounts/2fa/reauthenticate/?next=" in page
    response = client.post("/accounts/2fa/reauthenticate/?next=/accounts/2fa/totp/deactivate/", {"code": code()})
    assert response.headers["Location"] == "/accounts/2fa/totp/deactivate/"
    assert "Remove it" in client.get("/accounts/2fa/totp/deactivate/").content.decode()


def test_a_form_that_waits_for_a_second_factor_says_that_nothing_was_done() -> None:
    client = people.client_of(people.holder(Role.LIAISON, second_factor=False))
    response = client.post("/desk/invitations/new/", {}, follow=True)
    assert response.redirect_chain == [("/me/security/", 302)]
    assert "Nothing was done: your role asks for a second factor" in response.content.decode()
