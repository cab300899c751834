"""Help for someone who lost the second factor. No single person can give it, and none of it happens at once."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from roadstead.accounts import mail, queries, secrets
from roadstead.accounts.actions import texts
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.notices import notify
from roadstead.accounts.models import AccountRecovery, User
from roadstead.accounts.recovery_events import RecoveryConfirmed, RecoveryOpened
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

CONFIRMED_WITHIN = timedelta(days=7)
USED_WITHIN = timedelta(hours=72)  # after the waiting time
SHORTEST_REASON = 10  # characters
OWN = "/me/security/"


@action
def open_recovery(*, person: User, why: str, site: str, by: Viewer) -> AccountRecovery:
    """Begin to help someone; the owner is told at once, with a link that stops it. `site`: https://host, for links.

    Raises PermissionDenied, NeedsElevation; AccountsError; OSError where the owner cannot be told, and then nothing is
    done.
    """
    helper = _helper(person, by)
    said = texts.reason(why, _("Say in a few words how you know that it is the owner who asks."), least=SHORTEST_REASON)
    if not person.is_active or not queries.has_second_factor(person):
        raise AccountsError(_("There is nothing to recover: this account has no second factor that could be lost."))
    now, stop = clock.now(), secrets.new()
    _let_lapse(person, now)
    if open_for(person):
        raise AccountsError(_("A recovery of this account is open already. Confirm or stop that one."))
    recovery = AccountRecovery.objects.create(
        person=person,
        reason=said,
        opened_by_id=helper,
        opened_at=now,
        usable_until=now + CONFIRMED_WITHIN,
        stop_digest=secrets.digest(stop),
    )
    record(RecoveryOpened(why=said), subject=person, by=by)
    notify(person, _("Someone asked to recover your account. If that was not you, stop it."), OWN)
    _mail("recovery_opened", recovery, by, {"stop": f"{site}/recovery/stop/{stop}/"})
    return recovery


@action
def confirm(*, recovery: AccountRecovery, site: str, by: Viewer) -> AccountRecovery:
    """A second administrator agrees; the waiting time begins, and the owner gets the link to use after it.

    Raises as `open_recovery` does.
    """
    locked = AccountRecovery.objects.select_for_update().get(pk=recovery.pk)
    helper, now = _helper(locked.person, by), clock.now()
    if reason := why_over(locked, now):
        raise AccountsError(reason)
    if locked.confirmed_at is not None:
        raise AccountsError(_("The recovery was confirmed already."))
    if locked.opened_by_id == helper:
        raise AccountsError(_("You opened this recovery. Another administrator must confirm it."))
    if not queries.viewer_of(locked.opened_by).could(Permission.RECOVER_ACCOUNTS):
        raise AccountsError(_("Who opened this recovery is no longer an administrator. Stop it, and begin anew."))
    stop, use = secrets.new(), secrets.new()
    locked.confirmed_by_id, locked.confirmed_at = helper, now
    locked.usable_from = now + timedelta(hours=settings.RECOVERY_HOURS)
    locked.usable_until = locked.usable_from + USED_WITHIN
    locked.stop_digest, locked.use_digest = secrets.digest(stop), secrets.digest(use)
    locked.save()
    record(RecoveryConfirmed(usable_from=locked.usable_from.isoformat()), subject=locked.person, by=by)
    notify(locked.person, _("The recovery of your account was confirmed. If you did not ask for it, stop it."), OWN)
    links = {"stop": f"{site}/recovery/stop/{stop}/", "use": f"{site}/recovery/use/{use}/"}
    _mail("recovery_confirmed", locked, by, links)
    return locked


def open_for(person: User) -> AccountRecovery | None:
    """The recovery of an account that is neither used, stopped nor lapsed."""
    found = AccountRecovery.objects.filter(person=person, ended_at__isnull=True).first()
    return None if found is None or why_over(found, clock.now()) else found


def why_over(recovery: AccountRecovery, now: datetime) -> str:
    """Why nothing more comes of a recovery, "" if something may."""
    if recovery.ending == AccountRecovery.Ending.USED:
        return _("This recovery was used already. Sign in with your password.")
    if recovery.ended_at is not None:
        return _("This recovery was stopped.")
    if not recovery.opened_at <= now < recovery.usable_until:
        return _("The time of this recovery is over. Ask an administrator for a new one.")
    return ""


def _helper(person: User, by: Viewer) -> int:
    """Who helps. Raises PermissionDenied, NeedsElevation, and AccountsError for one's own account."""
    by.must(Permission.RECOVER_ACCOUNTS)
    if by.user_id is None or by.user_id == person.pk:
        raise AccountsError(_("Nobody recovers their own account. Ask two other administrators."))
    return by.user_id


def _let_lapse(person: User, now: datetime) -> None:
    over = AccountRecovery.objects.filter(person=person, ended_at__isnull=True, usable_until__lte=now)
    over.update(ended_at=now, ending=AccountRecovery.Ending.LAPSED)


def _mail(name: str, recovery: AccountRecovery, by: Viewer, links: dict[str, str]) -> None:
    """Tell the owner, before the action holds: nobody is to be helped whom the message did not reach."""
    person = recovery.person
    words = {"name": person.name, "by": by.name, "why": recovery.reason, "hours": settings.RECOVERY_HOURS}
    times = {"usable_from": recovery.usable_from, "usable_until": recovery.usable_until}
    mail.send(name, person.email, words | times | links)
