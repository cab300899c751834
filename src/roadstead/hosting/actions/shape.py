"""What the actions on requests have in common: the row they work on, and how it goes on."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.audit.actions import record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.enums import State
from roadstead.hosting.errors import HostingError, StaleError
from roadstead.hosting.events import HostingMoved
from roadstead.hosting.models import HostingRequest, Move

ASK, HOST = Permission.ASK_HOSTING, Permission.HOST_VISITS
FIRST_YEAR = 2005  # reciprocal visits began in 2005 (the programme's public FAQ)
LONGEST_STAY = timedelta(days=60)


def person_of(by: Viewer) -> int:
    """Who acts. Raises PermissionDenied for a program."""
    if by.user_id is None or by.token_id is not None:
        raise PermissionDenied(_("Reciprocal visits are arranged by people."))
    return by.user_id


def held_at(
    request: HostingRequest,
    by: Viewer,
    *states: State,
    may: tuple[Permission, ...] = (HOST,),
    revision: int | None = None,
) -> Any:
    """A request in one of some states (none named: in any), locked; one of `may` is asked.

    Raises PermissionDenied; HostingError where it stands otherwise; StaleError; DoesNotExist if withheld.
    """
    held = (
        HostingRequest.objects.visible_to(by)
        .select_for_update(of=("self",))
        .select_related("country")
        .get(pk=request.pk)
    )
    if not any(by.may(one, country=held.country_id) for one in may):
        by.must(may[0], country=held.country_id)
    person_of(by)
    if states and held.state not in states:
        raise HostingError(
            _("The request is “%(state)s”: this cannot be done now.") % {"state": State(held.state).label}
        )
    if revision is not None and held.revision != revision:
        raise StaleError(held)
    return held


def keep(held: Any, *fields: str) -> None:
    """Write some fields as the next revision."""
    held.revision, held.changed_at = held.revision + 1, clock.now()
    held.save(update_fields=[*fields, "revision", "changed_at"])


def move(held: Any, after: State, by: Viewer, *fields: str, why: str = "") -> None:
    """Take a request to another state; `fields` were set and are written too."""
    before, held.state, held.state_why = held.state, after, why
    keep(held, "state", "state_why", *fields)
    note_move(held, before, by, why)
    record(HostingMoved(before=str(before), after=after.value, why=why), subject=held, by=by)


def note_move(held: Any, before: str, by: Viewer, why: str = "") -> None:
    """Mirror a change of state beside the record of what was done."""
    said = {"before": str(before), "after": str(held.state), "why": why, "at": clock.now()}
    Move.objects.create(request=held, by_id=by.user_id, name=by.name, **said)


def check_days(first_on: date, last_on: date, *, past: bool = False) -> None:
    """Raises HostingError for days in the wrong order, too many, or on the wrong side of today."""
    today = clock.today()
    if last_on < first_on:
        raise HostingError(_("A visit ends on the day on which it begins, or later."), "last_on")
    if last_on - first_on > LONGEST_STAY:
        raise HostingError(_("A delegation stays at most 60 days. Look at the year."), "last_on")
    if first_on.year < FIRST_YEAR:
        raise HostingError(_("Reciprocal visits began in 2005. Look at the year."), "first_on")
    if past and last_on > today:
        raise HostingError(_("That day is still to come."), "last_on")
    if not past and last_on < today - timedelta(days=1):
        raise HostingError(_("These days are over. Choose days that are still to come."), "first_on")
