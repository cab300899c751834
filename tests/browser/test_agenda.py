"""The agenda of a visit in a browser, at both widths: both sides agree it on their own screens."""

import re

import pytest
from playwright.sync_api import expect

from roadstead.visits.actions.agenda_items import change_item
from tests.apps.visits.agenda import planting
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll
from tests.people import holder, viewer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(transactional_db):
    return holder("liaison", "NG", name="Lea Liaison")


@pytest.fixture
def made(officer):
    made = planting.visit(officer)
    planting.begun(made, viewer(officer))
    return made


@pytest.mark.parametrize("below", ["", "items/new/", "items/{item}/", "versions/", "links/", "print/"])
def test_pages_of_the_desk(visit, sign_in, officer, made, below):
    sign_in(officer)
    page = visit(f"/desk/visits/{made.pk}/agenda/{below.format(item=planting.items(made)[0].pk)}")
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_an_agenda_is_begun(visit, sign_in, officer):
    sign_in(officer)
    page = visit(f"/desk/visits/{planting.visit(officer).pk}/agenda/")
    assert_accessible(page)
    page.get_by_label("The host’s language").select_option("ar")
    page.get_by_role("button", name="Begin the agenda").click()
    expect(page.get_by_text("اللقاءات مع السلطات")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_the_host_by_a_link_and_the_officer_agree(visit, sign_in, context, officer, made):
    """The host counters an item by the link; both accept everything and agree; the visit is agreed."""
    _link, secret = planting.linked(made, viewer(officer))
    page = visit(f"/agenda/{secret}/")
    expect(page.get_by_role("heading", name="Who opens this link?")).to_be_visible()
    expect(page.get_by_role("button", name="Ouvrir le programme")).to_be_visible()
    assert_accessible(page)
    page.get_by_text("I am Ngozi Host (invented)").click()
    page.get_by_role("button", name="Open the agenda").click()
    expect(page.get_by_text("You work here as Ngozi Host (invented)")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("link", name=re.compile("Change or take off .*Opening call")).click()
    page.get_by_label("Place · Lieu").fill("Room of the Director (invented)")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The item was changed.")).to_be_visible()
    _accept_and_agree(page, agree=False)
    link_page, link_cookies = page.url, context.cookies()
    sign_in(officer)
    page.goto(f"/desk/visits/{made.pk}/agenda/")
    expect(page.get_by_text("Room of the Director (invented)").first).to_be_visible()
    _accept_and_agree(page, agree=True)
    context.clear_cookies()
    context.add_cookies(link_cookies)
    page.goto(link_page)
    page.get_by_role("button", name="Agree the whole agenda").click()
    expect(page.get_by_text("Both sides agreed this agenda")).to_be_visible()
    made.refresh_from_db()
    assert made.state == "agreed"
    assert_accessible(page)


def test_two_at_once(context, sign_in, officer, made):
    """The second is shown both texts."""
    row = planting.items(made)[0]
    sign_in(officer)
    page = context.new_page()  # not watched: it is answered 409, as it should be
    page.goto(f"/desk/visits/{made.pk}/agenda/items/{row.pk}/")
    host = viewer(holder("authority", "NG", name="Ngozi Authority"))
    change_item(visit=made, item=row.pk, revision=1, text=planting.text(purpose="The host’s words"), by=host)
    page.get_by_label("Purpose, in English").fill("The officer’s words")
    with page.expect_response(lambda answer: answer.request.method == "POST") as sent:
        page.get_by_role("button", name="Save").click()
    assert sent.value.status == 409
    expect(page.get_by_text("The host’s words")).to_be_visible()
    expect(page.get_by_label("Purpose, in English")).to_have_value("The officer’s words")
    assert_accessible(page)


def _accept_and_agree(page, *, agree):
    page.get_by_role("button", name="Accept all").click()
    expect(page.get_by_text("Accepted: ").first).to_be_visible()
    if agree:
        page.get_by_role("button", name="Agree the whole agenda").click()
        expect(page.get_by_text("Agreed. The other side is told.")).to_be_visible()


@pytest.mark.parametrize("below", ["", "items/{item}/", "items/new/", "versions/", "print/", "who/"])
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_pages_of_a_link_in_the_language_of_the_host(visit, officer, made, language, below):
    """The second language has its own direction, and breaks nothing at either width."""
    _link, secret = planting.linked(made, viewer(officer), language=language)
    page = visit(f"/agenda/{secret}/")
    page.locator(".usa-radio__label").first.click()
    page.locator("main form").last.get_by_role("button").click()
    expect(page.locator("#whole")).to_be_visible()
    page.goto(page.url + below.format(item=planting.items(made)[0].pk))
    expect(page.locator(f'h1 [lang="{language}"]')).to_be_visible()
    assert page.locator(f'h1 [lang="{language}"]').get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_the_host_chooses_another_language(visit, officer, made):
    _link, secret = planting.linked(made, viewer(officer))
    page = visit(f"/agenda/{secret}/")
    page.get_by_label("Second language").select_option("pt")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="Quem abre esta ligação?")).to_be_visible()


def test_an_agreed_agenda_is_changed_on_purpose_alone(visit, sign_in, officer, made):
    host = viewer(holder("authority", "NG", name="Ngozi Authority"))
    planting.agreed(made, viewer(officer), host)
    sign_in(officer)
    page = visit(f"/desk/visits/{made.pk}/agenda/")
    expect(page.get_by_role("heading", name="Both sides agreed this agenda")).to_be_visible()
    expect(page.get_by_role("link", name="Propose an item")).to_have_count(0)
    page.get_by_role("link", name="Change it all the same").click()
    page.wait_for_url("**?change=1")
    expect(page.get_by_role("link", name="Propose an item")).to_be_visible()
    assert_accessible(page)
