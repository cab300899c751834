"""Everyone reads the newest public line of each visit, page by page."""

from datetime import date, timedelta

import pytest
from django.test import Client

from roadstead.accounts.models import User
from roadstead.common import clock
from roadstead.visits.models import ReportRelease, Visit
from tests.apps.visits.observed import acting as seen

FIRST = date(2024, 1, 8)


def line(trip: Visit, one: User, other: User, text: str, minutes: int = 0, state: str = "released") -> None:
    at = clock.now() + timedelta(minutes=minutes)
    settled = {"settled_by": other, "settled_at": at} if state == "released" else {}
    content = [{"section": "line", "heading": "Public line", "text": text}]
    ReportRelease.objects.create(
        visit=trip, of="public", content=content, asked_by=one, asked_at=at, state=state, **settled
    )


@pytest.fixture
def lines(liaison: User, headquarters: User) -> None:
    for number in range(30):
        trip = seen.visit(liaison, "GH" if number % 3 else "NG", FIRST + timedelta(10 * number))
        line(trip, liaison, headquarters, f"Line {number:02}.")


def test_pages_of_lines_the_newest_visit_first(lines: None, client: Client) -> None:
    first, second = (client.get(f"/visits/?page={one}").content.decode() for one in (1, 2))
    assert first.index("Line 29.") < first.index("Line 28.") < first.index("Line 05.")
    assert "Line 04." not in first
    assert "Line 00." in second
    nigeria = client.get("/visits/?country=NG").content.decode()
    assert "Line 27." in nigeria
    assert "Line 28." not in nigeria
    for odd in ("?page=nonsense", "?page=99", "?country=%00", "?country=QQ"):
        assert client.get(f"/visits/{odd}").status_code == 200


def test_of_a_visit_the_newest_line_alone(liaison: User, headquarters: User, client: Client) -> None:
    trip = seen.visit(liaison)
    line(trip, liaison, headquarters, "Before.")
    line(trip, liaison, headquarters, "After.", minutes=5)
    line(trip, liaison, headquarters, "Not yet.", minutes=9, state="asked")
    said = client.get("/visits/").content.decode()
    assert "After." in said
    assert "Before." not in said
    assert "Not yet." not in said
