"""What the actions on assessments of countries have in common: the row they work on, and how it is written."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.assessments.country_enums import Stage
from roadstead.assessments.country_events import CountryAssessmentStepped
from roadstead.assessments.errors import AssessmentError, StaleError
from roadstead.assessments.models import CountryAssessment
from roadstead.audit.actions import record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

ASSESS, SETTLE = Permission.ASSESS_COUNTRIES, Permission.SETTLE_ASSESSMENTS


def person_of(by: Viewer) -> int:
    """Who acts. Raises PermissionDenied for a program."""
    if by.user_id is None:
        raise PermissionDenied(_("A country is assessed by people."))
    return by.user_id


def held_at(
    assessment: CountryAssessment, by: Viewer, *stages: Stage, may: Permission = ASSESS, revision: int | None = None
) -> CountryAssessment:
    """An assessment that stands at one of some stages, locked. revision: the one that was looked at.

    Raises PermissionDenied; AssessmentError where it is at another stage; StaleError; DoesNotExist if withheld.
    """
    held: CountryAssessment = CountryAssessment.objects.visible_to(by).select_for_update().get(pk=assessment.pk)
    by.must(may, country=held.country_id)
    if held.stage not in stages:
        said = {"stage": Stage(held.stage).label}
        raise AssessmentError(_("The assessment is at “%(stage)s”: this cannot be done now.") % said)
    if revision is not None and held.revision != revision:
        raise StaleError(held)
    return held


def draft(assessment: CountryAssessment, by: Viewer) -> CountryAssessment:
    """One that is being written, locked. Raises as `held_at`."""
    return held_at(assessment, by, Stage.DRAFT)


def keep(held: CountryAssessment, *fields: str) -> None:
    """Write some fields as the next revision."""
    held.revision, held.changed_at = held.revision + 1, clock.now()
    held.save(update_fields=[*fields, "revision", "changed_at"])


def step(held: CountryAssessment, after: Stage, by: Viewer, *fields: str, why: str = "") -> None:
    """Take it to another stage; `fields` were set and are written too."""
    before, held.stage = held.stage, after
    keep(held, "stage", *fields)
    record(CountryAssessmentStepped(before=before, after=after.value, why=why), subject=held, by=by)
