"""A plan in the words of the page: the answer first, then terminals, duties, what awaits the ship, and cost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from roadstead.arrivals.planner.labels import HEADLINES, STATUSES, TONES
from roadstead.arrivals.planner.money import Costs, costs
from roadstead.core.advisory import Duty
from roadstead.core.costs import Rates
from roadstead.core.decision import DOES_NOT_APPLY, Caution, Decision, Reason
from roadstead.core.guard_posts import need
from roadstead.core.planner import Planned, Terminal
from roadstead.core.rest import RestLimits
from roadstead.core.truth import UNKNOWN, YES

MOST_POSTS, MOST_HOURS = Decimal(1_000), Decimal(10_000)  # beyond them a figure is mistyped, and no roster helps
SAID_IN_PORT = ("boarding", "guards", "non_compliance", "consequences_unclear", "wording_unknown")


@dataclass(frozen=True, slots=True)
class TerminalShown:
    """One excepted terminal: where it is, and what a call at it alone would change."""

    name: str
    number: str
    where: str
    status: str
    tone: str
    word: str
    citation: str
    url: str


@dataclass(frozen=True, slots=True)
class PlanShown:
    """Everything the page shows of a plan."""

    planned: Planned
    headline: str
    tone: str
    status: str
    reasons: tuple[Reason, ...]
    questions: tuple[str, ...]
    near: tuple[TerminalShown, ...]
    others: tuple[TerminalShown, ...]
    duties: tuple[Duty, ...]
    guards: str
    rolls_off: tuple[str, ...]
    changes: tuple[tuple[str, str], ...]
    wording: tuple[Reason, ...]
    warnings: tuple[Caution, ...]
    costs: Costs


def shown(planned: Planned, rates: Rates, currency: str, limits: RestLimits) -> PlanShown:
    """Put a plan into words."""
    key = "still" if planned.effect == "none" and planned.done.outcome != DOES_NOT_APPLY else planned.effect
    done = planned.done
    return PlanShown(
        planned=planned,
        headline=str(HEADLINES[key]),
        tone=TONES[key],
        status=STATUSES[key],
        reasons=tuple(planned.verdict.reasons),
        questions=tuple(one.text for one in done.questions if one.settles == "outcome"),
        near=tuple(_terminal(one) for one in planned.terminals if one.there is YES),
        others=tuple(_terminal(one) for one in planned.terminals if one.there is not YES),
        duties=planned.duties,
        guards=_guards(rates, limits) if planned.duties else "",
        rolls_off=tuple(_rolls_off(planned)),
        changes=tuple((one.text, one.outcome) for one in done.would_change_if),
        wording=_wording(done),
        warnings=tuple(done.warnings),
        costs=costs(planned.cost_done, planned.cost_not_done, currency),
    )


def _terminal(terminal: Terminal) -> TerminalShown:
    facility = terminal.facility
    where = {"yes": _("in this port"), "no": _("in another port"), "unknown": _("port not on record")}
    if terminal.avoids is YES:
        status, tone, word = "excepted", "good", _("Avoids it")
    elif terminal.duties_only is YES:
        status, tone, word = "may", "ask", _("Duties stay; normally no boarding and no guards")
    elif UNKNOWN in (terminal.avoids, terminal.duties_only):
        status, tone, word = "unknown", "ask", _("Not certain: ask the Captain of the Port")
    else:
        status, tone, word = "none", "quiet", _("Does not avoid it")
    return TerminalShown(
        name=facility.name,
        number=next((one.normalised for one in facility.numbers if one.normalised and one.certain), ""),
        where=where[terminal.there],
        status=status,
        tone=tone,
        word=word,
        citation=terminal.spell.citation.text,
        url=terminal.spell.citation.url or "",
    )


def _guards(rates: Rates, limits: RestLimits) -> str:
    """How many of the crew the guarding takes at least, where posts and hours were given."""
    posts, hours = rates.posts_there, rates.hours_there
    if posts is None or not hours or posts != posts.to_integral_value() or posts > MOST_POSTS or hours > MOST_HOURS:
        return ""
    found = need(int(posts), timedelta(hours=float(hours)), None, limits)
    if found.fewest is None:
        return ""
    text = ngettext(
        "With crew on guard: at least %(count)s person who does nothing else, by the hours of rest of %(text)s."
        " Whoever has other work too needs relief.",
        "With crew on guard: at least %(count)s people who do nothing else, by the hours of rest of %(text)s."
        " Where they have other work too, it takes more.",
        found.fewest,
    )
    return text % {"count": found.fewest, "text": limits.title}


def _rolls_off(planned: Planned) -> list[str]:
    said = []
    if planned.rolls_off_after:
        text = ngettext(
            "This call no longer counts after %(count)s more foreign call.",
            "This call no longer counts after %(count)s more foreign calls.",
            planned.rolls_off_after,
        )
        said.append(text % {"count": planned.rolls_off_after})
    if planned.free_after and planned.free_after != planned.rolls_off_after:
        text = ngettext(
            "After %(count)s more foreign call, at a port not listed, no call of this voyage counts.",
            "After %(count)s more foreign calls, at ports not listed, no call of this voyage counts.",
            planned.free_after,
        )
        said.append(text % {"count": planned.free_after})
    return said


def _wording(decision: Decision) -> tuple[Reason, ...]:
    """The edition's own wording, once; where nothing awaits the ship, nothing."""
    said: Sequence[Reason] = decision.in_us_port.reasons
    return tuple(one for one in said if one.code in SAID_IN_PORT)
