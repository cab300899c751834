"""How accounts are named where it is told what was done."""

from collections.abc import Collection, Mapping

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.accounts.models import Invitation, Token, User
from roadstead.audit.subjects import Named, numbers, register
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

MOST_FOUND = 50  # people of one name


def people(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """Everybody for who may see accounts; oneself for everybody else."""
    rows = User.objects.filter(pk__in=numbers(keys))
    if viewer.holds(Permission.READ_ACCOUNTS):
        return {str(one.pk): Named(one.name, f"/desk/accounts/{one.pk}/") for one in rows}
    return {str(one.pk): Named(one.name, "/me/") for one in rows if one.pk == viewer.user_id}


def find_people(text: str, viewer: Viewer) -> Collection[int]:
    """The numbers of people by a name, an address or a number."""
    if not viewer.holds(Permission.READ_ACCOUNTS):
        return [one for one in numbers([text]) if one == viewer.user_id]
    asked = Q(name__icontains=text) | Q(email=text.lower()) | Q(pk__in=numbers([text]))
    return User.objects.filter(asked).values_list("pk", flat=True)[:MOST_FOUND]


def tokens(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """Every token for who may see accounts; one's own for everybody else."""
    rows = Token.objects.filter(pk__in=numbers(keys))
    if not viewer.holds(Permission.READ_ACCOUNTS):
        rows = rows.filter(person=viewer.user_id)
    return {str(one.pk): Named(one.name, "/me/tokens/" if one.person_id == viewer.user_id else "") for one in rows}


def invitations(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """Every invitation for who may see accounts; one's own for everybody else."""
    rows = Invitation.objects.filter(pk__in=numbers(keys))
    if not viewer.holds(Permission.READ_ACCOUNTS):
        rows = rows.filter(invited_by=viewer.user_id)
    return {str(one.pk): Named(one.name, "/desk/invitations/") for one in rows}


register("accounts.user", _("Person"), people, find_people)
register("accounts.token", _("Token"), tokens)
register("accounts.invitation", _("Invitation"), invitations)
