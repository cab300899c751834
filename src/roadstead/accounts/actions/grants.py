"""Giving a role, and taking it back."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.notices import notify
from roadstead.accounts.events import RoleGranted, RoleWithdrawn, reach_of, role_name
from roadstead.accounts.models import Grant, GrantScope, User
from roadstead.accounts.roles import MEANINGS, Role
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import Scope
from roadstead.common.access.viewer import Viewer

MOST_SCOPES = 300  # more than there are countries


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
    return give(person=person, role=role, scopes=scopes, why=why, by=by, valid_from=valid_from, valid_until=valid_until)


def give(
    *,
    person: User,
    role: Role,
    scopes: Sequence[Scope],
    why: str,
    by: Viewer,
    valid_from: datetime | None = None,
    valid_until: datetime | None = None,
) -> Grant:
    """The writing of a grant, inside of an action that has asked for the right to do it."""
    check(role, scopes, why)
    now = clock.now()
    begins = valid_from or now
    if valid_until is not None and valid_until <= max(begins, now):
        raise AccountsError(_("The role would end before it begins. Choose a later end."))
    grant = Grant.objects.create(
        person=person,
        role=role,
        everywhere=MEANINGS[role].scope is None,
        valid_from=begins,
        valid_until=valid_until,
        reason=why.strip(),
        given_by_id=by.user_id,
        given_at=now,
    )
    GrantScope.objects.bulk_create(
        GrantScope(grant=grant, kind=one.kind, value=one.value) for one in sorted(set(scopes))
    )
    said = [one.value for one in sorted(set(scopes))]
    until = valid_until.isoformat() if valid_until else ""
    record(RoleGranted(role=role, scopes=said, until=until, why=why.strip()), subject=person, by=by)
    notify(person, _("You were given the role %(role)s for %(reach)s.") % _words(role, said), "/me/rights/")
    return grant


def check(role: Role, scopes: Sequence[Scope], why: str) -> None:
    """Raises AccountsError where a role cannot be given for this, or no reason is."""
    wanted = MEANINGS[role].scope
    if not why.strip():
        raise AccountsError(_("Say why the role is given."))
    if wanted is None and scopes:
        raise AccountsError(_("The role %(role)s reaches everywhere; leave out what it is for.") % {"role": role.label})
    if wanted is not None and not scopes:
        raise AccountsError(_("Say for which %(kind)s the role is given.") % {"kind": wanted.label})
    if any(one.kind != wanted or not one.value for one in scopes):
        words = {"role": role.label, "kind": wanted.label if wanted else ""}
        raise AccountsError(_("The role %(role)s is given for %(kind)s, and for nothing else.") % words)
    if len(scopes) > MOST_SCOPES:
        raise AccountsError(_("That is more than one role can be given for; at most %(most)s.") % {"most": MOST_SCOPES})


@action
def withdraw_role(*, grant: Grant, why: str, by: Viewer) -> None:
    """Take a role back; from the next request on its rights are gone. Raises PermissionDenied, AccountsError."""
    by.must(Permission.GRANT_ROLES)
    locked = Grant.objects.select_for_update().select_related("person").get(pk=grant.pk)
    if locked.withdrawn_at is not None:
        raise AccountsError(_("The role was withdrawn already."))
    if not why.strip():
        raise AccountsError(_("Say why the role is withdrawn."))
    said = [one.value for one in locked.scopes.all()]
    locked.withdrawn_at, locked.withdrawn_by_id, locked.withdrawn_why = clock.now(), by.user_id, why.strip()
    locked.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    record(RoleWithdrawn(role=locked.role, scopes=said, why=why.strip()), subject=locked.person, by=by)
    notify(
        locked.person, _("The role %(role)s for %(reach)s was withdrawn.") % _words(locked.role, said), "/me/rights/"
    )


def _words(role: str, scopes: list[str]) -> dict[str, str]:
    return {"role": role_name(role), "reach": reach_of(scopes)}
