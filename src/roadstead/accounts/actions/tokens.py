"""Tokens for programs: made once, shown once, never more than their person may."""

from collections.abc import Collection
from datetime import timedelta

from django.utils.translation import gettext as _

from roadstead.accounts import secrets
from roadstead.accounts.actions import texts
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.events import TokenMade, TokenRevoked
from roadstead.accounts.models import Token, User
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

MOST_DAYS = 365
LONGEST_NAME = 100  # characters
MOST_TOKENS = 20  # alive at once, for one person
SEEN_EVERY = timedelta(minutes=1)  # how exactly the last use is kept
# What a program may never do, whoever made its token.
NEVER = frozenset(
    {Permission.MAKE_TOKENS, Permission.ELEVATE, Permission.INVITE_PARTNER, Permission.INVITE_OPERATOR}
    | {one for one in Permission if one.elevated}
)


@action
def make_token(
    *, person: User, name: str, permissions: Collection[Permission], days: int, by: Viewer
) -> tuple[Token, str]:
    """Make a token; returns it with the secret, which is shown once. Raises PermissionDenied, AccountsError."""
    by.must(Permission.MAKE_TOKENS)
    if by.user_id != person.pk or by.token_id is not None:
        raise AccountsError(_("A token is made by a person who is signed in, for that person's own programs."))
    named = texts.fitting(name, LONGEST_NAME, _("Say what the token is for, so that you know it again."))
    if not 1 <= days <= MOST_DAYS:
        raise AccountsError(_("A token is good for one day at least and %(most)s days at most.") % {"most": MOST_DAYS})
    wanted = frozenset(permissions)
    if not wanted or wanted & NEVER or wanted - by.permissions:
        raise AccountsError(_("Choose rights that you have yourself; elevated power is not for programs."))
    now = clock.now()
    User.objects.select_for_update().get(pk=person.pk)  # two at once would both be the last one
    if Token.objects.filter(person=person, revoked_at__isnull=True, expires_at__gt=now).count() >= MOST_TOKENS:
        raise AccountsError(_("You have %(most)s tokens already. Revoke one first.") % {"most": MOST_TOKENS})
    secret = secrets.TOKEN_PREFIX + secrets.new()
    token = Token.objects.create(
        person=person,
        name=named,
        beginning=secret[: secrets.SHOWN],
        digest=secrets.digest(secret),
        permissions=sorted(wanted),
        made_at=now,
        expires_at=now + timedelta(days=days),
    )
    until = token.expires_at.isoformat()
    record(TokenMade(name=token.name, permissions=sorted(wanted), until=until), subject=token, by=by)
    return token, secret


@action
def revoke_token(*, token: Token, by: Viewer) -> None:
    """Make a token worthless at once. Its owner may, and who may end sessions. Raises PermissionDenied."""
    if by.user_id != token.person_id or by.token_id is not None:
        by.must(Permission.END_SESSIONS)
    revoked = Token.objects.filter(pk=token.pk, revoked_at__isnull=True)
    if revoked.update(revoked_at=clock.now(), revoked_by=by.user_id):
        record(TokenRevoked(name=token.name), subject=token, by=by)
    else:
        unchanged()


def was_used(token: Token) -> None:
    """Note that a token is used now; at most once a minute, so that reading does not become writing."""
    now = clock.now()
    if token.last_used_at is None or now - token.last_used_at >= SEEN_EVERY or now < token.last_used_at:
        Token.objects.filter(pk=token.pk).update(last_used_at=now)
