"""Why a clock of a country stands still: recorded with its reason, and ended."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common import clock as time
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry import queries as registry
from roadstead.visits.actions.shape import VisitError, check_why
from roadstead.visits.enums import Clock
from roadstead.visits.models import Suspension
from roadstead.visits.others_events import ClockResumed, ClockSuspended


@action
def suspend_clock(
    *, country: str, clock: Clock, since: date, why: str, by: Viewer, until: date | None = None
) -> Suspension:
    """Record why a clock stands still from a day on, `until` the day on which it goes again, if that is known.

    Raises PermissionDenied; VisitError.
    """
    by.must(Permission.SUSPEND_CLOCKS, country=country)
    row = registry.country_rows({country}).select_for_update().first()  # one after the other
    if row is None:
        raise VisitError(_("There is no such country."), "country")
    if by.user_id is None:
        raise VisitError(_("A clock is suspended by a person."))
    reason = check_why(why, _("Say why it stands still: travel stopped, no access."))
    if until is not None and until <= since:
        raise VisitError(_("It ends after it begins."), "until")
    rows = Suspension.objects.filter(country=country, clock=clock)
    rows = rows.filter(Q(until__isnull=True) | Q(until__gt=since))
    if (rows.filter(since__lt=until) if until else rows).exists():
        raise VisitError(_("This clock stands still on some of these days already. End that first."), "since")
    made = Suspension.objects.create(
        country=row, clock=clock, since=since, until=until, why=reason, by_id=by.user_id, at=time.now()
    )
    told = ClockSuspended(country=country, clock=clock.value, since=since.isoformat(), why=reason)
    record(told, subject=made, by=by)
    return made


@action
def resume_clock(*, suspension: Suspension, until: date, by: Viewer) -> Suspension:
    """Say on which day a clock goes again. Raises PermissionDenied; VisitError."""
    by.must(Permission.SUSPEND_CLOCKS, country=suspension.country_id)
    held = Suspension.objects.select_for_update().get(pk=suspension.pk)
    if until <= held.since:
        raise VisitError(_("It ends after it begins."), "until")
    if held.until is not None and held.until <= time.today():
        raise VisitError(_("It has ended already."))
    held.until = until
    held.save(update_fields=["until"])
    record(ClockResumed(country=held.country_id, clock=held.clock, until=until.isoformat()), subject=held, by=by)
    return held
