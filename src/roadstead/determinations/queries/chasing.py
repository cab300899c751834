"""Cases whose days run out, who answers for them, and who was told already."""

from collections.abc import Collection, Mapping

from django.db.models import Q

from roadstead.accounts import officers
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.core.case_clock import Clock
from roadstead.determinations.chaser_days import days_left
from roadstead.determinations.enums import Part
from roadstead.determinations.models import Case, Chaser, Signature
from roadstead.determinations.queries.cases import readable
from roadstead.determinations.queries.clocks import live, running
from roadstead.registry.queries.portfolios import answering


def due(viewer: Viewer) -> list[tuple[Case, Clock, int]]:
    """Cases of which somebody is to be told now, with the clock and the threshold that it has reached.

    A threshold is told once for each case; one that was passed unnoticed is left out once a lower one was told.
    """
    rows = live(readable(viewer)).select_related("country")
    soon = running(list(rows), clock.today(), max(days_left()))
    told = _told([case.pk for case, _now in soon])
    found = [(case, now, threshold(now.left)) for case, now in soon]
    return [one for one in found if one[2] < told.get(one[0].pk, max(days_left()) + 1)]


def threshold(left: int) -> int:
    """The lowest threshold that so many days have reached; 0 where they have reached none."""
    return min((one for one in days_left() if left <= one), default=0)


def people_of(case: Case) -> list[int]:
    """Who answers for a case: the officer of the country today, who covers, who proposed it, or else opened it."""
    now = answering([case.country_id], clock.today())[case.country_id]
    given = Signature.objects.filter(case=case, part=Part.PROPOSER, void_at__isnull=True).stated().first()
    people = {line.officer for line in (now.responsible, now.cover) if line}
    people.add(given.person_id if given else case.opened_by_id)
    return list(officers.officers().filter(pk__in=people).order_by("pk").values_list("pk", flat=True))


def chased(viewer: Viewer, countries: Collection[str]) -> list[tuple[Case, Clock]]:
    """For the page of reminders: cases whose days run out, of somebody's countries, or proposed or opened by them."""
    proposed = Signature.objects.filter(part=Part.PROPOSER, void_at__isnull=True, person=viewer.user_id).stated()
    mine = Q(country__in=countries) | Q(opened_by=viewer.user_id) | Q(pk__in=proposed.values("case"))
    found = list(live(readable(viewer)).filter(mine).select_related("country"))
    return running(found, clock.today(), max(days_left()))


def _told(keys: Collection[int]) -> Mapping[int, int]:
    """The lowest threshold of which people were told, by case."""
    found: dict[int, int] = {}
    for row in Chaser.objects.filter(case__in=keys).stated().order_by("-days"):
        found[row.case_id] = row.days
    return found
