"""What the embassy and agencies were asked about a visit, and what they answered."""

from dataclasses import dataclass

from roadstead.accounts import readers
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.visits.enums import Reply, VisitState
from roadstead.visits.models import Asking, AskingReply, Visit
from roadstead.visits.queries.rows import shared_with

BEFORE = (VisitState.PROPOSED, VisitState.PLANNED, VisitState.NOTIFIED, VisitState.AGREED)


@dataclass(frozen=True, slots=True)
class Asked:
    """An asking that holds, with its replies; `over`: the day is past until which an answer was waited for."""

    asking: Asking
    replies: tuple[AskingReply, ...]

    @property
    def over(self) -> bool:
        return self.asking.answer_by < clock.today()

    @property
    def heard(self) -> bool:
        """Whether enough was heard to go on: an answer of somebody, or none in time."""
        return bool(self.replies) or self.over

    @property
    def avoided(self) -> list[AskingReply]:
        """Those that ask for other days."""
        return [one for one in self.replies if one.answer == Reply.AVOID]


def asked_of(visit: Visit) -> Asked | None:
    """What was asked about the days of a visit that was read for its viewer; two queries."""
    asking = Asking.objects.filter(visit=visit, void_at__isnull=True).stated().select_related("by").first()
    if asking is None:
        return None
    rows = AskingReply.objects.filter(asking=asking).stated().select_related("by").order_by("at", "pk")
    return Asked(asking, tuple(rows))


def waiting_for(viewer: Viewer) -> list[tuple[Asking, Visit]]:
    """What somebody of an embassy or agency is asked and has not answered, the first due first; two queries."""
    states = viewer.reach(Permission.TELL_VISITS, ScopeKind.COUNTRY)
    if not viewer.holds(Permission.TELL_VISITS) or viewer.user_id is None:
        return []
    rows = shared_with(viewer).filter(state__in=BEFORE, last_on__gte=clock.today()).select_related("country", "lead")
    visits = {one.pk: one for one in (rows if states is None else rows.filter(country__in=sorted(states)))}
    mine = AskingReply.objects.filter(by=viewer.user_id).stated().values("asking")
    open_ones = Asking.objects.filter(visit__in=visits.keys(), void_at__isnull=True).stated().exclude(pk__in=mine)
    return [(one, visits[one.visit_id]) for one in open_ones.order_by("answer_by", "pk")]


def how_many(country: str) -> int:
    """How many people of embassies and agencies there are to be asked about a country."""
    return readers.tellers_of({country}).count()
