"""Who reads what: the staff whom a restricted record may name, and whom to tell when something is shared."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from roadstead.accounts.models import Grant, User
from roadstead.accounts.queries import in_force
from roadstead.accounts.roles import MEANINGS, Role
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer


def staff(viewer: Viewer) -> QuerySet[User]:
    """The people who read the programme's records, for who may write such. Raises PermissionDenied."""
    viewer.must(Permission.WRITE_INFORMATION)
    return staff_among()


def staff_among(people: Collection[int] | None = None) -> QuerySet[User]:
    """The people who read the programme's records; among some, or all of them."""
    readers = _holding(_roles(Permission.READ_PROGRAMME))
    return readers if people is None else readers.filter(pk__in=people)


def partners_of(countries: Collection[str]) -> QuerySet[User]:
    """The people outside the programme who read what is shared with any of some States."""
    outside = _roles(Permission.READ_SHARED) - _roles(Permission.READ_PROGRAMME)
    return _holding(outside, Q(scopes__kind=ScopeKind.COUNTRY, scopes__value__in=countries))


def _roles(permission: Permission) -> set[Role]:
    return {role for role, meaning in MEANINGS.items() if permission in meaning.permissions}


def _holding(roles: Collection[Role], *reaching: Q) -> QuerySet[User]:
    grants = Grant.objects.filter(in_force(clock.now()), *reaching, role__in=roles)
    return User.objects.filter(pk__in=grants.values("person"), is_active=True)
