"""Telling those who answer for a case that its days run out; nobody is told twice."""

from django.db import IntegrityError, transaction
from django.utils.translation import ngettext

from roadstead.accounts import officers
from roadstead.accounts.actions.notices import notify
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.core.case_clock import Clock
from roadstead.determinations.events import ChaserSent
from roadstead.determinations.models import Case, Chaser
from roadstead.determinations.queries.cases import clock_of, whole
from roadstead.determinations.queries.chasing import people_of, threshold


@action
def send_chaser(*, case: Case, days: int, by: Viewer) -> int:
    """Tell the people of a case that so many of its days are left, once; how many were told now.

    What is due is looked at again while the case is held: one that was stopped, changed or told meanwhile is left.
    Raises PermissionDenied; DoesNotExist.
    """
    by.must(Permission.OPEN_CASES, country=case.country_id)
    held = Case.objects.visible_to(by).select_for_update().get(pk=case.pk)
    now = clock_of(whole(held), clock.today())
    if now is None or not _runs(now) or now.first_day is None or threshold(now.left) != days:
        unchanged()
        return 0
    people = [who for number in people_of(held) if (who := officers.officer(number)) is not None]
    try:
        with transaction.atomic():
            said = {"runs_out_on": now.first_day, "told": len(people), "at": clock.now()}
            Chaser.objects.create(case=held, days=days, **said)
    except IntegrityError:  # another process did it at once
        unchanged()
        return 0
    text = ngettext(
        "%(n)s day is left to a government in a case that you answer for: enter what was done, or stop its clock.",
        "%(n)s days are left to a government in a case that you answer for: enter what was done, or stop its clock.",
        now.left,
    ) % {"n": now.left}
    for who in people:
        notify(who, text, f"/desk/cases/{held.pk}/", by_mail=True)
    record(ChaserSent(days=days, runs_out_on=now.first_day.isoformat(), told=len(people)), subject=held, by=by)
    return len(people)


def _runs(now: Clock) -> bool:
    """Whether anybody is chased: the days have begun, run, and are not over."""
    return bool(now.started and not now.paused and not now.waived and now.left)
