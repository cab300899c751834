"""Training of the demonstration: years of courses, and a year in every state; all of it invented, made once."""

from collections.abc import Collection, Mapping

from django.db import transaction

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.registry.demonstration import lands
from roadstead.training.demonstration.past import enter_past, uid
from roadstead.training.demonstration.year import enter_year
from roadstead.training.models import Offering


def make(
    *, by: Viewer, partners: Mapping[str, Viewer], embassies: Mapping[str, Viewer], only: Collection[str] | None = None
) -> None:
    """Make what is missing. by: who runs training; partners, embassies: who asks, by country.

    Raises PermissionDenied.
    """
    found = lands(only)
    there = Offering.objects.for_the_system("whether the demonstration has made them already")
    if not found or there.filter(uid=uid("past", 0)).exists():
        return
    with transaction.atomic():  # a start that is stopped leaves nothing half made
        enter_past(found, clock.today(), by)
        enter_year(found, clock.today(), by, partners, embassies)
