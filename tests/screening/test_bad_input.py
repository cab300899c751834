"""What is wrong with an input is said in one sentence, and nothing is left behind."""

import gzip
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from roadstead.rulebook import loader
from roadstead.screening import layout, lines
from roadstead.screening.errors import ScreeningError

from .conftest import Row, Screening, table, voyages, with_column
from .test_inputs import CSV, as_csv, as_lines


@pytest.fixture
def refusal(screen: Screening) -> Callable[..., str]:
    """What is said of an input that cannot be screened; fails where it is, or leaves anything."""

    def said(voyages: Path | str, **options: Any) -> str:
        with pytest.raises(ScreeningError) as raised:
            screen(voyages, **options)
        assert screen.left() == []
        return str(raised.value).replace(str(screen.folder) + "/", "")

    return said


def changed(**values: object) -> list[Row]:
    """The voyages, with the third row changed: voyage 2, call 1."""
    rows = voyages()
    return [*rows[:2], rows[2] | values, *rows[3:]]


# Columns


def test_a_missing_column_is_named_with_those_there(screen: Screening, refusal: Callable[..., str]) -> None:
    whole = table(voyages())
    said = refusal(screen.file(whole.drop_columns(["departed_at"])))
    assert said.startswith("voyages.parquet lacks the column departed_at. It has: voyage_id, arrival_port, ")
    assert "lacks the columns country, facility." in refusal(screen.file(whole.drop_columns(["country", "facility"])))


@pytest.mark.parametrize(
    ("name", "to", "words"),
    [
        ("departed_at", pa.string(), "the column departed_at should hold a timestamp, but is string."),
        ("arrival_at", pa.date32(), "but is date32[day]; a day alone is no time, write 2019-06-01T00:00:00Z."),
        ("voyage_id", pa.float64(), "the column voyage_id should hold a whole number or text, but is double."),
        ("call_no", pa.string(), "the column call_no should hold a whole number, but is string."),
        ("logged", pa.int8(), "the column logged should hold true or false, but is int8."),
        ("country", pa.binary(), "the column country should hold text, but is binary."),
    ],
)
def test_a_wrong_type(screen: Screening, refusal: Callable[..., str], name: str, to: pa.DataType, words: str) -> None:
    whole = table(voyages())
    assert words in refusal(screen.file(with_column(whole, name, pc.cast(whole[name], to, safe=False))))


def test_a_column_of_nothing_that_must_have_values(screen: Screening, refusal: Callable[..., str]) -> None:
    whole = table(voyages())
    assert "arrival_at should hold a timestamp" in refusal(
        screen.file(with_column(whole, "arrival_at", pa.nulls(whole.num_rows)))
    )


def test_files_of_one_folder_must_be_alike(screen: Screening, refusal: Callable[..., str]) -> None:
    whole = table(voyages())
    screen.file(whole.drop_columns(["purpose"]), "unlike/a.parquet")
    screen.file(whole, "unlike/b.parquet")
    assert "unlike/a.parquet lacks the column purpose, which" in refusal(screen.folder / "unlike")
    screen.file(whole, "named/a.parquet")
    screen.file(with_column(whole, "voyage_id", pc.cast(whole["voyage_id"], pa.string())), "named/b.parquet")
    assert "voyage_id is int64 in" in refusal(screen.folder / "named")
    screen.file(whole, "deep/a.parquet")
    screen.file(whole, "deep/year=2019/b.parquet")
    assert "lies in folders of other columns (year) than" in refusal(screen.folder / "deep")
    screen.file(whole, "country=US/parts/year=2019/b.parquet")
    assert "“country=…” reads as a column" in refusal(screen.folder / "country=US" / "parts")


def test_a_number_too_large_for_its_column(screen: Screening, refusal: Callable[..., str]) -> None:
    whole = with_column(table(voyages()), "call_no", pa.array([40_000] * 7))
    said = refusal(screen.file(whole))
    assert "does not fit its column" in said
    assert "40000" in said
    assert "call_no" in said


# Files


def test_places_where_no_voyages_are(screen: Screening, refusal: Callable[..., str]) -> None:
    assert refusal(screen.folder / "none.parquet") == "none.parquet does not exist; name a file or a folder of voyages."
    assert "is neither a file nor a folder" in refusal("/dev/null")
    assert "should end in .parquet, .csv or .jsonl" in refusal(screen.text("x", "voyages.xlsx"))
    (screen.folder / "empty").mkdir()
    assert "empty holds no Parquet files" in refusal(screen.folder / "empty")


