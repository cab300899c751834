"""Rows left out: which, why, and how they come back."""

import csv
import io
from pathlib import Path

import pytest

from .conftest import Importer, row, written


@pytest.mark.parametrize(
    ("changes", "column", "words"),
    [
        ({"ECDATE": ""}, "ECDATE", "blank"),
        ({"ECDATE": "2023-02-30"}, "ECDATE", "no day of the calendar"),
        ({"ECDATE": "13/05/2023"}, "ECDATE", "no day of the calendar"),
        ({"ECDATE": "40112"}, "ECDATE", "2004-01-12 (YYMMDD without its zero) or 2009-10-26"),
        ({"ECDATE": "1923-01-05"}, "ECDATE", "outside 1970 to 2069"),
        ({"ECDATE": "=A1"}, "ECDATE", "formula"),
        ({"TYPEDOC": "1"}, "TYPEDOC", "clearance"),
        ({"WHERE_IND": "X"}, "WHERE_IND", "neither F"),
        ({"WHERE_SCHEDK": "", "WHERE_CTRY": ""}, "WHERE_SCHEDK", "neither a code nor a country"),
        ({"WHERE_SCHEDK": "99900", "WHERE_NAME": "High Seas", "WHERE_CTRY": "Unknown"}, "WHERE_SCHEDK", "no country"),
        ({"WHERE_SCHEDK": "3", "WHERE_CTRY": ""}, "WHERE_SCHEDK", "WHERE_CTRY is blank"),
        ({"WHERE_CTRY": "Colombia"}, "WHERE_CTRY", "lies in Venezuela"),
        ({"WHERE_SCHEDK": "27700", "WHERE_NAME": "", "WHERE_CTRY": "Neth Antilles"}, "WHERE_SCHEDK", "Curaçao or Sint"),
        ({"WHERE_IND": "D"}, "WHERE_CTRY", "from a US port"),
    ],
)
def test_a_row_is_left_out_with_its_reason(
    importer: Importer, changes: dict[str, object], column: str, words: str
) -> None:
    found, why = importer.refusal(**changes)
    assert found == column
    assert words in why


def test_the_row_is_numbered_as_an_editor_does(importer: Importer) -> None:
    report = importer.rows(row(), row(IMO="", VESSNAME="INVENTED TWO", ECDATE="never"))
    (left_out,) = report.rejected_rows
    assert (left_out.row, left_out.value) == (3, "never")
    assert (report.read, report.imported, report.rejected) == (2, 1, 1)


def test_a_repetition_is_left_out_and_another_last_port_is_not(importer: Importer) -> None:
    report = importer.rows(row(), row(), row(WHERE_SCHEDK="30100", WHERE_NAME="", WHERE_CTRY="Colombia"))
    (left_out,) = report.rejected_rows
    assert (left_out.row, left_out.why) == (3, "it repeats row 2: the same ship, day, port and last port")
    assert (report.imported, report.same_day) == (2, 1)


def test_ships_without_a_name_and_number_repeat_nothing(importer: Importer) -> None:
    assert importer.rows(row(IMO="", VESSNAME=""), row(IMO="", VESSNAME="")).imported == 2


def test_cells_that_moved_are_not_read(importer: Importer) -> None:
    lines = written([row(), row(VESSNAME="INVENTED TWO")]).splitlines()
    lines[2] = lines[2].replace('"Houston, TX"', "Houston, TX")
    (left_out,) = importer.text("\n".join(lines)).rejected_rows
    assert "24 cells, the heading 23" in left_out.why


def test_an_open_quotation_mark_does_not_swallow_rows_in_silence(importer: Importer) -> None:
    text = written([row(), row(VESSNAME="INVENTED TWO", IMO="")]).replace("INVENTED ONE", '"INVENTED ONE', 1)
    (left_out,) = importer.text(text).rejected_rows
    assert "lines 2 to 3 read as one row" in left_out.why


def test_the_rows_left_out_can_be_mended_and_read_again(importer: Importer) -> None:
    rejects = importer.folder / "rejects.csv"
    importer.rows(row(), row(ECDATE="never"), row(ECDATE="5/1", VESSNAME="+INVENTED"), rejects=rejects)
    text = rejects.read_text(encoding="utf-8-sig")
    assert text.splitlines()[1].startswith("3,ECDATE,never,this is no day of the calendar,")
    assert "'+INVENTED" in text  # no spreadsheet runs it
    again = importer.folder / "again.csv"
    report = importer.path(importer.file(text.replace("never", "2023-01-06"), "mended.csv"), rejects=again)
    assert report.imported == 1
    assert importer.voyages()[0]["voyage_id"] == 3  # as in the first file
    (row_again,) = csv.DictReader(io.StringIO(again.read_text(encoding="utf-8-sig")))
    assert (row_again["REJECTED_ROW"], row_again["VESSNAME"]) == ("4", "'+INVENTED")


def test_nothing_left_out_leaves_a_list_of_nothing(importer: Importer, tmp_path: Path) -> None:
    rejects = tmp_path / "rejects.csv"
    rejects.write_text("of an earlier import", encoding="utf-8")
    importer.rows(row(), rejects=rejects)
    assert len(rejects.read_text(encoding="utf-8-sig").splitlines()) == 1


def test_a_value_is_repeated_safely(importer: Importer) -> None:
    (left_out,) = importer.rows(row(ECDATE="\x1b[31m" + "9" * 200)).rejected_rows
    assert "\x1b" not in left_out.value
    assert len(left_out.value) < 80
