"""Facilities in a browser, wide and narrow: the list, an entry with its map, a preview, and a partner's pages."""

import os

import pytest
from playwright.sync_api import Page

from roadstead.accounts.models import User
from roadstead.registry.actions.facilities import correct_facility
from roadstead.registry.actions.facility_proposals import propose_change
from tests import people
from tests.apps.registry.facilities import made
from tests.browser.checks import assert_accessible, assert_no_sideways_scroll

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("PICTURES", "")  # a folder to keep what was seen


def look(page: Page, path: str, name: str, width: int) -> None:
    page.goto(path)
    if page.locator("#facility-map").count():
        page.locator("#facility-map").scroll_into_view_if_needed()
        page.wait_for_selector("#facility-map[data-state]", timeout=60_000)
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}-{width}.png", full_page=True)
    assert_accessible(page)
    assert_no_sideways_scroll(page)


@pytest.mark.long
def test_the_desk_and_a_partner(visit, sign_in, width) -> None:  # type: ignore[no-untyped-def]
    made.world()
    by = made.headquarters()
    page = visit("/healthz")
    sign_in(User.objects.get(email="hq@example.org"))
    look(page, "/desk/facilities/", "empty", width)
    rows = [
        made.row(IMO_Port_Facility_Number=f"NGAPP-{n:04}", Facility_Name=f"Terminal {n} (invented)")
        for n in range(1, 40)
    ]
    made.imported(*rows)
    said = {"name": "Corrected Terminal (invented)", "cargo": ["oil", "gas"], "berths": 4}
    correct_facility(facility=made.held(), revision=1, said=said, source="letter of 3 May (invented)", by=by)
    broken = made.row(IMO_Port_Facility_Number="NGAPP-0050", Review_Date="31/02/2025")
    preview = made.read(
        made.row(Facility_Name="Again"),
        rows[3],
        made.row(IMO_Port_Facility_Number="NGAPP-0002", Facility_Name="New name"),
        broken,
    )
    proposal = propose_change(
        facility=made.held(), said={"berths": 5}, word="See our letter.", by=people.viewer(made.authority())
    )
    pk = made.held().pk
    for name, path in {
        "list": "/desk/facilities/",
        "detail": f"/desk/facilities/{pk}/",
        "correct": f"/desk/facilities/{pk}/correct/",
        "names": f"/desk/facilities/{pk}/names/",
        "imports": "/desk/facilities/import/",
        "preview": f"/desk/facilities/import/{preview.pk}/",
        "proposal": f"/desk/facilities/proposals/{proposal.pk}/",
    }.items():
        look(page, path, name, width)
    sign_in(made.authority())
    look(page, "/partner/facilities/", "partner", width)
    look(page, f"/partner/facilities/{pk}/", "partner-detail", width)
    look(page, f"/partner/facilities/{pk}/propose/", "propose", width)
