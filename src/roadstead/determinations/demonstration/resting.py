"""What an invented case rests on, what it does to ships, and who is to be told."""

from datetime import timedelta

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.determinations import traffic
from roadstead.determinations.actions.counting import keep_count, leave_uncounted
from roadstead.determinations.actions.gathering import take_source
from roadstead.determinations.actions.telling import plan_telling
from roadstead.determinations.demonstration import texts
from roadstead.determinations.enums import Effect
from roadstead.determinations.models import Case
from roadstead.determinations.queries import sources
from roadstead.determinations.queries.cases import readable, whole
from roadstead.determinations.queries.traffic import draft_of
from roadstead.determinations.source import Source

MOST = 3  # observations that a case takes


def rest(case: Case, by: Viewer, *, report: bool) -> None:
    """Take observations and the assessment of the country into a case; or a report of others, where nobody went."""
    held = whole(case)
    if report:
        title, text, origin = texts.REPORT
        found = [Source(title, text, origin, clock.today() - timedelta(days=90), host=True)]
    else:
        found = [*_observed(case, by), *sources.offered_assessments(held, by)[:1]]
    for one in found:
        now = readable(by).get(pk=case.pk)
        take_source(case=now, revision=now.revision, source=one, by=by)


def _observed(case: Case, by: Viewer) -> list[Source]:
    """Shortfalls that stand for a listing; whatever else was observed for the rest."""
    found = sources.offered(whole(case), by)
    lacking = [one for one in found if one.title.startswith("shortfall") and "State:" not in one.text]
    other = [one for one in found if one not in lacking]
    return (lacking if case.effect == Effect.LIST else other)[:MOST]


def look_at_ships(case: Case, by: Viewer) -> Case:
    """Count what the decision does to ships, or say why not; and plan who is told."""
    try:
        counted = traffic.count(draft_of(case, by))
    except traffic.CannotCountError:
        case = leave_uncounted(case=case, revision=case.revision, why=texts.UNCOUNTED, by=by)
    else:
        case = keep_count(case=case, revision=case.revision, counted=counted, by=by)
    for recipient, days, teller in texts.PLAN:
        now, on = readable(by).get(pk=case.pk), clock.today() + timedelta(days=days)
        plan_telling(case=now, revision=now.revision, recipient=recipient, on=on, told_by=teller, by=by)
    return readable(by).get(pk=case.pk)
