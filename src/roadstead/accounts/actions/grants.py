"""Giving a role, and taking it back."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from roadstead.accounts import queries
from roadstead.accounts.actions import texts
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.granting import give
from roadstead.accounts.actions.notices import notify
from roadstead.accounts.events import RoleGranted, RoleWithdrawn, reach_of, role_name
from roadstead.accounts.models import Grant, User
from roadstead.accounts.roles import MEANINGS, Role
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import Scope
from roadstead.common.access.viewer import Viewer

GIVING = frozenset(role for role in Role if Permission.GRANT_ROLES in MEANINGS[role].permissions)


@action
def grant_role(
    *,
    person: User,
    role: Role,
    scopes: Sequence[Scope] = (),
    why: str,
    by: Viewer,
    valid_from: datetime | None = None,
    valid_until: datetime | None = None,
) -> Grant:
    """Give a role to a person.

    Nobody gives a role to themselves: a second person stands behind every power.
    Raises PermissionDenied, NeedsElevation; AccountsError for a role that cannot be given so.
    """
    by.must(Permission.GRANT_ROLES)
    if by.user_id == person.pk:
        raise AccountsError(_("Nobody gives a role to themselves. Ask a colleague."))
    if not person.is_active:
        raise AccountsError(_("This account may not sign in. A role would do nothing."))
    grant = give(person, role, scopes, why, by.user_id, valid_from, valid_until)
    said = [one.value for one in sorted(set(scopes))]
    until = valid_until.isoformat() if valid_until else ""
    record(RoleGranted(role=role, scopes=said, until=until, why=grant.reason), subject=person, by=by)
    words = {"role": role_name(role), "reach": reach_of(said)}
    notify(person, _("You were given the role %(role)s for %(reach)s.") % words, "/me/rights/", by_mail=True)
    return grant


@action
def withdraw_role(*, grant: Grant, why: str, by: Viewer) -> None:
    """Take a role back; from the next request on its rights are gone. Raises PermissionDenied, AccountsError."""
    by.must(Permission.GRANT_ROLES)
    now = clock.now()
    givers = _givers(now) if grant.role in GIVING else set()
    locked = Grant.objects.select_for_update(of=("self",)).select_related("person").get(pk=grant.pk)
    if locked.withdrawn_at is not None:
        raise AccountsError(_("The role was withdrawn already."))
    if locked.valid_until is not None and locked.valid_until <= now:
        raise AccountsError(_("The role ended already."))
    reason = texts.reason(why, _("Say why the role is withdrawn."))
    if givers and givers <= {locked.pk}:
        raise AccountsError(_("This is the last one who can give roles. Give the role to somebody else first."))
    said = [one.value for one in locked.scopes.all()]
    locked.withdrawn_at, locked.withdrawn_by_id, locked.withdrawn_why = now, by.user_id, reason
    locked.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    record(RoleWithdrawn(role=locked.role, scopes=said, why=reason), subject=locked.person, by=by)
    words = {"role": role_name(locked.role), "reach": reach_of(said)}
    told = _("The role %(role)s for %(reach)s was withdrawn.") % words
    notify(locked.person, told, "/me/rights/", by_mail=True)


def _givers(now: datetime) -> set[int]:
    """The lasting grants by which somebody can give roles, locked in one order: two who withdraw each other's wait."""
    rows = Grant.objects.filter(queries.in_force(now), role__in=GIVING, valid_until__isnull=True)
    rows = rows.filter(person__is_active=True).order_by("pk")
    return set(rows.select_for_update(of=("self",)).values_list("pk", flat=True))
