"""Verbs that read accounts, for this app and those above."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db.models import Exists, Q, QuerySet
from django.utils.translation import ngettext

from roadstead.accounts import bridge, secrets
from roadstead.accounts.models import Elevation, Grant, Invitation, Notification, Token, User
from roadstead.accounts.roles import Role
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Elevated, Held, Viewer

MOST_NAMED = 12  # things that a role reaches, on a page of something else
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)  # recovery codes alone are none


def in_force(at: datetime) -> Q:
    """Which grants hold at a moment."""
    ends = Q(valid_until__isnull=True) | Q(valid_until__gt=at)
    return Q(valid_from__lte=at, withdrawn_at__isnull=True) & ends


def viewer_of(user: User, nonce: str = "") -> Viewer:
    """The rights of a person at this moment: one query, and a second where the session says that power was taken up.

    nonce: the secret of elevated power that this very session holds.
    """
    now = clock.now()
    grants = Grant.objects.filter(in_force(now), person=user).order_by().annotate(proved=second_factor(user))
    rows = list(grants.values_list("proved", *bridge.GRANT_FIELDS).distinct()) if user.is_active else []
    given = bridge.held(row[1:] for row in rows)
    exempt = user.invented and not settings.ENVIRONMENT.production
    held, waiting = (given, ()) if exempt or (rows and rows[0][0]) else bridge.without_staff(given)
    return Viewer(user.pk, user.name, held, _elevated(user, nonce, now) if nonce and held else None, waiting=waiting)


def second_factor(user: User) -> Exists:
    """Whether a person can show more than a password; asked beside the grants, and once for all of them."""
    return Exists(Authenticator.objects.filter(user=user, type__in=SECOND_FACTORS))


def _elevated(user: User, nonce: str, now: datetime) -> Elevated | None:
    # A clock that was set back does not lengthen it: before its beginning it does not hold either.
    live = Elevation.objects.filter(person=user, ended_at__isnull=True, began_at__lte=now, ends_at__gt=now)
    found = live.filter(nonce_digest=secrets.digest(nonce)).first()
    return Elevated(found.pk, found.reason, found.ends_at) if found else None


def viewer_of_token(secret: str) -> tuple[Viewer, Token] | None:
    """The rights that a program has by a token, never more than its person's; None for one that is not good."""
    now = clock.now()
    token = (
        Token.objects.select_related("person")
        .filter(digest=secrets.digest(secret), revoked_at__isnull=True, expires_at__gt=now, made_at__lte=now)
        .filter(person__is_active=True)
        .first()
    )
    if token is None or (token.person.invented and settings.ENVIRONMENT.production):
        return None
    person = viewer_of(token.person)
    # What has come to need elevated power since the token was made is not for programs any more.
    named = frozenset(one for one in Permission if one.value in token.permissions and not one.elevated)
    waiting = person.waiting
    return Viewer(person.user_id, person.name, person.held, None, named, token.pk, waiting=waiting), token


def has_second_factor(person: User) -> bool:
    """Whether a person can show more than a password."""
    return bool(Authenticator.objects.filter(user=person, type__in=SECOND_FACTORS).exists())


def people(viewer: Viewer) -> QuerySet[User]:
    """Everyone with an account. Raises PermissionDenied."""
    viewer.must(Permission.READ_ACCOUNTS)
    return User.objects.all()


def person_with(email: str) -> User | None:
    """The account with an address, if there is one."""
    return User.objects.filter(email=email.strip().lower()).first() if email else None


def grants_in_force(person: User) -> QuerySet[Grant]:
    """The grants of a person that hold at this moment, by role."""
    return grants_of(person).filter(in_force(clock.now())).order_by("role", "given_at", "pk")


def grants_of(person: User) -> QuerySet[Grant]:
    """Every grant of a person, those that ended too, the latest first."""
    return Grant.objects.filter(person=person).select_related("given_by", "withdrawn_by").prefetch_related("scopes")


def holders(role: Role, kind: str, value: str) -> QuerySet[User]:
    """Who holds a role for one thing, at this moment: `holders(Role.LIAISON, "country", "NG")`."""
    reaches = Q(everywhere=True) | Q(scopes__kind=kind, scopes__value=value)
    grants = Grant.objects.filter(in_force(clock.now()), reaches, role=role)
    return User.objects.filter(pk__in=grants.values("person"), is_active=True)


def invitation(digest: str) -> Invitation | None:
    """The invitation of a link by the digest of its secret, whether or not it can still be accepted."""
    return Invitation.objects.select_related("invited_by").filter(digest=digest).first()


def notifications(person: User, *, unread: bool = False) -> QuerySet[Notification]:
    """What a person was told, the latest first."""
    rows = Notification.objects.filter(person=person)
    return rows.filter(read_at__isnull=True) if unread else rows


def tokens(person: User) -> QuerySet[Token]:
    """The tokens of a person, those that ended too."""
    return Token.objects.filter(person=person)


def token_ends(viewer: Viewer) -> datetime | None:
    """When the token of a program ends; None where no token speaks."""
    if viewer.token_id is None:
        return None
    return Token.objects.values_list("expires_at", flat=True).get(pk=viewer.token_id)


def invitations(viewer: Viewer, *, state: str = "") -> QuerySet[Invitation]:
    """The invitations that a viewer made; every one for who may see all accounts.

    state: only those that are open, accepted, revoked or expired.
    """
    rows = Invitation.objects.select_related("invited_by", "accepted_by")
    rows = rows if viewer.holds(Permission.READ_ACCOUNTS) else rows.filter(invited_by=viewer.user_id)
    ended = Q(accepted_at__isnull=False) | Q(revoked_at__isnull=False)
    late = Q(expires_at__lte=clock.now())
    narrowed = {
        "open": ~ended & ~late,
        "accepted": Q(accepted_at__isnull=False),
        "revoked": Q(revoked_at__isnull=False),
        "expired": ~ended & late,
    }
    return rows.filter(narrowed[state]) if state else rows


def has_account(email: str) -> bool:
    """Whether somebody has an account with this address. Never to be told to who has not proved to own it."""
    return User.objects.filter(email=email).exists()


def living_tokens(person: User) -> QuerySet[Token]:
    """The tokens of a person that are good at this moment."""
    return tokens(person).filter(revoked_at__isnull=True, expires_at__gt=clock.now())


def sessions(person: User) -> int:
    """In how many browsers a person is signed in."""
    return int(UserSession.objects.filter(user=person).count())


def unread(viewer: Viewer) -> int:
    """How many words to a person are new."""
    if viewer.user_id is None:
        return 0
    return Notification.objects.filter(person_id=viewer.user_id, read_at__isnull=True).count()


def held_in_words(viewer: Viewer) -> list[tuple[str, str]]:
    """The roles of a viewer with what they reach, as a page says it."""
    return [(str(Role(one.role).label), _reach(one)) for one in viewer.held if one.role in Role.values]


def _reach(held: Held) -> str:
    values = sorted(scope.value for scope in held.scopes or ())
    said, more = ", ".join(values[:MOST_NAMED]), len(values) - MOST_NAMED
    return (
        said
        if more <= 0
        else ngettext("%(said)s and %(more)s more", "%(said)s and %(more)s more", more)
        % {
            "said": said,
            "more": more,
        }
    )


def administrators() -> QuerySet[User]:
    """Who looks after accounts at this moment."""
    held = Grant.objects.filter(in_force(clock.now()), role=Role.ADMINISTRATOR)
    return User.objects.filter(pk__in=held.values("person"), is_active=True)
