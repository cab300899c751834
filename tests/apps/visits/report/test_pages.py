"""The pages of a report: edited in one place, read by the host, taken away, and a year in numbers."""

from datetime import date
from uuid import uuid4

import pytest

from roadstead.accounts.models import User
from roadstead.visits.models import Visit
from tests import people
from tests.apps.visits.observed import acting as seen
from tests.apps.visits.report import acting

SCRIPT = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def report(liaison: User, hosted: Visit) -> Visit:
    acting.drafted(liaison, hosted)
    return hosted


def test_a_report_is_begun_and_edited_on_its_page(liaison: User, hosted: Visit) -> None:
    client, page = people.client_of(liaison), f"/desk/visits/{hosted.pk}/report/"
    assert b"Write the first draft" in client.get(page).content
    assert client.post(f"{page}draft/").status_code == 302
    one = acting.section(hosted, "summary")
    sent = client.post(f"{page}sections/{one.pk}/", {"text": "In my words.", "revision": one.revision})
    assert sent.status_code == 302
    assert b"In my words." in client.get(page).content
    assert client.get(f"{page}?text=host").status_code == client.get(f"{page}?text=public").status_code == 200


def test_the_script_saves_and_is_shown_both_texts_where_somebody_was_faster(liaison: User, report: Visit) -> None:
    client, one = people.client_of(liaison), acting.section(report, "summary")
    there = f"/desk/visits/{report.pk}/report/sections/{one.pk}/"
    kept = client.post(there, {"text": "First.", "revision": 1}, **SCRIPT)
    assert kept.json() == {"revision": 2}
    stale = client.post(there, {"text": "Second.", "revision": 1}, **SCRIPT)
    assert stale.status_code == 409
    assert (stale.json()["theirs"], stale.json()["revision"]) == ("First.", 2)
    page = client.post(there, {"text": "Second.", "revision": 1})
    assert page.status_code == 409
    assert b"First." in page.content
    assert b"Second." in page.content


def test_the_release_goes_through_its_pages_to_the_host(
    liaison: User, colleague: User, nigeria: User, report: Visit
) -> None:
    officer, second, host = (people.client_of(one) for one in (liaison, colleague, nigeria))
    page, theirs = f"/desk/visits/{report.pk}/report/", f"/partner/visits/{report.pk}/report/"
    assert b"No report was released yet" in host.get(theirs).content
    assert host.get(f"{theirs}report.pdf").status_code == 404
    officer.post(f"{page}ask/host/")
    (one,) = acting.ReportRelease.objects.for_the_system("a test looks")
    there = f"{page}releases/{one.pk}/"
    assert b"a second person releases it" in officer.get(there).content
    assert b"Release it" in second.get(there).content
    second.post(f"{there}settle/", {"what": "release"})
    assert b"Send it" in host.get(theirs).content
    sent = {"uid": str(uuid4()), "section": "summary", "text": "We thank you."}
    assert host.post(f"{theirs}comment/", sent).status_code == 302
    assert b"We thank you." in host.get(theirs).content
    assert b"We thank you." in officer.get(f"{page}?text=programme").content
    assert host.get(page).status_code in (403, 404)


def test_everyone_reads_the_public_lines(liaison: User, headquarters: User, report: Visit, client: object) -> None:
    acting.released(headquarters, acting.asked(liaison, report, "host"))
    acting.released(headquarters, acting.asked(liaison, report, "public"))
    assert b"The programme visited Nigeria" in client.get("/visits/").content  # type: ignore[attr-defined]


def test_the_page_of_the_visit_says_how_its_report_stands(liaison: User, report: Visit) -> None:
    acting.asked(liaison, report)
    page = people.client_of(liaison).get(f"/desk/visits/{report.pk}/")
    assert b"Open the report" in page.content
    assert b"asked for" in page.content


def test_the_next_visit_starts_from_what_the_last_one_left_open(liaison: User, colleague: User, report: Visit) -> None:
    coming = seen.visit(liaison, first=date(2027, 11, 2), title="Lagos, a year later (invented)")
    before = people.client_of(liaison).get(f"/desk/visits/{coming.pk}/").content.decode()
    assert "What the last visit left open" not in before
    acting.write(liaison, report, "next_steps", "– Close the gate at night.")
    acting.released(colleague, acting.asked(liaison, report))
    after = people.client_of(liaison).get(f"/desk/visits/{coming.pk}/").content.decode()
    assert "What the last visit left open" in after
    assert "Close the gate at night." in after
    own = people.client_of(liaison).get(f"/desk/visits/{report.pk}/").content.decode()
    assert "What the last visit left open" not in own
