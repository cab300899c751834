"""The closure room and the assessment of a country in a browser: they fit, are accessible, and work by keyboard."""

import pytest
from playwright.sync_api import expect

from roadstead.accounts.roles import Role
from tests.apps.assessments import making
from tests.apps.engagement.planting import country
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll
from tests.people import holder

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(transactional_db, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    country("NG")
    return holder(Role.HEADQUARTERS)


def test_a_host_adds_a_step_and_evidence_and_says_that_it_is_closed(visit, sign_in, officer):
    seen, host = making.shortfall(officer, "NG"), holder(Role.AUTHORITY, "NG")
    making.wanted(officer, seen)
    sign_in(host)
    page = visit("/partner/closure/")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("link", name="The gate was open.").click()
    expect(page.get_by_text(making.WANTED)).to_be_visible()
    page.get_by_role("link", name="Add a step").click()
    assert_accessible(page)
    page.get_by_label("Or: what is done").fill("Mend the gate.")
    page.get_by_label("Who sees to it").fill("The port")
    page.get_by_label("Done by").fill("2030-01-01")
    page.get_by_role("button", name="Put it into the plan").press("Enter")
    expect(page.get_by_text("Mend the gate.").first).to_be_visible()
    page.get_by_role("link", name="Add evidence").click()
    page.get_by_label("Date of the evidence").fill("2025-03-01")
    page.get_by_label("File").set_input_files({"name": "gate.txt", "mimeType": "text/plain", "buffer": b"A gate.\n"})
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_text("SHA-256")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("link", name="It is closed").click()
    page.get_by_role("button", name="It is closed").click()
    expect(page.locator("main").get_by_text("said to be closed", exact=True)).to_be_visible()


@pytest.mark.long
def test_pages_of_the_desk_fit_and_are_accessible(visit, sign_in, officer):
    seen, host = making.shortfall(officer, "NG"), holder(Role.AUTHORITY, "NG")
    making.planned(host, seen)
    making.proven(host, seen)
    making.settled(officer, holder(Role.ANALYST))
    one = making.begun(officer, occasion="Next review (invented)")
    making.written(officer, one)
    making.stated(officer, one, "ACC")
    sign_in(officer)
    at, room = f"/desk/assessments/{one.pk}/", f"/desk/closure/shortfalls/{seen.pk}/"
    judged = (
        "/desk/assessments/",
        at,
        f"{at}gather/",
        f"{at}sources/new/",
        f"{at}elements/B-2/",
        f"{at}elements/ACC/state/",
    )
    for path in (*judged, f"{at}confidence/", "/desk/closure/", "/desk/closure/NG/", room, f"{room}wanted/"):
        page = visit(path)
        assert_accessible(page)
        assert_no_sideways_scroll(page)
