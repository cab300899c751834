"""What the page about one's own security shows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.utils.translation import gettext as _

from roadstead.accounts.models import AccountRecovery, User
from roadstead.common.access.viewer import Viewer

BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"))
MORE_SYSTEMS = (("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"))


@dataclass(frozen=True, slots=True)
class Session:
    """One session of a person, as the page lists it."""

    pk: int
    since: datetime
    address: str
    browser: str
    current: bool


@dataclass(frozen=True, slots=True)
class Security:
    """How somebody signs in: what there is of each, and what is still asked for."""

    person: User
    app: Authenticator | None
    passkeys: tuple[Authenticator, ...]
    codes_left: int | None
    sessions: tuple[Session, ...]
    recovery: AccountRecovery | None
    waiting: bool
    exempt: bool

    @property
    def has_factor(self) -> bool:
        return self.app is not None or bool(self.passkeys)


def security(person: User, viewer: Viewer, session_key: str | None) -> Security:
    """Everything the page shows. Sessions that are over are left out, and forgotten."""
    held: dict[str, list[Authenticator]] = {}
    for one in Authenticator.objects.filter(user=person).order_by("created_at", "pk"):
        held.setdefault(one.type, []).append(one)
    codes = held.get(Authenticator.Type.RECOVERY_CODES, [])
    return Security(
        person=person,
        app=next(iter(held.get(Authenticator.Type.TOTP, [])), None),
        passkeys=tuple(held.get(Authenticator.Type.WEBAUTHN, [])),
        codes_left=len(codes[0].wrap().get_unused_codes()) if codes else None,
        sessions=_sessions(person, session_key),
        recovery=AccountRecovery.objects.filter(person=person, ended_at__isnull=True).first(),
        waiting=bool(viewer.waiting),
        exempt=person.invented and not settings.ENVIRONMENT.production,
    )


def _sessions(person: User, session_key: str | None) -> tuple[Session, ...]:
    living: list[Any] = UserSession.objects.purge_and_list(person)
    shown = [
        Session(one.pk, one.created_at, one.ip, browser(one.user_agent), one.session_key == session_key)
        for one in living
    ]
    return tuple(sorted(shown, key=lambda one: (not one.current, -one.since.timestamp())))


def browser(agent: str) -> str:
    """A browser's long description of itself in two words, as far as it can be believed."""
    name = next((word for mark, word in BROWSERS if mark in agent), "")
    system = next((word for mark, word in SYSTEMS + MORE_SYSTEMS if mark in agent), "")
    if name and system:
        return _("%(browser)s on %(system)s") % {"browser": name, "system": system}
    return name or system or _("Unknown browser")
