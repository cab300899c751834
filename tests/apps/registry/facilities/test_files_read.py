"""Exports in every kind of file that a spreadsheet writes, and files that are none."""

import contextlib
import io
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadstead.registry.importing.errors import UnreadableError
from roadstead.registry.importing.rows import Row, read
from tests.apps.registry.facilities.made import HEADING, ROW, export, row, workbook

TODAY = date(2026, 11, 23)


def rows(stream: io.BytesIO) -> list[Row]:
    return list(read(stream, TODAY).rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_every_encoding_and_mark_is_read(encoding: str, mark: str) -> None:
    (found,) = rows(export(row(Facility_Name="Mayagüez, quai n° 2 (invented)"), encoding=encoding, mark=mark))
    assert found.name == "Mayagüez, quai n° 2 (invented)"
    assert found.rejected == []
    assert found.values["latitude"] == "6.43333"
    assert found.values["reviewed_on"] == "2025-03-15"
    assert found.values["plan_approved"] == "yes"
    assert "withdrawn_on" not in found.values, "a blank cell says nothing"


def test_a_workbook_is_read_with_its_days_and_without_its_formulas() -> None:
    cells = list(ROW.values())
    cells[HEADING.index("Review Date")] = datetime(2025, 3, 15)
    formula = list(ROW.values())
    formula[HEADING.index("Facility Name")] = '=CONCATENATE("a","b")'
    good, bad = rows(workbook(cells, formula))
    assert (good.line, good.values["reviewed_on"], good.rejected) == (2, "2025-03-15", [])
    assert (bad.line, bad.rejected) == (3, [("Facility Name", "the cell holds a formula; put its value there")])


def test_columns_may_come_in_any_order_below_a_title_and_some_may_lack() -> None:
    heading = "Exported for a test\n\nFacility Name;IMO Port Facility Number;Something else\n"
    found = read(io.BytesIO(f"{heading}Quay (invented);NGAPP-0001;x\n".encode()), TODAY)
    (one,) = found.rows
    assert (one.line, one.name, one.values) == (4, "Quay (invented)", {"name": "Quay (invented)", "country": "NG"})
    assert "Latitude" in found.heading.absent


def test_wrong_rows_are_told_one_by_one_and_the_good_ones_stand() -> None:
    found = rows(
        export(
            row(),
            row(IMO_Port_Facility_Number="NGAPP1"),
            row(Review_Date="31/02/2025"),
            row(Latitude="996600N"),
            row(Latitude=""),
            row(Country_Code="GH"),
            row(Facility_Name=""),
            row(Plan_Approved="maybe"),
        )
    )
    assert [bool(one.rejected) for one in found] == [False] + [True] * 7
    assert [one.line for one in found] == list(range(2, 10))
    assert [one.rejected[0][0] for one in found[1:]] == [
        "IMO Port Facility Number",
        "Review Date",
        "Latitude",
        "Latitude",
        "Country Code",
        "Facility Name",
        "Plan Approved?",
    ]


def test_a_quotation_mark_that_is_not_closed_swallows_no_rows_unseen() -> None:
    body = export(*[row(IMO_Port_Facility_Number=f"NGAPP-{n:04}") for n in range(40)]).getvalue()
    lines = body.split(b"\n")
    lines[3] = lines[3].replace(b"Example", b'"Example', 1).replace(b",Example", b',"Example')
    found = rows(io.BytesIO(b"\n".join(lines)))
    assert found[-1].rejected[0][1].endswith("a quotation mark is not closed")


def test_a_row_with_more_cells_than_the_heading_is_refused() -> None:
    body = export(row()).getvalue().rstrip() + b",beyond\n"
    (one,) = rows(io.BytesIO(body))
    assert "more cells than the heading" in one.rejected[0][1]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "is empty"),
        (b"   \n", "is empty"),
        (b"a,b\n1,2\n", "“IMO Port Facility Number”"),
        (b"\xd0\xcf\x11\xe0 old", "save it as .xlsx"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"\x81\x8d\x8f\x90 no text", "neither an .xlsx workbook nor text"),
        (b"%PDF-1.7\n", "No row of the first"),
    ],
)
def test_a_file_that_is_no_export_is_one_clear_message(body: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        rows(io.BytesIO(body))


@given(st.lists(st.tuples(st.integers(0, 1_500), st.integers(0, 255)), min_size=1, max_size=12))
def test_noise_never_breaks_the_reader(noise: list[tuple[int, int]]) -> None:
    body = bytearray(export(*[row()] * 5).getvalue())
    for place, byte in noise:
        body[place % len(body)] = byte
    with contextlib.suppress(UnreadableError):
        rows(io.BytesIO(bytes(body)))


def test_a_hundred_thousand_rows_come_one_at_a_time() -> None:
    line = export(row()).getvalue().split(b"\n")[1]
    body = export().getvalue() + b"\n".join([line] * 100_000)
    assert sum(1 for _ in read(io.BytesIO(body), TODAY).rows) == 100_000
