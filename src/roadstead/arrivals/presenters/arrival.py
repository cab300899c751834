"""One arrival: its calls as the judge sees them today, and every verdict as it was given."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from roadstead.advisories import queries as advisories
from roadstead.arrivals import bridge
from roadstead.arrivals.enums import Outcome
from roadstead.arrivals.models import Arrival, Received, Verdict
from roadstead.arrivals.presenters.changes import line, may_act
from roadstead.arrivals.queries import arrivals as queries
from roadstead.arrivals.queries.changes import of_arrival
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.core.country import country_name
from roadstead.core.decision import CallVerdict, Decision, Reason
from roadstead.core.notice import Call, Notice
from roadstead.core.verdict import verdict_of
from roadstead.registry.queries.ports import ports_by_code

TONES = {"yes": "stop", "no": "quiet", "unknown": "ask"}


@dataclass(frozen=True, slots=True)
class CallShown:
    """A call, the most recent first. tone: of how it counts."""

    place: str
    country: str
    facilities: str
    arrived: datetime | None
    departed: datetime
    caught: str
    tone: str
    reasons: tuple[Reason, ...]
    unmet: str
    unsure: str


def context(arrival: Arrival, viewer: Viewer) -> dict[str, Any]:
    """What the template of an arrival wants."""
    held = list(queries.versions(arrival))
    latest = next(one for one in held if one.current)
    notice = bridge.notice_of(latest.content)
    judge = advisories.judge(clock.today())
    decision = judge.decide(notice)
    given = list(queries.verdicts(arrival))
    by_key = {one.pk: one for one in given}
    return {
        "arrival": arrival,
        "port": ports_by_code([arrival.port]).get(arrival.port),
        "decision": decision,
        "outcome": Outcome(decision.outcome),
        "stale": arrival.book != judge.snapshot.book.digest,
        "calls": calls(notice, decision),
        "verdicts": [(one, replayed(one, held)) for one in given],
        "changes": [line(one, arrival, by_key, viewer) for one in of_arrival(arrival)],
        "versions": held,
        "may_act": may_act(arrival, viewer),
    }


def calls(notice: Notice, decision: Decision) -> list[CallShown]:
    """The calls of a notice beside what was found of them."""
    codes = {one.port for one in notice.calls if one.port}
    names = {code: found.name for code, found in ports_by_code(codes).items()}
    return [_call(notice.calls[one.index], one, names) for one in decision.calls]


def _call(call: Call, found: CallVerdict, names: dict[str, str]) -> CallShown:
    named = [one.facility_name or one.facility or "" for one in call.berths]
    return CallShown(
        place=names.get(call.port or "", call.port or ""),
        country=country_name(call.country),
        facilities=", ".join(filter(None, named)),
        arrived=call.arrived,
        departed=call.departed,
        caught=found.caught.value,
        tone=TONES[found.caught.value],
        reasons=tuple(found.reasons),
        unmet=" ".join(one.code for one in found.duties if one.met.value == "no"),
        unsure=" ".join(one.code for one in found.duties if one.met.value == "unknown"),
    )


def replayed(verdict: Verdict, held: list[Received]) -> Any:
    """What the judge says now of what was known on the day of a verdict, beside what it said then."""
    content = next(one.content for one in held if one.number == verdict.number)
    decision = advisories.judge(verdict.known_at).decide(bridge.notice_of(content))
    if decision.digest == verdict.digest:
        return _("The same to the last byte, when judged again.")
    if verdict_of(decision) == bridge.verdict_in(verdict):
        return _("The same when judged again; other editions have become known since.")
    return _("Judged again with what was published since for that day, it comes to something else.")
