"""Whom and what a form offers to choose: who was chosen before, those of one’s own countries, those found by words."""

from collections.abc import Collection

from django.db.models import Case, Q, Value, When

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.engagement.queries.contacts import readable_people
from roadstead.registry.queries import portfolios
from roadstead.registry.queries.organisations import organisations

MOST = 300
MOST_WORDS = 8
Choices = list[tuple[str, str]]


def own_countries(viewer: Viewer) -> list[str]:
    """The countries that somebody answers for or covers today."""
    if viewer.user_id is None:
        return []
    today = clock.today()
    return [line.country for line in portfolios.of_officer(viewer.user_id, today) if line.holds(today)]


def people_to_pick(viewer: Viewer, *, countries: Collection[str], chosen: Collection[int], words: str) -> Choices:
    """People who are kept in touch with: number and name with country; one query."""
    rows = readable_people(viewer).filter(forgotten_at__isnull=True)
    wanted = Q(pk__in=chosen) | Q(country__in=countries, retired_at__isnull=True)
    if named := _named(words):
        wanted |= named & Q(retired_at__isnull=True)
    found = rows.filter(wanted).select_related("country").order_by(_first(chosen), "folded", "pk")[:MOST]
    return [
        (str(one.pk), ", ".join(filter(None, (one.name, one.country.name if one.country else "")))) for one in found
    ]


def bodies_to_pick(viewer: Viewer, *, countries: Collection[str], chosen: Collection[int], words: str) -> Choices:
    """Organisations that are there: number and name with country; one query."""
    wanted = Q(pk__in=chosen) | Q(country__in=countries, retired_at__isnull=True)
    if named := _named(words):
        wanted |= named & Q(retired_at__isnull=True)
    found = (
        organisations(viewer).filter(wanted).select_related("country").order_by(_first(chosen), "folded", "pk")[:MOST]
    )
    return [
        (str(one.pk), ", ".join(filter(None, (one.name, one.country.name if one.country else "")))) for one in found
    ]


def _named(words: str) -> Q:
    found = Q()
    for word in fold(words).split()[:MOST_WORDS]:
        found &= Q(folded__contains=word)
    return found


def _first(chosen: Collection[int]) -> Case:
    """What was chosen comes first, so that no length of the list cuts it off."""
    return Case(When(pk__in=chosen, then=Value(0)), default=Value(1))
