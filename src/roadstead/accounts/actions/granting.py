"""The writing of a grant, inside of an action that has asked for the right to do it."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from roadstead.accounts.actions import texts
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.models import Grant, GrantScope, User
from roadstead.accounts.roles import MEANINGS, Role
from roadstead.accounts.scopes import problem
from roadstead.common import clock
from roadstead.common.access.scope import Scope

MOST_SCOPES = 300  # more than there are countries


def give(
    person: User,
    role: Role,
    scopes: Sequence[Scope],
    why: str,
    given_by: int | None,
    valid_from: datetime | None = None,
    valid_until: datetime | None = None,
) -> Grant:
    """Write a grant. The caller asks for the right and records the event. Raises AccountsError."""
    reason = check(role, scopes, why)
    now = clock.now()
    begins = valid_from or now
    if begins < now:
        raise AccountsError(_("A role begins now or later: what was done before stays as it was."))
    check_end(valid_until, begins)
    grant = Grant.objects.create(
        person=person,
        role=role,
        everywhere=MEANINGS[role].scope is None,
        valid_from=begins,
        valid_until=valid_until,
        reason=reason,
        given_by_id=given_by,
        given_at=now,
    )
    GrantScope.objects.bulk_create(
        GrantScope(grant=grant, kind=one.kind, value=one.value) for one in sorted(set(scopes))
    )
    return grant


def check_end(until: datetime | None, begins: datetime) -> None:
    """Raises AccountsError where a role would end before it begins."""
    if until is not None and until <= begins:
        raise AccountsError(_("The role would end before it begins. Choose a later end."))


def check(role: Role, scopes: Sequence[Scope], why: str) -> str:
    """The reason, tidied. Raises AccountsError where a role cannot be given for this, or no reason is."""
    wanted = MEANINGS[role].scope
    reason = texts.reason(why, _("Say why the role is given."))
    if wanted is None and scopes:
        raise AccountsError(_("The role %(role)s reaches everywhere; leave out what it is for.") % {"role": role.label})
    if wanted is not None and not scopes:
        raise AccountsError(_("Say for which %(kind)s the role is given.") % {"kind": wanted.label})
    if any(one.kind != wanted for one in scopes):
        words = {"role": role.label, "kind": wanted.label if wanted else ""}
        raise AccountsError(_("The role %(role)s is given for %(kind)s, and for nothing else.") % words)
    if len(set(scopes)) > MOST_SCOPES:
        raise AccountsError(_("That is more than one role can be given for; at most %(most)s.") % {"most": MOST_SCOPES})
    if wrong := [said for one in scopes if (said := problem(one))]:
        raise AccountsError(" ".join(wrong[:3]))
    return reason
