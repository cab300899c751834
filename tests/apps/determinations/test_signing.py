"""Three people, each for their part, over exactly what they were shown."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from roadstead.determinations import bridge
from roadstead.determinations.actions.gathering import put_out, take_source
from roadstead.determinations.actions.opening import change_case
from roadstead.determinations.actions.publishing import case_published
from roadstead.determinations.actions.shape import CaseError, StaleCaseError
from roadstead.determinations.actions.signing import lacking, sign_case, withdraw_signature
from roadstead.determinations.enums import CaseState, Part
from roadstead.determinations.queries.cases import ended_signatures, signatures, whole
from roadstead.determinations.source import Source
from tests.apps.determinations.making import DRAFT, analyst, dated, fresh, headquarters, officer, opened, ready, signed

pytestmark = pytest.mark.django_db


def test_three_people_sign_in_order() -> None:
    by, second, third = officer(), analyst(), headquarters()
    case = ready(by)
    case = signed(case, Part.PROPOSER, by)
    case = signed(case, Part.REVIEWER, second)
    assert case.state == CaseState.OPEN
    case = signed(case, Part.SIGNER, third)
    assert case.state == CaseState.SIGNED
    assert [one.part for one in signatures(case)] == list(Part)


def test_nobody_does_two_parts() -> None:
    one = headquarters()
    case = signed(ready(one), Part.PROPOSER, one)
    with pytest.raises(CaseError, match="Three people"):
        signed(case, Part.REVIEWER, one)
    case = signed(case, Part.REVIEWER, analyst())
    with pytest.raises(CaseError, match="Three people"):
        signed(case, Part.SIGNER, one)


def test_nobody_signs_out_of_turn_or_without_the_right() -> None:
    by = officer()
    case = ready(by)
    with pytest.raises(CaseError, match="First somebody"):
        signed(case, Part.SIGNER, headquarters())
    with pytest.raises(PermissionDenied):
        signed(case, Part.REVIEWER, by)
    case = signed(case, Part.PROPOSER, by)
    case = signed(case, Part.REVIEWER, analyst())
    with pytest.raises(PermissionDenied):
        signed(case, Part.SIGNER, analyst("Rolf Reviewer"))


def test_a_signature_is_void_when_what_it_signed_changes() -> None:
    by, second, third = officer(), analyst(), headquarters()
    case = signed(signed(signed(ready(by), Part.PROPOSER, by), Part.REVIEWER, second), Part.SIGNER, third)
    case = change_case(case=case, revision=case.revision, draft=replace(DRAFT, finding="Other words."), by=by)
    assert case.state == CaseState.OPEN
    assert signatures(case) == []
    assert [one.void_why for one in ended_signatures(case)] == ["What was signed has changed."] * 3


@pytest.mark.parametrize("what", ["source in", "source out", "day"])
def test_every_fact_of_the_case_is_signed(what: str) -> None:
    by = officer()
    case = signed(ready(by), Part.PROPOSER, by)
    if what == "source in":
        words = Source("Another", "More words.", "Elsewhere", date(2026, 1, 3))
        take_source(case=case, revision=case.revision, source=words, by=by)
    elif what == "source out":
        put_out(case=case, revision=case.revision, number=1, why="It was wrong.", by=by)
    else:
        dated(case, by, review=date(2026, 4, 25))
    assert signatures(fresh(case, by)) == []


def test_days_that_follow_the_signature_leave_it() -> None:
    by, second, third = officer(), analyst(), headquarters()
    case = signed(signed(signed(ready(by), Part.PROPOSER, by), Part.REVIEWER, second), Part.SIGNER, third)
    case = dated(case, by, decision=date(2026, 5, 1), federal_register=date(2026, 5, 4))
    assert case.state == CaseState.SIGNED
    assert len(signatures(case)) == 3


def test_who_signs_signs_what_they_were_shown() -> None:
    by = officer()
    case = ready(by)
    shown = bridge.digest(whole(case))
    words = Source("Another", "More words.", "Elsewhere", date(2026, 1, 3))
    take_source(case=case, revision=case.revision, source=words, by=by)
    with pytest.raises(StaleCaseError):
        sign_case(case=case, part=Part.PROPOSER, digest=shown, by=by)
    assert signatures(fresh(case, by)) == []


def test_an_unfinished_case_says_what_is_missing() -> None:
    by = officer()
    case = opened(by)
    said = " ".join(lacking(case))
    assert "“Finding” has no day yet." in said
    assert "rests on nothing" in said
    with pytest.raises(CaseError, match="no day yet"):
        signed(case, Part.PROPOSER, by)


def test_one_takes_the_own_signature_back_and_with_it_the_later_ones() -> None:
    by, second = officer(), analyst()
    case = signed(signed(ready(by), Part.PROPOSER, by), Part.REVIEWER, second)
    case = withdraw_signature(case=case, why="I saw something.", by=by)
    assert signatures(case) == []
    assert signed(case, Part.PROPOSER, by).state == CaseState.OPEN


def test_only_a_signed_case_is_published_and_then_stays() -> None:
    by, second, third = officer(), analyst(), headquarters()
    case = ready(by)
    with pytest.raises(CaseError, match="Only a signed case"):
        case_published(case=case, edition="2026-05-04-psa-1-26", by=third)
    case = signed(signed(signed(case, Part.PROPOSER, by), Part.REVIEWER, second), Part.SIGNER, third)
    case = case_published(case=case, edition="2026-05-04-psa-1-26", by=third)
    assert (case.state, case.edition) == (CaseState.PUBLISHED, "2026-05-04-psa-1-26")
    with pytest.raises(CaseError, match="over"):
        withdraw_signature(case=case, why="Too late.", by=third)
