"""Who reads: every role with its own reach and with another, and those between."""

from collections.abc import Callable
from dataclasses import dataclass

from django.test import Client

from roadstead.accounts.actions.tokens import make_token
from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common.access.permission import Permission
from tests import people

Make = Callable[[User], Client]  # out of the person whom restricted records name


@dataclass(frozen=True)
class Group:
    """Readers who may read the same."""

    sees: tuple[str, ...]
    readers: dict[str, Make]
    also: frozenset[tuple[str, str]] = frozenset()  # models, and sorts of them, that these may read besides
    finds_put_aside: bool = False  # also of models that show it to the programme alone
    before_reading: Callable[[User], None] = lambda named: None


def holder(role: Role, *values: str, power: bool = False) -> Make:
    def made(named: User) -> Client:
        name = f"{role.label} {' '.join(values) or 'plain'}{' elevated' if power else ''}"
        email = f"{role.value}.{'.'.join(values).lower() or 'plain'}{'.up' if power else ''}.reads@example.org"
        return people.client_of(people.holder(role, *values, name=name, email=email), power=power)

    return made


def program(role: Role, *rights: Permission) -> Make:
    """A program with a token of somebody's."""

    def made(named: User) -> Client:
        return token(people.holder(role, email=f"{role.value}.{rights[0].value}@example.org"), *rights)

    return made


def token(person: User, *rights: Permission) -> Client:
    _, secret = make_token(person=person, name="census", permissions=rights, days=1, by=people.viewer(person))
    return Client(headers={"Authorization": f"Bearer {secret}"})


def leave(named: User) -> None:
    """The person who is named leaves the programme; that there was a record, the person was told before."""
    named.notifications.all().delete()
    named.grants.update(withdrawn_at=named.joined_at, withdrawn_why="left")


GROUPS = {
    "everyone": Group(
        ("public",),
        {
            "public": lambda named: Client(),
            "without a role": lambda named: people.client_of(people.person("Nobody Yet")),
            "operator": holder(Role.OPERATOR),
        },
    ),
    # Best practice that was shared with a State is for the security officers of its facilities, too.
    "facility": Group(
        ("public",),
        {"facility": holder(Role.FACILITY, "NGAPP-0001")},
        also=frozenset({("visits.bestpractice", "for Nigeria")}),
    ),
    "other States": Group(
        ("public",),
        {
            "authority of another State": holder(Role.AUTHORITY, "TG"),
            "embassy of another State": holder(Role.EMBASSY, "TG"),
            "agency for another State": holder(Role.AGENCY, "TG"),
        },
    ),
    "no part in the records": Group(
        ("public",),
        {
            "administrator": holder(Role.ADMINISTRATOR),
            "administrator, elevated": holder(Role.ADMINISTRATOR, power=True),
            "token for something else": program(Role.ANALYST, Permission.ASK_WHAT_IF),
            "named, but gone": people.client_of,
        },
        before_reading=leave,
    ),
    "Nigeria": Group(
        ("public", "for Nigeria"),
        {
            "authority": holder(Role.AUTHORITY, "NG"),
            "embassy": holder(Role.EMBASSY, "NG"),
            "agency": holder(Role.AGENCY, "NG"),
            "token for what is shared": program(Role.LIAISON, Permission.READ_SHARED),
        },
    ),
    "Ghana": Group(("public", "for Ghana"), {"authority of Ghana": holder(Role.AUTHORITY, "GH")}),
    "programme": Group(
        ("public", "for Nigeria", "for Ghana", "programme"),
        {
            "liaison": holder(Role.LIAISON, "NG"),
            "liaison elsewhere": holder(Role.LIAISON, "TG"),
            "watch": holder(Role.WATCH),
            "analyst": holder(Role.ANALYST),
            "headquarters": holder(Role.HEADQUARTERS),
            "token": program(Role.HEADQUARTERS, Permission.READ_PROGRAMME, Permission.READ_LOG),
        },
        finds_put_aside=True,
    ),
    "named": Group(
        ("public", "for Nigeria", "for Ghana", "programme", "restricted"),
        {
            "named": people.client_of,
            "headquarters, elevated": holder(Role.HEADQUARTERS, power=True),
            "token of the named": lambda named: token(named, Permission.READ_PROGRAMME),
        },
        finds_put_aside=True,
    ),
}