@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
def test_a_parquet_file_cut_off(screen: Screening, refusal: Callable[..., str], share: float) -> None:
    path = screen.file(voyages())
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    assert "voyages.parquet is no whole Parquet file. Was it cut off while being copied?" in refusal(path)


def test_a_parquet_file_damaged_inside(screen: Screening, refusal: Callable[..., str]) -> None:
    path = screen.file(voyages() * 400)
    whole = bytearray(path.read_bytes())
    whole[200:1400] = b"\xff" * 1200
    path.write_bytes(whole)
    assert refusal(path).startswith("A file is damaged (")


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda laid: (laid / "roadstead.json").write_text("{"), "roadstead.json cannot be read; make the folder anew"),
        (lambda laid: (laid / "roadstead.json").write_text("[]"), "roadstead.json cannot be read"),
        (lambda laid: (laid / "roadstead.json").write_bytes(b"\xff\xfe"), "roadstead.json cannot be read"),
        (lambda laid: (laid / "voyages" / "part-00000.parquet").unlink(), "part-00000.parquet is missing"),
        (lambda laid: next((laid / "calls/country=VE").iterdir()).unlink(), "VE"),
        (lambda laid: next((laid / "calls/country=VE").iterdir()).write_bytes(b"PAR1"), "country=VE"),
        (lambda laid: (laid / "voyages" / "part-00000.parquet").write_bytes(b"PAR1"), "part-00000.parquet"),
    ],
)
def test_a_damaged_layout(
    screen: Screening, refusal: Callable[..., str], harm: Callable[[Path], object], words: str
) -> None:
    filled = [row | {"country": row["country"] or row["port"][:2]} for row in voyages()]
    layout.write([table(filled)], screen.folder / "laid", book=loader.shipped(), about={})
    harm(screen.folder / "laid")
    assert words in refusal(screen.folder / "laid")


# Text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is empty; its first line should name the columns."),
        ("\n\n", "is empty"),
        (CSV.split("\n", 1)[1], "lacks the columns voyage_id, arrival_port,"),
        (CSV[: CSV.index("FRLEH")], "line 5 has 6 values, and the heading names 19; was it cut off?"),
        (CSV.replace("Carrier,,\n", "Carrier,,,x\n", 1), "line 2 has 20 values, and the heading names 19."),
        (CSV.replace("DEHAM", '"DEHAM', 1), "line 2 has a quotation mark that is not closed"),
        (CSV.replace("DEHAM", '"DE"HAM', 1), "line 2 has a quotation mark that is not closed, or text after one."),
        (CSV.replace("operator", "flag"), "has two columns called flag; keep one of them."),
        (CSV.replace("DEHAM", "DEHÄM").encode("cp1252"), "line 2 is not UTF-8; save the file as UTF-8."),
        (CSV.encode("utf-16"), "line 1 is not UTF-8; save the file as UTF-8."),
    ],
)
def test_csv_that_cannot_be_read(
    screen: Screening, refusal: Callable[..., str], content: str | bytes, words: str
) -> None:
    assert words in refusal(screen.text(content))


def test_mixed_ends_of_lines_are_seen(screen: Screening) -> None:
    path = screen.text(CSV)
    assert lines.fault(path, "csv") is None
    mixed = screen.text(CSV.replace("\n", "\r\n", 3))
    assert "some of its lines end as on Windows and some do not" in str(lines.fault(mixed, "csv"))


