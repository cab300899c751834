"""What visits tell in the timeline of a country, as far as its reader may read it."""

from datetime import date

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.registry.timeline import SOURCES, Moment, count, latest
from roadstead.visits.models import OtherVisit, Suspension
from tests import people
from tests.apps.engagement.interactions.test_timeline import told
from tests.apps.visits.agenda import planting
from tests.apps.visits.observed import acting
from tests.apps.visits.report import acting as reports
from tests.conftest import CountQueries

PAGE = "/desk/countries/NG/timeline/"


def moments(by: User, *, most: int = 50, skip: int = 0, until: date | None = None) -> list[Moment]:
    return latest(SOURCES.values(), "NG", people.viewer(by), most=most, skip=skip, until=until)


def of(sort: str, by: User) -> list[tuple[str, str]]:
    return [(one.title, one.note) for one in moments(by) if one.sort == sort]


def test_visits_and_what_was_seen_on_them(liaison: User, headquarters: User) -> None:
    trip = acting.visit(liaison, title="To the quays", state="made", notice_on=date(2026, 10, 1))
    seen = acting.observed(liaison, trip, reference="A/14.2.2")
    acting.recommended(liaison, observation=seen)
    reports.drafted(liaison, trip)
    reports.write(liaison, trip, "summary", "All was seen.")
    reports.released(headquarters, reports.asked(liaison, trip))
    assert of("visit", liaison)[0][0] == "To the quays"
    assert "reported" in of("visit", liaison)[0][1]
    assert of("observation", liaison) == [("The gate was open.", "shortfall, A/14.2.2")]
    ((title, note),) = of("recommendation", liaison)
    assert title == "Close the gate."
    assert note.startswith("to the host, open, due ")
    assert of("report", liaison) == [("To the quays", "programme version released")]
    text = people.client_of(liaison).get(f"{PAGE}?sort=observation").content.decode()
    assert told(text) == [("The gate was open.", "Observation, shortfall, A/14.2.2")]


def test_an_agenda_that_was_agreed_by_each_side(liaison: User, nigeria: User) -> None:
    made = planting.visit(liaison)
    planting.begun(made, people.viewer(liaison))
    planting.agreed(made, people.viewer(liaison), people.viewer(nigeria))
    notes = sorted(note for _title, note in of("agenda", liaison))
    assert notes == ["agreed by the host: Ngozi Authority", "agreed by the programme: Lea Liaison"]


def test_visits_of_others_and_clocks_that_stand_still(liaison: User) -> None:
    now, who = clock.now(), {"marked_by": liaison, "mark_reason": "a test", "marked_at": clock.now()}
    days = {"first_on": date(2027, 3, 1), "last_on": date(2027, 3, 3)}
    said = {"agency": "Customs (invented)", "purpose": "Container security", "told_by": liaison, "told_at": now}
    OtherVisit.objects.create(country_id="NG", mark=Mark.PROGRAMME, **said, **days, **who)
    still = {"clock": "engagement", "since": date(2026, 5, 1), "why": "travel stopped", "by": liaison, "at": now}
    Suspension.objects.create(country_id="NG", **still)
    assert of("other_visit", liaison) == [("Customs (invented): Container security", "1 to 3 March 2027")]
    ((title, note),) = of("clock", liaison)
    assert title.endswith("travel stopped")
    assert note == "stands still"


def test_what_is_restricted_is_nobody_elses(liaison: User, colleague: User) -> None:
    trip = acting.visit(liaison, mark=Mark.RESTRICTED, title="Quietly")
    trip.people.add(liaison)
    assert of("visit", liaison)
    assert not of("visit", colleague)
    assert not moments(people.holder(Role.FACILITY))


def test_pages_are_disjoint_and_the_latest_first(liaison: User) -> None:
    for day in range(1, 8):
        acting.visit(liaison, first=date(2026, 3, day), title=f"Visit {day}")
    acting.observed(liaison, acting.visit(liaison, first=date(2026, 11, 1), title="Visit 0"))
    whole = [(one.on, one.title) for one in moments(liaison)]
    pages = [(one.on, one.title) for start in range(0, 12, 3) for one in moments(liaison, most=3, skip=start)]
    assert pages == whole
    assert [on for on, _title in whole] == sorted((on for on, _title in whole), reverse=True)
    assert count(SOURCES["visit"], "NG", people.viewer(liaison)) == 8
    past = moments(liaison, until=date(2026, 3, 3))
    assert [one.title for one in past if one.sort == "visit"] == ["Visit 3", "Visit 2", "Visit 1"]


def test_a_page_costs_the_same_however_much_there_is(liaison: User, at_most_queries: CountQueries) -> None:
    for day in range(1, 25):
        acting.observed(liaison, acting.visit(liaison, first=date(2026, 3, day)))
    client = people.client_of(liaison)
    with at_most_queries(people.SIGNED_IN + 20):
        client.get(PAGE)
