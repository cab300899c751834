"""Engagement in a browser, at both widths: logged by the keyboard, dropped in, reminded of, answered."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.engagement.interaction_enums import Side
from roadstead.engagement.models import Interaction
from tests import people
from tests.apps.engagement.interactions import acting
from tests.apps.engagement.people import acting as persons
from tests.apps.engagement.planting import country
from tests.apps.registry import posting
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NEWER = acting.INVITATION.replace("DTSTAMP", "SEQUENCE:2\nDTSTAMP").replace("Marina", "Tin Can Island")
DROP = """(text) => {
  const carried = new DataTransfer();
  carried.items.add(new File([text], "drills.eml", { type: "message/rfc822" }));
  document.querySelector("main").dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true }));
}"""


@pytest.fixture(autouse=True)
def _store(settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


@pytest.fixture
def officer(transactional_db, sign_in: Callable[[User], None]) -> User:
    """Who answers for Nigeria, signed in."""
    for code in ("NG", "GH"):
        country(code)
    person = people.holder(Role.LIAISON, "NG", "GH", name="Lea Liaison")
    posting.assign(people.holder(Role.HEADQUARTERS), person, "NG")
    sign_in(person)
    return person


def ago(days: int) -> dict[str, object]:
    return {"held_on": clock.today() - timedelta(days=days)}


def right(page: Page) -> None:
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def tab_to(page: Page, selector: str, most: int) -> None:
    """Press Tab until an element has the focus."""
    for _step in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached within {most} steps")


def test_an_interaction_is_logged_by_the_keyboard(officer: User, visit: Callable[..., Page]) -> None:
    """From the country file: one link, one field to fill in, Enter; who, when and about which country is there."""
    persons.written(officer, name="Amina Bello (invented)", country="NG")
    page = visit("/desk/countries/NG/")
    page.get_by_role("link", name="Log an interaction").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/engagement/new/?country=NG")
    page.locator("input[name=kind]:checked").focus()
    tab_to(page, "input[name=subject]", most=12)
    page.keyboard.type("Gates at the quay")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Gates at the quay")).to_be_visible()
    expect(page.locator("p .rs-tag").first).to_have_text("draft")
    expect(page.get_by_role("link", name="Nigeria")).to_be_visible()
    right(page)


def test_a_message_that_is_dropped_becomes_a_draft_with_its_file(officer: User, visit: Callable[..., Page]) -> None:
    persons.written(officer, name="Amina Bello (invented)", emails="amina@example.org", country="NG")
    page = visit("/desk/engagement/bring/")
    right(page)
    page.evaluate(DROP, acting.MESSAGE)
    expect(page.get_by_role("heading", level=1, name="Pôrt drills")).to_be_visible()
    expect(page.get_by_role("link", name="Amina Bello (invented)").first).to_be_visible()
    expect(page.get_by_role("link", name="Save drills.eml")).to_be_visible()
    right(page)


def test_a_newer_invitation_says_what_differs_and_is_taken_over(officer: User, visit: Callable[..., Page]) -> None:
    record = acting.brought(officer, acting.INVITATION).interaction
    Interaction.objects.for_the_system("a test").filter(pk=record.pk).update(place="At the embassy")
    acting.brought(officer, NEWER)
    page = visit(f"/desk/engagement/{record.pk}/")
    expect(page.get_by_text("The invitation says otherwise now")).to_be_visible()
    right(page)
    page.get_by_role("button", name="Take over what it says").click()
    expect(page.get_by_text("It was taken over.")).to_be_visible()
    expect(page.locator("main").get_by_text("Tin Can Island")).to_be_visible()


def test_reminders_lead_to_what_is_to_be_done(officer: User, visit: Callable[..., Page]) -> None:
    record = acting.completed(officer, **ago(20))
    acting.promised(record, officer, what="Send the plan", due_on=clock.today() - timedelta(days=3))
    visit("/desk/").get_by_role("link", name="Reminders").first.click()
    page = visit("/desk/engagement/reminders/")
    right(page)
    page.get_by_role("link", name="Send the plan").click()
    page.get_by_role("link", name="Move its day").click()
    right(page)
    later = (clock.today() + timedelta(days=9)).isoformat()
    page.get_by_label("Due").fill(later)
    page.get_by_label("Why it is moved").fill("The ministry asked.")
    page.get_by_role("button", name="Move it").click()
    expect(page.get_by_text("The ministry asked.").first).to_be_visible()
    page = visit("/desk/engagement/reminders/")
    expect(page.get_by_text("Nothing waits for you")).to_be_visible()


def test_a_question_is_closed_by_its_answer(
    officer: User, visit: Callable[..., Page], sign_in: Callable[[User], None]
) -> None:
    analyst = people.holder(Role.ANALYST, name="Ana Lyst")
    record = acting.completed(officer)
    page = visit(f"/desk/engagement/{record.pk}/questions/new/")
    right(page)
    page.get_by_label("Question").fill("Who keeps the log?")
    page.get_by_label("Who is asked").select_option(label="Ana Lyst")
    page.get_by_role("button", name="Pass it on").click()
    expect(page.get_by_text("The question was passed on.")).to_be_visible()
    sign_in(analyst)
    page = visit("/desk/engagement/reminders/")
    page.get_by_role("link", name="Who keeps the log?").click()
    page.get_by_role("link", name="Answer").click()
    page.get_by_label("Answer").fill("The harbour master (invented).")
    page.get_by_role("button", name="Answer").click()
    expect(page.get_by_text("The question was answered.")).to_be_visible()
    expect(page.get_by_text("The harbour master (invented).")).to_be_visible()
    page = visit("/desk/engagement/reminders/")
    expect(page.get_by_text("Nothing waits for you")).to_be_visible()


def test_the_timeline_and_the_page_of_partners(
    officer: User, visit: Callable[..., Page], sign_in: Callable[[User], None]
) -> None:
    for number in range(3):
        record = acting.completed(officer, subject=f"A long subject of a meeting on gates and visitors’ books {number}")
        acting.promised(record, officer, what="Send the plan of the gates", side=Side.THEIRS, due_on=clock.today())
        acting.marked(record, Mark.PARTNER, officer, states=["NG"])
    page = visit("/desk/countries/NG/timeline/")
    page.get_by_label("Show").select_option(label="promise (3)")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("3 entries.")).to_be_visible()
    right(page)
    sign_in(people.holder(Role.AUTHORITY, "NG"))
    page = visit("/partner/dealings/")
    expect(page.get_by_text("Promised, and still open")).to_be_visible()
    right(page)
    page.get_by_role("link", name="A long subject").first.click()
    expect(page.get_by_text("We spoke of drills.")).to_be_visible()
    right(page)