def test_csv_packed_and_cut_off(screen: Screening, refusal: Callable[..., str]) -> None:
    packed = gzip.compress((CSV * 50).encode())
    assert refusal(screen.text(packed[: len(packed) // 2], "v.csv.gz")).startswith("v.csv.gz cannot be read")
    assert refusal(screen.text(b"no gzip at all", "v.csv.gz")).startswith("v.csv.gz cannot be read")


LINES = as_lines(voyages())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "cannot be read: it is empty."),
        (LINES[:-40], "line 7 is no JSON: "),
        (LINES.replace("\n", "\n[1, 2]\n", 1), "line 2 is no JSON object; each line should be one"),
        (LINES.replace("\n", "\n17\n", 1), "line 2 is no JSON object"),
        ("17\n18\n", "line 1 is no JSON object"),
        (json.dumps(["a"]), "line 1 is no JSON object"),
        ("\ufeff" + LINES, "it begins with a byte order mark; save it as UTF-8 without one."),
        (LINES.replace('"departed_at"', '"departed"'), "lacks the column departed_at. It has: voyage_id,"),
        (LINES.replace('"DE"', '{"code": "DE"}'), "is no ISO 3166-1 country code"),
    ],
)
def test_json_lines_that_cannot_be_read(
    screen: Screening, refusal: Callable[..., str], content: str, words: str
) -> None:
    assert words in refusal(screen.text(content, "v.jsonl"))


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("departed_at", "20/05/2019 04:00", "“20/05/2019 04:00” should be a time as in 2019-06-01T06:00:00Z."),
        ("departed_at", "2019-05-20", "“2019-05-20” should be a time"),
        ("departed_at", "2019-02-30T04:00:00Z", "“2019-02-30T04:00:00Z” should be a time"),
        ("arrived_at", "infinity", "“infinity” should be a time"),
        ("call_no", "1.5", "“1.5” should be a whole number, or empty."),
        ("call_no", "40000", "“40000” should be a whole number"),
        ("logged", "maybe", "“maybe” should be true, false, or empty."),
        ("logged", "\x1b[31m" + "x" * 60, "“�[31m" + "x" * 35 + "…” should be true"),
    ],
)
def test_values_that_cannot_be_read_are_named_by_line_and_column(
    screen: Screening, refusal: Callable[..., str], name: str, value: str, words: str
) -> None:
    rows = changed(**{name: value})
    rows[1]["facility"] = "two\nlines"
    said = refusal(screen.text(as_csv(rows).replace("\n4,", "\n\n4,")))
    assert f"line 5, {name}: {words}" in said
    assert f"line 3, {name}: {words}" in refusal(screen.text(as_lines(rows), "v.jsonl"))


def test_no_more_than_five_examples(screen: Screening, refusal: Callable[..., str]) -> None:
    rows = [row | {"logged": "perhaps"} for row in voyages()]
    assert refusal(screen.text(as_csv(rows))).count("perhaps") == 5


# Values


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"purpose": "dancing"}, "purpose “dancing” should be one of cargo, passengers,"),
        ({"country": "QX", "port": None}, "“QX” is no ISO 3166-1 country code; write two letters, as in PA"),
        ({"country": "nl"}, "“nl” should be written NL"),
        ({"port": "NL RTM"}, "“NL RTM” should be written NLRTM"),
        ({"port": "NL1"}, "“NL1” is no UN/LOCODE"),
        ({"country": ""}, "a country or port is an empty text; leave out what is not known (null)"),
        ({"country": None, "port": ""}, "a country or port is an empty text"),
        ({"country": None, "port": None}, "a call names neither a country nor a port; give at least one"),
        ({"country": "DE"}, "NLRTM is in NL, but the country given is DE"),
        ({"departed_at": None}, "departed_at is missing: 1 row"),
        ({"departed_at": datetime(2201, 5, 1, tzinfo=UTC)}, "departed_at lies outside the years 1990 to 2100: 1 row"),
        ({"arrived_at": datetime(2019, 5, 21, tzinfo=UTC)}, "departed_at is before the call's own arrived_at: 1 row"),
    ],
)
def test_values_that_no_voyage_has_are_named_by_voyage_and_call(
    screen: Screening, refusal: Callable[..., str], values: Row, words: str
) -> None:
    said = refusal(screen.file(changed(**values)))
    assert said.startswith("voyages.parquet cannot be screened:\n  ")
    assert f"{words} (voyage 2 call 1)." in said or (words in said and "(voyage 2 call 1)." in said)


def test_a_row_of_no_voyage(screen: Screening, refusal: Callable[..., str]) -> None:
    assert "a row without voyage_id: 1 row" in refusal(screen.file(changed(voyage_id=None)))


def test_two_arrivals_of_one_voyage(screen: Screening, refusal: Callable[..., str]) -> None:
    said = refusal(screen.file(changed(arrival_at=datetime(2019, 6, 2, tzinfo=UTC))))
    assert said == "voyages.parquet cannot be screened: rows of one voyage differ in arrival_at (voyage 2)."
