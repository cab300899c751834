"""What would settle an unknown: the shortest list of things to ask, each tied to a field of the notice."""

from collections.abc import Sequence

from roadstead.core.advisory import PlaceListing, Tier
from roadstead.core.berths import BerthVerdict
from roadstead.core.consequences import DUTY_FIELDS, met_duties
from roadstead.core.decision import Question
from roadstead.core.facts import CallFacts, berth_path, doubtful_before, tied_with
from roadstead.core.notice import Berth
from roadstead.core.reasons import Explainer, berth_said, place_name, why_unclear
from roadstead.core.standing import Standing
from roadstead.core.texts import DUTIES, PURPOSES, QUESTIONS, said
from roadstead.core.truth import UNKNOWN, YES

MOST_NAMED = 4  # facilities named in one question; the rest are counted


def outcome_questions(
    unclear: Sequence[CallFacts], facts: Sequence[CallFacts], explainer: Explainer, *, settles: str
) -> list[Question]:
    """For each call that may be caught: every unknown on which that hangs, each asked once.

    facts: all calls, for the place of one may hang on another. settles: outcome, or consequences where
    another call has settled the outcome already.
    """
    questions: list[Question] = []
    stops: list[CallFacts] = []  # whether they count is asked, each once
    for entry in unclear:
        asked = {stop.index for stop in stops}
        doubtful = [entry] if entry.is_call is UNKNOWN else []
        if entry.counted is UNKNOWN:
            doubtful += doubtful_before(entry, facts)
        new = [stop for stop in doubtful if stop.index not in asked]
        stops += new
        questions += [_does_it_count(stop) for stop in new] + _of_call(entry, facts, explainer)
    for question in questions:
        question.settles = settles
    return questions


def measure_questions(caught: Sequence[CallFacts]) -> list[Question]:
    """For each call that is or may be caught: the measures that nobody reported."""
    questions = []
    for facts in caught:
        unknown = [
            (code, name)
            for (code, name), met in zip(DUTY_FIELDS, met_duties(facts.call.measures), strict=True)
            if met is UNKNOWN
        ]
        if unknown:
            text = QUESTIONS["which_measures"].format(
                port=facts.name,
                departed=said(facts.departed_day),
                duties=_joined([DUTIES[code] for code, _ in unknown]),
            )
            field = f"calls[{facts.index}].measures"
            field += f".{unknown[0][1]}" if len(unknown) == 1 else ""
            questions.append(Question("which_measures", text, field, "consequences"))
    return questions


def tier_questions(caught: Sequence[CallFacts], explainer: Explainer) -> list[Question]:
    """For each call that is or may be caught: the berths that may owe no more than the duties in port."""
    questions = []
    for facts in caught:
        standing = explainer.snapshot.standing(facts.country, facts.arrival_day)
        named = _named(standing, explainer, (Tier.DUTIES_ONLY,))
        for number, berth in enumerate(facts.berths if named else ()):
            verdict = explainer.snapshot.berth(facts.country, facts.arrival_day, facts.port, berth)
            if verdict.duties_only is UNKNOWN:
                path = berth_path(facts, number)
                questions.append(_ask("is_it_duties_only", facts, path, settles="consequences", named=_joined(named)))
    return questions


def _of_call(facts: CallFacts, others: Sequence[CallFacts], explainer: Explainer) -> list[Question]:
    questions = []
    if facts.counted is UNKNOWN and tied_with(facts, others):
        limit = explainer.policy.last_calls
        questions.append(_ask("which_departed_last", facts, "departed", limit=limit))
    standing = explainer.snapshot.standing(facts.country, facts.arrival_day)
    if facts.listed is UNKNOWN and standing.places:
        questions += place_questions(facts, explainer)
    elif facts.listed is UNKNOWN:
        why = why_unclear(standing.listings[0][0], facts.arrival_day, explainer.snapshot.known_at)
        country = explainer.name(facts.country)
        questions.append(_ask("when_listed", facts, "country", country=country, why=why[0].upper() + why[1:]))
    if facts.excepted is UNKNOWN:
        questions += _of_berths(facts, standing, explainer)
    return questions


