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


def partners_of(countries: Collection[str], among: Collection[str] | None = None) -> QuerySet[User]:
    """The people outside the programme who read what is shared with any of some States; among: in these roles only."""
    outside = _roles(Permission.READ_SHARED) - _roles(Permission.READ_PROGRAMME)
    if among is not None:
        outside = {role for role in outside if role.value in among}
    return _holding(outside, Q(scopes__kind=ScopeKind.COUNTRY, scopes__value__in=countries))


def tellers_of(countries: Collection[str]) -> QuerySet[User]:
    """The people of embassies and agencies who tell of their own visits to any of some States."""
    return _holding(_roles(Permission.TELL_VISITS), Q(scopes__kind=ScopeKind.COUNTRY, scopes__value__in=countries))


def hosts_of(country: str, facilities: Collection[str] = ()) -> QuerySet[User]:
    """The people outside the programme who answer for a State, or for any of some of its facilities, by number."""
    outside = _roles(Permission.RECOMMEND) - _roles(Permission.READ_PROGRAMME)
    at_home = Q(scopes__kind=ScopeKind.COUNTRY, scopes__value=country)
    return _holding(outside, at_home | Q(scopes__kind=ScopeKind.FACILITY, scopes__value__in=facilities))


def officers_of(facilities: Collection[str]) -> QuerySet[User]:
    """The security officers of some facilities, by number."""
    own = _roles(Permission.READ_OWN_FACILITY)
    return _holding(own, Q(scopes__kind=ScopeKind.FACILITY, scopes__value__in=facilities))


def watch_of(zone: str) -> QuerySet[User]:
    """The people who act on arrivals of a zone, by name; of any zone where none is named."""
    roles = _roles(Permission.ACT_ON_ARRIVALS)
    narrow = {role for role in roles if MEANINGS[role].scope}
    here = [Q(scopes__kind=ScopeKind.ZONE, scopes__value=zone)] if zone else []
    return (_holding(narrow, *here) | _holding(roles - narrow)).order_by("name", "pk")


def operators_of(companies: Collection[str]) -> QuerySet[User]:
    """The people who keep the logs of some companies, as accounts name them."""
    own = _roles(Permission.REPORT_MEASURES)
    return _holding(own, Q(scopes__kind=ScopeKind.COMPANY, scopes__value__in=companies))


def companies_of(person: int) -> set[str]:
    """The companies whose logs somebody keeps."""
    own, kind = _roles(Permission.REPORT_MEASURES), ScopeKind.COMPANY
    grants = Grant.objects.filter(in_force(clock.now()), person=person, role__in=own, scopes__kind=kind)
    return set(grants.values_list("scopes__value", flat=True))


def _roles(permission: Permission) -> set[Role]:
    return {role for role, meaning in MEANINGS.items() if permission in meaning.permissions}


def _holding(roles: Collection[Role], *reaching: Q) -> QuerySet[User]:
    grants = Grant.objects.filter(in_force(clock.now()), *reaching, role__in=roles)
    return User.objects.filter(pk__in=grants.values("person"), is_active=True)
