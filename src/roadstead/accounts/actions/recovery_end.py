"""How the recovery of an account ends: stopped by its owner or an administrator, or used by its owner."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from roadstead.accounts import mail, secrets
from roadstead.accounts.actions import factors, people
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.notices import notify
from roadstead.accounts.actions.recovery import OWN, why_over
from roadstead.accounts.models import AccountRecovery, User
from roadstead.accounts.recovery_events import RecoveryStopped, RecoveryUsed
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import PUBLIC, Viewer


@action
def stop(*, recovery: AccountRecovery, by: Viewer) -> None:
    """An administrator stops it. Raises PermissionDenied, NeedsElevation, AccountsError."""
    by.must(Permission.RECOVER_ACCOUNTS)
    _stop(AccountRecovery.objects.filter(pk=recovery.pk), by)


@action
def stop_own(*, person: User, by: Viewer) -> None:
    """The owner, who is signed in, stops it. Raises AccountsError."""
    if by.user_id != person.pk or by.token_id is not None:
        raise AccountsError(_("A recovery is stopped by its owner, or by an administrator."))
    _stop(AccountRecovery.objects.filter(person=person, ended_at__isnull=True), by, by_owner=True)


@action
def stop_by_link(*, secret: str, by: Viewer = PUBLIC) -> None:
    """The owner stops it by the link that was sent. Raises AccountsError."""
    _stop(AccountRecovery.objects.filter(stop_digest=secrets.digest(secret)), by, by_owner=True)


@action
def use(*, secret: str, person: User, by: Viewer) -> None:
    """The owner, whose password was just proved, takes the lost second factor away.

    Every session and token ends. Setting up a new factor is for the owner, after signing in. Raises AccountsError.
    """
    now = clock.now()
    recovery = by_use_link(secret)
    if reason := why_not_usable(recovery, now):
        raise AccountsError(reason)
    assert recovery is not None
    locked = AccountRecovery.objects.select_for_update().get(pk=recovery.pk)
    if why_over(locked, now) or locked.person_id != person.pk or by.user_id != person.pk or not person.is_active:
        raise AccountsError(_("This recovery is not for this account."))
    _end(locked, AccountRecovery.Ending.USED, now)
    removed = factors.remove_all(person=person, by=by)
    ended = people.end_sessions(person=person, why=_("The account was recovered."), by=by)
    record(RecoveryUsed(removed=removed, sessions=ended), subject=person, by=by)
    notify(person, _("Your account was recovered. Set up a new second factor."), OWN)
    mail.send("recovery_used", person.email, {"name": person.name})


def by_stop_link(secret: str) -> AccountRecovery | None:
    """The recovery that a link stops, whether or not it still can."""
    return AccountRecovery.objects.select_related("person").filter(stop_digest=secrets.digest(secret)).first()


def by_use_link(secret: str) -> AccountRecovery | None:
    """The recovery that a link uses, whether or not it (still) can."""
    return AccountRecovery.objects.select_related("person").filter(use_digest=secrets.digest(secret)).first()


def why_not_usable(recovery: AccountRecovery | None, now: datetime) -> str:
    """Why a link cannot be used (yet), "" if it can."""
    if recovery is None:
        return _("This link is not one of ours, or was not copied whole, or another one took its place.")
    if reason := why_over(recovery, now):
        return reason
    if recovery.usable_from is None or now < recovery.usable_from:
        return _("It is too early: this link waits until its time, so that you can stop what you did not ask for.")
    return ""


def _stop(rows: QuerySet[AccountRecovery], by: Viewer, *, by_owner: bool = False) -> None:
    locked = rows.select_for_update().first()
    if locked is None:
        raise AccountsError(_("There is no recovery to stop."))
    if reason := why_over(locked, clock.now()):
        raise AccountsError(reason)
    _end(locked, AccountRecovery.Ending.STOPPED, clock.now())
    record(RecoveryStopped(by_owner=by_owner), subject=locked.person, by=by)
    for helper in filter(None, (locked.opened_by, locked.confirmed_by)):
        said = _("The recovery of the account of %(name)s was stopped.") % {"name": locked.person.name}
        notify(helper, said, f"/desk/accounts/{locked.person_id}/recovery/")


def _end(recovery: AccountRecovery, ending: AccountRecovery.Ending, now: datetime) -> None:
    recovery.ended_at, recovery.ending = now, ending
    recovery.save(update_fields=["ended_at", "ending"])
