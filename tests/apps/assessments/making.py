"""Assessments of countries and shared shortfalls for the tests, made by the actions that the product uses."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile

from roadstead.accounts.models import User
from roadstead.assessments.actions import assessing, settling, sourcing, stating
from roadstead.assessments.actions import closure_planning as planning
from roadstead.assessments.actions import closure_proving as proving
from roadstead.assessments.actions import closure_verifying as verifying
from roadstead.assessments.country_enums import Confidence, Judgement, SourceKind
from roadstead.assessments.models import Closure, ClosureEvidence, CountryAssessment, PlanItem, Source, Statement
from roadstead.assessments.queries.matrix import matrix
from roadstead.assessments.taking import Taken
from roadstead.common import clock
from roadstead.visits.models import Observation
from tests.apps.visits.observed import acting as seeing
from tests.people import viewer

LATER = date(2028, 1, 1)
WANTED = "A register of the gate, signed by the officer (invented)."


def begun(by: User, country: str = "NG", occasion: str = "Yearly review (invented)") -> CountryAssessment:
    return assessing.begin_assessment(uid=uuid4(), country=country, occasion=occasion, by=viewer(by))


def anew(one: Any) -> Any:
    return type(one).objects.for_the_system("a test looks").get(pk=one.pk)


def report(code: str = "ACC", says: str = "no", **said: Any) -> Taken:
    """A source that somebody writes."""
    given: dict[str, Any] = {"kind": SourceKind.THIRD_PARTY, "title": "Report (invented)", "text": "Invented words."}
    given |= {"origin": "An invented body", "dated": clock.today() - timedelta(30), "says": {code: says}}
    return Taken(**(given | said))


def written(by: User, one: CountryAssessment, source: Taken | None = None, **said: Any) -> Source:
    given: dict[str, Any] = {"source": source or report(), "confidence": Confidence.MODERATE, "until": LATER}
    return sourcing.write_source(assessment=one, by=viewer(by), **(given | said))


def taken(by: User, one: CountryAssessment, *references: str, **said: Any) -> list[Source]:
    given: dict[str, Any] = {"references": references, "confidence": Confidence.HIGH, "until": LATER} | said
    return sourcing.take_records(assessment=one, by=viewer(by), **given)


def stated(by: User, one: CountryAssessment, code: str, says: str = "effective", **said: Any) -> Statement:
    given: dict[str, Any] = {"element": code, "says": Judgement(says), "reasons": "Seen there (invented)."} | said
    return stating.state(assessment=one, by=viewer(by), **given)


def whole(by: User, one: CountryAssessment) -> CountryAssessment:
    """Everything stated, and confidence said."""
    for part in matrix(one, clock.today()):
        for line in part.lines:
            if line.sources and line.statement is None:
                stated(by, one, line.element.code, "not_effective")
    stating.state_unknown(assessment=one, by=viewer(by))
    why = "Two reports, none of a visit (invented)."
    return stating.say_confidence(assessment=one, confidence=Confidence.LOW, why=why, by=viewer(by))


def put_up(by: User, one: CountryAssessment) -> CountryAssessment:
    return settling.put_up(assessment=one, revision=anew(one).revision, by=viewer(by))


def settled(by: User, second: User, country: str = "NG") -> CountryAssessment:
    """An assessment that two people settled."""
    one = begun(by, country)
    written(by, one)
    written(by, one, report("B-2"))
    whole(by, one)
    put_up(by, one)
    return settling.settle(assessment=one, revision=anew(one).revision, by=viewer(second))


def made_visit(by: User, **said: Any) -> Any:
    """A visit that was made, of which notice was given."""
    return seeing.visit(by, state="made", notice_on=date(2025, 12, 1), **said)


def shortfall(by: User, *states: str, code: str = "NG", **said: Any) -> Observation:
    """A shortfall of a visit, shared with some States."""
    seen = seeing.observed(by, seeing.visit(by, code), **said)
    if states:
        seeing.shared(by, seen, *states)
    return seen


def wanted(by: User, seen: Observation) -> Closure:
    return planning.say_wanted(observation=seen.pk, text=WANTED, by=viewer(by))


def planned(by: User, seen: Observation, **said: Any) -> PlanItem:
    given: dict[str, Any] = {"text": "Mend the gate.", "owner": "The port", "due_on": clock.today() + timedelta(60)}
    if "recommendation" in said:
        given = {}
    return planning.plan_step(uid=uuid4(), observation=seen.pk, by=viewer(by), **(given | said))


def proven(by: User, seen: Observation, content: bytes = b"A register.\n", **said: Any) -> ClosureEvidence:
    given: dict[str, Any] = {"uid": uuid4(), "dated_on": clock.today(), "what": "A register (invented)"} | said
    upload = ContentFile(content, name="register.txt")
    return proving.prove(observation=seen.pk, upload=upload, by=viewer(by), **given)


def room(seen: Observation) -> Closure:
    return Closure.objects.for_the_system("a test looks").get(observation=seen.pk)


def moved(by: User, seen: Observation, what: str, **said: str) -> Closure:
    """say_closed, look_at, close or open_again, over the room as it is now."""
    perform = getattr(verifying, what)
    made: Closure = perform(observation=seen.pk, revision=room(seen).revision, by=viewer(by), **said)
    return made
