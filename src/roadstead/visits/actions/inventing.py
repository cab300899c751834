"""What the demonstration enters of visits: by the thousand, held by the database to what a person enters."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model

from roadstead.audit.actions import action, record, unchanged
from roadstead.audit.events import EventData
from roadstead.common.access.marks import Marked
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.inventing import told
from roadstead.visits import models
from roadstead.visits.enums import VisitState
from roadstead.visits.events import VisitProposed, VisitStepped
from roadstead.visits.models import Observation, OtherVisit, Recommendation, Suspension, Visit
from roadstead.visits.observed_events import ObservationWritten
from roadstead.visits.others_events import ClockSuspended, OtherTold
from roadstead.visits.recommended_events import RecommendationMade

AT_ONCE = 500  # rows of a statement
NEEDED = (Permission.PLAN_VISITS, Permission.OBSERVE, Permission.WRITE_REPORT, Permission.RELEASE_INFORMATION)
ORDER: tuple[type[Model], ...] = (  # whatever another row names comes before it
    *(
        Suspension,
        Visit,
        models.Asking,
        models.AskingReply,
        models.VisitStep,
        models.TeamMember,
        models.Leg,
        models.LegFacility,
    ),
    *(models.Agenda, models.AgendaItem, models.AgendaVersion, models.AgendaAcceptance, models.AgendaAgreement),
    *(
        models.AgendaLook,
        models.VisitNote,
        models.ChecklistAnswer,
        Observation,
        models.ObservationRemark,
        Recommendation,
    ),
    *(models.Progress, models.Review, models.Report, models.ReportSection, models.ReportVersion),
    *(models.ReportRelease, models.ReportComment, OtherVisit, models.Deconfliction),
)
Rows = Mapping[type[Model], Sequence[Any]]


@action
def invent_visits(
    *, country: str, rows: Rows, shared: Iterable[Marked], by: Viewer, follows: Collection[Visit] = ()
) -> None:
    """Enter rows of one country that name each other, each kind after those that it names.

    shared: those of them that the State may read; follows: those visits, in their order, of which each follows the one
    before. Raises PermissionDenied; IntegrityError for what no rule allows.
    """
    for one in NEEDED:
        by.must(one, country=country)
    for model in ORDER:
        model._default_manager.bulk_create(rows.get(model, ()), batch_size=AT_ONCE)
    _follow(list(follows))
    for model in ORDER:
        for row in rows.get(model, ()):
            for event in _events(row):
                record(event, subject=row, by=by)
    _share(list(shared), country, by)
    if not any(rows.get(model) for model in (Visit, Observation, Recommendation, OtherVisit, Suspension)):
        unchanged()  # parts alone, of visits whose entry was told


def _follow(visits: Sequence[Any]) -> None:
    """Say which visit each follows: the last one before it that was made."""
    before, later = None, []
    for one in visits:
        if before is not None:
            one.follows = before
            later.append(one)
        before = one if one.state in (VisitState.MADE, VisitState.REPORTED) else before
    if later:
        rows = Visit.objects.for_the_system("which visit each follows is written, and nothing shown")
        rows.bulk_update(later, ["follows"], batch_size=AT_ONCE)


def _events(row: Any) -> list[EventData]:
    """What is remembered of a row; of parts, what is said of their visit."""
    if isinstance(row, Visit):
        said: list[EventData] = [VisitProposed(kind=str(row.kind), country=row.country_id)]
        if row.state != VisitState.PROPOSED:
            said.append(VisitStepped(before=VisitState.PROPOSED.value, after=str(row.state), why=row.cancelled_why))
        return said
    if isinstance(row, Observation):
        return [ObservationWritten(kind=str(row.kind))]
    if isinstance(row, Recommendation):
        return [RecommendationMade(toward=str(row.toward))]
    if isinstance(row, OtherVisit):
        return [OtherTold(country=row.country_id)]
    if isinstance(row, Suspension):
        since = row.since.isoformat()
        return [ClockSuspended(country=row.country_id, clock=str(row.clock), since=since, why=row.why)]
    return []


def _share(shared: Sequence[Marked], country: str, by: Viewer) -> None:
    """Name the State of those that are shared with it, and record it."""
    for model in {type(one) for one in shared}:
        link = model.states.through
        own = f"{model._meta.model_name}_id"
        mine = [one for one in shared if type(one) is model]
        link._default_manager.bulk_create(
            [link(**{own: one.pk, "country_id": country}) for one in mine], batch_size=AT_ONCE
        )
        for one in mine:
            record(told(country), subject=one, by=by)
