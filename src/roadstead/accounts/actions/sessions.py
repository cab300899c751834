"""A person's own sessions: ended one by one, or all but the one that asks."""

from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _

from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.models import User
from roadstead.accounts.security_events import SessionEnded
from roadstead.audit.actions import action, record, unchanged
from roadstead.common.access.viewer import Viewer


@action
def end_session(*, person: User, session: int, by: Viewer) -> None:
    """End one of a person's own sessions, at once. One that is over already is no error."""
    _must_own(person, by)
    found = UserSession.objects.filter(user=person, pk=session).first()
    if found is None:
        unchanged()
        return
    found.end()
    record(SessionEnded(sessions=1), subject=person, by=by)


@action
def end_other_sessions(*, person: User, but: str, by: Viewer) -> int:
    """End every session of a person but the one with the key `but`; how many ended."""
    _must_own(person, by)
    others = list(UserSession.objects.filter(user=person).exclude(session_key=but))
    for one in others:
        one.end()
    if others:
        record(SessionEnded(sessions=len(others)), subject=person, by=by)
    else:
        unchanged()
    return len(others)


def _must_own(person: User, by: Viewer) -> None:
    if by.user_id != person.pk or by.token_id is not None:
        raise AccountsError(_("Sessions are ended by their own person, or by an administrator on the account’s page."))
