"""The days of a case: entered, corrected, left out; the clock stopped and started."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.core.case_steps import Fault, faults
from roadstead.core.determination import CaseFacts, Pause
from roadstead.determinations import bridge
from roadstead.determinations.actions.shape import CaseError, hold, keep_signed, person_of, words
from roadstead.determinations.events import ClockPaused, DayEntered
from roadstead.determinations.models import LONGEST_TOLD, LONGEST_WHY, Case, CaseDay, CasePause
from roadstead.determinations.queries.cases import procedure_of, whole
from roadstead.determinations.words import sentence


@action
def enter_day(*, case: Case, revision: int, step: str, day: date, told: str, by: Viewer) -> Case:
    """Enter the day on which a step was taken, or correct it: what stood there stays on record.

    Raises PermissionDenied; CaseError where it contradicts the law or another day; StaleCaseError; DoesNotExist.
    """
    how = words(told, _("Say how it is known: a letter, a notice, a minute."), "told", longest=LONGEST_TOLD)
    return _enter(case, revision, step, by, day=day, told=how)


@action
def leave_out(*, case: Case, revision: int, step: str, why: str, by: Viewer) -> Case:
    """Say why an optional step is not taken. Raises as `enter_day` does."""
    said = words(why, _("Say why the step is left out."), "why", longest=LONGEST_WHY)
    return _enter(case, revision, step, by, why=said)


@action
def stop_clock(*, case: Case, revision: int, on: date, why: str, by: Viewer) -> Case:
    """Let the clock of a case stand still from a day on. Raises as `enter_day` does."""
    held = hold(case, revision, by)
    reason = words(why, _("Say why the clock stands still."), "why", longest=LONGEST_WHY)
    if CasePause.objects.filter(case=held, end__isnull=True).stated().exists():
        raise CaseError(_("The clock stands still already."))
    _check(held, pauses=(Pause(on, reason),))
    CasePause.objects.create(case=held, start=on, why=reason, entered_by_id=person_of(by), entered_at=clock.now())
    keep_signed(held, by)
    record(ClockPaused(runs=False, day=on.isoformat(), why=reason), subject=held, by=by)
    return held


@action
def start_clock(*, case: Case, revision: int, on: date, by: Viewer) -> Case:
    """Let it run again from a day on. Raises as `enter_day` does."""
    held = hold(case, revision, by)
    paused = CasePause.objects.filter(case=held, end__isnull=True).stated().select_for_update().first()
    if paused is None:
        raise CaseError(_("The clock runs already."))
    if on <= paused.start:
        said = {"day": paused.start.isoformat()}
        raise CaseError(_("The clock stopped on %(day)s; it runs again on a later day.") % said, "on")
    paused.end, paused.ended_by_id = on, person_of(by)
    paused.save(update_fields=["end", "ended_by"])
    keep_signed(held, by)
    record(ClockPaused(runs=True, day=on.isoformat()), subject=held, by=by)
    return held


def _enter(
    case: Case, revision: int, step: str, by: Viewer, *, day: date | None = None, why: str = "", told: str = ""
) -> Case:
    held = hold(case, revision, by)
    rows = CaseDay.objects.filter(case=held, step=step, replaced_at__isnull=True).stated()
    before = rows.select_for_update().first()
    if before is not None and (before.day, before.why, before.told) == (day, why, told):
        unchanged()
        return held
    _check(held, step=step, day=day, why=why)
    now = clock.now()
    rows.update(replaced_at=now)
    CaseDay.objects.create(
        case=held, step=step, day=day, why=why, told=told, entered_by_id=person_of(by), entered_at=now
    )
    keep_signed(held, by)
    old = (before.day.isoformat() if before.day else before.why) if before else ""
    record(DayEntered(step=step, before=old, after=day.isoformat() if day else why), subject=held, by=by)
    return held


def _check(
    held: Case, *, step: str = "", day: date | None = None, why: str = "", pauses: tuple[Pause, ...] = ()
) -> None:
    """Raises CaseError for what a new entry would make wrong; what was wrong before is not held against it."""
    law, now = procedure_of(held), bridge.facts(whole(held))
    after = _with(now, step, day, why, pauses)
    today = clock.today()
    old: set[Fault] = set(faults(law, now, today))
    for fault in faults(law, after, today):
        if fault not in old:
            raise CaseError(sentence(fault, law), "day" if day else "why" if why else "on")


def _with(now: CaseFacts, step: str, day: date | None, why: str, pauses: tuple[Pause, ...]) -> CaseFacts:
    days = {code: held for code, held in now.days.items() if code != step} | ({step: day} if day else {})
    left = {code: held for code, held in now.left_out.items() if code != step} | ({step: why} if why else {})
    return replace(now, days=days, left_out=left, pauses=(*now.pauses, *pauses))
