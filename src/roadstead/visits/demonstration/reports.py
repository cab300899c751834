"""Reports of invented visits: drafted from their records as any is, and released in three forms by two people."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from roadstead.common.access.marks import Mark
from roadstead.common.invented import invented
from roadstead.visits.demonstration.ahead import SCENES
from roadstead.visits.demonstration.ground import Ground
from roadstead.visits.demonstration.heap import Heap, moment, past, uid
from roadstead.visits.demonstration.visits import Made
from roadstead.visits.enums import VisitState
from roadstead.visits.models import (
    Report,
    ReportComment,
    ReportRelease,
    ReportSection,
    ReportVersion,
)
from roadstead.visits.observed_enums import ObservationState
from roadstead.visits.queries.report_draft import Drafted, drafted, public_line
from roadstead.visits.queries.report_records import Records
from roadstead.visits.queries.reports import key_of
from roadstead.visits.report_enums import ReleaseState, ReportText, SectionKind

R, K = ReleaseState, SectionKind
WHOLE = timedelta(days=365 * 3)  # of older reports, what was released is there, and no section to write on
COMMENT = invented("The gate is another one by now; a photograph follows.")


def report(made: Made, ground: Ground, heap: Heap, on: date, closer: Any) -> None:
    """The report of a visit that was made, as far as its state has brought it; its rows are entered already."""
    trip = made.trip
    if not trip.made or trip.last is None:
        return
    day = past(trip.last + timedelta(days=4), on)
    later = trip.last > on - WHOLE
    if later:
        begun = {"begun_by": made.lead, "begun_at": moment(day), "drafted_at": moment(day)}
        whole = heap.add(Report(visit=made.visit, **begun))
    for of in ReportText:
        texts = list(_texts(made, of))
        sections = [_section(one, place, of) for place, one in enumerate(texts)]
        for one in sections if later else ():
            one.report, one.changed_by, one.changed_at = whole, made.lead, moment(day)
            heap.add(one)
            heap.add(ReportVersion(section=one, revision=1, text=one.text, drafted=True, by=made.lead, at=moment(day)))
        _release(made, ground, of, sections, heap, (day, past(trip.last + timedelta(days=28), on)), closer)


def _texts(made: Made, of: ReportText) -> Iterator[Drafted]:
    if of is ReportText.PUBLIC:
        line = public_line(made.visit)
        yield Drafted(line.kind, line.heading, invented(line.text))
        return
    yield from (one for one in drafted(_records(made, of)) if one.text)


def _records(made: Made, of: ReportText) -> Records:
    """What the product would read of the visit, from the rows that are in hand."""
    host = of is ReportText.HOST

    def told(rows: Iterable[Any]) -> list[Any]:
        return [one for one in rows if not host or one.mark == Mark.PARTNER]

    standing = [one for one in made.observations if one.state != ObservationState.WITHDRAWN]
    return Records(
        visit=made.visit,
        of=of,
        team=made.team,
        legs=made.legs,
        facilities=list({one.pk: one for one in made.toured}.values()),
        items=made.items,
        notes=[],
        observations=told(standing),
        made=told(made.recommended),
        left=told(made.left),
        reviews={one.recommendation_id: one for one in made.reviews},
    )


def _section(one: Drafted, place: int, of: ReportText) -> Any:
    said = {"heading": one.heading, "drafted": one.text, "text": one.text, "position": place}
    return ReportSection(of=of, kind=one.kind, facility_id=one.facility, **said)


def _release(
    made: Made, ground: Ground, of: ReportText, sections: list[Any], heap: Heap, days: tuple[date, date], closer: Any
) -> None:
    """Asked for by who led, released by a second person; of a report that is open, one release waits."""
    content = [{"section": key_of(one), "heading": one.heading, "text": one.text} for one in sections]
    said = {"visit": made.visit, "of": of, "content": content, "asked_by": made.lead, "asked_at": moment(days[0], 12)}
    if made.trip.state is VisitState.MADE:
        if of is ReportText.PROGRAMME and made.trip.country in SCENES:
            heap.add(ReportRelease(**said, state=R.ASKED))
        return
    settled = {"state": R.RELEASED, "settled_by": closer, "settled_at": moment(days[1], 14)}
    release = heap.add(ReportRelease(**said, **settled))
    if of is ReportText.HOST and ground.host is not None and made.trip.chance.happens(30):
        first = sections[0]
        about = {"section": key_of(first), "heading": first.heading, "text": COMMENT, "by": ground.host}
        key = uid("comment", made.trip.country, made.trip.back)
        heap.add(ReportComment(uid=key, release=release, at=moment(days[1], 16), **about))
