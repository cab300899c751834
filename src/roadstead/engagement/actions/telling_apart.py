"""Two entries that are alike and are two people: said once, and not asked again."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.contact_shape import ContactError, held_for
from roadstead.engagement.joining_events import ContactsToldApart
from roadstead.engagement.models import Contact, ToldApart
from roadstead.engagement.models.people import LONGEST_WHY


@action
def tell_apart(*, one: Contact, other: Contact, why: str, by: Viewer) -> ToldApart:
    """Say that two entries are two people. They can still be joined, if somebody finds that they are not.

    Raises PermissionDenied; ContactError without a reason; DoesNotExist where one may not be read.
    """
    first, second = (held_for(Contact(pk=pk), by) for pk in sorted({one.pk, other.pk}))
    if by.user_id is None:
        raise PermissionDenied(Permission.KEEP_CONTACTS.meaning)
    if not why.strip():
        raise ContactError(_("Say how you know that they are two people."), "why")
    said = {"why": why.strip()[:LONGEST_WHY], "by_id": by.user_id, "at": clock.now()}
    row, made = ToldApart.objects.for_the_system("it is said once, whoever said it").get_or_create(
        one=first, other=second, defaults=said
    )
    if not made:
        unchanged()
        return row
    record(ContactsToldApart(other=second.pk, why=row.why), subject=first, by=by)
    record(ContactsToldApart(other=first.pk, why=row.why), subject=second, by=by)
    return row
