"""The agenda in a calendar, and as an itinerary: what is taken in again replaces; where times do not fit it is said."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
import vobject

from roadstead.common import clock as clocks
from roadstead.visits.actions.agenda_items import change_item, propose_item, withdraw_item
from roadstead.visits.agenda import fitting
from roadstead.visits.agenda.words import both
from roadstead.visits.enums import VisitKind
from roadstead.visits.presenters.agenda_calendar import as_calendar
from roadstead.visits.presenters.agenda_itinerary import itinerary
from roadstead.visits.queries import agenda as queries
from tests import people
from tests.apps.visits.agenda import planting
from tests.apps.visits.agenda.planting import accepted, items, text


def events(visit):
    read = vobject.readOne(as_calendar(visit, queries.agenda_of(visit)))
    return {one.uid.value: one for one in read.vevent_list}


def at(hour, minute=0, day=2):
    return datetime(2027, 3, day, hour, minute)


def test_a_calendar_replaces_what_was_taken_before(visit, agenda, by, theirs):
    before = events(visit)
    row, gone = items(visit)[:2]
    assert before[f"{row.uid}@roadstead"].sequence.value == "1"
    assert before[f"{row.uid}@roadstead"].status.value == "TENTATIVE"
    moved = text(block=row.block, starts=datetime(2027, 3, 1, 15), ends=datetime(2027, 3, 1, 16))
    change_item(visit=visit, item=row.pk, revision=1, text=moved, by=by)
    withdraw_item(visit=visit, item=gone.pk, revision=1, why="", by=by)
    accepted(visit, by, theirs)
    after = events(visit)
    assert before.keys() == after.keys()
    one = after[f"{row.uid}@roadstead"]
    assert (one.sequence.value, one.status.value) == ("2", "CONFIRMED")
    assert one.dtstart.value.hour == 14  # UTC, one hour behind Lagos
    assert after[f"{gone.uid}@roadstead"].status.value == "CANCELLED"


def test_what_both_sides_accepted_is_newer_to_a_calendar(clock, visit, agenda, by, theirs):
    row = items(visit)[0]
    before = events(visit)[f"{row.uid}@roadstead"].dtstamp.value
    clock.advance(timedelta(hours=1))
    accepted(visit, by, theirs)
    assert events(visit)[f"{row.uid}@roadstead"].dtstamp.value > before


def test_an_item_that_lost_its_time_leaves_the_calendar(visit, agenda, by):
    row = items(visit)[0]
    before = events(visit)[f"{row.uid}@roadstead"]
    change_item(visit=visit, item=row.pk, revision=1, text=text(block=row.block, starts=None), by=by)
    after = events(visit)[f"{row.uid}@roadstead"]
    assert (after.status.value, after.sequence.value) == ("CANCELLED", "2")
    assert after.dtstart.value == before.dtstart.value
    never = propose_item(visit=visit, uid=uuid4(), text=text(starts=None), by=by)
    assert f"{never.uid}@roadstead" not in events(visit)


def test_a_cancelled_visit_leaves_the_calendar(visit, agenda, by, theirs):
    accepted(visit, by, theirs)
    visit.state = "cancelled"  # as the page reads it then; how a visit is cancelled has tests of its own
    visit.changed_at = clocks.now() + timedelta(days=1)
    assert {one.status.value for one in events(visit).values()} == {"CANCELLED"}
    assert {one.sequence.value for one in events(visit).values()} == {"2"}


def test_the_itinerary_has_the_ways_between(visit, agenda, by, officer):
    said = text(purpose="After the flight", travel_minutes=135, travel_by="car")
    propose_item(visit=visit, uid=uuid4(), text=said, by=by)
    days = itinerary(visit, agenda, both(""))
    assert [one["at"] for one in days] == sorted(one["at"] for one in days)
    page = people.client_of(officer).get(f"/desk/visits/{visit.pk}/agenda/").content.decode()
    assert "2 h 15 min, car" in page
    assert "travel there: 1 h 35 min, aircraft" in page


DAYS = date(2027, 3, 1), date(2027, 3, 4)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ((at(9), at(10), "A", None), (at(10), at(11), "A", None), []),
        ((at(9), at(10), "A", None), (at(9, 45), at(11), "A", None), [("overlap", 15)]),
        ((at(9), at(10), "A", None), (at(10, 30), at(11), "B", 40), [("short", 0)]),
        ((at(9), at(10), "A", None), (at(10, 40), at(11), "B", 40), []),
        ((at(9), at(10), "A", None), (at(12), at(13), "B", None), [("unknown", 0)]),
        ((at(9), at(10), "A", None), (at(12), at(13), "a ", None), []),
        ((at(9), at(10), "A", None), (at(9, day=3), at(13, day=3), "B", None), []),
        ((at(9), None, "A", None), (at(9, 30), at(10), "B", 40), [("short", 0)]),
        ((at(9), at(10), "A", None), (at(9, day=5), None, "", None), [("outside", 0)]),
    ],
)
def test_where_times_do_not_fit(first, second, found):
    stops = [fitting.Stop(f"item {place}", place, starts, ends, way) for starts, ends, place, way in (first, second)]
    _before, after = fitting.misfits(stops, *DAYS)
    assert [(one.kind, one.minutes) for one in after] == found


def test_a_short_item_within_a_long_one_hides_no_overlap():
    long, within, later = (at(9), at(12)), (at(10), at(10, 30)), (at(11), at(13))
    stops = [fitting.Stop("x", "", starts, ends, None) for starts, ends in (long, within, later)]
    assert [len(one) for one in fitting.misfits(stops, *DAYS)] == [0, 1, 1]


def test_a_page_says_what_does_not_fit(visit, agenda, by, host):
    said = {"starts": at(13, 30), "ends": at(14, 30), "place": "Elsewhere (invented)"}
    propose_item(visit=visit, uid=uuid4(), text=text(purpose="In the way", **said), by=by)
    page = people.client_of(host).get(f"/partner/visits/{visit.pk}/agenda/").content.decode()
    assert "The times do not fit yet: 1" in page
    assert "Begins 30 min before “In the way” ends." in page
    assert "Commence 30 min avant la fin de « In the way »." in page


def test_the_templates_themselves_fit(officer, by):
    for kind in VisitKind.values:
        made = planting.visit(officer, kind=kind)
        rows = itinerary(made, planting.begun(made, by), both(""))
        assert [str(one) for row in rows for one in row["misfits"]] == []
