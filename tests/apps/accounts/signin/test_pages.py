"""Every page around signing in, as somebody sees it."""

import pytest
from django.test import Client

from roadstead.accounts.roles import Role
from tests import people

pytestmark = pytest.mark.django_db
OPEN = [
    "/accounts/login/",
    "/accounts/inactive/",
    "/accounts/signup/",
    "/accounts/confirm-email/",
    "/accounts/confirm-email/nonsense/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/password/reset/key/1-nonsense/",
    "/accounts/password/reset/key/done/",
    "/accounts/oidc/login/cancelled/",
    "/recovery/stop/nonsense/",
    "/recovery/use/nonsense/",
    "/demonstration/",
    "/outbox/",
]
OWN = ["/me/security/", "/accounts/logout/", "/accounts/email/", "/accounts/password/set/"]


@pytest.mark.parametrize("path", OPEN)
def test_it_is_open_and_ours(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert b"usa-header" in response.content
    assert b"<style" not in response.content
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("path", OWN)
def test_it_asks_for_a_sign_in_and_then_opens(client: Client, path: str) -> None:
    if path != "/accounts/logout/":
        assert client.get(path).headers["Location"].startswith("/accounts/login/")
    response = people.client_of(people.holder(Role.ANALYST)).get(path)
    assert response.status_code == 200
    assert b"usa-header" in response.content


def test_nobody_signs_up(client: Client) -> None:
    response = client.post("/accounts/signup/", {"email": "new@example.org", "password1": people.PASSWORD})
    assert "Accounts come by invitation" in response.content.decode()
    assert not people.User.objects.filter(email="new@example.org").exists()


def test_a_flood_is_told_to_wait(client: Client) -> None:
    for _ in range(30):
        client.post("/accounts/login/", {})
    response = client.post("/accounts/login/", {})
    assert response.status_code == 429
    assert "Too many attempts" in response.content.decode()
