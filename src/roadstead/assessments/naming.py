"""How self-assessments, assessments of countries and closings are called."""

from django.utils.translation import gettext as _

from roadstead.assessments.enums import AskedOf
from roadstead.assessments.models import Closure, CountryAssessment, SelfAssessment


def name_of(one: SelfAssessment, facility: str = "") -> str:
    """What it is of, and when it was begun. Wants its country; facility: the name, for who may read that."""
    words = {"of": facility or one.country.name, "day": one.begun_at.date().isoformat()}
    if one.asked_of == AskedOf.FACILITY and not facility:
        return _("Self-assessment of a facility, %(of)s, %(day)s") % words
    return _("Self-assessment: %(of)s, %(day)s") % words


def name_of_country_assessment(one: CountryAssessment) -> str:
    """Of what country, and what for. Wants its country."""
    words = {"country": one.country.name, "occasion": one.occasion}
    return _("Assessment of %(country)s: %(occasion)s") % words


def name_of_closure(one: Closure) -> str:
    """Of which country's shortfall; its words are the observation's own. Wants its country."""
    return _("Closing of shortfall %(number)s, %(country)s") % {
        "number": one.observation_id,
        "country": one.country.name,
    }
