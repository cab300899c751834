"""How self-assessments are named in the record of what was done."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy

from roadstead.assessments.models import SelfAssessment
from roadstead.assessments.naming import name_of
from roadstead.audit import subjects
from roadstead.audit.subjects import Named
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer


def _names(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """Those that a viewer may read, with the page on the viewer’s own face."""
    rows = SelfAssessment.objects.visible_to(viewer).filter(pk__in=subjects.numbers(keys)).select_related("country")
    face = "desk" if viewer.holds(Permission.READ_PROGRAMME) else "partner"
    return {str(one.pk): Named(name_of(one), f"/{face}/self-assessments/{one.pk}/") for one in rows}


subjects.register("assessments.selfassessment", gettext_lazy("Self-assessment"), _names)
