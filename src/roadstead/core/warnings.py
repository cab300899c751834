"""What a reader must know beside the outcome."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from roadstead.core.advisory import Citation
from roadstead.core.decision import Caution
from roadstead.core.facts import CallFacts
from roadstead.core.identity import facility_number
from roadstead.core.notice import Notice
from roadstead.core.reasons import Explainer, since_said
from roadstead.core.snapshot import Snapshot
from roadstead.core.standing import NEVER_LISTED
from roadstead.core.texts import WARNINGS, said
from roadstead.core.truth import NO, YES

ONE_DAY = timedelta(days=1)


def warnings_of(
    notice: Notice, facts: Sequence[CallFacts], explainer: Explainer, outcome: str, outcome_all_calls: str
) -> list[Caution]:
    """Every warning for a judged notice, each sentence once, in a fixed order."""
    found = [
        *_of_list(notice.eta.date(), explainer.snapshot),
        *_of_notice(notice, explainer),
        *_of_counting(facts, explainer, outcome, outcome_all_calls),
    ]
    remarkable = explainer.snapshot.remarkable
    for entry in facts:
        if entry.country in remarkable or entry.departed > entry.eta:
            found += _of_call(entry, explainer)
    return list({warning.text: warning for warning in found}.values())


def warn(code: str, citation: Citation | None = None, **values: object) -> Caution:
    """A warning with its citation."""
    text = WARNINGS[code].format(**values)
    return Caution(code, text, citation.text, citation.url) if citation else Caution(code, text)


def _of_list(day: date, snapshot: Snapshot) -> Iterator[Caution]:
    confirmed = snapshot.last_confirmation
    if confirmed and (day - confirmed.on).days > snapshot.book.policy.stale_after_days:
        yield warn("list_not_confirmed", confirmed.citation, since=said(confirmed.on))
    gap = snapshot.gap_on(day)
    if gap and not (confirmed and gap.end is None):
        yield warn("printing_gap", text=gap.text)


def _of_notice(notice: Notice, explainer: Explainer) -> Iterator[Caution]:
    if notice.arrival_port[:2] not in explainer.policy.domestic:
        yield warn("arrival_not_us", port=notice.arrival_port)
    if notice.vessel.commercial is False:
        yield warn("not_commercial")


def _of_counting(
    facts: Sequence[CallFacts], explainer: Explainer, outcome: str, outcome_all_calls: str
) -> Iterator[Caution]:
    if outcome_all_calls != outcome:
        said_outcome = outcome_all_calls.replace("_", " ")
        yield warn("us_calls", limit=explainer.policy.last_calls, outcome=said_outcome)
    for entry, other in pairwise(facts):
        if entry.departed == other.departed and entry.call == other.call and entry.counted is not NO:
            yield warn("duplicate_calls", port=entry.name, departed=said(entry.departed_day))


def _of_call(facts: CallFacts, explainer: Explainer) -> Iterator[Caution]:
    snapshot, country, day = explainer.snapshot, facts.country, facts.arrival_day
    for sanction in snapshot.sanctions(country, day):
        yield warn("sanctions", sanction.citation, country=explainer.name(country), text=sanction.text)
    if facts.departed > facts.eta:
        yield warn("after_arrival", port=facts.name)
    if facts.counted is not NO and snapshot.standing(country, day) is not NEVER_LISTED:
        yield from _of_counted_call(facts, explainer)


def _of_counted_call(facts: CallFacts, explainer: Explainer) -> Iterator[Caution]:
    snapshot, country, day = explainer.snapshot, facts.country, facts.arrival_day
    recommended = snapshot.recommendation(country, day)
    if recommended and facts.listed is not YES:
        since = since_said(recommended.start)
        yield warn("recommendation_only", recommended.citation, country=explainer.name(country), since=since)
    if facts.caught_on_arrival is not facts.caught_on_visit:
        spell = explainer.spell_of(facts)
        since = since_said(spell.start)
        yield warn("tests_disagree", spell.citation, port=facts.name, departed=said(facts.departed_day), since=since)
    if facts.listed is not NO:
        yield from _of_exceptions(facts, explainer)
    yield from _of_boundary(facts, explainer)


def _of_exceptions(facts: CallFacts, explainer: Explainer) -> Iterator[Caution]:
    standing = explainer.snapshot.standing(facts.country, facts.arrival_day)
    for rows in standing.missing_rows:
        if rows.settled and facts.excepted is not YES:
            yield warn("rows_missing", rows.citation, text=rows.text)
    for berth in facts.berths:
        verdict = explainer.snapshot.berth(facts.country, facts.arrival_day, facts.port, berth)
        if verdict.code == "matched" and verdict.spell and verdict.spell.confidence == "low":
            facility = explainer.snapshot.facilities[verdict.spell.facility].facility
            yield warn("weak_exception", verdict.spell.citation, facility=facility.name)
        if (
            verdict.code == "no_match"
            and berth.facility
            and not berth.facility_name
            and facility_number(berth.facility)
        ):
            for spell, _ in standing.exceptions:
                index = explainer.snapshot.facilities[spell.facility]
                if not index.sure:
                    name = explainer.name(facts.country)
                    yield warn("number_not_on_record", facility=index.facility.name, country=name)
                    break


def _of_boundary(facts: CallFacts, explainer: Explainer) -> Iterator[Caution]:
    snapshot, day = explainer.snapshot, facts.arrival_day
    today = snapshot.listed(facts.country, day)
    if day > date.min and snapshot.listed(facts.country, day - ONE_DAY) is not today:
        yield warn("day_boundary", country=explainer.name(facts.country), since=said(day))
    elif day < date.max and snapshot.listed(facts.country, day + ONE_DAY) is not today:
        yield warn("day_boundary", country=explainer.name(facts.country), since=said(day + ONE_DAY))
