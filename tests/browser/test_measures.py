"""The log of measures on a phone: entered without a network, sent when it is back, reported by one tap."""

import pytest
from playwright.sync_api import expect

from roadstead.arrivals.models import LogEntry
from tests.apps.ships import acting
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WITH_SERVER = "Everything you entered is with the server."


@pytest.fixture
def log(transactional_db, settings, tmp_path, sign_in):
    settings.DATA_DIR = tmp_path
    by = acting.operator()
    sign_in(by)
    return acting.log(by, acting.ship(by))


def entries() -> list[LogEntry]:
    return list(LogEntry.objects.for_the_system("a test looks").order_by("number"))


def say(page, part: str, answer: str):
    page.get_by_text(part, exact=False).first.click()
    form = page.locator(f"#f-{part[:2]}")
    form.get_by_text(answer, exact=True).click()
    form.get_by_role("button").click()


def test_entered_without_a_network_and_sent_when_it_is_back(visit, log, context):
    page = visit(f"/ships/measures/{log.pk}/")
    context.set_offline(True)
    say(page, "C1: security level 2", "yes")
    expect(page.get_by_text("Kept on this device")).to_be_visible()
    assert entries() == []
    context.set_offline(False)
    expect(page.get_by_text(WITH_SERVER)).to_be_visible()
    assert [one.content["code"] for one in entries()] == ["C1"]
    page.locator("#f-C1").get_by_text("no", exact=True).click()
    page.locator("#f-C1").get_by_role("button").click()
    expect(page.locator("[data-live=entries]").get_by_text("corrects entry 1")).to_be_visible()
    assert [one.content["done"] for one in entries()] == ["yes", "no"]


def test_a_page_that_is_killed_leaves_its_entry_to_the_next(log, context):
    page = context.new_page()
    page.goto(f"/ships/measures/{log.pk}/")
    context.set_offline(True)
    say(page, "C4: logged", "yes")
    expect(page.get_by_text("Kept on this device")).to_be_visible()
    page.close(run_before_unload=False)
    context.set_offline(False)
    other = context.new_page()
    other.goto(f"/ships/measures/{log.pk}/")
    expect(other.get_by_text(WITH_SERVER)).to_be_visible()
    assert [one.kind for one in entries()] == ["duty"]


def test_one_tap_reports_and_gives_a_receipt(visit, log):
    page = visit(f"/ships/measures/{log.pk}/")
    say(page, "C1: security level 2", "yes")
    page.get_by_role("button", name="Report now").click()
    expect(page.get_by_role("heading", name="Receipt of reported measures")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_pages_fit_and_are_accessible(visit, log):
    for path in (f"/ships/measures/{log.pk}/", "/ships/measures/", "/ships/fleet/", "/ships/", "/ships/measures/new/"):
        page = visit(path)
        assert_accessible(page)
        assert_no_sideways_scroll(page)
    page = visit("/ships/passengers/?country=IR")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
