"""Invented people for the demonstration: one for each role, and a second administrator, since some acts need two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.conf import settings
from django.utils.translation import gettext as _

from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.granting import give
from roadstead.accounts.events import AccountMade, RoleGranted
from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.scope import Scope, ScopeKind
from roadstead.common.access.viewer import Viewer

COUNTRY, FACILITY, COMPANY, ZONE = ScopeKind.COUNTRY, ScopeKind.FACILITY, ScopeKind.COMPANY, ScopeKind.ZONE


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody who does not exist. `handle` is the name in addresses and before the @."""

    handle: str
    name: str
    organisation: str
    role: Role
    scopes: tuple[Scope, ...] = ()

    @property
    def email(self) -> str:
        return f"{self.handle}@roadstead.example"


def _for(kind: ScopeKind, *values: str) -> tuple[Scope, ...]:
    return tuple(Scope(kind, value) for value in values)


PEOPLE = (
    Invented(
        "operator", "Olga Operator (invented)", "Example Shipping", Role.OPERATOR, _for(COMPANY, "EXAMPLE SHIPPING")
    ),
    Invented("authority", "Ada Authority (invented)", "Maritime authority", Role.AUTHORITY, _for(COUNTRY, "NG")),
    Invented("facility", "Femi Facility (invented)", "Example terminal", Role.FACILITY, _for(FACILITY, "NGAPP-9001")),
    Invented("embassy", "Emil Embassy (invented)", "Example embassy", Role.EMBASSY, _for(COUNTRY, "NG")),
    Invented("agency", "Agnes Agency (invented)", "Example agency", Role.AGENCY, _for(COUNTRY, "GH", "NG")),
    Invented("liaison", "Liam Liaison (invented)", "Programme", Role.LIAISON, _for(COUNTRY, "CM", "GH", "NG")),
    Invented("watch", "Wanda Watch (invented)", "Captain of the Port", Role.WATCH, _for(ZONE, "Houston-Galveston")),
    Invented("analyst", "Anil Analyst (invented)", "Programme", Role.ANALYST),
    Invented("headquarters", "Hana Headquarters (invented)", "Programme", Role.HEADQUARTERS),
    Invented("administrator", "Adam Administrator (invented)", "Programme", Role.ADMINISTRATOR),
    Invented("administrator-2", "Asta Administrator (invented)", "Programme", Role.ADMINISTRATOR),
)


@action
def make_invented_people(*, passwords: Mapping[str, str], by: Viewer) -> None:
    """Make those who are not there yet; a password for each, by its handle. Raises AccountsError in production."""
    if settings.ENVIRONMENT.production:
        raise AccountsError(_("Nobody is made up where the work is real."))
    missing = [one for one in PEOPLE if not User.objects.filter(email=one.email).exists()]
    for one in missing:
        _make(one, passwords[one.handle], by)
    if not missing:
        unchanged()


@action
def make_more_people(*, people: Sequence[Invented], by: Viewer) -> None:
    """Make further invented people who are not there yet; nobody signs in as them. Raises AccountsError in production.

    That is for the demonstration alone, which is why nothing here asks for a right.
    """
    if settings.ENVIRONMENT.production:
        raise AccountsError(_("Nobody is made up where the work is real."))
    there = set(User.objects.filter(email__in=[one.email for one in people]).values_list("email", flat=True))
    missing = [one for one in people if one.email not in there]
    for one in missing:
        _make(one, None, by)
    if not missing:
        unchanged()


def _make(one: Invented, password: str | None, by: Viewer) -> None:
    person = User(email=one.email, name=one.name, organisation=one.organisation, invented=True, joined_at=clock.now())
    person.set_password(password)
    person.save()
    EmailAddress.objects.create(user=person, email=one.email, verified=True, primary=True)
    record(AccountMade(how=_("made up for the demonstration")), subject=person, by=by)
    grant = give(person, one.role, one.scopes, _("For the demonstration."), by.user_id)
    said = [scope.value for scope in one.scopes]
    record(RoleGranted(role=one.role, scopes=said, until="", why=grant.reason), subject=person, by=by)
