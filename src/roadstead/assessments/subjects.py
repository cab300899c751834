"""How self-assessments, assessments of countries and closings are named in the record of what was done."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy

from roadstead.assessments.models import Closure, CountryAssessment, SelfAssessment
from roadstead.assessments.naming import name_of, name_of_closure, name_of_country_assessment
from roadstead.audit import subjects
from roadstead.audit.subjects import Named
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer


def _names(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """Those that a viewer may read, with the page on the viewer’s own face."""
    rows = SelfAssessment.objects.visible_to(viewer).filter(pk__in=subjects.numbers(keys)).select_related("country")
    face = "desk" if viewer.holds(Permission.READ_PROGRAMME) else "partner"
    return {str(one.pk): Named(name_of(one), f"/{face}/self-assessments/{one.pk}/") for one in rows}


def _countries(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    rows = CountryAssessment.objects.visible_to(viewer).filter(pk__in=subjects.numbers(keys)).select_related("country")
    return {str(one.pk): Named(name_of_country_assessment(one), f"/desk/assessments/{one.pk}/") for one in rows}


def _closures(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    rows = Closure.objects.visible_to(viewer).filter(pk__in=subjects.numbers(keys)).select_related("country")
    face = "desk/closure/shortfalls" if viewer.holds(Permission.READ_PROGRAMME) else "partner/closure"
    return {str(one.pk): Named(name_of_closure(one), f"/{face}/{one.observation_id}/") for one in rows}


subjects.register("assessments.countryassessment", gettext_lazy("Assessment of a country"), _countries)
subjects.register("assessments.closure", gettext_lazy("Closing of a shortfall"), _closures)
subjects.register("assessments.selfassessment", gettext_lazy("Self-assessment"), _names)
