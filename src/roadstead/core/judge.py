"""The judge: one notice in, one decision out. Pure: the same input gives the same answer anywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from json.encoder import encode_basestring_ascii

from roadstead.core.advisory import Policy
from roadstead.core.changes import changes_of
from roadstead.core.conditions import (
    DUTIES_ONLY,
    EXCEPTED,
    LISTED,
    LISTED_AT_VISIT,
    Steps,
    caught_step,
    steps_after_ranking,
    steps_before_ranking,
    steps_of_consequences,
    steps_of_voyage,
)
from roadstead.core.consequences import duties, in_us_port, met_duties
from roadstead.core.decision import (
    APPLIES,
    CANNOT_TELL,
    DOES_NOT_APPLY,
    CallVerdict,
    Decision,
    EditionNamed,
    InPort,
    Tests,
)
from roadstead.core.facts import CallFacts, call_facts, rank
from roadstead.core.notice import Call, Notice
from roadstead.core.questions import measure_questions, outcome_questions, tier_questions
from roadstead.core.reasons import Explainer
from roadstead.core.rules import Reader, Table, fails_with, reader, voyage_reader
from roadstead.core.snapshot import Snapshot
from roadstead.core.truth import NO, UNKNOWN, YES
from roadstead.core.verdict import Verdict, verdict
from roadstead.core.warnings import warnings_of

SCHEMA = "roadstead/decision/1"
_OUTCOMES = {YES: APPLIES, NO: DOES_NOT_APPLY, UNKNOWN: CANNOT_TELL}
NamedReaders = list[tuple[str, Reader, tuple[str, ...]]]


class Judge:
    """Judges notices under one snapshot of the rule book."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.explainer = Explainer(snapshot)
        policy = snapshot.book.policy
        self.policy = policy
        self._caught = caught_step(policy)
        self._readings = self._read(policy)
        self._readings_all_calls = self._read(replace(policy, domestic=frozenset()))
        self._consequences = self._named(steps_of_consequences(policy))
        self._voyage = {step: voyage_reader(rule) for step, rule in steps_of_voyage(policy)}

    def decide(self, notice: Notice) -> Decision:
        """Judge one notice. Never raises on a well-formed one."""
        facts = self._judged(notice.calls, notice.eta, self._readings)
        outcome = self._outcome(facts)
        explainer = self.explainer
        catching = [entry for entry in facts if entry.caught is not NO]
        unclear = [entry for entry in catching if entry.caught is UNKNOWN]
        settles = "outcome" if outcome == CANNOT_TELL else "consequences"
        in_port = self._in_us_port(outcome, catching, notice.eta)
        verdicts = [self._verdict(entry) for entry in facts]
        return Decision(
            schema=SCHEMA,
            outcome=outcome,
            edition=self._edition(facts, notice.eta),
            known_at=self.snapshot.known_at,
            calls=verdicts,
            tests=Tests(
                _OUTCOMES[self._voyage["on_arrival"](facts)],
                _OUTCOMES[self._voyage["on_visit"](facts)],
            ),
            in_us_port=in_port,
            questions=[
                *outcome_questions(unclear, facts, explainer, settles=settles),
                *tier_questions(catching, explainer),
                *measure_questions(catching),
            ],
            warnings=warnings_of(notice, facts, explainer, outcome, self._outcome_all_calls(notice, outcome)),
            would_change_if=changes_of(notice, facts, outcome, explainer, self.outcome),
            rule_book=self.snapshot.book.digest,
            digest=self._digest(notice, facts, outcome, in_port),
        )

    def verdict(self, notice: Notice) -> Verdict:
        """What `decide` comes to, without its reasons: for thousands of notices that are judged again."""
        facts = self._judged(notice.calls, notice.eta, self._readings)
        outcome = self._outcome(facts)
        catching = [entry for entry in facts if entry.caught is not NO]
        in_port = self._in_us_port(outcome, catching, notice.eta)
        calls = [(entry.caught, met_duties(entry.call.measures)) for entry in catching]
        return verdict(outcome, calls, in_port.boarding, in_port.armed_guards)

    def outcome(self, notice: Notice) -> str:
        """The bare outcome, without reasons."""
        return self._outcome(self._judged(notice.calls, notice.eta, self._readings))

    def _read(self, policy: Policy) -> tuple[NamedReaders, NamedReaders]:
        return self._named(steps_before_ranking(policy)), self._named(steps_after_ranking(policy))

    def _named(self, steps: Steps) -> NamedReaders:
        tables: Mapping[str, Table] = {
            LISTED: self.snapshot.listed_there,
            LISTED_AT_VISIT: self.snapshot.listed_at_visit,
            EXCEPTED: self.snapshot.excepted,
            DUTIES_ONLY: self.snapshot.duties_only,
        }
        return [
            (step, reader(rule, tables), _closed_by(step, steps[place + 1 :]))
            for place, (step, rule) in enumerate(steps)
        ]

    def _in_us_port(self, outcome: str, catching: Sequence[CallFacts], eta: datetime) -> InPort:
        """What follows. A call that is surely not caught brings nothing and asks for nothing."""
        if outcome == DOES_NOT_APPLY:
            return in_us_port(NO, NO, YES, None)
        for entry in catching:
            for step, read, _ in self._consequences:
                setattr(entry, step, read(entry))
        brings, met = self._voyage["brings"](catching), self._voyage["guards_met"](catching)
        applies = YES if outcome == APPLIES else UNKNOWN
        return in_us_port(applies, brings, met, self.snapshot.regime_on(eta.date()))

    def _judged(
        self, calls: Sequence[Call], eta: datetime, readings: tuple[NamedReaders, NamedReaders]
    ) -> list[CallFacts]:
        facts = call_facts(calls, eta)
        before, after = readings
        for entry in facts:
            for step, read, _ in before:
                setattr(entry, step, read(entry))
        rank(facts)
        for entry in facts:
            for step, read, closed in after:
                answer = read(entry)
                setattr(entry, step, answer)
                if closed and answer is NO:
                    for later in closed:
                        setattr(entry, later, NO)
                    break
            entry.caught = getattr(entry, self._caught)
        return facts

    def _outcome(self, facts: Sequence[CallFacts]) -> str:
        return _OUTCOMES[self._voyage["outcome"](facts)]

    def _outcome_all_calls(self, notice: Notice, outcome: str) -> str:
        """The outcome if US calls used places too; the outcome itself where there are none.

        More calls in the ranking can only push others out, so a ship that is free stays free.
        """
        domestic = self.policy.domestic
        if outcome == DOES_NOT_APPLY or not any([call.country in domestic for call in notice.calls]):  # noqa: C419 - quicker for so few
            return outcome
        return self._outcome(self._judged(notice.calls, notice.eta, self._readings_all_calls))

    def _verdict(self, facts: CallFacts) -> CallVerdict:
        counted = facts.counted is not NO
        catching = facts.caught is not NO
        return CallVerdict(
            index=facts.index,
            country=facts.country,
            port=facts.port,
            departed=facts.departed,
            counted=facts.counted,
            listed=facts.listed,
            excepted=facts.excepted,
            caught=facts.caught,
            caught_by_visit=facts.caught_on_visit,
            slot=facts.slot_low if facts.takes_place is not NO else None,
            rolls_off_after=self.policy.last_calls + 1 - facts.slot_low if counted and catching else None,
            duties=duties(facts.call.measures) if catching else [],
            reasons=self.explainer.call_reasons(facts),
        )

    def _edition(self, facts: Sequence[CallFacts], eta: datetime) -> EditionNamed | None:
        edition = self.snapshot.edition_on(eta.date())
        if edition is None:
            return None
        exact = edition.effective.exact if edition.effective else None
        return EditionNamed(edition.psa, exact, edition.id, edition.citation.text)

    def _digest(self, notice: Notice, facts: Sequence[CallFacts], outcome: str, in_port: InPort) -> str:
        """SHA-256 over the notice, the rule book, the knowledge date and the answers, in one canonical text."""
        vessel = notice.vessel
        content = [
            SCHEMA,
            self.snapshot.book.digest,
            self.snapshot.known_at.isoformat(),
            *map(_quoted, (vessel.name, vessel.imo, vessel.flag, vessel.type)),
            str(vessel.commercial),
            notice.arrival_port,
            repr(notice.eta.timestamp()),
            *map(_call_content, facts),
            outcome,
            in_port.boarding,
            in_port.armed_guards,
        ]
        return "sha256:" + sha256("\n".join(content).encode("ascii")).hexdigest()


def _closed_by(step: str, later: Steps) -> tuple[str, ...]:
    """The later steps, if every one of them is no once this one is; else nothing."""
    closed = [step]
    for name, rule in later:
        if not any(fails_with(rule, known) for known in closed):
            return ()
        closed.append(name)
    return tuple(closed[1:])


def _call_content(facts: CallFacts) -> str:
    call, measures = facts.call, facts.call.measures
    return "|".join(
        (
            call.country,
            call.port or "",
            repr(call.arrived.timestamp()) if call.arrived else "",
            repr(call.departed.timestamp()),
            call.purpose,
            *[part for berth in call.berths for part in (_quoted(berth.facility), _quoted(berth.facility_name))],
            measures.security_level_2,
            measures.access_points_guarded,
            measures.declaration_attempted,
            measures.logged,
            measures.reported,
            facts.counted,
            facts.listed,
            facts.excepted,
            facts.caught,
            facts.caught_on_visit,
        )
    )


def _quoted(text: str | None) -> str:
    """Free text in quotation marks, all but ASCII escaped, so that no text can pass for two fields."""
    return "" if text is None else encode_basestring_ascii(text)
