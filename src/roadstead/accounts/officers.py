"""Officers who answer for countries: who may be given one, what they are called, which countries their role reaches.

For the registry, which keeps portfolios; the rows of accounts stay here.
"""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from roadstead.accounts.models import Grant, GrantScope, Invitation, User
from roadstead.accounts.queries import in_force
from roadstead.accounts.roles import MEANINGS, Role
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind

# A role that writes at the desk; it is given by an administrator, so that no portfolio makes anybody staff.
DESK = frozenset(role for role in Role if Permission.WRITE_INFORMATION in MEANINGS[role].permissions)


def officers() -> QuerySet[User]:
    """Who may answer for a country: people who have a part at the desk, by name."""
    later = Q(withdrawn_at__isnull=True, valid_from__gt=clock.now())
    grants = Grant.objects.filter(in_force(clock.now()) | later, role__in=DESK)
    return User.objects.filter(pk__in=grants.values("person"), is_active=True)


def everybody() -> QuerySet[User]:
    """Everybody with an account, for the index of search; who of them is shown to a viewer is asked again."""
    return User.objects.filter(is_active=True)


def officer(number: int) -> User | None:
    """Someone who may answer for a country."""
    return officers().filter(pk=number).first()


def liaisons() -> QuerySet[User]:
    """Who is a liaison officer at this moment."""
    grants = Grant.objects.filter(in_force(clock.now()), role=Role.LIAISON)
    return User.objects.filter(pk__in=grants.values("person"), is_active=True)


def names(numbers: Collection[int]) -> dict[int, str]:
    """What people are called."""
    return dict(User.objects.filter(pk__in=numbers).values_list("pk", "name"))


def reached() -> set[tuple[int, str]]:
    """Which liaison officer's role reaches which country at this moment: pairs of number and code."""
    grants = Grant.objects.filter(in_force(clock.now()), role=Role.LIAISON, person__is_active=True)
    scopes = GrantScope.objects.filter(grant__in=grants.order_by().values("pk"), kind=ScopeKind.COUNTRY)
    return set(scopes.order_by().values_list("grant__person_id", "value"))


def open_invitations(countries: Collection[str]) -> list[tuple[str, str, date]]:
    """Invitations for some countries that can still be accepted: country, role in words, last day. Names no person."""
    now = clock.now()
    rows = Invitation.objects.filter(accepted_at__isnull=True, revoked_at__isnull=True, expires_at__gt=now)
    return [
        (value, str(one.get_role_display()), one.expires_at.date())
        for one in rows
        for kind, value in one.scopes
        if kind == ScopeKind.COUNTRY and value in countries
    ]
