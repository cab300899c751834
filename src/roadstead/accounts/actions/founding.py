"""The first administrator, whom nobody can invite yet."""

from allauth.account.models import EmailAddress
from django.utils.translation import gettext as _

from roadstead.accounts import queries
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.granting import give
from roadstead.accounts.events import AccountMade, RoleGranted
from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer


@action
def found(*, email: str, name: str, by: Viewer) -> User:
    """Make the first administrator's account, without a password: a link by e-mail lets its owner set one.

    Raises PermissionDenied; AccountsError where there is an administrator already, or the address is taken.
    """
    by.must(Permission.GRANT_ROLES)
    if queries.administrators().exists():
        raise AccountsError(_("There is an administrator already, who can invite others at /desk/invitations/."))
    address = email.strip().lower()
    if User.objects.filter(email=address).exists():
        raise AccountsError(_("There is an account for this address already."))
    person = User(email=address, name=name.strip(), joined_at=clock.now())
    person.set_unusable_password()
    person.save()
    EmailAddress.objects.create(user=person, email=address, verified=True, primary=True)
    record(AccountMade(how=_("the first administrator")), subject=person, by=by)
    grant = give(person, Role.ADMINISTRATOR, (), _("The first administrator of this installation."), None)
    record(RoleGranted(role=grant.role, scopes=[], until="", why=grant.reason), subject=person, by=by)
    return person
