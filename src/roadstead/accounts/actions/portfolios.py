"""The role behind a portfolio: who answers for a country is a liaison officer for it, for that time and no longer.

It is given to people alone who have a part at the desk already, which an administrator gave them.
"""

from datetime import UTC, date, datetime, time

from django.utils.translation import gettext as _

from roadstead.accounts import officers
from roadstead.accounts.actions import texts
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.granting import give
from roadstead.accounts.actions.notices import notify
from roadstead.accounts.events import RoleGranted, RoleWithdrawn
from roadstead.accounts.models import Grant, User
from roadstead.accounts.portfolio_events import RoleEndSet
from roadstead.accounts.roles import Role
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import Scope, ScopeKind
from roadstead.common.access.viewer import Viewer


@action
def give_country(*, officer: int, country: str, first: date, until: date | None, why: str, by: Viewer) -> int | None:
    """Make someone a liaison officer for a country from a day until another, that one not included.

    The number of the grant; None where the time is over already. Raises PermissionDenied, AccountsError.
    """
    by.must(Permission.ASSIGN_OFFICERS)
    person = officers.officer(officer)
    if person is None:
        raise AccountsError(
            _("This person has no part at the desk. An administrator gives it first, at /desk/accounts/.")
        )
    if by.user_id == person.pk:
        raise AccountsError(_("Nobody gives a country to themselves. Ask a colleague."))
    ends = start(until) if until else None
    if ends is not None and ends <= clock.now():
        unchanged()
        return None
    scope, begins = Scope(ScopeKind.COUNTRY, country), start(first)
    grant = give(person, Role.LIAISON, [scope], why, by.user_id, begins if begins > clock.now() else None, ends)
    said = RoleGranted(role=Role.LIAISON, scopes=[country], until=ends.isoformat() if ends else "", why=grant.reason)
    record(said, subject=person, by=by)
    return int(grant.pk)


@action
def end_country(*, grant: int, until: date, why: str, by: Viewer) -> None:
    """Let the role behind a portfolio end with the beginning of a day; at once, where that is over. Never later."""
    by.must(Permission.ASSIGN_OFFICERS)
    held = Grant.objects.select_for_update(of=("self",)).select_related("person").get(pk=grant)
    now, ends = clock.now(), start(until)
    ended = held.valid_until is not None and held.valid_until <= max(now, ends)
    if held.withdrawn_at is not None or ended:
        unchanged()
        return
    reason = texts.reason(why, _("Say why it ends."))
    countries = [one.value for one in held.scopes.all()]
    if ends <= max(now, held.valid_from):
        held.withdrawn_at, held.withdrawn_by_id, held.withdrawn_why = now, by.user_id, reason
        held.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
        record(RoleWithdrawn(role=held.role, scopes=countries, why=reason), subject=held.person, by=by)
        return
    held.valid_until = ends
    held.save(update_fields=["valid_until"])
    said = RoleEndSet(role=held.role, scopes=countries, until=ends.isoformat(), why=reason)
    record(said, subject=held.person, by=by)


def tell(numbers: set[int], text: str, url: str) -> None:
    """Tell some people of a change of their portfolio, by mail, too. Called inside of an action."""
    for person in User.objects.filter(pk__in=numbers, is_active=True):
        notify(person, text, url, by_mail=True)


def start(day: date) -> datetime:
    """The moment at which a day begins, in UTC."""
    return datetime.combine(day, time(), tzinfo=UTC)
