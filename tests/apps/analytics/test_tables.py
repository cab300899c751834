"""Breakdowns, charts and the map, for one draft and for two."""

from datetime import date

from roadstead.analytics import naming, pictures, tables
from roadstead.registry.queries import PortInfo
from roadstead.screening.drafts import Draft, Put
from tests.apps.analytics.impacts import case, tally

HOUSTON = PortInfo("USHOU", "Houston", "US", "United States", "TX", 29.76, -95.36, "x", "x", "", 1)
SUEZ = PortInfo("EGSUZ", "Suez", "EG", "Egypt", "", None, None, "", "", "", 1)
PORTS = {"USHOU": HOUSTON, "EGSUZ": SUEZ}
MONTHS = (tally("2024-01", 5), tally("2024-02", 9, unclear=1))
PARTS = {
    "months": MONTHS,
    "arrival_ports": (tally("USHOU", 9), tally("USZZZ", 12), tally("not given", 2)),
    "ports": (tally("EGSUZ", 14),),
    "flags": (tally("PA", 3), tally("??", 4)),
}


def by_id(*cases: object) -> dict[str, tables.Table]:
    return {table.id: table for table in tables.tables(cases, PORTS)}


def test_names_and_order() -> None:
    found = by_id(case(**PARTS))
    assert [(row.name, row.code) for row in found["arrival_ports"].rows] == [
        ("USZZZ", ""),
        ("Houston, TX", "USHOU"),
        ("Not given", ""),
    ]
    assert [row.name for row in found["months"].rows] == ["January 2024", "February 2024"]
    assert [row.name for row in found["flags"].rows] == ["??", "Panama"]


def test_words_for_want_of_a_value_are_those_of_the_engine() -> None:
    from roadstead.screening import summary, whatif

    assert {whatif.NOT_GIVEN, summary.NO_TYPE} == {naming.NOT_GIVEN}
    assert summary.NO_ZONE == naming.NO_ZONE


def test_columns_are_those_of_which_there_is_anything_to_show() -> None:
    table = by_id(case(**PARTS))["months"]
    assert [column.measure for column in table.columns] == ["newly_caught", "newly_unknown", "voyages"]
    assert table.rows[1].numbers == (9, 1, 20)
    assert [column.measure for column in by_id(case())["months"].columns] == ["newly_caught", "voyages"]


def test_two_drafts_side_by_side() -> None:
    other = case("b", Draft(remove=(Put("NG"),)), months=(tally("2024-03", freed=7),), flags=(tally("PA", freed=50),))
    found = by_id(case(**PARTS), other)
    months = found["months"]
    assert [str(heading) for heading, _span in months.groups] == [
        "Newly caught",
        "No longer caught",
        "Cannot tell any more",
    ]
    assert [row.numbers for row in months.rows] == [(5, 0, 0, 0, 0, 0), (9, 0, 0, 0, 1, 0), (0, 0, 0, 7, 0, 0)]
    assert [row.name for row in found["flags"].rows] == ["Panama", "??"]
    assert months.changed(months.rows[2]) == {"a": 0, "b": 7}


def test_months_before_the_first_day_are_left_out() -> None:
    late = case(draft=Draft(add=(Put("EG", date(2024, 2, 20)),)), months=MONTHS)
    assert [row.key for row in by_id(late)["months"].rows] == ["2024-02"]
    assert len(by_id(late, case("b", months=MONTHS))["months"].rows) == 2


def test_long_tables_fold() -> None:
    table = by_id(case(months=MONTHS, operators=tuple(tally(f"Line {n}", 50 - n) for n in range(20))))["operators"]
    assert len(table.shown) == 8
    assert len(table.folded) == 12


def test_a_chart_says_in_words_what_it_draws() -> None:
    found = by_id(case(**PARTS))
    drawn = pictures.chart(found["months"], ["a"])
    assert drawn["labels"] == ["Jan 2024", "Feb 2024"]
    assert [series["values"] for series in drawn["series"]] == [[5, 9], [0, 1]]
    assert drawn["words"] == (
        "Chart of the arrivals changed each month: most in February 2024, 10; fewest in January 2024, 5."
    )
    bars = pictures.chart(found["arrival_ports"], ["a"])
    assert bars["words"].endswith("The largest: USZZZ, 12; Houston, TX, 9; Not given, 2.")
    assert "nothing to draw" in pictures.chart(found["zones"], ["a"])["words"]


def test_a_chart_of_two_drafts_draws_each() -> None:
    found = by_id(case(**PARTS), case("b", months=MONTHS))
    drawn = pictures.chart(found["months"], ["a", "b"])
    assert [series["values"] for series in drawn["series"]] == [[5, 10], [5, 10]]
    assert "A 10, B 10" in drawn["words"]


def test_the_map_shows_ports_with_a_position_and_countries_with_their_change() -> None:
    one = case(draft=Draft(add=(Put("EG"),), remove=(Put("NG"),)), **PARTS)
    found = pictures.world([one], tables.tables([one], PORTS), PORTS)
    assert [(point["name"], point["kind"], point["n"]) for point in found["points"]] == [("Houston, TX", "us", 9)]
    assert {entry["iso"]: entry["change"] for entry in found["countries"]} == {"EG": "add", "NG": "remove"}
