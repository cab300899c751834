"""Attached files in a real browser: the list, the form without a script, and what a browser may look at."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import Browser, BrowserContext, Page, expect

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.engagement.models import Information
from roadstead.files import actions
from roadstead.files.models import Attachment
from tests import people
from tests.apps.engagement.planting import plant
from tests.apps.files import made
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.apps.files.pages")]
LONG = "Bericht_über_die_Sicherung_der_Hafenanlagen_" * 2 + "2026.txt"


@pytest.fixture(autouse=True)
def _store(settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


@pytest.fixture
def officer(transactional_db, sign_in: Callable[[User], None]) -> User:
    person = people.holder(Role.LIAISON, "NG", name="Ana Reyes")
    sign_in(person)
    return person


def attach(record: Information, by: User, content: bytes, name: str, description: str = "") -> Attachment:
    upload = ContentFile(content, name=name)
    return actions.attach(record=record, upload=upload, description=description, by=people.viewer(by))


def test_the_list_and_the_form_can_be_used_by_everyone(officer: User, visit: Callable[..., Page]) -> None:
    record = plant(by=officer)
    page = visit(f"/test/{record.pk}/")
    expect(page.get_by_text("No file is attached.")).to_be_visible()
    assert_accessible(page)
    for kind, (name, content) in made.EVERY_KIND.items():
        attach(record, officer, content, name, f"An invented file of the kind {kind}.")
    attach(record, officer, made.jpeg(exif=made.EXIF_POSITION), "gate at night.jpg", "Gate 2, seen from the quay.")
    attach(record, officer, b"Words\n", LONG)
    page.reload()
    expect(page.get_by_role("link", name="Save report.pdf")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_a_file_is_attached_and_saved_again(officer: User, visit: Callable[..., Page], tmp_path: Path) -> None:
    record, source = plant(by=officer), tmp_path / "plan.txt"
    source.write_bytes(made.png())
    page = visit(f"/test/{record.pk}/")
    page.get_by_label("File").set_input_files(source)
    page.get_by_label("What it is").fill("The plan of gate 2")
    page.get_by_role("button", name="Attach").click()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save plan.png").click()
    assert saved.value.suggested_filename == "plan.png"
    assert Path(saved.value.path()).read_bytes() == made.png()


def test_what_is_not_taken_is_said_at_the_field(officer: User, visit: Callable[..., Page], tmp_path: Path) -> None:
    record, source = plant(by=officer), tmp_path / "report.pdf"
    source.write_bytes(b"MZ\x90\0" + bytes(200))
    page = visit(f"/test/{record.pk}/")
    address = page.url
    with page.expect_response(lambda response: response.url == address and response.request.method == "POST") as sent:
        page.get_by_label("File").set_input_files(source)
        page.get_by_role("button", name="Attach").click()
    assert sent.value.status == 200
    field = page.get_by_label("File")
    assert field.get_attribute("aria-invalid") == "true"
    expect(page.get_by_text("This file is a program.")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_pictures_and_documents_are_shown_without_any_right(officer: User, context: BrowserContext) -> None:
    record = plant(by=officer)
    picture, document = attach(record, officer, made.png(), "plan.png"), attach(record, officer, made.pdf(), "a.pdf")
    page = context.new_page()  # unwatched: the browser's own page around a picture wants styles, and gets none
    page.goto(f"/files/{picture.pk}/plan.png?inline=1")
    assert page.evaluate("document.images[0].naturalWidth") == 2
    assert page.evaluate("self.origin") == "null"  # no origin of ours, so none of our rights
    shown = page.goto(f"/files/{document.pk}/a.pdf?inline=1")
    assert shown is not None
    assert shown.headers["content-type"] == "application/pdf"


@pytest.mark.usefixtures("officer")
def test_it_works_without_any_script(browser: Browser, live_server, tmp_path: Path) -> None:
    officer = User.objects.get(name="Ana Reyes")
    record, source = plant(by=officer), tmp_path / "notes.txt"
    source.write_text("Words\n")
    plain = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    cookie = people.client_of(officer).cookies["sessionid"].value
    plain.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    page = plain.new_page()
    page.goto(f"/test/{record.pk}/")
    page.get_by_label("File").set_input_files(source)
    page.get_by_role("button", name="Attach").click()
    expect(page.get_by_role("link", name="Save notes.txt")).to_be_visible()
    plain.close()
