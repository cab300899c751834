"""A decision as the page tells it: the outcome and its reason first, then what to do, then the trace."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from roadstead.arrivals.checker import terminals
from roadstead.arrivals.checker.bridge import Reading
from roadstead.arrivals.checker.labels import purpose_label
from roadstead.arrivals.checker.questions import Ask, asks
from roadstead.core.advisory import Duty, Edition
from roadstead.core.country import country_name
from roadstead.core.decision import APPLIES, CANNOT_TELL, CallVerdict, Decision, Reason
from roadstead.core.snapshot import Snapshot
from roadstead.core.texts import slot_said
from roadstead.core.truth import NO, UNKNOWN, YES

TONES = {"yes": "good", "no": "alarm", "unknown": "ask"}


@dataclass(frozen=True, slots=True)
class DutyShown:
    """One duty with its answer. `tone` and `word` say whether that is good."""

    code: str
    text: str
    hint: str
    met: str
    tone: str
    word: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the trace of a call."""

    name: str
    value: str
    tone: str


@dataclass(frozen=True, slots=True)
class CallShown:
    """One call as judged, the most recent first. `row`: its number on the form."""

    row: int
    place: str
    code: str
    country: str
    country_name: str
    terminal: str
    purpose: str
    arrived: date | datetime | None
    departed: date | datetime
    verdict: str
    tone: str
    word: str
    steps: tuple[Step, ...]
    reasons: tuple[Reason, ...]
    duties: tuple[DutyShown, ...]
    rolls_off: str
    slot: str


@dataclass(frozen=True, slots=True)
class Result:
    """Everything the result page shows."""

    decision: Decision
    headline: str
    tone: str
    because: Reason | None
    because_of: CallShown | None
    few_calls: str
    eta: date | datetime
    asks: tuple[Ask, ...]
    calls: tuple[CallShown, ...]
    duty_calls: tuple[CallShown, ...]
    rolls_off: str
    in_port: tuple[tuple[str, Reason], ...]
    changes: tuple[tuple[str, str], ...]
    edition: Edition | None
    tests_agree: bool
    last_confirmed: date | None


def result(reading: Reading, decision: Decision, snapshot: Snapshot) -> Result:
    """Put a decision into the words of the page."""
    if reading.notice is None:
        raise ValueError("Only a voyage that was judged has a result.")
    duties = {duty.code: duty for duty in snapshot.book.duties}
    calls = tuple(_call(verdict, reading, duties) for verdict in decision.calls)
    because_of, because = _because(decision, calls)
    confirmed = snapshot.last_confirmation
    edition_id = decision.edition.id if decision.edition else None
    return Result(
        decision=decision,
        headline=_headline(decision.outcome),
        tone={APPLIES: "alarm", CANNOT_TELL: "ask"}.get(decision.outcome, "good"),
        because=because,
        because_of=because_of,
        few_calls=_few_calls(decision, snapshot.book.policy.last_calls),
        eta=_as_given(reading.notice.eta, reading.tidy.eta),
        asks=asks(reading, decision, snapshot),
        calls=calls,
        duty_calls=tuple(call for call in calls if call.duties),
        rolls_off=_all_roll_off(decision, snapshot.book.policy.last_calls),
        in_port=_in_port(decision.in_us_port.reasons),
        changes=tuple((change.text, change.outcome) for change in decision.would_change_if),
        edition=next((entry for entry in snapshot.book.editions if entry.id == edition_id), None),
        tests_agree=decision.tests.arrival_in_us == decision.tests.visit_to_listed_port,
        last_confirmed=confirmed.on if confirmed else None,
    )


def _headline(outcome: str) -> str:
    if outcome == APPLIES:
        return _("Conditions of entry apply to this voyage")
    if outcome == CANNOT_TELL:
        return _("Not certain yet whether conditions of entry apply")
    return _("Conditions of entry do not apply to this voyage")


def _because(decision: Decision, calls: tuple[CallShown, ...]) -> tuple[CallShown | None, Reason | None]:
    """The call that decides and its first reason; no call where none was of any interest."""
    wanted = {APPLIES: YES, CANNOT_TELL: UNKNOWN}.get(decision.outcome)
    for verdict, call in zip(decision.calls, calls, strict=True):
        if wanted is not None and verdict.caught is wanted:
            return call, call.reasons[0]
    if wanted is not None:
        return None, None
    for verdict, call in zip(decision.calls, calls, strict=True):
        if verdict.listed is not NO and not (verdict.counted is NO and verdict.slot is None):
            return call, call.reasons[0]
    looked_at = sum(verdict.counted is not NO for verdict in decision.calls)
    text = ngettext(
        "The one foreign call looked at was in no country on the list on the day of arrival.",
        "None of the %(count)s foreign calls looked at was in a country on the list on the day of arrival.",
        looked_at,
    )
    return None, Reason("none_listed", text % {"count": looked_at})


