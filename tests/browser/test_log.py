"""The log and the history of a record in a real browser, at both widths."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from roadstead.accounts.actions.people import change_profile
from roadstead.accounts.models import User
from roadstead.audit.paging import A_PAGE
from tests import people
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def chief(transactional_db, sign_in: Callable[[User], None]) -> User:
    person = people.holder("headquarters", name="Hana Chief")
    for number in range(A_PAGE):
        change_profile(
            person=person,
            name=person.name,
            organisation=f"Programme {number}",
            language="en",
            time_zone="UTC",
            by=people.viewer(person),
        )
    sign_in(person)
    return person


def test_it_is_narrowed_by_keyboard_and_paged(chief: User, visit: Callable[..., Page]) -> None:
    page = visit("/desk/log/")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("link", name="Older").click()
    expect(page.get_by_text("the role Programme headquarters")).to_be_visible()
    page.get_by_role("link", name="Newer").click()
    expect(page.get_by_text("changed the profile").first).to_be_visible()
    page.get_by_label("Who (name or address)").fill("Hana")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Show everything").wait_for()
    expect(page.locator("#event-2")).to_be_visible()
    expect(page.locator("#event-1")).to_have_count(0)


def test_what_is_wrong_is_told_and_reached(chief: User, visit: Callable[..., Page]) -> None:
    page = visit("/desk/log/?person=Nobody")
    assert_accessible(page)
    page.get_by_role("link", name="Nobody here is called").click()
    assert page.get_by_label("Who (name or address)").evaluate("field => field === document.activeElement")
    page = visit("/desk/log/?until=1999-01-01")
    expect(page.get_by_role("heading", name="Nothing was done that fits")).to_be_visible()
    assert_accessible(page)


def test_a_file_is_saved(chief: User, visit: Callable[..., Page]) -> None:
    page = visit("/desk/log/")
    with page.expect_download() as saved:
        page.get_by_role("link", name="JSON Lines").click()
    assert saved.value.suggested_filename.endswith(".jsonl")
    assert '"schema":"roadstead/audit/1"' in saved.value.path().read_text(encoding="utf-8")


def test_the_history_of_a_record_reads_well(chief: User, visit: Callable[..., Page]) -> None:
    page = visit(f"/desk/history/accounts.user/{chief.pk}/")
    expect(page.get_by_role("heading", name="History of Hana Chief")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
