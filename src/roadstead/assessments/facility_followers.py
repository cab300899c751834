"""What becomes of the self-assessments of a facility when two entries of it are merged: they follow."""

from django.utils.translation import gettext_lazy as _

from roadstead.assessments.models import SelfAssessment
from roadstead.registry.followers import by_column, register

register(by_column(SelfAssessment, "facility", _("self-assessments")))
