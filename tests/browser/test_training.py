"""Training in a browser: asked for, nominated for, run; pages fit, are accessible, and work by keyboard."""

import pytest
from playwright.sync_api import expect

from roadstead.accounts.roles import Role
from tests.apps.engagement.planting import country
from tests.apps.training import acting
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll
from tests.people import holder

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(transactional_db, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    country("NG")
    return holder(Role.HEADQUARTERS)


def test_a_state_asks_and_nominates(visit, sign_in, officer):
    acting.opened(officer, "NG")
    sign_in(holder(Role.AUTHORITY, "NG"))
    page = visit("/partner/training/")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("link", name="Ask for training").click()
    page.get_by_label("Course").select_option("ips-drills")
    page.get_by_label("What it is to achieve").fill("Drills that teach (invented).")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("button", name="Ask", exact=True).press("Enter")
    expect(page.get_by_text("Drills that teach (invented).").first).to_be_visible()
    assert_accessible(page)
    page = visit("/partner/training/")
    page.get_by_role("link", name="ISPS Code implementation and best practice").first.click()
    page.get_by_role("link", name="Nominate a delegate").click()
    page.get_by_label("Name, as it is to stand on the certificate").fill("Ade Delegate (invented)")
    page.get_by_label("Position").fill("Inspector")
    page.get_by_label("Authority or facility").fill("Port authority (invented)")
    assert_accessible(page)
    page.get_by_role("button", name="Nominate", exact=True).press("Enter")
    expect(page.get_by_text("Ade Delegate (invented)").first).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


@pytest.mark.long
def test_pages_of_the_desk_fit_and_are_accessible(visit, sign_in, officer):
    host = holder(Role.AUTHORITY, "NG")
    one = acting.opened(officer, "NG", seats=1)
    for number in range(2):
        delegate = acting.nominated(host, one, f"Delegate {number} (invented)")
        acting.selected(officer, delegate, "waiting" if number else "selected")
    request, expert = acting.asked(host, equipment="A scanner (invented)"), acting.expert(officer)
    sign_in(officer)
    at, asked = f"/desk/training/offerings/{one.pk}/", f"/desk/training/requests/{request.pk}/"
    of_offering = (at, f"{at}change/", f"{at}mark/", f"{at}steps/cancel/", f"{at}delegates/{delegate.pk}/select/")
    of_request = (asked, f"{asked}answer/", f"{asked}gates/risk/", f"{asked}experts/")
    lists = ("/desk/training/", "/desk/training/requests/", "/desk/training/requests/links/", "/desk/training/experts/")
    facts = ("/desk/training/effect/", "/desk/training/effect/NG/", "/desk/training/priorities/?requests=1")
    forms = ("/desk/training/requests/new/", "/desk/training/experts/new/", f"/desk/training/experts/{expert.pk}/")
    for path in (*of_offering, *of_request, *lists, *facts, *forms):
        page = visit(path)
        assert_accessible(page)
        assert_no_sideways_scroll(page)


@pytest.mark.long
def test_public_pages_fit_and_are_accessible(visit, transactional_db):
    paths = ("/training/", "/training/courses/ips-isps/", "/training/partners/", "/training/how/")
    missing = {"/training/certificates/?code=NONE": 404, "/training/ask/x/": 404}
    for path in (*paths, *missing):
        page = visit(path, missing.get(path, 200))
        assert_accessible(page)
        assert_no_sideways_scroll(page)
