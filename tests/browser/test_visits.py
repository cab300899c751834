"""Planning a visit in a browser, at both widths: proposed, the embassy asked and answering, recorded, cleared."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from roadstead.common import clock
from roadstead.visits.models import Visit
from tests.apps.engagement.planting import country
from tests.apps.visits.agenda import planting
from tests.apps.visits.observed import acting as seeing
from tests.apps.visits.planning import acting
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll
from tests.people import holder, viewer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(transactional_db):
    for code in ("NG", "GH", "TG"):
        country(code)
    return holder("liaison", "NG", "GH", name="Lea Liaison")


@pytest.fixture
def embassy(officer):
    return holder("embassy", "NG", name="Eve Embassy")


@pytest.fixture
def planned(officer, embassy):
    """A visit with everything beside it: an earlier one, what it left open, one of others, an agenda, a question."""
    before = acting.made(officer, "NG", clock.today() - timedelta(300), title="Lagos, before (invented)")
    seeing.recommended(officer, visit=before, text="Light the fence (invented)")
    first = clock.today() + timedelta(60)
    made = acting.planned(officer, "NG", first, title="Lagos round (invented)", follows=before.pk)
    acting.shared(made, officer, "NG")
    acting.told(embassy, first=first)
    planting.begun(made, viewer(officer))
    acting.asked(made, officer)
    return made


@pytest.mark.parametrize(
    "path",
    [
        "visits/",
        "visits/new/",
        "visits/new/?country=NG",
        "visits/new/?country=GH",
        "visits/{}/",
        "visits/{}/benefit/",
        "visits/{}/days/",
        "visits/{}/notice/",
        "visits/{}/clearance/",
        "planner/?year={year}",
        "planner/?year=2031",
        "clocks/",
    ],
)
def test_pages_of_the_desk(visit, sign_in, officer, planned, path):
    sign_in(officer)
    page = visit("/desk/" + path.format(planned.pk, year=planned.first_on.year))
    assert_accessible(page)
    assert_no_sideways_scroll(page)


@pytest.mark.parametrize("path", ["", "{}/", "{}/answer/", "tell/"])
def test_pages_of_the_embassy(visit, sign_in, embassy, planned, path):
    sign_in(embassy)
    page = visit("/partner/visits/" + path.format(planned.pk))
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_a_visit_is_planned_the_embassy_answers_and_clearance_is_recorded(visit, sign_in, officer, embassy):
    first = clock.today() + timedelta(60)
    sign_in(officer)
    page = visit("/desk/visits/new/")
    page.get_by_label("Country").select_option("NG")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("No visit to this country is on record")).to_be_visible()
    page.get_by_label("First day").fill(first.isoformat())
    page.get_by_label("Last day").fill((first + timedelta(3)).isoformat())
    page.get_by_label("Title").fill("Lagos round (invented)")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Lagos round (invented)")).to_be_visible()
    expect(page.get_by_text("were not asked about these days yet")).to_be_visible()
    made = Visit.objects.for_the_system("a test looks").get()
    acting.shared(made, officer, "NG")
    page.reload()
    page.get_by_role("link", name="Ask the embassy and agencies").click()
    page.get_by_label("A word to them").fill("Is anything of yours near?")
    page.get_by_role("button", name="Ask them").click()
    expect(page.get_by_text("Nobody has answered yet.")).to_be_visible()
    sign_in(embassy)
    page.goto("/partner/visits/")
    page.get_by_role("region", name="You are asked").get_by_role("link").click()
    page.get_by_role("link", name="Answer", exact=True).click()
    page.get_by_label("For whom you answer").fill("Customs (invented)")
    page.get_by_text("we come along").click()
    page.get_by_role("button", name="Answer").click()
    expect(page.get_by_text("Your answer was given.")).to_be_visible()
    sign_in(officer)
    page.goto(f"/desk/visits/{made.pk}/")
    page.get_by_role("link", name="Record benefit and redundancy").click()
    page.get_by_label("Benefit to the host").fill("Drills are practised together.")
    page.get_by_label("So that nobody comes twice").fill("Customs comes along in one car.")
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("Customs comes along in one car.", exact=True)).to_be_visible()
    page.get_by_role("link", name="Record clearance").click()
    page.get_by_label("Country clearance").select_option("granted")
    page.get_by_role("button", name="Record it").click()
    page.get_by_role("link", name="Record the notice to the host").click()
    page.get_by_role("button", name="Record the notice").click()
    expect(page.get_by_text("Both sides have not agreed the agenda yet")).to_be_visible()
    made.refresh_from_db()
    assert (made.state, made.clearance) == ("notified", "granted")
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_the_year_is_narrowed_by_keyboard(visit, sign_in, officer, planned):
    sign_in(officer)
    page = visit(f"/desk/planner/?year={planned.first_on.year}")
    box = page.get_by_label("Country, title, lead or agency")
    box.focus()
    page.keyboard.type("zzz")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Nothing fits")).to_be_visible()
    page.get_by_role("link", name="Show everything").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Nigeria").first).to_be_visible()
