"""What cells of an export say: positions, days, answers, numbers."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from roadstead.registry.importing import positions, values
from roadstead.registry.importing.columns import Formula
from roadstead.registry.importing.errors import CellError

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("491722N", "49.28700"),
        ("062600S", "-6.43333"),
        ("000000N", "0.00000"),
        (" 49 1722 n ", "49.28700"),
        ("-1.29", "-1.29000"),
        ("6", "6.00000"),
    ],
)
def test_a_latitude_is_degrees_and_decimal_minutes(text: str, degrees: str) -> None:
    assert positions.latitude(text) == Decimal(degrees)


@pytest.mark.parametrize(
    ("text", "degrees"),
    [("1230722W", "-123.12033"), ("0330722E", "33.12033"), ("033700E", "3.61667"), ("-3.5", "-3.5")],
)
def test_a_longitude_has_two_or_three_digits_of_degrees(text: str, degrees: str) -> None:
    assert positions.longitude(text) == Decimal(degrees)


@pytest.mark.parametrize("text", ["496022N", "910000N", "491722", "491722E", "N491722", "91", "4917.22N", "=1+1"])
def test_what_is_no_latitude_is_refused(text: str) -> None:
    with pytest.raises(CellError, match="a latitude looks like 491722N"):
        positions.latitude(text)


@pytest.mark.parametrize("text", ["1810000E", "0336000E", "181", "0330722N"])
def test_what_is_no_longitude_is_refused(text: str) -> None:
    with pytest.raises(CellError, match="a longitude looks like"):
        positions.longitude(text)


@pytest.mark.parametrize(
    "cell", ["03/05/2020", "3/5/2020", "2020-05-03", "03/05/2020 00:00", datetime(2020, 5, 3), date(2020, 5, 3)]
)
def test_a_day_is_day_month_year(cell: object) -> None:
    assert values.day(cell, TODAY) == date(2020, 5, 3)


@pytest.mark.parametrize("cell", ["", None, " - ", "N/A"])
def test_a_blank_cell_says_nothing(cell: object) -> None:
    assert values.day(cell, TODAY) is None
    assert values.answer(cell) == ""


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("31/02/2020", "there is no day"),
        ("05/13/2020", "there is no day"),
        ("soon", "is no day"),
        ("24/11/2026", "is yet to come"),
        ("01/01/1900", "long before"),
        (43_831, "is no day"),
        (Formula("=TODAY()"), "formula"),
    ],
)
def test_an_impossible_day_is_refused(cell: object, why: str) -> None:
    with pytest.raises(CellError, match=why):
        values.day(cell, TODAY)


@pytest.mark.parametrize(("cell", "said"), [("Yes", "yes"), ("NO", "no"), ("y", "yes"), (True, "yes"), (False, "no")])
def test_an_answer_is_yes_or_no(cell: object, said: str) -> None:
    assert values.answer(cell) == said


def test_an_answer_that_is_neither_is_refused() -> None:
    with pytest.raises(CellError, match="neither Yes nor No"):
        values.answer("perhaps")


def test_a_number_is_tidied_and_checked() -> None:
    assert values.number(" ngapp-0001 ") == "NGAPP-0001"
    for wrong in ("", "NGAPP0001", "NGAPP-001", "N1APP-0001", "NGAPP-00011"):
        with pytest.raises(CellError):
            values.number(wrong)


@pytest.mark.parametrize("cell", ['=HYPERLINK("x")', "@SUM(1)", Formula("=1")])
def test_a_formula_is_no_text(cell: object) -> None:
    with pytest.raises(CellError, match="formula"):
        values.text(cell, 200)


@pytest.mark.parametrize("name", ["Ṭanja المتوسط", "港口设施", "Порт", "Mayagüez", "ท่าเรือ"])
def test_names_of_every_script_stay(name: str) -> None:
    assert values.text(f"  {name}\u202e\n ", 200) == name


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(CellError, match="more than the 200"):
        values.text("x" * 201, 200)
