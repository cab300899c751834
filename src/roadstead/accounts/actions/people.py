"""The account itself: its profile, and its end of sessions."""

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db.models import F
from django.utils.translation import gettext as _

from roadstead.accounts import zones
from roadstead.accounts.actions import texts
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.events import ProfileChanged, SessionsEnded
from roadstead.accounts.models import Token, User
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

LONGEST_NAME, LONGEST_ORGANISATION = 100, 150  # characters
OWN = ("name", "organisation", "language", "time_zone")  # what people change by themselves


@action
def change_profile(
    *, person: User, name: str, organisation: str, language: str, time_zone: str, by: Viewer
) -> list[str]:
    """Change one's own name, organisation, language or time zone; which of them changed. Raises AccountsError."""
    if by.user_id != person.pk or by.token_id is not None:
        raise AccountsError(_("A profile is changed by its own person."))
    named = texts.fitting(name, LONGEST_NAME, _("Give the name by which colleagues know you."))
    works_for = texts.fitting(organisation, LONGEST_ORGANISATION)
    if language not in dict(settings.LANGUAGES) or time_zone not in zones.names():
        raise AccountsError(_("Choose a language and a time zone from the lists."))
    wanted = dict(zip(OWN, (named, works_for, language, time_zone), strict=True))
    changed = [field for field, value in wanted.items() if getattr(person, field) != value]
    for field in changed:
        setattr(person, field, wanted[field])
    if changed:
        person.save(update_fields=changed)
        record(ProfileChanged(fields=changed), subject=person, by=by)
    else:
        unchanged()
    return changed


@action
def end_sessions(*, person: User, why: str, by: Viewer) -> int:
    """Sign a person out everywhere and revoke every token; how many sessions ended. Raises PermissionDenied."""
    if by.user_id != person.pk or by.token_id is not None:
        by.must(Permission.END_SESSIONS)
    reason = texts.reason(why, _("Say why the sessions are ended."))
    ended = 0
    for session in UserSession.objects.filter(user=person):
        session.end()
        ended += 1
    # Those that the list does not know end, too: no session is held to what it was any more.
    User.objects.filter(pk=person.pk).update(sessions_ended=F("sessions_ended") + 1)
    living = Token.objects.filter(person=person, revoked_at__isnull=True)
    tokens = living.update(revoked_at=clock.now(), revoked_by=by.user_id)
    record(SessionsEnded(sessions=ended, tokens=tokens, why=reason), subject=person, by=by)
    return ended