def _few_calls(decision: Decision, limit: int) -> str:
    """A word where fewer calls were given than are looked at: the answer holds only if there were no more."""
    given = sum(verdict.slot is not None for verdict in decision.calls)
    if given >= limit:
        return ""
    text = ngettext(
        "Judged on %(count)s foreign call. The last %(limit)s are looked at: if the ship made more, add them.",
        "Judged on %(count)s foreign calls. The last %(limit)s are looked at: if the ship made more, add them.",
        given,
    )
    return text % {"count": given, "limit": limit}


def _all_roll_off(decision: Decision, limit: int) -> str:
    """After how many more foreign calls no call of this voyage counts any more."""
    most = max((verdict.rolls_off_after or 0 for verdict in decision.calls), default=0)
    if not most:
        return ""
    text = ngettext(
        "After %(count)s more foreign call, at a port not listed, none of these is among the last %(limit)s.",
        "After %(count)s more foreign calls, at ports not listed, none of these is among the last %(limit)s.",
        most,
    )
    return text % {"count": most, "limit": limit}


def _call(verdict: CallVerdict, reading: Reading, duties: dict[str, Duty]) -> CallShown:
    row = reading.rows[verdict.index]
    place = reading.places[row]
    call = reading.notice.calls[verdict.index] if reading.notice else None
    typed = reading.tidy.rows[row - 1]
    look, tone, word = _verdict(verdict)
    return CallShown(
        row=row,
        place=place.name or country_name(verdict.country),
        code=place.port or "",
        country=verdict.country,
        country_name=country_name(verdict.country),
        terminal=terminals.write(tuple(terminals.Berth(b.facility, b.facility_name) for b in call.berths))
        if call
        else "",
        purpose=purpose_label(call.purpose) if call else "",
        arrived=_as_given(call.arrived, typed.arrived) if call and call.arrived else None,
        departed=_as_given(verdict.departed, typed.departed),
        verdict=look,
        tone=tone,
        word=word,
        steps=_steps(verdict),
        reasons=tuple(verdict.reasons),
        duties=tuple(_duty(duties[entry.code], entry.met) for entry in verdict.duties),
        rolls_off=_rolls_off(verdict),
        slot=slot_said(verdict.slot) if verdict.slot else _("none"),
    )


def _as_given(moment: datetime, typed: str) -> date | datetime:
    """The day alone where no time was given: the page says no more than it was told."""
    return moment if "T" in typed else moment.date()


def _verdict(verdict: CallVerdict) -> tuple[str, str, str]:
    """How the call's answer looks: the status it borrows its icon from, tone and word."""
    if verdict.caught is YES:
        return "applies", "alarm", _("Brings conditions")
    if verdict.caught is UNKNOWN:
        return "unknown", "ask", _("May bring conditions")
    if verdict.counted is NO:
        return "none", "quiet", _("Not looked at")
    if verdict.listed is not NO:
        return "excepted", "good", _("Excepted")
    return "none", "quiet", _("Not listed")


def _steps(verdict: CallVerdict) -> tuple[Step, ...]:
    """The four steps; after a step that already answers no, the rest are not asked."""
    named = (
        (_("Among the last five"), verdict.counted),
        (_("Country on the list"), verdict.listed),
        (_("Facility excepted"), verdict.excepted),
        (_("Brings conditions"), verdict.caught),
    )
    return tuple(Step(name, value, "ask" if value is UNKNOWN else "quiet") for name, value in named)


def _duty(duty: Duty, met: str) -> DutyShown:
    words = {"yes": _("Met"), "no": _("Not met"), "unknown": _("Not known")}
    return DutyShown(duty.code, duty.text, duty.hint, met, TONES[met], words[met])


def _rolls_off(verdict: CallVerdict) -> str:
    count = verdict.rolls_off_after
    if not count:
        return ""
    return ngettext(
        "No longer counts after %(count)s more foreign call.",
        "No longer counts after %(count)s more foreign calls.",
        count,
    ) % {"count": count}


def _in_port(reasons: Iterable[Reason]) -> tuple[tuple[str, Reason], ...]:
    """The edition's wording, each sentence under what it speaks of."""
    heads = {
        "boarding": _("Boarding"),
        "guards": _("Armed guards"),
        "non_compliance": _("If the duties were not done"),
    }
    return tuple((heads.get(reason.code, ""), reason) for reason in reasons)


def plain(shown: Result) -> dict[str, Any]:
    """What a template needs under its own name."""
    return {"result": shown, "decision": shown.decision}
