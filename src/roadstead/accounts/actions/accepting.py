"""Accepting an invitation, once, as a new account or the one that is there."""

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from roadstead.accounts import queries
from roadstead.accounts.actions import granting, texts
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.invitations import LONGEST_NAME, may_still
from roadstead.accounts.actions.notices import notify
from roadstead.accounts.events import AccountMade, InvitationAccepted, RoleAccepted
from roadstead.accounts.models import Invitation, User
from roadstead.accounts.roles import Role
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.scope import Scope, ScopeKind
from roadstead.common.access.viewer import Viewer


@action
def accept(*, digest: str, by: Viewer, person: User | None = None, name: str = "", password: str = "") -> User:
    """Accept an invitation, for an account that is signed in or a new one; returns the person.

    `digest` is of the secret of the link, which the page that opened the link keeps in its session.
    `person` is who is signed in; without one an account is made, whose address the link has proved.
    Raises AccountsError for a link that is not good (any more), or that was meant for someone else.
    """
    invitation = _open(digest)
    account = person or _account(invitation, name or invitation.name, password)
    if account.email != invitation.email:
        raise AccountsError(
            _("This invitation was sent to another address. Sign out, and open the link again, or ask for a new one.")
        )
    if person is not None and (by.user_id != person.pk or by.token_id is not None):
        raise AccountsError(_("An invitation is accepted by the person who is signed in."))
    me = Viewer(account.pk, account.name)
    invitation.accepted_by, invitation.accepted_at = account, clock.now()
    invitation.save(update_fields=["accepted_by", "accepted_at"])
    if person is None:
        record(AccountMade(how=_("by an invitation")), subject=account, by=me)
    record(InvitationAccepted(role=invitation.role, account_made=person is None), subject=invitation, by=me)
    _take_role(invitation, account, me)
    return account


def scopes_of(invitation: Invitation) -> list[Scope]:
    """What the role of an invitation is offered for."""
    return [Scope(ScopeKind(kind), value) for kind, value in invitation.scopes]


def why_not(invitation: Invitation | None) -> str:
    """Why an invitation cannot be accepted, "" if it can."""
    if invitation is None:
        return _("This link is not one of ours, or was not copied whole. Ask who invited you for a new one.")
    if invitation.accepted_at is not None:
        return _("This invitation was accepted already. Sign in with the account that was made.")
    if invitation.revoked_at is not None:
        return _("This invitation was withdrawn. Ask who invited you.")
    now = clock.now()
    if not invitation.invited_at <= now < invitation.expires_at:
        return _("This invitation is no longer good. Ask who invited you for a new one.")
    if invitation.role_until is not None and invitation.role_until <= now:
        return _("The role that you were invited to has ended. Ask who invited you.")
    inviter = queries.viewer_of(invitation.invited_by)
    if not may_still(inviter, Role(invitation.role), scopes_of(invitation)):
        return _("Who invited you may no longer do so. Ask the programme for a new invitation.")
    return ""


def _open(digest: str) -> Invitation:
    """The invitation of a link, locked. Raises AccountsError where it cannot be accepted."""
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("invited_by")
    invitation = rows.filter(digest=digest).first()
    if reason := why_not(invitation):
        raise AccountsError(reason)
    assert invitation is not None
    return invitation


def _take_role(invitation: Invitation, account: User, me: Viewer) -> None:
    inviter, scopes = invitation.invited_by, scopes_of(invitation)
    role = Role(invitation.role)
    granting.give(account, role, scopes, invitation.reason, inviter.pk, valid_until=invitation.role_until)
    taken = RoleAccepted(
        role=role,
        scopes=[one.value for one in scopes],
        until=invitation.role_until.isoformat() if invitation.role_until else "",
        why=invitation.reason,
        invitation=invitation.pk,
        inviter=inviter.pk,
    )
    record(taken, subject=account, by=me)
    said = {"name": account.name, "role": role.label}
    told = _("%(name)s accepted your invitation to the role %(role)s.") % said
    notify(inviter, told, "/desk/invitations/", by_mail=True)


def _account(invitation: Invitation, name: str, password: str) -> User:
    """The new account of an invitation. Raises AccountsError for a weak password or an address that has one."""
    there = _("There is an account for this address already. Sign in, then open the link again.")
    if User.objects.filter(email=invitation.email).exists():
        raise AccountsError(there)
    named = texts.fitting(name, LONGEST_NAME, _("Give the name by which colleagues know you."))
    account = User(email=invitation.email, name=named, joined_at=clock.now())
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise AccountsError(" ".join(error.messages)) from error
    account.set_password(password)
    try:
        with transaction.atomic():
            account.save()
            EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    except IntegrityError as error:
        raise AccountsError(there) from error  # two invitations of one address, accepted at once
    return account
