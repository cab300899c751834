"""Elevated power: for a limited time, with a reason, tied to the session that took it up."""

from datetime import timedelta

from django.utils.translation import gettext as _

from roadstead.accounts import secrets
from roadstead.accounts.actions import texts
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.events import ElevationEnded, PowerElevated
from roadstead.accounts.models import Elevation, User
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

LONGEST = timedelta(minutes=30)
SHORTEST_REASON = 10  # characters: a word alone says nothing to who reads the log


@action
def take_up(*, person: User, why: str, by: Viewer) -> tuple[Elevation, str]:
    """Take up elevated power; returns it with the secret that the session must keep.

    To be called by a page only after the person has signed in anew, and with a new session key.
    Raises PermissionDenied, AccountsError.
    """
    by.must(Permission.ELEVATE)
    if by.user_id != person.pk or by.token_id is not None:
        raise AccountsError(_("Elevated power is taken up by a person who is signed in, for that person."))
    lacking = _("Say in a few words what you need it for: it is shown while it lasts, and recorded.")
    reason = texts.reason(why, lacking, least=SHORTEST_REASON)
    nonce, now = secrets.new(), clock.now()
    Elevation.objects.filter(person=person, ended_at__isnull=True, ends_at__gt=now).update(ended_at=now)
    elevation = Elevation.objects.create(
        person=person, reason=reason, nonce_digest=secrets.digest(nonce), began_at=now, ends_at=now + LONGEST
    )
    minutes = int(LONGEST.total_seconds() // 60)
    record(PowerElevated(minutes=minutes, why=reason), subject=person, by=by)
    return elevation, nonce


@action
def lay_down(*, person: User, by: Viewer) -> None:
    """Give elevated power back before its time, in every session of the person. Raises AccountsError."""
    if by.user_id != person.pk or by.token_id is not None:
        raise AccountsError(_("Elevated power is laid down by its own person."))
    now = clock.now()
    ended = Elevation.objects.filter(person=person, ended_at__isnull=True, ends_at__gt=now).update(ended_at=now)
    if ended:
        record(ElevationEnded(), subject=person, by=by)
    else:
        unchanged()
