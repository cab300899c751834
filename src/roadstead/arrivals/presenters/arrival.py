"""One arrival: its calls as the judge sees them today, all that surrounds them, and every verdict as it was given."""

from typing import Any

from django.utils.translation import gettext as _

from roadstead.advisories import queries as advisories
from roadstead.arrivals import bridge
from roadstead.arrivals.enums import Outcome
from roadstead.arrivals.models import Arrival, Received, Verdict
from roadstead.arrivals.presenters import arrival_calls, arrival_nations, arrival_notice, arrival_past, arrival_scores
from roadstead.arrivals.presenters import letters as letters_presenter
from roadstead.arrivals.presenters.changes import line, may_act
from roadstead.arrivals.queries import arrivals as queries
from roadstead.arrivals.queries.changes import of_arrival
from roadstead.arrivals.queries.measures import logs_of
from roadstead.arrivals.relieving import relief_of
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.core.verdict import verdict_of
from roadstead.registry.queries.ports import ports_by_code
from roadstead.wire.incoming.value import Incoming, restore


def context(arrival: Arrival, viewer: Viewer) -> dict[str, Any]:
    """What the template of an arrival wants. The number of queries is the same for few calls and for many."""
    held = list(queries.versions(arrival))
    latest = next(one for one in held if one.current)
    judge = advisories.judge(clock.today())
    notice, decision, relief = relief_of(arrival, clock.today())
    incoming = restore(latest.stored.encode()) if latest.stored else Incoming()
    ports = ports_by_code({one.port for one in notice.calls if one.port} | {arrival.port})
    past = arrival_past.past(arrival, viewer)
    told = arrival_calls.judged_calls(incoming, latest.missing)
    return {
        "arrival": arrival,
        "port": ports.get(arrival.port),
        "decision": decision,
        "outcome": Outcome(bridge.as_far_as_known(verdict_of(decision), latest.missing).outcome),
        "stale": arrival.book != judge.snapshot.book.digest,
        "calls": arrival_calls.shown(notice, decision, ports, told, arrival_calls.applied(arrival)),
        "points": arrival_calls.points(notice, decision, ports, arrival),
        "touched": arrival_nations.touched(arrival, notice, incoming),
        "scores": arrival_scores.scores(arrival, incoming, decision, past.denials),
        "past": past,
        "relief": relief,
        "logs": logs_of(arrival, viewer),
        "letters": letters_presenter.of_arrival(arrival, viewer),
        "may_act": may_act(arrival, viewer),
        **_given(arrival, viewer, held),
        **_notice(held, latest, incoming),
    }


def _given(arrival: Arrival, viewer: Viewer, held: list[Received]) -> dict[str, Any]:
    """The verdicts as they were given, and what people said of their changes."""
    given = list(queries.verdicts(arrival))
    by_key = {one.pk: one for one in given}
    return {
        "verdicts": [(one, replayed(one, held)) for one in given],
        "changes": [line(one, arrival, by_key, viewer) for one in of_arrival(arrival)],
    }


def _notice(held: list[Received], latest: Received, incoming: Incoming) -> dict[str, Any]:
    """The notice: its versions, what the law finds missing, what could not be read, who settled what."""
    return {
        "versions": list(arrival_notice.versions(held)),
        "findings": arrival_notice.findings(latest),
        "not_read": arrival_notice.not_read(latest, incoming),
        "settled": arrival_notice.settled(latest),
    }


def replayed(verdict: Verdict, held: list[Received]) -> Any:
    """What the judge says now of what was known on the day of a verdict, beside what it said then."""
    version = next(one for one in held if one.number == verdict.number)
    decision = advisories.judge(verdict.known_at).decide(bridge.notice_of(version.content))
    if decision.digest == verdict.digest:
        return _("The same to the last byte, when judged again.")
    if bridge.as_far_as_known(verdict_of(decision), version.missing) == bridge.verdict_in(verdict):
        return _("The same when judged again; other editions have become known since.")
    return _("Judged again with what was published since for that day, it comes to something else.")
