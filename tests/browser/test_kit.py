"""The kit of a visit in a browser: what is typed outlives a page that is killed, and arrives once."""

import pytest
from playwright.sync_api import expect

from roadstead.accounts.roles import Role
from roadstead.visits.models import VisitNote
from tests.apps.engagement.planting import country
from tests.apps.visits.observed import acting
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll
from tests.people import holder

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(transactional_db):
    country("NG")
    return holder(Role.HEADQUARTERS)


def test_a_note_outlives_a_page_that_is_killed(visit, sign_in, officer):
    sign_in(officer)
    trip = acting.visit(officer)
    page = visit(f"/desk/visits/{trip.pk}/kit/")
    page.route("**/kit/keep/", lambda route: route.abort())
    page.get_by_role("button", name="New note").click()
    page.get_by_label("Note", exact=True).fill("The gate was open.")
    expect(page.get_by_text("Kept on this device")).to_be_visible()
    page.unroute("**/kit/keep/")
    page.goto("about:blank")
    page.goto(f"/desk/visits/{trip.pk}/kit/")
    expect(page.get_by_label("Note", exact=True)).to_have_value("The gate was open.")
    expect(page.get_by_text("Everything you typed is with the server.")).to_be_visible()
    assert [one.text for one in VisitNote.objects.for_the_system("a test looks")] == ["The gate was open."]
    page.reload()
    expect(page.get_by_label("Note", exact=True)).to_have_value("The gate was open.")


@pytest.mark.long
def test_pages_fit_and_are_accessible(visit, sign_in, officer):
    sign_in(officer)
    trip = acting.visit(officer)
    seen = acting.observed(officer, trip)
    said = acting.recommended(officer, observation=seen)
    acting.note(officer, trip, text="A note (invented).")
    best = acting.practice(officer)
    for path in (
        f"/desk/visits/{trip.pk}/kit/",
        f"/desk/visits/{trip.pk}/observed/",
        f"/desk/visits/{trip.pk}/observed/observe/",
        "/desk/observations/",
        f"/desk/observations/{seen.pk}/",
        "/desk/recommendations/",
        f"/desk/recommendations/{said.pk}/",
        f"/desk/practice/{best.pk}/",
        f"/desk/practice/{best.pk}/release/",
    ):
        page = visit(path)
        assert_accessible(page)
        assert_no_sideways_scroll(page)
