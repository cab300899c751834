"""What becomes of what was seen at a facility when two entries of it are merged: it follows."""

from django.utils.translation import gettext_lazy as _

from roadstead.registry.followers import by_column, register
from roadstead.visits.models import BestPractice, ChecklistAnswer, Observation, Recommendation, VisitNote

register(by_column(VisitNote, "facility", _("notes of visits")))
register(by_column(ChecklistAnswer, "facility", _("answers to checklists"), ["visit", "element"]))
register(by_column(Observation, "facility", _("observations")))
register(by_column(Recommendation, "facility", _("recommendations")))
register(by_column(BestPractice, "origin_facility", _("best practice seen there")))
