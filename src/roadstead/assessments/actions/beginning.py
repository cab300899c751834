"""Beginning a self-assessment: its questions are taken as they read today, and stay so."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.assessments.actions.parts import ANSWER, answering_scope, person_of
from roadstead.assessments.enums import AskedOf, State
from roadstead.assessments.errors import AssessmentError, text_of
from roadstead.assessments.events import SelfAssessmentBegun
from roadstead.assessments.models import Answer, SelfAssessment
from roadstead.assessments.models.self_assessments import LONGEST_OCCASION
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries.countries import country_rows
from roadstead.registry.queries.facilities import facilities_by_key
from roadstead.rulebook import instrument_schema, instruments
from roadstead.rulebook.instruments import Instruments


@action
def begin(
    *,
    uid: UUID,
    country: str,
    facility: int | None = None,
    occasion: str = "",
    by: Viewer,
    book: Instruments | None = None,
) -> SelfAssessment:
    """Open a questionnaire for a government, or for one facility. The same `uid` again opens nothing more.

    book: the instruments to take the questions from, those in force by default.
    Raises PermissionDenied; AssessmentError where one is under way already.
    """
    if answering_scope(country, facility, by) is None:
        raise PermissionDenied(ANSWER.meaning)
    code = _country_of(country, facility, by)
    rows: Any = SelfAssessment.objects.for_the_system("whether this form was sent before")
    before: SelfAssessment | None = rows.filter(uid=uid).first()
    if before is not None and before.begun_by_id == by.user_id:
        unchanged()
        return before
    under_way = SelfAssessment.objects.visible_to(by).filter(country=code, facility=facility)
    if under_way.exclude(state__in=(State.VALIDATED, State.WITHDRAWN)).exists():
        raise AssessmentError(_("One is under way already. Go on with that, or withdraw it first."))
    return _begun(uid, code, facility, occasion, by, book or instruments.shipped())


def _country_of(country: str, facility: int | None, by: Viewer) -> str:
    """The country, locked so that two people do not begin at once. Raises AssessmentError."""
    if country_rows([country]).select_for_update().first() is None:
        raise AssessmentError(_("There is no such country."), "country")
    held = facilities_by_key([facility], by).get(facility) if facility is not None else None
    if facility is not None and (held is None or held.country_id != country or held.merged_into_id is not None):
        raise AssessmentError(_("Choose a facility of your own."), "facility")
    return country


def _begun(
    uid: UUID, country: str, facility: int | None, occasion: str, by: Viewer, book: Instruments
) -> SelfAssessment:
    of: instrument_schema.AskedOf = "government" if facility is None else "facility"
    now, asked = clock.now(), book.questionnaire(of)
    versions = {one.record.instrument: one.name for one, _element, _question in asked}
    made: SelfAssessment = SelfAssessment.objects.create(
        uid=uid,
        asked_of=AskedOf(of),
        country_id=country,
        facility_id=facility,
        occasion=text_of(" ".join(occasion.split()), most=LONGEST_OCCASION, field="occasion"),
        versions=versions,
        begun_by_id=person_of(by),
        begun_at=now,
        changed_at=now,
        mark=Mark.PARTNER,
        mark_reason=_("A self-assessment is for its own State and the programme."),
        marked_by_id=person_of(by),
        marked_at=now,
    )
    made.states.set(country_rows([country]))
    Answer.objects.bulk_create(
        Answer(
            assessment=made,
            place=place,
            instrument=version.record.instrument,
            version=version.name,
            element=element.code,
            question=question.code,
            asked=question.text,
            digest=instruments.digest(version.record.instrument, element.code, question),
        )
        for place, (version, element, question) in enumerate(asked, 1)
    )
    told = [f"{instrument} {version}" for instrument, version in versions.items()]
    record(SelfAssessmentBegun(asked_of=of, questions=len(asked), versions=told), subject=made, by=by)
    return made
