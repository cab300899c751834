"""Portfolio, planner and timeline: a page of many costs the queries of a page of few."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from roadstead.accounts.models import User
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.engagement.actions.inventing_dealings import Dealing, invent_dealings
from roadstead.engagement.interaction_enums import InteractionState
from roadstead.engagement.models import Interaction
from roadstead.registry.actions.assigning import cover
from roadstead.registry.queries import portfolios
from roadstead.visits.queries.planner import year_of
from tests import people

pytestmark = [pytest.mark.django_db, pytest.mark.long]
MORE = 400


@pytest.fixture
def officer(portfolio) -> Client:
    client = Client()
    client.post("/demonstration/sign-in/liaison/")
    client.get("/desk/planner/")  # what is read once for all is read
    return client


def queries(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page).status_code == 200, page
    return len(captured)


def test_a_timeline_of_many_asks_no_more_than_one_of_few(officer) -> None:
    page = "/desk/countries/NG/timeline/"
    few = queries(officer, page)
    lengthen("NG")
    assert queries(officer, page) <= few
    assert queries(officer, f"{page}?page=3") <= few


def test_a_full_year_of_the_planner_asks_no_more_than_an_empty_one(officer) -> None:
    by, year = people.viewer(User.objects.get(email="liaison@roadstead.example")), clock.today().year
    sizes = {one: len(year_of(by, one)) for one in (year - 30, *range(year - 19, year + 1))}
    few, many = min(sizes, key=sizes.__getitem__), max(sizes, key=sizes.__getitem__)
    assert sizes[many] > sizes[few] + 10
    asked = {one: queries(officer, f"/desk/planner/?year={one}") for one in (few, many)}
    assert asked[many] <= asked[few] + 1, "an empty table needs not look up anything for its rows"


def test_a_portfolio_of_more_countries_asks_no_more(officer) -> None:
    page, today = "/desk/portfolio/", clock.today()
    liaison, by = (User.objects.get(email=f"{one}@roadstead.example") for one in ("liaison", "headquarters"))
    held = [one for one in portfolios.of_officer(liaison.pk, today) if one.holds(today)]
    some = [code for code in ("BR", "EG", "JP", "KE") if code not in {one.country for one in held}]
    days = {"first": today, "until": today + timedelta(days=9)}
    cover(countries=some[:1], officer=liaison.pk, why="a test", by=people.viewer(by), **days)
    few = queries(officer, page)
    cover(countries=some[1:], officer=liaison.pk, why="a test", by=people.viewer(by), **days)
    now = [one for one in portfolios.of_officer(liaison.pk, today) if one.holds(today)]
    assert len(now) >= 12
    assert queries(officer, page) <= few


def lengthen(country: str) -> None:
    by = people.viewer(User.objects.get(email="headquarters@roadstead.example"))
    marked = {"mark": Mark.PROGRAMME, "mark_reason": "a test", "marked_by_id": by.user_id, "marked_at": clock.now()}
    written = {"written_by_id": by.user_id, "written_at": clock.now(), "changed_at": clock.now()}
    said = {"subject": "Call (invented)", "summary": "Nothing new.", "completed_at": clock.now()} | written | marked
    rows = [
        Interaction(
            uid=uuid4(), held_on=clock.today() - timedelta(days=number), state=InteractionState.COMPLETE, **said
        )
        for number in range(MORE)
    ]
    invent_dealings(country=country, dealings=[Dealing(one) for one in rows], by=by)
