"""The transition plan of a case: who is told of the decision, when, by whom; and that it was done."""

from datetime import date

from django.db.models import Max
from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.determinations.actions.shape import CaseError, StaleCaseError, hold, keep, keep_signed, person_of, words
from roadstead.determinations.enums import CaseState
from roadstead.determinations.events import TellingDone, TellingPlanned
from roadstead.determinations.models import LONGEST_TITLE, Case, Telling


@action
def plan_telling(*, case: Case, revision: int, recipient: str, on: date, told_by: str, by: Viewer) -> Telling:
    """Add a line to the plan. Raises PermissionDenied; CaseError; StaleCaseError; DoesNotExist."""
    held = hold(case, revision, by)
    rows = Telling.objects.filter(case=held).stated()
    row = Telling.objects.create(
        case=held,
        number=(rows.aggregate(last=Max("number"))["last"] or 0) + 1,
        recipient=words(recipient, _("Say who is told."), "recipient", longest=LONGEST_TITLE),
        on=on,
        told_by=words(told_by, _("Say who tells them."), "told_by", longest=LONGEST_TITLE),
        planned_by_id=person_of(by),
        planned_at=clock.now(),
    )
    keep_signed(held, by)
    record(TellingPlanned(number=row.number, into=True, day=on.isoformat()), subject=held, by=by)
    return row


@action
def unplan_telling(*, case: Case, revision: int, number: int, by: Viewer) -> Case:
    """Take a line out of the plan, unless it was done. Raises as `plan_telling` does."""
    held = hold(case, revision, by)
    row = _line(held, number)
    if row.done_on is not None:
        raise CaseError(_("That was done already; it stays in the plan."))
    row.removed_at = clock.now()
    row.save(update_fields=["removed_at"])
    keep_signed(held, by)
    record(TellingPlanned(number=number, into=False, day=row.on.isoformat()), subject=held, by=by)
    return held


@action
def telling_done(*, case: Case, revision: int, number: int, on: date, by: Viewer) -> Case:
    """Say that a line of the plan was done, also after the case was signed or published; signatures stay.

    Raises PermissionDenied; CaseError; StaleCaseError; DoesNotExist.
    """
    held = Case.objects.visible_to(by).select_for_update().get(pk=case.pk)
    by.must(Permission.OPEN_CASES, country=held.country_id)
    if held.revision != revision:
        raise StaleCaseError(held)
    if held.state == CaseState.DROPPED:
        raise CaseError(_("The case was dropped; nobody is told of it."))
    if on > clock.today():
        raise CaseError(_("That day is still to come; enter it when they were told."), "on")
    row = _line(held, number)
    row.done_on, row.done_by_id = on, person_of(by)
    row.save(update_fields=["done_on", "done_by"])
    keep(held)
    record(TellingDone(number=number, day=on.isoformat()), subject=held, by=by)
    return held


def _line(held: Case, number: int) -> Telling:
    row = Telling.objects.filter(case=held, number=number, removed_at__isnull=True).stated().first()
    if row is None:
        raise CaseError(_("There is no such line in the plan."))
    return row
