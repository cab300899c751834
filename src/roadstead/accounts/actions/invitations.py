"""Inviting by a link: made, sent, accepted once, revoked."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from roadstead.accounts import secrets
from roadstead.accounts.actions import grants
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.notices import notify
from roadstead.accounts.events import AccountMade, InvitationAccepted, InvitationRevoked, Invited
from roadstead.accounts.models import Invitation, User
from roadstead.accounts.roles import Role
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import Scope, ScopeKind
from roadstead.common.access.viewer import Viewer

GOOD_FOR = timedelta(days=7)
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
    must_invite(by, role, scopes)
    grants.check(role, scopes, why)
    address = _address(email)
    if not name.strip():
        raise AccountsError(_("Give the name of the person you invite."))
    if by.user_id is None:
        raise AccountsError(_("An invitation is made by a person."))
    now, secret = clock.now(), secrets.new()
    if role_until is not None and role_until <= now:
        raise AccountsError(_("The role would end before it begins. Choose a later end."))
    invitation = Invitation.objects.create(
        email=address,
        name=name.strip()[:100],
        role=role,
        scopes=[[one.kind.value, one.value] for one in sorted(set(scopes))],
        role_until=role_until,
        reason=why.strip(),
        digest=secrets.digest(secret),
        invited_by_id=by.user_id,
        invited_at=now,
        expires_at=now + GOOD_FOR,
    )
    said = [one.value for one in sorted(set(scopes))]
    record(Invited(role=role, scopes=said, why=why.strip(), email=address), subject=invitation, by=by)
    return invitation, secret


def must_invite(by: Viewer, role: Role, scopes: Sequence[Scope]) -> None:
    """Raises PermissionDenied or NeedsElevation where somebody may not invite to a role for these things."""
    if role in PARTNERS and by.could(Permission.INVITE_PARTNER):
        for country in {country_of(scope) for scope in scopes}:
            by.must(Permission.INVITE_PARTNER, country=country)
    elif role == Role.OPERATOR and by.could(Permission.INVITE_OPERATOR):
        by.must(Permission.INVITE_OPERATOR)
    else:
        by.must(Permission.INVITE_STAFF)


def country_of(scope: Scope) -> str:
    """The country in which a thing lies: a facility's number begins with its code, as in NGAPP-0001."""
    return scope.value[:2] if scope.kind in (ScopeKind.COUNTRY, ScopeKind.FACILITY) else scope.value


@action
def accept(*, secret: str, by: Viewer, person: User | None = None, name: str = "", password: str | None = None) -> User:
    """Accept an invitation, for an account that is signed in or a new one; returns the person.

    `person` is who is signed in; without one an account is made, whose address the link has proved.
    Raises AccountsError for a link that is not good (any more), or that was meant for someone else.
    """
    invitation = _open(secret)
    made = person is None
    account = person or _account(invitation, name or invitation.name, password)
    if account.email != invitation.email:
        raise AccountsError(
            _("This invitation was sent to another address. Sign out, and open the link again, or ask for a new one.")
        )
    me = Viewer(account.pk, account.name)
    invitation.accepted_by, invitation.accepted_at = account, clock.now()
    invitation.save(update_fields=["accepted_by", "accepted_at"])
    if made:
        record(AccountMade(how=_("by an invitation")), subject=account, by=me)
    record(InvitationAccepted(role=invitation.role, account_made=made), subject=invitation, by=me)
    inviter = invitation.invited_by
    grants.give(
        person=account,
        role=Role(invitation.role),
        scopes=[Scope(ScopeKind(kind), value) for kind, value in invitation.scopes],
        why=invitation.reason,
        by=Viewer(inviter.pk, inviter.name),
        valid_until=invitation.role_until,
    )
    said = {"name": account.name, "role": Role(invitation.role).label}
    notify(inviter, _("%(name)s accepted your invitation to the role %(role)s.") % said, "/desk/invitations/")
    return account


@action
def revoke(*, invitation: Invitation, by: Viewer) -> None:
    """Make the link of an invitation worthless. Who made it may, and who may invite to any role."""
    if by.user_id != invitation.invited_by_id:
        by.must(Permission.INVITE_STAFF)
    locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if locked.accepted_at is not None:
        raise AccountsError(_("The invitation was accepted already. Withdraw the role instead."))
    if locked.revoked_at is not None:
        raise AccountsError(_("The invitation was revoked already."))
    locked.revoked_at, locked.revoked_by_id = clock.now(), by.user_id
    locked.save(update_fields=["revoked_at", "revoked_by"])
    record(InvitationRevoked(role=locked.role), subject=locked, by=by)


def why_not(invitation: Invitation | None) -> str:
    """Why an invitation cannot be accepted, "" if it can."""
    if invitation is None:
        return _("This link is not one of ours, or was not copied whole. Ask who invited you for a new one.")
    if invitation.accepted_at is not None:
        return _("This invitation was accepted already. Sign in with the account that was made.")
    if invitation.revoked_at is not None:
        return _("This invitation was withdrawn. Ask who invited you.")
    if not invitation.invited_at <= clock.now() < invitation.expires_at:
        return _("This invitation is no longer good. Ask who invited you for a new one.")
    inviter = invitation.invited_by
    if not inviter.is_active:
        return _("Who invited you has no account any more. Ask the programme for a new invitation.")
    return ""


def _open(secret: str) -> Invitation:
    """The invitation of a link, locked. Raises AccountsError where it cannot be accepted."""
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("invited_by")
    invitation = rows.filter(digest=secrets.digest(secret)).first()
    if reason := why_not(invitation):
        raise AccountsError(reason)
    assert invitation is not None
    return invitation


def _account(invitation: Invitation, name: str, password: str | None) -> User:
    if User.objects.filter(email=invitation.email).exists():
        raise AccountsError(_("There is an account for this address already. Sign in, then open the link again."))
    account = User(email=invitation.email, name=name.strip()[:100], joined_at=clock.now())
    if password is None:
        account.set_unusable_password()
    else:
        account.set_password(password)
    account.save()
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    return account


def _address(email: str) -> str:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise AccountsError(_("Write an e-mail address, as in ana.reyes@example.org.")) from error
    return address
