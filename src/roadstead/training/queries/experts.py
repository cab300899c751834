"""The roster of experts, and who of it fits a request, with reasons."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.training.models import Expert, Free, Service

Rows = GuardedQuerySet[Expert]
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class ExpertsAsked:
    """What is asked of the roster; an empty field asks nothing. first, last: days on which somebody is to be free."""

    text: str = ""
    subject: str = ""
    language: str = ""
    country: str = ""
    first: date | None = None
    last: date | None = None
    standing: str = "now"


@dataclass(frozen=True, slots=True)
class Fit:
    """An expert held against what is asked: each question with yes, no or, of days, None for nothing entered.

    away: the service that takes one of the days.
    """

    expert: Expert
    subject: bool
    language: bool
    region: bool
    free: bool | None
    away: Service | None
    served: int

    @property
    def fits(self) -> bool:
        return self.subject and self.language and self.region and self.away is None and self.free is not False

    @property
    def rank(self) -> tuple[Any, ...]:
        """Who fits in all comes first, then who fits in more; of equals who served less, so that turns are taken."""
        met = sum((self.subject, self.language, self.region, self.free is True, self.away is None))
        return (not self.fits, -met, self.served, self.expert.name, self.expert.pk)


def experts(viewer: Viewer) -> Rows:
    """All that somebody may read."""
    return Expert.objects.visible_to(viewer)


def fits(asked: ExpertsAsked, viewer: Viewer) -> list[Fit]:
    """The roster held against what is asked, the best first; three queries."""
    rows: Any = experts(viewer)
    rows = rows.filter(retired_at__isnull=asked.standing != "left")
    for word in asked.text.split()[:MOST_WORDS]:
        rows = rows.filter(Q(name__icontains=word) | Q(organisation__icontains=word))
    found = list(rows)
    free, served = free_of(found), served_of(found)
    return sorted((_fit(one, asked, free[one.pk], served[one.pk]) for one in found), key=lambda one: one.rank)


def free_of(found: Collection[Expert]) -> dict[int, list[Free]]:
    """The days on which some experts, read for a viewer, can be sent; one query."""
    return _grouped(found, Free.objects.filter(expert__in=[one.pk for one in found]).stated().order_by("first_on"))


def served_of(found: Collection[Expert]) -> dict[int, list[Service]]:
    """The service of some experts, read for a viewer, the latest first; one query."""
    rows = Service.objects.filter(expert__in=[one.pk for one in found]).stated()
    return _grouped(found, rows.order_by("-first_on", "-pk"))


def of_request(request: int, viewer: Viewer) -> list[tuple[Service, Expert]]:
    """Who was chosen for a request that was read for a viewer; two queries."""
    rows: Any = Service.objects.visible_to(viewer).filter(request=request).order_by("first_on", "pk")
    services = list(rows)
    people = {one.pk: one for one in experts(viewer).filter(pk__in=[one.expert_id for one in services])}
    return [(one, people[one.expert_id]) for one in services if one.expert_id in people]


def _fit(one: Expert, asked: ExpertsAsked, free: Iterable[Free], served: Collection[Service]) -> Fit:
    days = list(free)
    first, last = asked.first, asked.last or asked.first
    known = any(row.first_on <= first and row.last_on >= last for row in days) if first and last else None
    away = next((row for row in served if first and last and row.first_on <= last and row.last_on >= first), None)
    return Fit(
        expert=one,
        subject=not asked.subject or asked.subject in one.subjects,
        language=not asked.language or asked.language in one.languages,
        region=not asked.country or not one.regions or asked.country in one.regions,
        free=None if known is False and not days else known,
        away=away,
        served=len(served),
    )


def _grouped(found: Collection[Expert], rows: Any) -> dict[int, list[Any]]:
    made: dict[int, list[Any]] = {one.pk: [] for one in found}
    for row in rows if made else ():
        made[row.expert_id].append(row)
    return made
