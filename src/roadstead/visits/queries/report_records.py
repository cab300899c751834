"""What was noted of a visit, as far as its report may say it. Records that are restricted are left out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from roadstead.common.access.marks import Mark, Marked
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.queries.on_days import complete_on, promises_among, promises_before
from roadstead.engagement.queries.taking_part import TakingPart, taking_part
from roadstead.visits.models import Visit
from roadstead.visits.observed_enums import ObservationState
from roadstead.visits.queries import kit, observed, recommended
from roadstead.visits.queries.report_planned import Planned, planned
from roadstead.visits.queries.rows import legs_of, team_of
from roadstead.visits.report_enums import ReportText


@dataclass(frozen=True, slots=True)
class Engaged:
    """Who was met on the days of a visit, and what was promised on them and before."""

    meetings: list[tuple[Any, TakingPart]] = field(default_factory=list)
    promised: list[Any] = field(default_factory=list)
    before: list[Any] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Records:
    """What one text of a report is drafted from. reviews: what the visit found, by recommendation.

    items: of the agenda as it stands; became: beside what both sides had agreed.
    """

    visit: Visit
    of: ReportText
    team: list[Any]
    legs: list[Any]
    facilities: list[Any]
    items: list[Any]
    notes: list[Any]
    observations: list[Any]
    made: list[Any]
    left: list[Any]
    reviews: dict[int, Any]
    became: Planned = field(default_factory=Planned)
    engaged: Engaged = field(default_factory=Engaged)


def records_of(visit: Visit, of: ReportText, viewer: Viewer) -> Records:
    """The records for the programme's text, or those of them that the host was given."""
    host, country = of == ReportText.HOST, visit.country_id

    def told(rows: Iterable[Any]) -> list[Any]:
        return [one for one in rows if (shared_with_host(one, country) if host else one.mark != Mark.RESTRICTED)]

    plan = planned(visit)
    legs = list(legs_of(visit, viewer))
    toured = {tour.facility_id: tour.facility for leg in legs for tour in leg.facilities.all()}
    seen = observed.of_visit(visit, viewer).exclude(state=ObservationState.WITHDRAWN).prefetch_related("states")
    return Records(
        visit=visit,
        of=of,
        team=list(team_of(visit)),
        legs=legs,
        facilities=told(toured.values()),
        items=plan.items,
        notes=[] if host else told(kit.notes_of(visit, viewer)),
        observations=told(seen),
        made=told(recommended.made_on(visit, viewer).prefetch_related("states")),
        left=told(recommended.left_open_for(visit, viewer).prefetch_related("states")),
        reviews=recommended.reviews_of(visit, viewer),
        became=plan,
        engaged=_engaged(visit, viewer, told, host),
    )


def _engaged(visit: Visit, viewer: Viewer, told: Any, host: bool) -> Engaged:
    if visit.first_on is None or visit.last_on is None:
        return Engaged()
    rows = told(complete_on(visit.country_id, visit.first_on, visit.last_on, viewer))
    found = taking_part([one.pk for one in rows], viewer)
    for one in found.values():
        one.contacts[:] = told(one.contacts)
    before = promises_before(visit.country_id, visit.first_on, viewer, host=host)
    return Engaged([(one, found[one.pk]) for one in rows], promises_among(rows), before)


def shared_with_host(record: Marked, country: str) -> bool:
    """Whether a record was given to the State that was visited, or to everyone."""
    if record.mark == Mark.PUBLIC:
        return True
    return record.mark == Mark.PARTNER and country in {one.pk for one in record.states.all()}
