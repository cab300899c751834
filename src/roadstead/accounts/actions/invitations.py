"""Inviting by a link: made, revoked. `accepting` has the other side."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from roadstead.accounts import secrets
from roadstead.accounts.actions import granting, texts
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.events import InvitationRevoked, Invited
from roadstead.accounts.models import Invitation, User
from roadstead.accounts.roles import Role
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import Scope, ScopeKind
from roadstead.common.access.viewer import Viewer

GOOD_FOR = timedelta(days=7)
LONGEST_NAME = 100  # characters
# Who may invite to what; every other role only with elevated power.
PARTNERS = frozenset({Role.AUTHORITY, Role.FACILITY})


@action
def invite(
    *,
    email: str,
    name: str,
    role: Role,
    scopes: Sequence[Scope],
    why: str,
    by: Viewer,
    role_until: datetime | None = None,
) -> tuple[Invitation, str]:
    """Offer a role by e-mail; returns the invitation with the secret of its link, for the message alone.

    Raises PermissionDenied, NeedsElevation, AccountsError.
    """
    reason = granting.check(role, scopes, why)
    must_invite(by, role, scopes)
    address = address_of(email)
    named = texts.fitting(name, LONGEST_NAME, _("Give the name of the person you invite."))
    if by.user_id is None or by.token_id is not None:
        raise AccountsError(_("An invitation is made by a person who is signed in."))
    if User.objects.filter(email=address, pk=by.user_id).exists():
        raise AccountsError(_("Nobody invites themselves. Ask a colleague."))
    now, secret = clock.now(), secrets.new()
    granting.check_end(role_until, now)
    invitation = Invitation.objects.create(
        email=address,
        name=named,
        role=role,
        scopes=[[one.kind.value, one.value] for one in sorted(set(scopes))],
        role_until=role_until,
        reason=reason,
        digest=secrets.digest(secret),
        invited_by_id=by.user_id,
        invited_at=now,
        expires_at=now + GOOD_FOR,
    )
    said = [one.value for one in sorted(set(scopes))]
    record(Invited(role=role, scopes=said, why=reason), subject=invitation, by=by)
    return invitation, secret


def must_invite(by: Viewer, role: Role, scopes: Sequence[Scope]) -> None:
    """Raises PermissionDenied or NeedsElevation where somebody may not invite to a role for these things."""
    permission = right_for(by, role)
    if permission is Permission.INVITE_PARTNER:
        for country in sorted({country_of(scope) for scope in scopes}):
            by.must(permission, country=country)
    else:
        by.must(permission)


def right_for(by: Viewer, role: Role) -> Permission:
    """The right by which somebody would invite to a role."""
    if role in PARTNERS and by.could(Permission.INVITE_PARTNER):
        return Permission.INVITE_PARTNER
    if role == Role.OPERATOR and by.could(Permission.INVITE_OPERATOR):
        return Permission.INVITE_OPERATOR
    return Permission.INVITE_STAFF


def may_still(inviter: Viewer, role: Role, scopes: Sequence[Scope]) -> bool:
    """Whether somebody who invited could do so today, elevated power aside: who invites has it for minutes only."""
    permission = right_for(inviter, role)
    if permission is Permission.INVITE_PARTNER:
        return all(inviter.may(permission, country=country_of(scope)) for scope in scopes)
    return inviter.could(permission)


def country_of(scope: Scope) -> str:
    """The country in which a thing lies: a facility's number begins with its code, as in NGAPP-0001."""
    return scope.value[:2] if scope.kind in (ScopeKind.COUNTRY, ScopeKind.FACILITY) else scope.value


@action
def revoke(*, invitation: Invitation, by: Viewer) -> None:
    """Make the link of an invitation worthless. Who made it may, and who may invite to any role."""
    if by.user_id != invitation.invited_by_id or by.token_id is not None:
        by.must(Permission.INVITE_STAFF)
    locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if locked.accepted_at is not None:
        raise AccountsError(_("The invitation was accepted already. Withdraw the role instead."))
    if locked.revoked_at is not None:
        raise AccountsError(_("The invitation was revoked already."))
    locked.revoked_at, locked.revoked_by_id = clock.now(), by.user_id
    locked.save(update_fields=["revoked_at", "revoked_by"])
    record(InvitationRevoked(role=locked.role), subject=locked, by=by)


def address_of(email: str) -> str:
    """An address as it is kept. Raises AccountsError."""
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise AccountsError(_("Write an e-mail address, as in ana.reyes@example.org.")) from error
    return address