def place_questions(facts: CallFacts, explainer: Explainer) -> list[Question]:
    """At which place the call was, and whether that was listed by then: each asked once."""
    standing = explainer.snapshot.standing(facts.country, facts.arrival_day)
    said_of = {"country": explainer.name(facts.country), "only": explainer.places_said(standing)}
    found: dict[tuple[str, str], Question] = {}
    for number, berth in enumerate(facts.berths):
        for entry in explainer.snapshot.places(facts.country, facts.arrival_day, facts.port, berth):
            if entry.listed is not UNKNOWN:
                continue
            code, path = _PLACE_QUESTIONS[entry.code], berth_path(facts, number)
            if code in ("which_port", "when_listed"):
                path = f"calls[{facts.index}]." + ("port" if code == "which_port" else "country")
            why = why_unclear(entry.spell, facts.arrival_day, explainer.snapshot.known_at)
            values = dict(said_of, given=berth_said(berth), why=why[0].upper() + why[1:])
            if code == "when_listed":
                values["country"] = explainer.listed_name(entry.spell)
            if isinstance(entry.spell, PlaceListing):
                values["place"] = place_name(explainer.snapshot, entry.spell)
            found.setdefault((code, path), _ask(code, facts, path, **values))
    return list(found.values())


_PLACE_QUESTIONS = {
    "whole": "when_listed",
    "port": "when_listed",
    "matched": "when_listed",
    "port_not_given": "which_port",
    "port_differs": "which_port",
    "facility_not_given": "which_listed_terminal",
    "near": "is_it_listed_terminal",
    "contradiction": "is_it_listed_terminal",
    "unreadable": "which_number",
}


def _does_it_count(facts: CallFacts) -> Question:
    purpose = PURPOSES.get(facts.purpose, facts.purpose)
    return _ask("does_it_count", facts, "purpose", purpose=purpose)


def _of_berths(facts: CallFacts, standing: Standing, explainer: Explainer) -> list[Question]:
    questions = []
    for number, berth in enumerate(facts.berths):
        verdict = explainer.snapshot.berth(facts.country, facts.arrival_day, facts.port, berth)
        if verdict.truth is UNKNOWN:
            path = berth_path(facts, number)
            questions.append(_of_berth(facts, berth, verdict, standing, explainer, path))
    return questions


def _of_berth(
    facts: CallFacts, berth: Berth, verdict: BerthVerdict, standing: Standing, explainer: Explainer, path: str
) -> Question:
    country, given = explainer.name(facts.country), berth_said(berth)
    if verdict.code == "given_none":
        return _ask("which_terminal", facts, path, country=country, excepted=_excepted_said(standing, explainer))
    if verdict.spell is None or verdict.match is None:
        code = "which_number" if verdict.code == "unreadable" else "is_it_excepted"
        return _ask(code, facts, path, country=country, given=given)
    facility = verdict.match.facility.name
    if verdict.code == "doubtful_spell":
        why, day = why_unclear(verdict.spell, facts.arrival_day, explainer.snapshot.known_at), said(facts.arrival_day)
        return _ask("exception_in_force", facts, path, facility=facility, day=day, why=why)
    return _ask("is_it_this_terminal", facts, path, country=country, given=given, facility=facility)


def _excepted_said(standing: Standing, explainer: Explainer) -> str:
    """The excepted facilities, the surest first; duties-only ones are no way out and are left out."""
    names = _named(standing, explainer, (Tier.EXCEPTED, Tier.CARVED_OUT))
    if len(names) > MOST_NAMED:
        return ", ".join(names[:MOST_NAMED]) + f" and {len(names) - MOST_NAMED} more"
    return _joined(names) or "rows that were not recovered"


def _named(standing: Standing, explainer: Explainer, tiers: Sequence[Tier]) -> list[str]:
    return [
        explainer.snapshot.facilities[spell.facility].facility.name
        for wanted in (YES, UNKNOWN)
        for spell, truth in standing.exceptions
        if truth is wanted and spell.tier in tiers
    ]


def _ask(code: str, facts: CallFacts, path: str, settles: str = "outcome", **values: object) -> Question:
    text = QUESTIONS[code].format(port=facts.name, departed=said(facts.departed_day), **values)
    field = path if path.startswith("calls[") else f"calls[{facts.index}].{path}"
    return Question(code, text, field, settles)


def _joined(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1] if words else ""
