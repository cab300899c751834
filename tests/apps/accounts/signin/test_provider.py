"""Sign-in by an OpenID Connect provider: for who has an account with the address that it vouches for."""

import html
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client, override_settings

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from tests import people
from tests.apps.accounts.signin.conftest import code, is_in, told
from tests.apps.accounts.signin.provider import Provider

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def running() -> Iterator[Provider]:
    provider = Provider()
    yield provider
    provider.stop()


@pytest.fixture
def provider(running: Provider) -> Iterator[Provider]:
    running.claims = {"sub": "42", "email": "ana.reyes@example.org", "email_verified": True, "name": "Ana"}
    running.broken = running.wrong_audience = False
    with override_settings(SOCIALACCOUNT_PROVIDERS=running.settings()):
        yield running


def go(client: Client, provider: Provider, query: str = "", **change: Any) -> Any:
    """Press the button, sign in at the provider, and come back."""
    there = leads_to(client.post(f"/accounts/oidc/openid/login/{query}"))
    assert there.startswith(f"{provider.issuer}/authorize?")
    back = provider.authorize(there)
    return client.get(f"/accounts/oidc/openid/login/callback/?{back}", **change)


def leads_to(response: Any) -> str:
    """Where the page between leads. A redirect after a form would be stopped by the content security policy."""
    assert response.status_code == 200
    found = re.search(r'<meta http-equiv="refresh" content="0;url=([^"]+)">', response.content.decode())
    assert found
    return html.unescape(found[1])


def test_whoever_has_an_account_with_the_same_verified_address_is_signed_in(ana: User, provider: Provider) -> None:
    client = Client()
    response = go(client, provider)
    assert response.headers["Location"] == "/me/home/"
    assert is_in(client)
    assert client.get("/me/security/").context["viewer"].user_id == ana.pk
    assert told() == ["signed_in"]
    assert "single sign-on" in _sentence()


def test_and_again_the_next_time(ana: User, provider: Provider) -> None:
    go(Client(), provider)
    client = Client()
    go(client, provider)
    assert is_in(client)


def test_the_button_is_there_only_where_a_provider_is_configured(provider: Provider) -> None:
    assert "Sign in with Harbour login" in Client().get("/accounts/login/").content.decode()
    with override_settings(SOCIALACCOUNT_PROVIDERS={}):
        assert "Harbour login" not in Client().get("/accounts/login/").content.decode()
        assert Client().post("/accounts/oidc/openid/login/").status_code == 404


def test_an_unknown_person_is_refused_kindly(ana: User, provider: Provider) -> None:
    provider.claims |= {"sub": "43", "email": "nobody@example.org"}
    client = Client()
    response = go(client, provider)
    assert response.status_code == 403
    assert "There is no account for your e-mail address. Accounts come by invitation" in response.content.decode()
    assert not is_in(client)
    assert User.objects.count() == 1


@pytest.mark.parametrize("said", [False, "false", "true", None, 1])
def test_an_address_that_is_not_verified_is_refused(ana: User, provider: Provider, said: Any) -> None:
    provider.claims["email_verified"] = said
    client = Client()
    response = go(client, provider)
    assert response.status_code == 403
    assert "does not say that your e-mail address is yours" in response.content.decode()
    assert not is_in(client)


def test_an_address_that_the_account_has_not_proved_is_no_match(ana: User, provider: Provider) -> None:
    ana.emailaddress_set.update(verified=False)
    client = Client()
    go(client, provider)
    assert not is_in(client)


def test_somebody_whose_address_at_the_provider_changed_is_refused(ana: User, provider: Provider) -> None:
    go(Client(), provider)
    provider.claims["email"] = "other@example.org"
    client = Client()
    response = go(client, provider)
    assert "by another address than your account" in response.content.decode()
    assert not is_in(client)


def test_who_is_signed_in_cannot_tie_a_foreign_identity_to_an_account(ana: User, provider: Provider) -> None:
    client = people.client_of(ana)
    provider.claims |= {"sub": "666", "email": "evil@example.org"}
    for query in ("?process=connect", "?process=redirect", ""):
        assert go(client, provider, query).status_code == 403
    assert not ana.socialaccount_set.exists()


def test_staff_are_still_asked_for_their_second_factor(provider: Provider) -> None:
    person = people.holder(Role.ANALYST, name="Ana Reyes")
    client = Client()
    assert go(client, provider).headers["Location"] == "/accounts/2fa/authenticate/"
    assert not is_in(client)
    client.post("/accounts/2fa/authenticate/", {"code": code()})
    assert client.get("/me/security/").context["viewer"].user_id == person.pk


def test_an_inactive_account_stays_out(ana: User, provider: Provider) -> None:
    User.objects.filter(pk=ana.pk).update(is_active=False)
    client = Client()
    assert go(client, provider).headers["Location"] == "/accounts/inactive/"
    assert not is_in(client)


def test_nobody_invented_comes_in_this_way_in_production(ana: User, provider: Provider, as_production: None) -> None:
    User.objects.filter(pk=ana.pk).update(invented=True)
    client = Client()
    assert go(client, provider).headers["Location"] == "/accounts/inactive/"
    assert not is_in(client)


def test_a_broken_provider_is_told_of(ana: User, provider: Provider) -> None:
    provider.broken = True
    client = Client()
    response = go(client, provider)
    assert "The provider could not sign you in" in response.content.decode()
    assert not is_in(client)


def test_a_token_for_somebody_else_is_not_taken(ana: User, provider: Provider) -> None:
    provider.wrong_audience = True
    client = Client()
    assert "could not sign you in" in go(client, provider).content.decode()
    assert not is_in(client)


def test_a_forged_return_is_not_taken(ana: User, provider: Provider) -> None:
    for query in ("code=code-0&state=forged", "code=x", "", "error=access_denied"):
        client = Client()
        response = client.get(f"/accounts/oidc/openid/login/callback/?{query}", follow=True)
        assert response.status_code < 500
        assert not is_in(client)


def test_a_return_is_taken_once_and_in_the_browser_that_asked(ana: User, provider: Provider) -> None:
    client, thief = Client(), Client()
    back = provider.authorize(leads_to(client.post("/accounts/oidc/openid/login/")))
    thief.get(f"/accounts/oidc/openid/login/callback/?{back}")
    assert not is_in(thief)


def test_a_link_alone_does_not_lead_away(provider: Provider) -> None:
    response = Client().get("/accounts/oidc/openid/login/")
    assert response.status_code == 200
    assert "You go there to sign in, and come back here" in response.content.decode()


def _sentence() -> str:
    from roadstead.accounts.security_events import means_in_words
    from roadstead.audit.models import Event

    return means_in_words(Event.objects.for_the_system("a test").get(type="accounts.signed_in").data["means"])
