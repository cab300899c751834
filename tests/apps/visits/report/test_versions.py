"""Every version of a section stays; two are compared, and one is taken again."""

from datetime import timedelta

import pytest

from roadstead.accounts.models import User
from roadstead.common import clock as now
from roadstead.visits.actions.report_shape import StaleSectionError
from roadstead.visits.actions.report_writing import restore_section
from roadstead.visits.models import Visit
from roadstead.visits.presenters.report_versions import sittings
from roadstead.visits.queries import reports
from tests import people
from tests.apps.visits.report import acting


@pytest.fixture
def report(liaison: User, hosted: Visit) -> Visit:
    acting.drafted(liaison, hosted)
    return hosted


def page(trip: Visit, number: int) -> str:
    return f"/desk/visits/{trip.pk}/report/sections/{number}/"


def test_versions_are_compared(liaison: User, report: Visit) -> None:
    client, first = people.client_of(liaison), acting.section(report, "embassy")
    assert b"Everything of version 1" in client.get(f"{page(report, first.pk)}versions/").content
    one = acting.write(liaison, report, "summary", "All anew.")
    said = client.get(f"{page(report, one.pk)}versions/?a=1&b=2").content
    assert b"<ins" in said
    assert b"<del" in said
    assert b"All anew." in said
    assert client.get(f"{page(report, one.pk)}versions/?a=nonsense&b=-1").status_code == 200


def test_a_version_is_taken_again_as_the_newest(liaison: User, report: Visit) -> None:
    client = people.client_of(liaison)
    acting.write(liaison, report, "summary", "First.")
    one = acting.write(liaison, report, "summary", "")
    assert b"Restore" in client.get(f"{page(report, one.pk)}versions/?every=1").content
    sent = client.post(f"{page(report, one.pk)}restore/", {"version": 2, "revision": 3}, follow=True)
    assert "The section reads as version 2 did." in sent.content.decode()
    assert acting.section(report, "summary").text == "First."
    assert acting.versions(one)[1:] == ["First.", "", "First."]
    for said in ({"version": 99, "revision": 4}, {"version": "x"}):
        told = client.post(f"{page(report, one.pk)}restore/", said, follow=True)
        assert "Choose a version that there is." in told.content.decode()


def test_a_version_is_not_taken_again_over_what_somebody_wrote_meanwhile(
    liaison: User, colleague: User, report: Visit
) -> None:
    one = acting.write(liaison, report, "summary", "First.")
    acting.write(colleague, report, "summary", "Meanwhile.")
    given = {"visit": report, "section": one.pk, "version": 1, "revision": 2}
    with pytest.raises(StaleSectionError):
        restore_section(by=people.viewer(liaison), **given)
    assert acting.section(report, "summary").text == "Meanwhile."


def test_what_one_person_saved_within_minutes_is_one_line_of_the_list(
    liaison: User, colleague: User, report: Visit, clock: object
) -> None:
    one = acting.section(report, "summary")
    for minutes, by, said in ((0, liaison, "a"), (1, liaison, "ab"), (2, colleague, "abc"), (30, colleague, "abcd")):
        clock.set(now.now() + timedelta(minutes=minutes))  # type: ignore[attr-defined]
        acting.write(by, report, "summary", said)
    assert [row.text for row in sittings(reports.versions_of(one))][:3] == ["abcd", "abc", "ab"]
    client = people.client_of(liaison)
    assert (
        "1 saving within a few minutes is not listed."
        in client.get(f"{page(report, one.pk)}versions/").content.decode()
    )
    assert "Show the last of each sitting" in client.get(f"{page(report, one.pk)}versions/?every=1").content.decode()
