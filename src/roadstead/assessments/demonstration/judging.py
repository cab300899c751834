"""Assessments of countries in the demonstration: some settled, one that waits; all of it invented; made once."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from roadstead.assessments.actions.assessing import begin_assessment
from roadstead.assessments.actions.settling import put_up, settle
from roadstead.assessments.actions.sourcing import take_records, write_source
from roadstead.assessments.actions.stating import say_confidence, state, state_unknown
from roadstead.assessments.country_enums import Confidence, Judgement, SourceKind
from roadstead.assessments.demonstration.closing import RECOVERING
from roadstead.assessments.demonstration.texts import MENDED, MISSING, OCCASION, REASONS, REPORT, RESTS
from roadstead.assessments.models import CountryAssessment
from roadstead.assessments.queries.countries import assessments
from roadstead.assessments.queries.gathering import offered
from roadstead.assessments.queries.matrix import matrix
from roadstead.assessments.taking import Taken
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer

SETTLED, WAITS = ("NG", "GH", RECOVERING), "EG"
MOST = 12  # records of each country that are taken


def make(*, by: Viewer, second: Viewer, only: Mapping[str, object]) -> None:
    """Make what is missing for the countries that are there. second: who settles. Raises PermissionDenied."""
    for country in (*SETTLED, WAITS):
        uid = uuid5(NAMESPACE_URL, f"invented assessment {country}")
        if country in only and not assessments(by).filter(uid=uid).exists():
            made = begin_assessment(uid=uid, country=country, occasion=OCCASION, by=by)
            _rests(made, by)
            _states(made, by)
            say_confidence(assessment=made, confidence=Confidence.MODERATE, why=RESTS, by=by)
            made.refresh_from_db()
            made = put_up(assessment=made, revision=made.revision, by=by)
            if country in SETTLED:
                settle(assessment=made, revision=made.revision, by=second)


def _rests(made: CountryAssessment, by: Viewer) -> None:
    """Some of its records, a report that is in force, and one that has expired."""
    today = clock.today()
    found = [one.reference for one in offered(made.country_id, by)][:MOST]
    if found:
        until = today + timedelta(days=365)
        take_records(assessment=made, references=found, confidence=Confidence.HIGH, until=until, by=by)
    for kind, days, more in ((SourceKind.THIRD_PARTY, 200, 300), (SourceKind.OPEN, 900, -90)):
        source = Taken(
            kind=kind,
            title=REPORT[0],
            text=REPORT[1],
            origin=REPORT[2],
            dated=today - timedelta(days=days),
            says={"B-2": "yes" if made.country_id == RECOVERING else "no", "CAR": "yes"},
        )
        day = today + timedelta(days=more)
        write_source(assessment=made, source=source, confidence=Confidence.MODERATE, until=day, by=by)


def _states(made: CountryAssessment, by: Viewer) -> None:
    """As the records suggest, or, where all was mended since, better; what nothing speaks of is not known."""
    mended = made.country_id == RECOVERING
    for part in matrix(made, clock.today()):
        for line in part.lines:
            if line.sources and any(one.until >= clock.today() for one in line.sources):
                says = Judgement.EFFECTIVE if mended else line.suggestion.judgement
                missing = MISSING if says == Judgement.NOT_KNOWN else ""
                reasons, code = MENDED if mended else REASONS[says], line.element.code
                state(assessment=made, element=code, says=says, reasons=reasons, missing=missing, by=by)
    state_unknown(assessment=made, by=by)
