"""Names as people type them, and how a berth compares with a printed facility."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadstead.core.advisory import Facility, FacilityNumber
from roadstead.core.matching import FacilityIndex, match_all, unreadable
from roadstead.core.names import fold, is_near
from roadstead.core.notice import Berth
from roadstead.core.truth import NO, UNKNOWN, YES
from tests.core.strategies import BOOK, SHORT

NUMBERED = Facility(
    "XX-1", "NG", "APM Terminal", ("APP AP Moller Terminal",), (FacilityNumber("NGAPP-0001", "NGAPP-0001"),)
)
GUESSED = Facility("XX-2", "NG", "Bonny Offshore", (), (FacilityNumber("NG663-001", "NG663-0001", certain=False),))
NAMED = Facility("XX-3", "DJ", "Doraleh Container Terminal")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Société Nationale de Raffinage (SONARA)", "societe nationale de raffinage sonara"),
        ("  K-5   Oil\tCenter ", "k 5 oil center"),
        ("TIN P&CH Terminal C", "tin p ch terminal c"),
        ("STRASSE straße", "strasse strasse"),
        ("ＦＳＯ Ｙｏｈｏ", "fso yoho"),
        ("ميناء", "ميناء"),
        ("---", ""),
        ("", ""),
    ],
)
def test_a_name_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@SHORT
@given(st.text(max_size=200))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("given_name", "known"),
    [
        ("doraleh contaner terminal", "doraleh container terminal"),
        ("doraleh", "doraleh container terminal"),
        ("port of toamasina", "toamasina"),
        ("luba freeport", "luba"),
        ("apm terminals", "apm terminal"),
        ("guantanamo bay", "us naval station guantanamo bay"),
    ],
)
def test_slips_and_parts_of_a_name_are_near(given_name: str, known: str) -> None:
    assert is_near(given_name, known)


@pytest.mark.parametrize(
    ("given_name", "known"),
    [
        ("terminal", "doraleh container terminal"),
        ("port of the", "port of monrovia"),
        ("container terminal", "doraleh container terminal"),
        ("old cargo pier", "doraleh container terminal"),
        ("", "luba"),
    ],
)
def test_words_that_any_place_may_have_are_not_near(given_name: str, known: str) -> None:
    assert not is_near(given_name, known)


def test_the_terminals_usual_name_with_its_port_is_near_the_printed_one() -> None:
    assert is_near("apm terminals apapa", "apm terminal")


@pytest.mark.parametrize(
    ("facility", "berth", "truth", "how"),
    [
        (NUMBERED, Berth("NGAPP-0001"), YES, "number"),
        (NUMBERED, Berth("ngapp-0001", "anything"), YES, "number"),
        (NUMBERED, Berth(None, "apm TERMINAL"), YES, "name"),
        (NUMBERED, Berth(None, "App. A.P. Moller Terminal"), UNKNOWN, "near_name"),
        (NUMBERED, Berth("APM Terminal"), YES, "name"),
        (NUMBERED, Berth("NGAPP0001"), UNKNOWN, "near_number"),
        (NUMBERED, Berth("NGAPP0001", "APM Terminal"), YES, "name"),
        (NUMBERED, Berth("NGAPP-0002", "APM Terminal"), UNKNOWN, "contradiction"),
        (NUMBERED, Berth("NGAPP-0002", "APM Terminl"), NO, "none"),
        (NUMBERED, Berth("NGAPP-0002"), NO, "none"),
        (NUMBERED, Berth("quay 7"), NO, "none"),
        (GUESSED, Berth("NG663-001"), YES, "number"),
        (GUESSED, Berth("NG663-0001"), UNKNOWN, "near_number"),
        (GUESSED, Berth("NG6630001"), UNKNOWN, "near_number"),
        (NAMED, Berth("DJJIB-0002", "Doraleh Container Terminal"), YES, "name"),
        (NAMED, Berth("DJJIB-0002", "Doraleh"), UNKNOWN, "near_name"),
        (NAMED, Berth("DJJIB-0002"), NO, "none"),
    ],
)
def test_a_berth_is_compared_with_a_facility(facility: Facility, berth: Berth, truth: str, how: str) -> None:
    match = FacilityIndex(facility).match(berth)
    assert (match.truth, match.how) == (truth, how)


def test_a_sure_match_puts_near_ones_aside() -> None:
    indexes = [FacilityIndex(facility) for facility in (NAMED, Facility("XX-4", "DJ", "Doraleh"))]
    assert [match.truth for match in match_all(Berth(None, "Doraleh"), indexes)] == [NO, YES]


@pytest.mark.parametrize(
    ("berth", "answer"),
    [
        (Berth("quay 7"), True),
        (Berth("quay 7", "Doraleh"), False),
        (Berth("NGAPP-0001"), False),
        (Berth(None, "quay 7"), False),
    ],
)
def test_a_number_that_cannot_be_read_and_has_no_name_beside_it_is_unreadable(berth: Berth, answer: bool) -> None:
    assert unreadable(berth) is answer


@pytest.mark.parametrize("facility", BOOK.facilities, ids=lambda facility: facility.key)
def test_every_facility_of_the_rule_book_matches_by_all_its_names_and_numbers(facility: Facility) -> None:
    index = FacilityIndex(facility)
    for name in (facility.name, *facility.other_names):
        assert index.match(Berth(None, name)).truth is YES
        assert index.match(Berth(name, None)).truth is YES
    for number in facility.numbers:
        assert index.match(Berth(number.printed)).truth is YES
        if number.normalised and number.certain:
            assert index.match(Berth(number.normalised)).truth is YES


def test_no_facility_of_the_rule_book_surely_matches_another_of_its_country() -> None:
    for facility in BOOK.facilities:
        for other in BOOK.facilities:
            if other.country == facility.country and other is not facility:
                assert FacilityIndex(facility).match(Berth(None, other.name)).truth is not YES
