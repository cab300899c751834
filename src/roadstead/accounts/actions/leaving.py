"""The end of an account: nobody can sign in with it, and nothing here names the person any more."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.utils.translation import gettext as _

from roadstead.accounts import forgotten, queries
from roadstead.accounts.actions import texts
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.people import end_sessions
from roadstead.accounts.events import AccountClosed
from roadstead.accounts.models import Grant, Invitation, Notification, User
from roadstead.audit.actions import action, record
from roadstead.audit.actions.forgetting import forget_person
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

FORGOTTEN = "forgotten-{pk}@forgotten.invalid"  # a top-level name that no mail reaches (RFC 2606)


@action
def close_account(*, person: User, why: str, by: Viewer) -> None:
    """Close an account for good and take its person out of every record; what was done stays.

    Raises PermissionDenied, NeedsElevation; AccountsError for oneself, while a role is in force, or if it was closed.
    """
    by.must(Permission.FORGET_PEOPLE)
    reason = texts.reason(why, _("Say why the account is closed, without naming the person."))
    held = User.objects.select_for_update().get(pk=person.pk)
    if by.user_id == held.pk:
        raise AccountsError(_("Nobody closes their own account: the record would say who did it. Ask a colleague."))
    if held.email == FORGOTTEN.format(pk=held.pk):
        raise AccountsError(_("The account was closed already."))
    if Grant.objects.filter(queries.in_force(clock.now()), person=held).exists():
        raise AccountsError(_("A role is in force. Withdraw every role first, so that its work finds someone else."))
    end_sessions(person=held, why=reason, by=by)
    record(AccountClosed(why=reason), subject=held, by=by)
    forgotten.told_of(held.pk, held.email, by)
    _take_away(held)
    forget_person(person=held, why=reason, by=by)


def _take_away(person: User) -> None:
    """What says who the person is, or would let anybody in."""
    for model in (Authenticator, EmailAddress, SocialAccount):
        model.objects.filter(user=person).delete()
    Notification.objects.filter(person=person).delete()
    address = FORGOTTEN.format(pk=person.pk)
    name = _("Forgotten person")
    Invitation.objects.filter(email=person.email).update(email=address, name=name)
    person.email, person.name, person.organisation, person.is_active = address, name, "", False
    person.set_unusable_password()
    person.save()
