"""People of every role for the tests, made by the very actions that the product uses."""

from dataclasses import replace
from datetime import timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.test import Client, RequestFactory

from roadstead.accounts import queries
from roadstead.accounts.actions import elevation, grants
from roadstead.accounts.middleware import BROWSER_KEY, ELEVATION_KEY, browser
from roadstead.accounts.models import User
from roadstead.accounts.roles import MEANINGS, Role
from roadstead.common import clock
from roadstead.common.access.scope import Scope, ScopeKind
from roadstead.common.access.viewer import Elevated, Viewer, system

SIGNED_IN = 4  # queries of any page for a person: the session, who it is, the grants, the new notifications
PASSWORD = "a long password for the tests"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # of every authenticator app in the tests
SAMPLES = {
    ScopeKind.COUNTRY: "NG",
    ScopeKind.FACILITY: "NGAPP-0001",
    ScopeKind.COMPANY: "EXAMPLE SHIPPING",
    ScopeKind.ZONE: "Houston-Galveston",
}


def almighty() -> Viewer:
    """The program itself with elevated power."""
    return replace(system("the tests"), elevated=Elevated(0, "tests", clock.now() + timedelta(hours=1)))


def person(name: str = "Ana Reyes", *, email: str = "", password: str = "") -> User:
    """An account without any role; with a password only where one is given, since making one takes time."""
    user = User(name=name, email=email or f"{name.lower().replace(' ', '.')}@example.org", joined_at=clock.now())
    if password:
        user.set_password(password)
    else:
        user.set_unusable_password()
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def holder(role: Role | str, *values: str, name: str = "", email: str = "", second_factor: bool = True) -> User:
    """A person who holds a role, for the things named or a sample of what it is given for."""
    role = Role(role)
    made = person(name or f"{role.label} Sample", email=email)
    give(made, role, *values, second_factor=second_factor)
    return made


def give(user: User, role: Role | str, *values: str, second_factor: bool = True) -> None:
    """Give a role to a person, for the things named or a sample; a role that asks for a second factor, with one."""
    role = Role(role)
    kind = MEANINGS[role].scope
    scopes = [Scope(kind, value) for value in values or (SAMPLES[kind],)] if kind else []
    grants.grant_role(person=user, role=role, scopes=scopes, why="for a test", by=almighty())
    if second_factor and MEANINGS[role].staff:
        add_second_factor(user)


def add_second_factor(user: User) -> None:
    """What an authenticator app leaves behind; its secret is no secret."""
    Authenticator.objects.get_or_create(user=user, type=Authenticator.Type.TOTP, defaults={"data": {"secret": SECRET}})


def viewer(user: User) -> Viewer:
    """The rights of a person, as a request would have them."""
    return queries.viewer_of(user)


def elevated(user: User) -> Viewer:
    """The rights of a person who has just taken up elevated power."""
    _, nonce = elevation.take_up(person=user, why="needed for a test", by=viewer(user))
    return queries.viewer_of(user, nonce)


def client_of(user: User, *, power: bool = False) -> Client:
    """A browser in which a person is signed in; with `power`, after taking up elevated power."""
    client = Client()
    client.force_login(user)
    if power:
        _, nonce = elevation.take_up(person=user, why="needed for a test", by=viewer(user))
        session = client.session
        session[ELEVATION_KEY] = nonce
        session[BROWSER_KEY] = browser(RequestFactory().get("/"))
        session.save()
    return client
