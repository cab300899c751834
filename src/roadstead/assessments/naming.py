"""How a self-assessment is called."""

from django.utils.translation import gettext as _

from roadstead.assessments.enums import AskedOf
from roadstead.assessments.models import SelfAssessment


def name_of(one: SelfAssessment, facility: str = "") -> str:
    """What it is of, and when it was begun. Wants its country; facility: the name, for who may read that."""
    words = {"of": facility or one.country.name, "day": one.begun_at.date().isoformat()}
    if one.asked_of == AskedOf.FACILITY and not facility:
        return _("Self-assessment of a facility, %(of)s, %(day)s") % words
    return _("Self-assessment: %(of)s, %(day)s") % words
