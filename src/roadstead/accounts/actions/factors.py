"""Second factors: what allauth adds or removes, with its events in the same transaction."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext as _

from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.models import User
from roadstead.accounts.security_events import SecondFactorAdded, SecondFactorRemoved
from roadstead.audit.actions import action, record, unchanged
from roadstead.common.access.viewer import Viewer


@action
def change_factors(*, person: User, change: Callable[[], Any], by: Viewer) -> Any:
    """Let a page of allauth change a person's own second factors; says what is there after it and was not before.

    Returns what `change` does. Raises AccountsError for somebody else's.
    """
    if by.user_id != person.pk or by.token_id is not None:
        raise AccountsError(_("A second factor is set up by its own person."))
    before = _factors(person)
    result = change()
    after = _factors(person)
    for pk in sorted(before.keys() - after.keys()):
        record(SecondFactorRemoved(kind=before[pk]), subject=person, by=by)
    for pk in sorted(after.keys() - before.keys()):
        record(SecondFactorAdded(kind=after[pk]), subject=person, by=by)
    if before == after:
        unchanged()
    return result


@action
def remove_all(*, person: User, by: Viewer) -> int:
    """Take every second factor of an account away, once it is proved whose they are; how many there were."""
    kinds = Counter(_factors(person).values())
    Authenticator.objects.filter(user=person).delete()
    for kind in sorted(kinds.elements()):
        record(SecondFactorRemoved(kind=kind), subject=person, by=by)
    if not kinds:
        unchanged()
    return kinds.total()


def _factors(person: User) -> dict[int, str]:
    return dict(Authenticator.objects.filter(user=person).values_list("pk", "type"))
