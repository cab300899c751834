"""The report of a visit in a browser, at both widths: written by two, kept when a page closes, released by two."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.visits.models import Visit
from tests.apps.engagement.planting import country
from tests.apps.visits.observed import acting as seen
from tests.apps.visits.report import acting
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll
from tests.people import holder

NOTICE = date(2026, 10, 1)
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(transactional_db) -> User:
    country("NG")
    return holder(Role.LIAISON, "NG", name="Lea Liaison")


@pytest.fixture
def second(officer: User) -> User:
    return holder(Role.HEADQUARTERS, name="Hal Quarters")


@pytest.fixture
def host(officer: User) -> User:
    return holder(Role.AUTHORITY, "NG", name="Ngozi Authority")


@pytest.fixture
def trip(officer: User) -> Visit:
    made = seen.visit(officer, state="made", title="Lagos, November (invented)", notice_on=NOTICE, mark="partner")
    made.states.add("NG")
    acting.drafted(officer, made)
    return made


def summary(page):
    return page.get_by_role("textbox", name="Summary", exact=True)


def test_what_was_typed_is_there_again_when_the_page_was_closed_before_it_was_saved(context, sign_in, officer, trip):
    sign_in(officer)
    page = context.new_page()
    page.goto(f"/desk/visits/{trip.pk}/report/")
    context.set_offline(True)
    summary(page).fill("Typed in the train.")
    expect(page.get_by_text(re.compile("Kept on this device"))).to_be_visible()
    page.close()  # as a browser that is killed: nothing is asked, nothing is sent
    context.set_offline(False)
    assert acting.section(trip, "summary").text != "Typed in the train."
    page = context.new_page()
    page.goto(f"/desk/visits/{trip.pk}/report/")
    expect(summary(page)).to_have_value("Typed in the train.")
    expect(page.get_by_text("Saved.")).to_be_visible()
    assert acting.section(trip, "summary").text == "Typed in the train."
    page.reload()
    expect(summary(page)).to_have_value("Typed in the train.")


def test_two_write_one_section_and_neither_loses_a_word(context, browser, live_server, sign_in, officer, second, trip):
    sign_in(officer)
    mine = context.new_page()  # not watched: it is answered 409, as it should be
    mine.goto(f"/desk/visits/{trip.pk}/report/")
    acting.write(second, trip, "summary", "By the second.")
    summary(mine).fill("By the first.")
    expect(mine.get_by_text("Written meanwhile by Hal Quarters", exact=False)).to_be_visible()
    expect(mine.locator("[data-conflict] pre")).to_have_text("By the second.")
    assert acting.section(trip, "summary").text == "By the second."
    assert_accessible(mine)
    mine.get_by_role("button", name="Save mine over theirs").click()
    expect(mine.get_by_text("Saved.")).to_be_visible()
    assert acting.versions(acting.section(trip, "summary"))[-2:] == ["By the second.", "By the first."]


def test_a_section_changed_meanwhile_is_shown_beside_what_this_device_kept(context, sign_in, officer, second, trip):
    sign_in(officer)
    page = context.new_page()
    page.goto(f"/desk/visits/{trip.pk}/report/")
    context.set_offline(True)
    summary(page).fill("On this device.")
    expect(page.get_by_text(re.compile("Kept on this device"))).to_be_visible()
    page.close()
    context.set_offline(False)
    acting.write(second, trip, "summary", "On the server.")
    page = context.new_page()
    page.goto(f"/desk/visits/{trip.pk}/report/")
    expect(summary(page)).to_have_value("On this device.")
    expect(page.locator("[data-conflict] pre")).to_have_text("On the server.")
    page.get_by_role("button", name="Take theirs").click()
    expect(summary(page)).to_have_value("On the server.")
    page.reload()
    expect(summary(page)).to_have_value("On the server.")
    assert page.locator("[data-conflict]:visible").count() == 0


def test_without_javascript_a_section_is_saved_by_its_button(browser, live_server, sign_in, context, officer, trip):
    sign_in(officer)
    plain = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    plain.add_cookies(context.cookies())
    page = plain.new_page()
    page.goto(f"/desk/visits/{trip.pk}/report/")
    summary(page).fill("By the button alone.")
    page.locator("form[data-section]").first.get_by_role("button", name="Save").click()
    page.wait_for_load_state()
    assert acting.section(trip, "summary").text == "By the button alone."
    plain.close()


def test_from_the_words_of_two_to_the_line_for_everyone(visit, sign_in, officer, second, host, trip):
    """One writes and asks; the other releases; the host reads and comments; the public line follows."""
    desk, theirs = f"/desk/visits/{trip.pk}/report/", f"/partner/visits/{trip.pk}/report/"
    sign_in(officer)
    page = visit(f"{desk}?text=host")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    summary(page).fill("We were received well.")
    expect(page.get_by_text("Saved.")).to_be_visible()
    page.get_by_role("button", name="Ask for its release").click()
    expect(page.get_by_text("Its release is asked for. A second person releases it.")).to_be_visible()
    _settled(page, sign_in, second, "host", trip)
    sign_in(host)
    page = visit(theirs)
    expect(page.get_by_text("We were received well.")).to_be_visible()
    page.get_by_role("textbox", name="Your comment on Summary").fill("We thank you.")
    page.locator("#summary").get_by_role("button", name="Send it").click()
    expect(page.get_by_text("Your comment was sent to the programme.")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    sign_in(officer)
    page = visit(f"{desk}?text=public")
    expect(page.get_by_role("textbox", name="Public line", exact=True)).to_have_value(
        re.compile("The programme visited Nigeria")
    )
    page.get_by_role("button", name="Ask for its release").click()
    expect(page.get_by_text("Its release is asked for. A second person releases it.")).to_be_visible()
    page = visit(f"{desk}?text=programme")
    expect(page.get_by_text("We thank you.")).to_be_visible()
    _settled(page, sign_in, second, "public", trip)
    page.context.clear_cookies()
    page = visit("/visits/")
    expect(page.get_by_text("The programme visited Nigeria", exact=False)).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


@pytest.mark.long
def test_the_other_pages_fit_and_are_accessible(visit, sign_in, officer, second, trip):
    sign_in(second)
    waiting = acting.asked(officer, trip)
    one = acting.write(second, trip, "summary", "In my words.")
    for path in (
        f"/desk/visits/{trip.pk}/report/",
        f"/desk/visits/{trip.pk}/report/sections/{one.pk}/versions/?every=1",
        f"/desk/visits/{trip.pk}/report/releases/{waiting.pk}/",
        "/desk/reports/annual/",
        "/desk/countries/NG/annual/",
    ):
        page = visit(path)
        assert_accessible(page)
        assert_no_sideways_scroll(page)


def _settled(page, sign_in, by, of, trip):
    """Whoever asked cannot release it; somebody else does."""
    page.goto(f"/desk/visits/{trip.pk}/report/?text={of}")
    page.get_by_role("link", name="Look at it").click()
    expect(page.get_by_text("You asked for it: a second person releases it.")).to_be_visible()
    sign_in(by)
    page.reload()
    assert_accessible(page)
    page.get_by_role("button", name="Release it").click()
    expect(page.get_by_text("It is released.", exact=True)).to_be_visible()
