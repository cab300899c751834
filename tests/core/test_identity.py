"""Identifiers: read, checked, and refused in words that help."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadstead.core.identity import (
    IdentityError,
    facility_number,
    near_number,
    parse_country,
    parse_locode,
    parse_ship_number,
    printed_numbers,
)
from tests.core.strategies import BOOK, SHORT


@pytest.mark.parametrize("number", ["9074729", "9176187", "9811000", "8814275", "7406784", "9319466"])
def test_numbers_of_real_ships_are_read(number: str) -> None:
    assert parse_ship_number(number) == number


@pytest.mark.parametrize("text", [" 9074729 ", "IMO9074729", "IMO 9074729", "imo 9074729"])
def test_a_ships_number_is_read_with_its_prefix(text: str) -> None:
    assert parse_ship_number(text) == "9074729"


@pytest.mark.parametrize("place", range(7))
def test_one_wrong_digit_is_found_and_the_check_digit_named(place: int) -> None:
    # The weights 5 and 2 (with 10) let some slips by; a step of one is always found.
    digits = list("9074729")
    digits[place] = str((int(digits[place]) + 1) % 10)
    with pytest.raises(IdentityError, match=r"check digit should be \d, not \d"):
        parse_ship_number("".join(digits))


@pytest.mark.parametrize(
    "text", ["", "907472", "90747290", "IMO", "９０７４７２９", "907472x", "-9074729", "9074729.0"]
)
def test_what_is_no_ships_number_is_refused(text: str) -> None:
    with pytest.raises(IdentityError, match="seven digits"):
        parse_ship_number(text)


@pytest.mark.parametrize("text", ["USHOU", "us hou", " USHOU ", "Us Hou"])
def test_a_locode_is_read_in_every_usual_form(text: str) -> None:
    assert parse_locode(text) == "USHOU"


@pytest.mark.parametrize("text", ["AUM32", "XZ2L3"])
def test_a_locode_may_hold_the_digits_two_to_nine(text: str) -> None:
    assert parse_locode(text) == text


@pytest.mark.parametrize("text", ["", "US", "USHO", "USHOUS", "US-HOU", "U SHOU", "US1OU", "US0OU", "ÜSHOU", "ßHOU"])
def test_what_is_no_locode_is_refused(text: str) -> None:
    with pytest.raises(IdentityError, match="UN/LOCODE"):
        parse_locode(text)


def test_a_locode_in_no_country_is_refused() -> None:
    with pytest.raises(IdentityError, match="begins with QQ"):
        parse_locode("QQHOU")


@pytest.mark.parametrize(("text", "code"), [("dj", "DJ"), (" PA ", "PA"), ("XK", "XK"), ("CS", "CS")])
def test_a_country_is_read(text: str, code: str) -> None:
    assert parse_country(text) == code


@pytest.mark.parametrize("text", ["", "UK", "EU", "ZZ", "USA", "Panama", "ß", "ﬁ", "ıq", "ＤＪ"])
def test_what_is_no_country_is_refused(text: str) -> None:
    with pytest.raises(IdentityError, match="ISO 3166-1"):
        parse_country(text)


@pytest.mark.parametrize("text", ["a\u202eb", "x\x1b[31m", "\ud800", "y" * 10_000])
@pytest.mark.parametrize("parse", [parse_country, parse_locode, parse_ship_number])
def test_a_message_repeats_a_value_only_in_safe_form(parse: object, text: str) -> None:
    with pytest.raises(IdentityError) as caught:
        parse(text)  # type: ignore[operator]
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize("text", ["NGAPP-0001", "ngapp-0001", "  NGAPP-0001 ", "CM394-0001"])
def test_a_facilitys_number_is_read(text: str) -> None:
    assert facility_number(text) == text.strip().upper()


@pytest.mark.parametrize("text", ["", "NGAPP0001", "NGAPP-001", "NGAPP-00001", "NGAPP–0001", "NG-APP-0001", "quay"])
def test_a_malformed_number_is_not_mended_in_silence(text: str) -> None:
    assert facility_number(text) is None


@pytest.mark.parametrize("text", ["NGAPP0001", "ng app 0001", "NGAPP-1", "NGAPP_001", "NGAPP–0001", "NGAPP / 01"])
def test_what_a_malformed_number_was_meant_to_be_is_guessed(text: str) -> None:
    assert near_number(text) == "NGAPP-0001"


@pytest.mark.parametrize("text", ["", "quay 7", "NGAPP", "0001", "NGAPP-00001", "Doraleh Container Terminal"])
def test_what_resembles_no_number_gives_no_guess(text: str) -> None:
    assert near_number(text) is None


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("NGAPP-0001", (("NGAPP-0001", True),)),
        ("GQ362-0001/0002", (("GQ362-0001", True), ("GQ362-0002", True))),
        ("IDBDJ-0001/0002", (("IDBDJ-0001", True), ("IDBDJ-0002", True))),
        ("IDTPP0001", (("IDTPP-0001", True),)),
        ("NG663-001", (("NG663-0001", False),)),
        ("NG663-0001?", (("NG663-0001", False),)),
        ("IMO number not listed", ()),
        ("", ()),
    ],
)
def test_numbers_as_advisories_printed_them_are_read(printed: str, numbers: tuple[tuple[str, bool], ...]) -> None:
    assert printed_numbers(printed) == numbers


def test_every_printed_number_of_the_rule_book_reads_as_recorded() -> None:
    for facility in BOOK.facilities:
        for number in facility.numbers:
            assert (number.normalised, number.certain) in printed_numbers(number.printed), facility.key


@SHORT
@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    for parse in (parse_country, parse_locode, parse_ship_number):
        try:
            code = parse(text)
        except IdentityError:
            continue
        assert parse(code) == code
        assert code.isascii()
    number = facility_number(text)
    assert number is None or near_number(number) == number
