"""What people state of elements and criteria, over what the records suggest; every statement is kept."""

from typing import Any

from django.utils.translation import gettext as _

from roadstead.assessments.actions.country_shape import draft, keep, person_of
from roadstead.assessments.country_enums import Confidence, Judgement
from roadstead.assessments.country_events import ConfidenceSaid, Stated
from roadstead.assessments.errors import AssessmentError, StaleError, text_of
from roadstead.assessments.models import CountryAssessment, Statement
from roadstead.assessments.models.countries import LONGEST_WHY
from roadstead.assessments.models.statements import LONGEST_REASONS
from roadstead.assessments.queries.countries import statements_of
from roadstead.assessments.queries.matrix import Line, line_of, matrix
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer


@action
def state(
    *,
    assessment: CountryAssessment,
    element: str,
    says: Judgement,
    reasons: str,
    missing: str = "",
    seen: int = 0,
    by: Viewer,
) -> Statement:
    """State what an element or criterion is. seen: the key of the statement that was looked at, 0 for none.

    Raises PermissionDenied; AssessmentError; StaleError where somebody stated something meanwhile; DoesNotExist.
    """
    held = draft(assessment, by)
    line = line_of(held, element, clock.today())
    if line is None:
        raise AssessmentError(_("There is no such element or criterion in this assessment."))
    said = {
        "says": says.value,
        "reasons": text_of(reasons, most=LONGEST_REASONS, field="reasons", must=_("Write the reasons.")),
        "missing": text_of(
            missing,
            most=LONGEST_REASONS,
            field="missing",
            must=_("Write what is missing to know it.") if says == Judgement.NOT_KNOWN else "",
        ),
    }
    before = line.statement
    if before is not None and all(getattr(before, name) == value for name, value in said.items()):
        unchanged()
        return before
    if (before.pk if before else 0) != seen:
        raise StaleError(before)
    if before is not None:
        before.replaced_at = clock.now()
        before.save(update_fields=["replaced_at"])
    made = _made(held, line, said, by)
    keep(held)
    suggested, again = line.suggestion.judgement.value, before is not None
    told = Stated(elements=[element], says=says.value, suggested=suggested, again=again)
    record(told, subject=held, by=by)
    return made


@action
def state_unknown(*, assessment: CountryAssessment, by: Viewer) -> list[Statement]:
    """State “not known” of all of which no source in force speaks and nobody stated anything, with what is missing.

    Raises PermissionDenied; AssessmentError where there is none; DoesNotExist.
    """
    held, today = draft(assessment, by), clock.today()
    lines = [line for part in matrix(held, today) for line in part.lines if line.statement is None]
    silent = [line for line in lines if all(one.until < today for one in line.sources)]
    if not silent:
        raise AssessmentError(_("Something speaks of each element that is left: state those one by one."))
    made = []
    for line in silent:
        words = {"reasons": " ".join(line.suggestion.reasons), "missing": " ".join(line.suggestion.missing)}
        made.append(_made(held, line, {"says": Judgement.NOT_KNOWN.value, **words}, by))
    keep(held)
    told = [line.element.code for line in silent]
    record(Stated(elements=told, says=Judgement.NOT_KNOWN.value, suggested=""), subject=held, by=by)
    return made


@action
def say_confidence(*, assessment: CountryAssessment, confidence: Confidence, why: str, by: Viewer) -> CountryAssessment:
    """Say how sure one is of what the country has put into practice, and what that rests on. Raises as `state`."""
    held = draft(assessment, by)
    held.confidence, held.confidence_on = confidence, clock.today()
    held.confidence_why = text_of(why, most=LONGEST_WHY, field="why", must=_("Say what the confidence rests on."))
    keep(held, "confidence", "confidence_why", "confidence_on")
    record(ConfidenceSaid(confidence=confidence.value), subject=held, by=by)
    return held


def left_open(held: CountryAssessment) -> list[str]:
    """The codes of which nobody stated anything yet."""
    stated = statements_of(held)
    return [
        line.element.code
        for part in matrix(held, clock.today())
        for line in part.lines
        if line.element.code not in stated
    ]


def _made(held: CountryAssessment, line: Line, said: dict[str, Any], by: Viewer) -> Statement:
    made: Statement = Statement.objects.create(
        assessment=held,
        instrument=line.instrument,
        version=line.version,
        element=line.element.code,
        suggested=line.suggestion.judgement.value,
        suggested_why=list(line.suggestion.reasons),
        by_id=person_of(by),
        at=clock.now(),
        **said,
    )
    return made
