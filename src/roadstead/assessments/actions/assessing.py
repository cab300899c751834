"""Beginning the assessment of a country, and dropping one that leads to nothing."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from roadstead.assessments.actions.country_shape import ASSESS, held_at, person_of, step
from roadstead.assessments.country_enums import Stage
from roadstead.assessments.country_events import CountryAssessmentBegun
from roadstead.assessments.errors import AssessmentError, text_of
from roadstead.assessments.models import CountryAssessment
from roadstead.assessments.models.countries import LONGEST_OCCASION, LONGEST_WHY
from roadstead.assessments.queries.matrix import versions_in_force
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries import country_rows


@action
def begin_assessment(*, uid: UUID, country: str, occasion: str, by: Viewer) -> CountryAssessment:
    """Begin the assessment of a country, by the instruments in force. The same `uid` again begins nothing more.

    Raises PermissionDenied; AssessmentError where one is under way already.
    """
    by.must(ASSESS, country=country)
    person = person_of(by)
    if before := _sent_before(uid, by):
        unchanged()
        return before
    if not country_rows([country]).exists():
        raise AssessmentError(_("There is no such country."), "country")
    said = text_of(" ".join(occasion.split()), most=LONGEST_OCCASION, field="occasion", must=_("Say what it is for."))
    try:
        with transaction.atomic():
            made = _made(uid, country, said, person)
    except IntegrityError as error:
        raise AssessmentError(_("An assessment of this country is under way already."), "country") from error
    told = [f"{name} {version}" for name, version in made.versions.items()]
    record(CountryAssessmentBegun(country=country, versions=told), subject=made, by=by)
    return made


@action
def drop_assessment(*, assessment: CountryAssessment, why: str, by: Viewer) -> CountryAssessment:
    """End one that leads to nothing; it stays on record with why. Raises as `country_shape.held_at`."""
    held = held_at(assessment, by, Stage.DRAFT, Stage.PUT_UP)
    held.dropped_why = text_of(why, most=LONGEST_WHY, field="why", must=_("Say why it is dropped."))
    step(held, Stage.DROPPED, by, "dropped_why", why=held.dropped_why)
    return held


def _sent_before(uid: UUID, by: Viewer) -> CountryAssessment | None:
    return CountryAssessment.objects.visible_to(by).filter(uid=uid, begun_by=by.user_id).first()


def _made(uid: UUID, country: str, occasion: str, person: int) -> CountryAssessment:
    now = clock.now()
    made: CountryAssessment = CountryAssessment.objects.create(
        uid=uid,
        country_id=country,
        occasion=occasion,
        versions=versions_in_force(),
        begun_by_id=person,
        begun_at=now,
        changed_at=now,
        mark=Mark.PROGRAMME,
        mark_reason=_("An assessment is the programme’s own; shortfalls are shared one by one."),
        marked_by_id=person,
        marked_at=now,
    )
    return made
