"""Cases where other parts of the product tell of them: country file, timeline, search, hand-over, merged facilities."""

from datetime import date

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.determinations import bridge
from roadstead.determinations.actions.dating import stop_clock
from roadstead.determinations.actions.opening import CaseDraft, change_case
from roadstead.determinations.enums import Effect
from roadstead.determinations.queries.cases import readable, whole
from roadstead.determinations.queries.decided import decided
from roadstead.registry.open_items import open_with
from tests.apps.determinations.making import DRAFT, dated, fresh, opened, ready_for, three
from tests.apps.registry.facilities import made
from tests.apps.registry.reconciliation import acting
from tests.conftest import FrozenClock
from tests.people import client_of, holder, viewer

pytestmark = pytest.mark.django_db
BEGAN = {"finding": date(2026, 1, 5), "state_told": date(2026, 1, 6), "government_told": date(2026, 1, 10)}


@pytest.fixture
def lea(clock: FrozenClock) -> User:
    clock.set(date(2026, 3, 1))
    return holder(Role.LIAISON, "NG", name="Lea Liaison")


def test_the_country_file_shows_state_and_clock(lea: User) -> None:
    by = viewer(lea)
    desk = client_of(lea)
    assert 'hx-get="/desk/countries/NG/judged/"' in desk.get("/desk/countries/NG/").content.decode()
    assert "No case is on record." in desk.get("/desk/countries/NG/judged/").content.decode()
    case = dated(opened(by), by, **BEGAN)
    shown = desk.get("/desk/countries/NG/judged/").content.decode()
    assert f"/desk/cases/{case.pk}/" in shown
    assert "50 of 90 days have run, 40 are left." in shown
    stop_clock(case=case, revision=case.revision, on=date(2026, 2, 1), why="Talks.", by=by)
    assert "stands still" in desk.get("/desk/countries/NG/judged/").content.decode()
    assert case.title not in desk.get("/desk/countries/GH/judged/").content.decode()


def test_the_timeline_has_the_case_and_its_days(lea: User) -> None:
    by = viewer(lea)
    dated(opened(by), by, **BEGAN)
    shown = client_of(lea).get("/desk/countries/NG/timeline/").content.decode()
    assert "Invented case" in shown
    assert shown.count("An invented letter") == 3


def test_a_search_finds_it_by_title_and_never_by_its_finding(lea: User) -> None:
    case = opened(viewer(lea), draft=CaseDraft(title="Quayside inquiry", finding="Unlockedgate."))
    desk = client_of(lea)
    assert f"/desk/cases/{case.pk}/" in desk.get("/search/?q=quayside&kind=case").content.decode()
    assert f"/desk/cases/{case.pk}/" not in desk.get("/search/?q=unlockedgate").content.decode()
    outside = client_of(holder(Role.AUTHORITY, "NG"))
    assert "Quayside" not in outside.get("/search/?q=inquiry").content.decode()


def test_a_hand_over_names_what_is_open(lea: User) -> None:
    by = viewer(lea)
    case = dated(opened(by), by, **BEGAN)

    def said() -> list[str]:
        return [one.text for one in open_with(["NG"]) if one.url == f"/desk/cases/{case.pk}/"]

    assert said() == ["Case “Invented case”: open. Its days have run by 10 April 2026."]
    stop_clock(case=case, revision=case.revision, on=date(2026, 2, 1), why="Talks.", by=by)
    assert said() == ["Case “Invented case”: open. Its clock stands still."]


def test_a_facility_that_is_merged_leaves_the_signature_and_is_told_by_the_entry_that_is_kept() -> None:
    made.world()
    by = viewer(holder(Role.HEADQUARTERS, name="Hedda"))
    merged, kept = made.written("Merged Quay (invented)"), made.written("Kept Quay (invented)")
    draft = CaseDraft(title="One quay", finding=DRAFT.finding, facilities={merged.pk: "excepted"})
    case = opened(by, Effect.EXCEPT)
    case = change_case(case=case, revision=case.revision, draft=draft, by=by)
    case = three(ready_for(case, by, {"finding": date(2026, 1, 5)}), by)
    digest = bridge.digest(whole(case))
    acting.merged(kept, merged)
    case = fresh(case, by)
    assert bridge.digest(whole(case)) == digest
    ((facility,),) = [one.facilities for one in decided([case.pk], by)]
    assert facility.name == "Kept Quay (invented)"
    shown = client_of(holder(Role.ANALYST, name="Ada Analyst")).get(f"/desk/cases/{case.pk}/").content.decode()
    assert "Kept Quay (invented)" in shown
    assert readable(by).get().state == "signed"
