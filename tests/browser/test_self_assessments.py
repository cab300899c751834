"""A self-assessment in a browser: what is typed and attached outlives a page that is killed, and arrives once."""

import pytest
from playwright.sync_api import expect

from roadstead.accounts.roles import Role
from roadstead.assessments.models import Evidence
from tests.apps.assessments import acting
from tests.apps.engagement.planting import country
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll
from tests.people import holder

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def authority(transactional_db, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    country("NG")
    return holder(Role.AUTHORITY, "NG")


def test_answers_and_evidence_outlive_a_page_that_is_killed(visit, sign_in, authority):
    sign_in(authority)
    one = acting.begun(authority)
    first, at = acting.answers(one)[0], f"/partner/self-assessments/{one.pk}/"
    page = visit(at)
    page.route("**/keep/", lambda route: route.abort())
    page.route("**/evidence/", lambda route: route.abort())
    mine = page.locator(f"#q{first.pk}")
    mine.get_by_text("in place in part").click()
    mine.get_by_label("In words").fill("Half of the law (invented).")
    mine.get_by_text("Add evidence").click()
    mine.get_by_label("Date of the evidence").fill("2025-03-01")
    mine.get_by_label("File").set_input_files({"name": "law.txt", "mimeType": "text/plain", "buffer": b"A law.\n"})
    mine.get_by_role("button", name="Add").click()
    expect(mine.get_by_text("law.txt: kept on this device")).to_be_visible()
    expect(page.get_by_text("Kept on this device; it is sent")).to_be_visible()
    page.unroute("**/keep/")
    page.unroute("**/evidence/")
    page.goto("about:blank")
    page.goto(at)
    expect(mine.get_by_label("In words")).to_have_value("Half of the law (invented).")
    expect(page.get_by_text("Everything you typed is with the server.")).to_be_visible()
    expect(mine.get_by_text("“law.txt” was attached")).to_be_visible()
    expect(page.get_by_text("1 of 16 answered")).to_be_visible()
    kept = acting.anew(first)
    assert (kept.said, kept.words) == ("partly", "Half of the law (invented).")
    assert str(Evidence.objects.for_the_system("a test looks").get().dated_on) == "2025-03-01"
    page.reload()
    expect(mine.get_by_text("SHA-256")).to_be_visible()


@pytest.mark.long
def test_pages_fit_and_are_accessible(visit, sign_in, authority):
    officer = holder(Role.HEADQUARTERS)
    one = acting.begun(authority)
    old = acting.proven(authority, one, acting.answers(one)[0])
    acting.proven(authority, one, acting.answers(one)[0], b"Newer.\n", replaces=old.pk)
    sign_in(authority)
    own = f"/partner/self-assessments/{one.pk}/"
    for path in ("/partner/self-assessments/", "/partner/self-assessments/new/", own, f"{own}withdraw/"):
        page = visit(path)
        assert_accessible(page)
        assert_no_sideways_scroll(page)
    acting.submitted(authority, one)
    sign_in(officer)
    desk = f"/desk/self-assessments/{one.pk}/"
    for path in ("/desk/self-assessments/", desk, "/reference/instruments/", "/reference/instruments/crosswalk/"):
        page = visit(path)
        assert_accessible(page)
        assert_no_sideways_scroll(page)
