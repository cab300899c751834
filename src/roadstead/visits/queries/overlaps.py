"""Visits of the programme and of others that lie close: the same country, within a fortnight."""

from dataclasses import dataclass
from datetime import timedelta

from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.visits.enums import Answer, VisitKind, VisitState
from roadstead.visits.models import Deconfliction, OtherVisit, Visit

NEAR = timedelta(days=14)
SETTLED = (Answer.JOIN, Answer.COMBINE, Answer.APART)
OVER = (VisitState.CANCELLED, VisitState.MADE, VisitState.REPORTED)


@dataclass(frozen=True, slots=True)
class Overlap:
    """A visit of the programme and one of others that lie close, and what was said of them."""

    visit: Visit
    other: OtherVisit
    answer: Answer
    why: str = ""
    by: str = ""

    @property
    def settled(self) -> bool:
        """Whether something was agreed that lets both stand; both as planned, with a reason."""
        return self.answer in SETTLED

    @property
    def same_days(self) -> bool:
        """Whether they share a day."""
        assert self.visit.first_on is not None
        assert self.visit.last_on is not None
        return self.other.first_on <= self.visit.last_on and self.other.last_on >= self.visit.first_on


def others(viewer: Viewer) -> GuardedQuerySet[OtherVisit]:
    """Visits of others that take place, as far as somebody may read them."""
    return OtherVisit.objects.visible_to(viewer).filter(withdrawn_at__isnull=True).select_related("country", "told_by")


def overlaps_of(visit: Visit, viewer: Viewer) -> list[Overlap]:
    """Visits of others near one of the programme, the earliest first; two queries."""
    if visit.first_on is None or visit.last_on is None or visit.state in OVER or visit.kind == VisitKind.RECIPROCAL:
        return []  # the people of a reciprocal visit come to us: nobody meets two visits there
    near = others(viewer).filter(country=visit.country_id)
    near = near.filter(first_on__lte=visit.last_on + NEAR, last_on__gte=visit.first_on - NEAR)
    said = {one.other_id: one for one in _said(viewer).filter(visit=visit.pk)}
    return [_overlap(visit, other, said.get(other.pk)) for other in near]


def unsettled(visit: Visit, viewer: Viewer) -> list[Overlap]:
    """Those of which nothing is agreed yet."""
    return [one for one in overlaps_of(visit, viewer) if not one.settled]


def overlaps_of_other(other: OtherVisit, viewer: Viewer) -> list[Overlap]:
    """Visits of the programme near one of others, as far as somebody may read them; two queries."""
    rows = Visit.objects.visible_to(viewer).filter(country=other.country_id).exclude(state__in=OVER)
    rows = rows.exclude(kind=VisitKind.RECIPROCAL)
    near = rows.filter(first_on__lte=other.last_on + NEAR, last_on__gte=other.first_on - NEAR)
    said = {one.visit_id: one for one in _said(viewer).filter(other=other.pk)}
    return [
        _overlap(visit, other, said.get(visit.pk))
        for visit in near.order_by("first_on", "pk").select_related("country", "lead")
    ]


def _said(viewer: Viewer) -> GuardedQuerySet[Deconfliction]:
    return Deconfliction.objects.visible_to(viewer).select_related("answered_by")


def _overlap(visit: Visit, other: OtherVisit, said: Deconfliction | None) -> Overlap:
    if said is None:
        return Overlap(visit, other, Answer.WAITING)
    by = said.answered_by.name if said.answered_by else ""
    return Overlap(visit, other, Answer(said.answer), said.why, by)
