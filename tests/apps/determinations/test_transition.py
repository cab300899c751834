"""What a decision does to ships, and who is told when: kept in the case, signed with it, done after it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadstead.accounts.roles import Role
from roadstead.determinations import bridge, traffic
from roadstead.determinations.actions.counting import keep_count
from roadstead.determinations.actions.shape import CaseError
from roadstead.determinations.actions.signing import lacking
from roadstead.determinations.actions.telling import plan_telling, telling_done, unplan_telling
from roadstead.determinations.enums import CaseState, Effect, Part
from roadstead.determinations.queries.cases import signatures, whole
from roadstead.determinations.traffic import Counted, draft_of
from tests.apps.determinations.making import BEFORE, fresh, officer, opened, ready, ready_for, signed, three
from tests.people import client_of, holder

pytestmark = pytest.mark.django_db
COUNTED = Counted("add:NG", "Invented voyages", True, 8000, 120, 90, 0, 12, 80, None, None, "sha256:" + "0" * 64)


@pytest.mark.parametrize(
    ("effect", "facilities", "draft"),
    [
        ("list", [], "add:NG"),
        ("delist", [], "remove:NG"),
        ("except", ["NGAPP-0001", "Quay: 50%;"], "except:NG:NGAPP-0001;except:NG:Quay%3A 50%25%3B"),
        ("withdraw", ["NGAPP-0001"], ""),
    ],
)
def test_the_draft_is_what_the_what_if_reads(effect: str, facilities: list[str], draft: str) -> None:
    from roadstead.analytics import typed

    assert draft_of(effect, "NG", facilities) == draft
    assert typed.write(typed.read(draft)) == draft
    assert not typed.read(draft).unread


@pytest.mark.parametrize("effect", ["list", "delist"])
def test_the_draft_of_a_case_about_a_port_or_a_facility_is_about_no_more(effect: str) -> None:
    from roadstead.analytics import typed

    draft = draft_of(effect, "GH", [], date(2026, 7, 1), ["GHTEM", "Quay: 1"])
    assert draft == f"since:2026-07-01;{effect}:GH:GHTEM;{effect}:GH:Quay%3A 1"
    assert typed.write(typed.read(draft)) == draft
    assert not typed.read(draft).unread
    assert draft_of(effect, "GH", [], None, []) == ""


def test_nobody_signs_a_listing_before_ships_were_thought_of() -> None:
    by = officer()
    case = opened(by)
    told = " ".join(lacking(case))
    assert "not counted yet" in told
    assert "transition plan is empty" in told
    told = " ".join(lacking(opened(by, Effect.DELIST)))
    assert "transition plan" not in told


def test_count_and_plan_are_part_of_what_is_signed() -> None:
    by = officer()
    case = signed(ready(by), Part.PROPOSER, by)
    case = keep_count(case=case, revision=case.revision, counted=COUNTED, by=by)
    assert signatures(case) == []
    case = signed(case, Part.PROPOSER, by)
    plan_telling(case=case, revision=case.revision, recipient="Agents", on=date(2026, 7, 2), told_by="Sector", by=by)
    case = fresh(case, by)
    assert signatures(case) == []
    case = signed(case, Part.PROPOSER, by)
    case = unplan_telling(case=case, revision=case.revision, number=2, by=by)
    assert signatures(case) == []


def test_a_line_is_done_after_the_signature_and_leaves_it() -> None:
    by = officer()
    case = three(ready(by), by)
    digest = bridge.digest(whole(case))
    with pytest.raises(CaseError, match="still to come"):
        telling_done(case=case, revision=case.revision, number=1, on=date(2026, 7, 1), by=by)
    case = telling_done(case=case, revision=case.revision, number=1, on=date(2026, 6, 1), by=by)
    assert (case.state, bridge.digest(whole(case))) == (CaseState.SIGNED, digest)
    with pytest.raises(CaseError, match="done already"):
        unplan_telling(case=case, revision=case.revision, number=1, by=by)


def test_what_was_counted_stands_on_the_page_with_the_way_to_the_what_if() -> None:
    by = officer()
    case = ready_for(opened(by), by, BEFORE)
    keep_count(case=case, revision=case.revision, counted=COUNTED, by=by)
    shown = client_of(holder(Role.ANALYST, name="Ada Analyst")).get(f"/desk/cases/{case.pk}/").content.decode()
    assert "90 would be caught that are not now" in shown
    assert "which are invented" in shown
    assert "/desk/what-if/?a=add:NG" in shown
    assert "Ships at sea (invented)" in shown


def test_without_voyages_it_says_so_and_asks_why(tmp_path: Path, settings: Any) -> None:
    settings.DATA_DIR = tmp_path
    case = opened(officer(), Effect.LIST)
    desk = client_of(holder(Role.HEADQUARTERS, name="Hedda"))
    answer = desk.post(f"/desk/cases/{case.pk}/ships/", {"revision": case.revision})
    assert answer.status_code == 422
    assert "on the list already" in answer.content.decode() or "No voyages are on record" in answer.content.decode()
    with pytest.raises(ValueError, match="twice"):
        traffic.register(lambda draft: COUNTED)
