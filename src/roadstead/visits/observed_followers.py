"""What becomes of what was seen where a facility is merged, or a person is forgotten."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from roadstead.audit.actions import touched
from roadstead.engagement import forgotten
from roadstead.registry.followers import by_column, register
from roadstead.visits.models import BestPractice, ChecklistAnswer, Observation, Recommendation, VisitNote

NAMELESS = "…"  # as in the entry of who was forgotten


def forget_owners(contacts: Collection[int]) -> None:
    """Take the names of forgotten people out of what they were to see to."""
    rows = Recommendation.objects.for_the_system("a person who is forgotten is named nowhere")
    for one in rows.filter(owner_contact__in=contacts):
        one.owner = NAMELESS
        one.save(update_fields=["owner"])
        touched(one)


register(by_column(VisitNote, "facility", _("notes of visits")))
register(by_column(ChecklistAnswer, "facility", _("answers to checklists"), ["visit", "element"]))
register(by_column(Observation, "facility", _("observations")))
register(by_column(Recommendation, "facility", _("recommendations")))
register(by_column(BestPractice, "origin_facility", _("best practice seen there")))
forgotten.register("recommendations", forget_owners)
