"""The two clocks of a country: what restarts them, when they are due, and the reason for being late."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.visits.actions.shape import VisitError
from roadstead.visits.actions.suspending import resume_clock, suspend_clock
from roadstead.visits.enums import Clock, VisitState
from roadstead.visits.models import Visit
from roadstead.visits.queries.clocks import Clocks, clocks, months_later
from tests import people
from tests.apps.registry import posting
from tests.apps.visits.planning import acting
from tests.conftest import CountQueries, FrozenClock

TODAY = date(2026, 11, 22)
CODES = ("AO", "BJ", "CM", "CG", "GA", "GM", "KE", "LR", "MA", "MZ", "SN", "TZ")


def of(user: User, code: str = "NG", on: date = TODAY) -> Clocks:
    return clocks([code], on, people.viewer(user))[code]


def test_every_kind_of_visit_restarts_engagement_and_only_an_assessment_the_other(lea: User) -> None:
    acting.made(lea, "NG", date(2023, 5, 31), "assessment")
    acting.made(lea, "NG", date(2026, 2, 28), "seminar")
    both = of(lea)
    assert (both.engagement.last, both.engagement.due) == (date(2026, 2, 28), date(2027, 2, 28))
    assert (both.assessment.last, both.assessment.due) == (date(2023, 5, 31), date(2026, 5, 31))
    assert (both.engagement.standing, both.assessment.standing) == ("running", "overdue")
    assert both.assessment.overdue == (TODAY - date(2026, 5, 31)).days


@pytest.mark.parametrize("state", [VisitState.PLANNED, VisitState.UNDER_WAY, VisitState.CANCELLED])
def test_what_was_not_made_restarts_nothing(lea: User, state: VisitState) -> None:
    said = {"cancelled_why": "no access"} if state == VisitState.CANCELLED else {}
    said |= {"notice_on": None} if state == VisitState.PLANNED else {}
    acting.made(lea, "NG", date(2026, 2, 28), state=state, **said)
    assert of(lea).engagement.standing == "never"


def test_the_next_visit_is_named(lea: User) -> None:
    acting.planned(lea)
    assert of(lea).engagement.planned == acting.FIRST
    assert of(lea).assessment.planned is None


def test_a_suspension_gives_a_reason_and_changes_no_date(lea: User) -> None:
    acting.made(lea, "NG", date(2022, 1, 31), "assessment")
    by = people.viewer(lea)
    row = suspend_clock(country="NG", clock=Clock.ASSESSMENT, since=date(2024, 1, 1), why="travel stopped", by=by)
    now = of(lea).assessment
    assert now.suspended is not None
    assert (now.suspended.why, now.due, now.standing) == ("travel stopped", date(2025, 1, 31), "overdue")
    assert of(lea).engagement.suspended is None
    assert of(lea, on=date(2023, 12, 31)).assessment.suspended is None
    resume_clock(suspension=row, until=TODAY, by=by)
    assert of(lea).assessment.suspended is None
    assert len(acting.events("visits.clock_suspended")) == len(acting.events("visits.clock_resumed")) == 1


def test_a_clock_stands_still_once_at_a_time_and_with_a_reason(lea: User, tom: User) -> None:
    said = {"country": "NG", "clock": Clock.ENGAGEMENT, "since": date(2026, 1, 1)}
    with pytest.raises(VisitError, match="Say why"):
        suspend_clock(**said, why=" ", by=people.viewer(lea))  # type: ignore[arg-type]
    with pytest.raises(PermissionDenied):
        suspend_clock(**said, why="no access", by=people.viewer(tom))  # type: ignore[arg-type]
    suspend_clock(**said, why="no access", by=people.viewer(lea))  # type: ignore[arg-type]
    with pytest.raises(VisitError, match="already"):
        suspend_clock(**said, why="again", by=people.viewer(lea))  # type: ignore[arg-type]


def test_what_somebody_may_not_read_restarts_no_clock_for_them(lea: User, tom: User) -> None:
    visit = acting.made(lea, "NG", date(2026, 2, 28))
    Visit.objects.for_the_system("a test").filter(pk=visit.pk).update(mark=Mark.RESTRICTED)
    visit.people.add(lea)
    assert of(lea).engagement.last == date(2026, 2, 28)
    assert of(tom).engagement.last is None


def test_months_end_where_they_are_shorter() -> None:
    assert months_later(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert months_later(date(2023, 11, 30), 36) == date(2026, 11, 30)


def test_many_countries_cost_no_more_than_one(lea: User, at_most_queries: CountQueries) -> None:
    codes = list(CODES)
    posting.countries(*codes)
    for code in codes:
        acting.made(lea, code, date(2026, 1, 1))
    by = people.viewer(lea)
    with at_most_queries(3):
        found = clocks(codes, TODAY, by)
    assert {one.engagement.last for one in found.values()} == {date(2026, 1, 1)}


def test_a_portfolio_of_twelve_shows_them_in_constant_queries(lea: User, at_most_queries: CountQueries) -> None:
    codes, by = list(CODES), people.holder("headquarters", name="Hal")
    posting.countries(*codes)
    posting.assign(by, lea, *codes)
    acting.made(lea, "AO", date(2020, 1, 1))
    client = people.client_of(lea)
    with at_most_queries(people.SIGNED_IN + 8):
        page = client.get("/desk/portfolio/").content.decode()
    assert page.count("Engagement:") == 12
    assert "days overdue" in page


def test_headquarters_takes_the_clocks_away_and_suspends_one_on_the_page(lea: User, clock: FrozenClock) -> None:
    acting.made(lea, "NG", date(2020, 1, 1), "assessment")
    client = people.client_of(lea)
    page = client.get("/desk/clocks/?standing=overdue").content.decode()
    assert "Nigeria" in page
    assert "Togo" not in page
    said = {"why": "travel stopped", "since": "2026-01-01", "until": ""}
    assert client.post("/desk/clocks/NG/assessment/suspend/", said).status_code == 302
    lines = client.get("/desk/clocks/export.csv").content.decode().splitlines()
    (nigeria,) = (line for line in lines if line.startswith("NG,"))
    assert "2020-01-01" in nigeria
    assert "travel stopped" in nigeria
    assert client.get("/desk/clocks/export.xlsx").status_code == 200
    assert client.get("/desk/clocks/TG/assessment/suspend/").status_code == 200
    assert client.post("/desk/clocks/TG/assessment/suspend/", said).status_code == 403


def test_the_page_says_the_rule_its_sources_and_every_suspension_with_its_end(lea: User, clock: FrozenClock) -> None:
    by = people.viewer(lea)
    row = suspend_clock(country="NG", clock=Clock.ENGAGEMENT, since=date(2026, 1, 1), why="no access", by=by)
    client = people.client_of(lea)
    page = client.get("/desk/clocks/").content.decode()
    for word in ("46 USC 70108(d)", "usc-cdn.house.gov", "A meeting elsewhere", "no end known", "no access"):
        assert word in page, word
    at = f"/desk/clocks/suspensions/{row.pk}/end/"
    assert client.post(at, {"until": "2025-12-31"}).status_code == 422
    assert client.post(at, {"until": "2026-12-01"}).status_code == 302
    assert "suspended from 1 Jan 2026 until 1 Dec 2026" in client.get("/desk/clocks/").content.decode()
    (nigeria,) = (
        line for line in client.get("/desk/clocks/export.csv").content.decode().splitlines() if line.startswith("NG,")
    )
    assert "2026-01-01,2026-12-01,no access" in nigeria
    clock.set("2026-12-02")
    page = client.get("/desk/clocks/").content.decode()
    assert "suspended from" not in page
    assert "ended" in page
