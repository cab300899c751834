"""Fixtures for signing in: people with passwords, codes of authenticator apps, and a clock for limits."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.http import HttpResponse
from django.test import Client, override_settings
from django.utils import timezone

from roadstead.accounts import demonstration
from roadstead.accounts.models import User
from roadstead.audit.models import Event
from tests import people


@pytest.fixture
def as_production() -> Iterator[None]:
    """The settings of production, as far as pages ask for them."""
    with override_settings(ENVIRONMENT=replace(settings.ENVIRONMENT, production=True)):
        yield


@pytest.fixture
def ana(db: None) -> User:
    """Somebody with a password and no role."""
    return people.person("Ana Reyes", password=people.PASSWORD)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Move the clock of limits, codes and their cache: `later(301)` is five minutes on."""
    moved = [0.0]
    real, present = time.time, timezone.now  # noqa: TID251 - the clocks that allauth and Django's cache read
    monkeypatch.setattr(time, "time", lambda: real() + moved[0])
    monkeypatch.setattr(timezone, "now", lambda: present() + timedelta(seconds=moved[0]))

    def move(seconds: float) -> None:
        moved[0] += seconds

    return move


def sign_in(client: Client, person: User | str, password: str = people.PASSWORD, **extra: str) -> HttpResponse:
    """What the form of the sign-in page sends."""
    email = person if isinstance(person, str) else person.email
    return client.post("/accounts/login/", {"login": email, "password": password, **extra})


def prove(client: Client, password: str = people.PASSWORD) -> None:
    """Show anew who it is, as pages about second factors ask."""
    assert client.post("/accounts/reauthenticate/", {"password": password}).status_code == 302


def code(secret: str = people.SECRET) -> str:
    """What an authenticator app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))  # noqa: TID251 - the clock that allauth reads


def is_in(client: Client) -> bool:
    """Whether a browser is signed in."""
    return client.get("/me/security/").status_code == 200


def told() -> list[str]:
    """The types of all events, in their order."""
    rows = Event.objects.for_the_system("a test looks at all of them").order_by("number")
    return [one.type.partition(".")[2] for one in rows]


@pytest.fixture
def made(db: None, tmp_path: Path) -> Iterator[list[demonstration.Account]]:
    """The invented people of the demonstration."""
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a dozen good ones would take a second
    with override_settings(DATA_DIR=tmp_path, PASSWORD_HASHERS=quick):
        yield demonstration.make()
