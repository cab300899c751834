"""Relief: what measures taken in the listed port, and documented, take away of what is asked in the United States port.

The wording of the edition in force decides, and the Captain of the Port. Two things are needed where guards are
normally waived: the duties documented, and good security compliance, which only a boarding shows. What is not known
is told as missing, to both sides alike.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from roadstead.core.advisory import Citation, Guards, Regime
from roadstead.core.consequences import DUTY_FIELDS, met_duties
from roadstead.core.country import country_name
from roadstead.core.decision import CallVerdict, Decision
from roadstead.core.notice import Measures, Notice
from roadstead.core.snapshot import Snapshot
from roadstead.core.texts import DUTIES, said
from roadstead.core.truth import NO, UNKNOWN, YES, Truth, conjunction, disjunction, negate

FAQ = Citation(
    "Coast Guard, international port security programme, FAQ",
    "https://www.atlanticarea.uscg.mil/Our-Organization/Area-Units/Activities-Europe/Maritime-Security/IPS-Program-FAQ/",
)
STATES: dict[str, str] = {
    "nothing_asked": "No guards are asked for in the United States port, so there is nothing to relieve.",
    "wording_unknown": "The wording in force on the day of arrival is not known; nobody can say what relief it gives.",
    "not_recorded": "What the wording in force says of guards was not recorded; nobody can say what relief it gives.",
    "no_difference": "The wording in force asks for guards of every ship, whatever was done in the listed port.",
    "left_to_captain": (
        "The wording in force leaves guards to the Captain of the Port. What was done and documented can reduce what is"
        " asked; it gives no right to it."
    ),
    "reduced": "The duties were done and documented and good compliance was shown: armed guards are normally waived.",
    "if_shown": (
        "The duties were done and documented. Armed guards are normally waived once the boarding shows good compliance."
    ),
    "open": (
        "Armed guards are normally waived for a ship that did and documented the duties. Whether this one did is not"
        " known yet."
    ),
    "not_reduced": "Not all that the waiver asks for is there, so guards are for the Captain of the Port to decide.",
    "depends": "Whether guards may be asked for at all hangs on the open questions; so does any relief.",
}
MISSING: dict[str, str] = {
    "not_done": "{duty} at {port} (departed {departed}): not done.",
    "not_known": "{duty} at {port} (departed {departed}): nobody has said whether it was done.",
    "not_documented": "{duty} at {port} (departed {departed}): done, but not documented.",
    "papers_not_known": "{duty} at {port} (departed {departed}): done; nobody has said whether it is documented.",
    "report_due": "{duty} for {port} (departed {departed}): still to be done, before arrival.",
    "compliance": "Good security compliance, which the boarding has to show.",
    "no_compliance": "Good security compliance: the boarding did not find it.",
}
SHIP, CAPTAIN = "ship", "captain_of_the_port"


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown beside the measures of the notice. documented: by call (its place in the notice) and duty; what is
    not named is documented if the actions were logged. compliance: what a boarding found.
    """

    documented: Mapping[tuple[int, str], Truth] = field(default_factory=dict)
    compliance: Truth = UNKNOWN


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that stands between the ship and relief. by: who can mend it (ship | captain_of_the_port)."""

    code: str
    by: str
    call: int | None = None
    duty: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        sentence = MISSING[self.code].format(**self.values)
        return sentence[0].upper() + sentence[1:]


@dataclass(frozen=True, slots=True)
class Credit:
    """One duty of one call that counts: done, and documented as far as it has to be."""

    call: int
    duty: str
    port: str


@dataclass(frozen=True, slots=True)
class Relief:
    """What the measures do. state: a code of `STATES`; asked: what is asked as things stand; at_best, at_worst: what
    is asked of a ship that did and documented all, and of one that did not. citations: what the answer rests on.
    """

    state: str
    asked: Guards
    at_best: Guards
    at_worst: Guards
    credits: tuple[Credit, ...]
    missing: tuple[Missing, ...]
    citations: tuple[Citation, ...]

    @property
    def text(self) -> str:
        return STATES[self.state]


def relief(snapshot: Snapshot, notice: Notice, decision: Decision, shown: Shown) -> Relief:
    """Weigh what was done. decision: on this very notice, under this snapshot."""
    asked, regime = decision.in_us_port.armed_guards, snapshot.regime_on(notice.eta.date())
    if asked is Guards.NONE:
        return Relief("nothing_asked", asked, asked, asked, (), (), ())
    if regime is None:
        return Relief("wording_unknown", asked, Guards.UNKNOWN, Guards.UNKNOWN, (), (), ())
    catching = [one for one in decision.calls if one.caught is not NO]
    duties_only = {one.index: _duties_only(snapshot, notice, one.index) for one in catching}
    asking = [one for one in catching if duties_only[one.index] is not YES]
    measures = {one.index: notice.calls[one.index].measures for one in asking}
    brings = disjunction([conjunction((one.caught, negate(duties_only[one.index]))) for one in asking])
    documented = conjunction([_done(measures[one.index], one.index, shown) for one in asking])
    state = _state(regime, brings, documented, shown.compliance)
    missing = (*_missing(asking, measures, shown), *_compliance(shown.compliance))
    return Relief(
        state=state,
        asked=asked,
        at_best=regime.guards_when_met,
        at_worst=regime.guards_when_unmet,
        credits=tuple(_credits(asking, measures, shown)),
        missing=() if state in ("no_difference", "not_recorded") else missing,
        citations=(regime.citation, FAQ) if state == "left_to_captain" else (regime.citation,),
    )


def _duties_only(snapshot: Snapshot, notice: Notice, index: int) -> Truth:
    """Whether the call was where only the duties in port are owed, so that guards need no relief."""
    call = notice.calls[index]
    return snapshot.duties_only(call.country, notice.eta.date(), call.port, call.berths)


def _state(regime: Regime, brings: Truth, documented: Truth, compliance: Truth) -> str:
    met, unmet = regime.guards_when_met, regime.guards_when_unmet
    if brings is UNKNOWN:
        return "depends"
    if met is unmet:
        same = {Guards.CAPTAIN_DECIDES: "left_to_captain", Guards.UNKNOWN: "not_recorded"}
        return same.get(met, "no_difference")
    if NO in (documented, compliance):
        return "not_reduced"
    if documented is UNKNOWN:
        return "open"
    return "reduced" if compliance is YES else "if_shown"


def _done(measures: Measures, call: int, shown: Shown) -> Truth:
    """Whether all five duties of a call were done, and documented."""
    met = met_duties(measures)
    papers = [_papers(code, call, measures, shown) for code, _ in DUTY_FIELDS]
    return conjunction([*met, *papers])


def _papers(duty: str, call: int, measures: Measures, shown: Shown) -> Truth:
    """Whether one duty is documented. The log and the report are documents themselves."""
    if duty in ("C4", "C5"):
        return YES
    return shown.documented.get((call, duty), measures.logged)


def _credits(catching: Sequence[CallVerdict], measures: Mapping[int, Measures], shown: Shown) -> Iterator[Credit]:
    for verdict in catching:
        of_call = measures[verdict.index]
        for (code, _), met in zip(DUTY_FIELDS, met_duties(of_call), strict=True):
            if met is YES and _papers(code, verdict.index, of_call, shown) is YES:
                yield Credit(verdict.index, code, _port(verdict))


def _missing(catching: Sequence[CallVerdict], measures: Mapping[int, Measures], shown: Shown) -> Iterator[Missing]:
    for verdict in catching:
        of_call = measures[verdict.index]
        for (code, _), met in zip(DUTY_FIELDS, met_duties(of_call), strict=True):
            why = _why(code, met, _papers(code, verdict.index, of_call, shown))
            if why:
                values = {"duty": DUTIES[code], "port": _port(verdict), "departed": said(verdict.departed.date())}
                yield Missing(why, SHIP, verdict.index, code, values)


def _why(duty: str, met: Truth, papers: Truth) -> str:
    """Why a duty does not count yet; "" where it does. The report can be made until the ship arrives."""
    if met is not YES:
        unmet = {NO: "report_due" if duty == "C5" else "not_done", UNKNOWN: "not_known"}
        return unmet[met]
    return {YES: "", NO: "not_documented", UNKNOWN: "papers_not_known"}[papers]


def _compliance(found: Truth) -> Iterator[Missing]:
    if found is not YES:
        yield Missing("compliance" if found is UNKNOWN else "no_compliance", CAPTAIN)


def _port(verdict: CallVerdict) -> str:
    return verdict.port or country_name(verdict.country)
