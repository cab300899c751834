"""The clock between telling a government and the first day of conditions: days run, days left, pauses."""

from dataclasses import dataclass
from datetime import date, timedelta

from roadstead.core.determination import CaseFacts, Pause, Procedure


@dataclass(frozen=True, slots=True)
class Clock:
    """How the days stand. started: None where the government has not been told yet.

    first_day: the first day on which conditions may begin, if nothing pauses it again; None while it does
    not run. waived: the case goes by the immediate ground, so nothing is waited for.
    """

    days: int
    started: date | None
    run: int
    first_day: date | None
    paused: Pause | None
    waived: bool

    @property
    def left(self) -> int:
        """Days that are still to run."""
        return 0 if self.waived else max(self.days - self.run, 0)

    @property
    def over(self) -> bool:
        """Whether conditions may begin."""
        return self.waived or (self.started is not None and self.left == 0)


def clock(procedure: Procedure, facts: CaseFacts, on: date) -> Clock | None:
    """The clock of a case as it stands at the beginning of a day; None where the law gives this case no such days."""
    wait = procedure.wait
    if wait is None or facts.origin not in wait.origins:
        return None
    started = facts.days.get(wait.since)
    waived = wait.waived_by in facts.days
    if started is None or waived:
        return Clock(wait.days, started, 0, None, None, waived)
    stopped = facts.days.get(wait.until)
    until = min(on, stopped) if stopped else on
    paused = next((pause for pause in facts.pauses if pause.start <= until and _open_on(pause, until)), None)
    run = max((until - started).days - _paused_days(facts.pauses, started, until), 0)
    first = None if paused and paused.end is None else _first_day(wait.days, started, facts.pauses)
    return Clock(wait.days, started, min(run, wait.days), first, paused, waived=False)


def first_day(procedure: Procedure, facts: CaseFacts) -> date | None:
    """The first day on which conditions may begin; None where it is not known: not told yet, or a pause is open."""
    wait = procedure.wait
    started = facts.days.get(wait.since) if wait else None
    if wait is None or started is None or any(pause.end is None for pause in facts.pauses):
        return None
    return _first_day(wait.days, started, facts.pauses)


def _first_day(days: int, started: date, pauses: tuple[Pause, ...]) -> date:
    """The day by which `days` days have run outside the pauses; each pause that begins before it moves it on."""
    end = started + timedelta(days=days)
    for pause in sorted(pauses, key=lambda one: one.start):
        if pause.end is not None and pause.start < end:
            end += max(pause.end - max(pause.start, started), timedelta())
    return end


def _paused_days(pauses: tuple[Pause, ...], since: date, until: date) -> int:
    """Days of the pauses that lie in [since, until)."""
    stretches = ((max(pause.start, since), min(pause.end or until, until)) for pause in pauses)
    return sum(max((end - start).days, 0) for start, end in stretches)


def _open_on(pause: Pause, day: date) -> bool:
    return pause.end is None or day < pause.end
