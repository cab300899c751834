"""Files as people have them: encodings, delimiters, workbooks, and what is wrong with some."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from roadstead.screening.entrances import guard, importing, workbook
from roadstead.screening.entrances.errors import FileError, OutputError

from .conftest import COLUMNS, Cells, Importer, row, written


def book(path: Path, *sheets: tuple[str, list[list[object]]]) -> Path:
    """An invented workbook."""
    made = Workbook()
    made.remove(made.active)
    for title, rows in sheets:
        sheet = made.create_sheet(title)
        for cells in rows:
            sheet.append(cells)
    made.save(path)
    return path


def listed(*rows: Cells) -> list[list[object]]:
    return [list(COLUMNS), *([one.get(name) for name in COLUMNS] for one in rows)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_text_files_in_any_delimiter_and_encoding(importer: Importer, encoding: str, delimiter: str) -> None:
    text = written([row(WHERE_SCHEDK="35195", WHERE_NAME="Vitória", WHERE_CTRY="Brazil")], delimiter)
    importer.text(text.encode(encoding))
    assert importer.voyages()[0]["port"] == "BRVIX"


def test_the_heading_may_stand_lower_and_be_written_otherwise(importer: Importer) -> None:
    text = written([row()]).replace("WHERE_SCHEDK", " Where SchedK ").replace("ECDATE", "EcDate")
    importer.text("An invented list\n\n" + text)
    assert importer.voyages()[0]["voyage_id"] == 4


def test_rows_beyond_those_searched_for_the_heading_are_all_read(importer: Importer) -> None:
    assert importer.rows(*(row(VESSNAME=f"INVENTED {one}", IMO="") for one in range(100))).imported == 100


def test_a_code_wrapped_to_keep_its_zero(importer: Importer) -> None:
    changes = {"WHERE_SCHEDK": '="06768"', "WHERE_NAME": "Owen Sound, ONT", "WHERE_CTRY": "Canada"}
    assert importer.voyage(**changes)["port"] == "CAOWS"


def test_a_workbook_with_real_dates_and_numbers(importer: Importer) -> None:
    cells = row(ECDATE=date(2023, 1, 5), WHERE_SCHEDK=30765, IMO=9074729.0, TYPEDOC=0)
    path = book(importer.folder / "e.xlsx", ("Notes", [["about"]]), ("Entrances", listed(cells)))
    importer.path(path)
    (voyage,) = importer.voyages()
    assert (voyage["port"], voyage["vessel"], str(voyage["arrival_at"])[:10]) == ("VEMAR", "9074729", "2023-01-05")


def test_a_formula_is_not_believed(importer: Importer) -> None:
    path = book(importer.folder / "e.xlsx", ("S", listed(row(WHERE_SCHEDK="=30000+765"), row(GRT="=1+1"))))
    report = importer.path(path)
    assert [(one.row, one.column) for one in report.rejected_rows] == [(2, "WHERE_SCHEDK")]
    assert report.imported == 1  # a formula in a column that is not used harms nobody


def test_of_two_worksheets_one_is_named(importer: Importer) -> None:
    path = book(importer.folder / "e.xlsx", ("A", listed(row())), ("B", listed(row(), row(IMO="", VESSNAME="I"))))
    with pytest.raises(FileError, match=r"“A”, “B” all have the columns.*--sheet"):
        importer.path(path)
    assert importer.path(path, sheet="B").imported == 2
    with pytest.raises(FileError, match="no worksheet “C”; the workbook has “A”, “B”"):
        importer.path(path, sheet="C")


def test_missing_columns_are_named_with_those_there(importer: Importer) -> None:
    columns = [name for name in COLUMNS if name not in ("ECDATE", "WHERE_IND", "IMO")]
    with pytest.raises(FileError, match=r"missing: ECDATE, WHERE_IND\. The heading in row 1 has: TYPEDOC, PORT"):
        importer.text(written([row()], columns=columns))


def test_columns_that_one_can_do_without_are_reported(importer: Importer) -> None:
    report = importer.text(written([row()], columns=[name for name in COLUMNS if name not in ("IMO", "VESSNAME")]))
    assert (report.imported, set(report.absent_columns)) == (1, {"IMO", "VESSNAME"})


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "it is empty"),
        (b" \r\n\r\n", "it is empty"),
        (b"a,b\n1,2\n", "none of its first 30 rows"),
        (",".join(COLUMNS).encode(), "stands no row"),
        (b"\xd0\xcf\x11\xe0 an old workbook", "save it as .xlsx"),
        (b"PAR1\0\0\0", "neither an .xlsx workbook nor a CSV file"),
        ("ECDATE,PORT\n".encode("utf-16"), "neither an .xlsx workbook nor a CSV file"),
        (b"PK\x03\x04 not quite", "damaged or incomplete"),
        (written([row()]).encode() + b"x" * 150_000, "longer than 100,000 characters"),
        (written([row(VESSNAME="INVENTED ")]).encode().replace(b"INVENTED ", b"\x81\xe9"), "neither UTF-8 nor"),
    ],
)
def test_a_file_that_cannot_be_used_says_why_and_leaves_nothing(importer: Importer, content: bytes, words: str) -> None:
    with pytest.raises(FileError, match=words):
        importer.text(content)
    assert [path.name for path in importer.folder.iterdir()] == ["entrances.csv"]


def truncated(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def without_a_sheet(path: Path) -> None:
    rewrite(path, lambda name, content: None if name.startswith("xl/worksheets/") else content)


def with_half_a_sheet(path: Path) -> None:
    rewrite(path, lambda name, content: content[:-200] if name.startswith("xl/worksheets/") else content)


def with_entities(path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]>'
    rewrite(path, lambda name, content: bomb + content if name.startswith("xl/worksheets/") else content)


def rewrite(path: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in parts.items():
            if (changed := change(name, content)) is not None:
                packed.writestr(name, changed)


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda path: path.write_bytes(truncated(path.read_bytes())), "damaged or incomplete"),
        (without_a_sheet, "damaged or incomplete|no worksheet"),
        (with_half_a_sheet, "damaged or incomplete"),
        (with_entities, "defines XML entities"),
    ],
)
def test_a_harmed_workbook_says_so_and_leaves_nothing(
    importer: Importer, harm: Callable[[Path], None], words: str
) -> None:
    path = book(importer.folder / "e.xlsx", ("S", listed(*(row(VESSNAME=f"I {one}", IMO="") for one in range(50)))))
    harm(path)
    with pytest.raises(FileError, match=words):
        importer.path(path)
    assert [one.name for one in importer.folder.iterdir()] == ["e.xlsx"]


def test_a_workbook_that_unpacks_too_large_is_not_opened(importer: Importer, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(importer.folder / "e.xlsx", ("S", listed(row())))
    monkeypatch.setattr(guard, "LARGEST_SHEET", 1_000)
    with pytest.raises(FileError, match="unpacks to far more"):
        importer.path(path)


def test_a_sheet_that_claims_to_be_huge_is_read_as_it_is(importer: Importer) -> None:
    path = book(importer.folder / "e.xlsx", ("S", listed(row())))
    rewrite(path, lambda name, content: content.replace(b'ref="A1:W2"', b'ref="A1:XFD1048576"'))
    assert importer.path(path).imported == 1


def test_a_row_far_below_is_not_waited_for(importer: Importer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 5_000)
    path = book(importer.folder / "e.xlsx", ("S", listed(row())))
    rewrite(path, lambda name, content: content.replace(b'<row r="2"', b'<row r="999999999"'))
    with pytest.raises(FileError, match="stands no row"):
        importer.path(path)


def test_a_note_beside_the_table_moves_nothing(importer: Importer) -> None:
    rows = listed(row(), row(ECDATE="never"))
    rows[1] += [None, "a note"]
    rejects = importer.folder / "r.csv"
    report = importer.path(book(importer.folder / "e.xlsx", ("S", rows)), rejects=rejects)
    assert report.imported == 1
    assert len(rejects.read_text(encoding="utf-8-sig").splitlines()[0].split(",")) == 5 + len(COLUMNS)


def test_too_many_rows(importer: Importer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "MOST_ROWS", 2)
    with pytest.raises(FileError, match="more than 2 rows"):
        importer.rows(row(), row(), row())
    assert not importer.output.exists()


def test_what_stood_there_before_stays_when_something_goes_wrong(importer: Importer) -> None:
    importer.output.write_text("before", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        importing.run(
            importing.Request(importer.file(written([row(IMO="", VESSNAME="")] * 6_000)), importer.output), interrupt
        )
    assert importer.output.read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in importer.folder.iterdir()) == ["entrances.csv", "voyages.parquet"]


def interrupt(rows: int) -> None:
    raise KeyboardInterrupt


def test_no_file_is_written_over_one_that_is_read(importer: Importer) -> None:
    path = importer.file(written([row()]), "entrances.parquet")
    with pytest.raises(OutputError, match="its own name"):
        importer.path(path, output=path)
    with pytest.raises(OutputError, match="its own name"):
        importer.path(path, rejects=importer.output)


def test_another_ending_is_refused(importer: Importer) -> None:
    with pytest.raises(OutputError, match=r"\.parquet, \.csv or \.jsonl"):
        importer.rows(row(), output=importer.folder / "v.xlsx")
