"""What is typed into the kit on a phone: kept without a network, in two tabs, by a killed page; with pictures."""

import pytest
from playwright.sync_api import expect

from roadstead.accounts.roles import Role
from roadstead.files.models import Attachment
from roadstead.visits.models import VisitNote
from tests.apps.engagement.planting import country
from tests.apps.visits.observed import acting
from tests.people import holder

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WITH_SERVER = "Everything you typed is with the server."


@pytest.fixture
def width() -> str:
    """Made for a phone; the wide page is looked at in test_kit.py."""
    return "phone"


@pytest.fixture
def trip(transactional_db, settings, tmp_path, sign_in):
    settings.DATA_DIR = tmp_path
    country("NG")
    officer = holder(Role.HEADQUARTERS)
    sign_in(officer)
    return acting.visit(officer)


def notes() -> list[VisitNote]:
    return list(VisitNote.objects.for_the_system("a test looks"))


def texts() -> list[str]:
    return [one.text for one in notes()]


def begin(page, text: str):
    page.get_by_role("button", name="New note").click()
    page.get_by_label("Note", exact=True).last.fill(text)


def test_typed_without_a_network_and_sent_when_it_is_back(visit, trip, context):
    page = visit(f"/desk/visits/{trip.pk}/kit/")
    context.set_offline(True)
    begin(page, "The lights were off.")
    expect(page.get_by_text("Kept on this device")).to_be_visible()
    assert texts() == []
    context.set_offline(False)
    expect(page.get_by_text(WITH_SERVER)).to_be_visible()
    assert texts() == ["The lights were off."]
    page.get_by_label("Note", exact=True).fill("The lights were off at both gates.")
    expect(page.get_by_text("Kept on this device")).to_be_visible()
    expect(page.get_by_text(WITH_SERVER)).to_be_visible()
    assert texts() == ["The lights were off at both gates."], "changed, and not doubled"


def test_a_tab_that_is_killed_leaves_its_note_to_the_next(trip, context):
    page = context.new_page()
    page.goto(f"/desk/visits/{trip.pk}/kit/")
    context.set_offline(True)
    begin(page, "Half a sent")
    expect(page.get_by_text("Kept on this device")).to_be_visible()
    page.close(run_before_unload=False)
    context.set_offline(False)
    other = context.new_page()
    other.goto(f"/desk/visits/{trip.pk}/kit/")
    expect(other.get_by_label("Note", exact=True)).to_have_value("Half a sent")
    expect(other.get_by_text(WITH_SERVER)).to_be_visible()
    assert texts() == ["Half a sent"]


def test_two_tabs_on_one_note_lose_neither_wording(visit, trip, context):
    acting.note(trip.lead, trip, text="The gate.")
    page = visit(f"/desk/visits/{trip.pk}/kit/")
    other = context.new_page()
    other.goto(f"/desk/visits/{trip.pk}/kit/")
    context.set_offline(True)
    page.get_by_label("Note", exact=True).fill("The gate was open.")
    other.get_by_label("Note", exact=True).fill("The gate was closed.")
    context.set_offline(False)
    expect(other.get_by_text(WITH_SERVER)).to_be_visible()
    expect(page.get_by_text(WITH_SERVER)).to_be_visible()
    page.reload()
    expect(page.get_by_label("Note", exact=True)).to_have_value("The gate was closed.")
    expect(page.get_by_text("The gate was open.")).to_be_visible()
    expect(page.get_by_text("Another wording, by")).to_be_visible()


def test_a_wrong_clock_is_said(visit, trip, context):
    context.clock.set_system_time("2031-01-01T00:00:00Z")
    page = visit(f"/desk/visits/{trip.pk}/kit/")
    begin(page, "By a clock that is years ahead.")
    expect(page.get_by_text("ahead of the server’s")).to_be_visible()
    [one] = notes()
    assert one.stamps["text"]["device"].startswith("2031-01-01")
    assert not one.stamps["text"]["at"].startswith("2031")


LARGE = """async (input) => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [3000, 2000];
  canvas.getContext("2d").fillRect(0, 0, 900, 900);
  const picture = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  const file = new File([picture, new Uint8Array(40 * 1048576)], "fence.png", { type: "image/png" });
  const moved = new DataTransfer();
  moved.items.add(file);
  input.files = moved.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}"""  # a picture of 40 MB: what stands behind its end is no part of what is seen


def test_a_large_picture_is_refused_before_it_is_sent_and_made_smaller(visit, trip):
    page = visit(f"/desk/visits/{trip.pk}/kit/")
    sent = []
    page.on("request", lambda request: sent.append(request.url) if "/pictures/" in request.url else None)
    begin(page, "The fence.")
    page.locator("article input[type=file]").last.evaluate(LARGE)
    expect(page.get_by_text("It has 40")).to_be_visible()
    assert sent == []
    page.get_by_role("button", name="Make it smaller, and add it").click()
    expect(page.get_by_text("“fence.jpg” was attached")).to_be_visible()
    [one] = Attachment.objects.for_the_system("a test looks").select_related("file")
    assert (one.name, one.file.says_where) == ("fence.jpg", False)


def test_a_renamed_program_is_refused_in_words(trip, context):
    page = context.new_page()
    page.goto(f"/desk/visits/{trip.pk}/kit/")
    begin(page, "The office.")
    program = {"name": "office.jpg", "mimeType": "image/jpeg", "buffer": b"MZ" + bytes(4000)}
    page.locator("article input[type=file]").last.set_input_files(program)
    expect(page.locator("[data-pictures] li").last).to_contain_text("program")
    assert not Attachment.objects.for_the_system("a test looks").exists()
    assert texts() == ["The office."]
