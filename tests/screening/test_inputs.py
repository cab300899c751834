"""Every kind of input gives the same answers."""

import csv
import gzip
import io
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from roadstead.rulebook import loader
from roadstead.screening import layout
from roadstead.screening.voyages import SCHEMA

from .conftest import OUTCOMES, Row, Screening, table, voyages, with_column

TIMES = ("arrival_at", "arrived_at", "departed_at")
TEXTS = ("arrival_port", "country", "port", "facility", "purpose", "vessel_type")


def plain(value: object) -> object:
    return value.strftime("%Y-%m-%dT%H:%M:%SZ") if isinstance(value, datetime) else value


def as_csv(rows: list[Row], **options: Any) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, SCHEMA.names, lineterminator="\n", **options)
    writer.writeheader()
    writer.writerows({name: plain(value) for name, value in row.items()} for row in rows)
    return stream.getvalue()


def as_lines(rows: list[Row]) -> str:
    return "".join(json.dumps({name: plain(value) for name, value in row.items()}) + "\n" for row in rows)


def cast(names: tuple[str, ...], to: pa.DataType) -> Callable[[pa.Table], pa.Table]:
    def change(whole: pa.Table) -> pa.Table:
        for name in names:
            old = whole[name]
            values = old.dictionary_encode() if pa.types.is_dictionary(to) else pc.cast(old, to)
            whole = with_column(whole, name, values)
        return whole

    return change


@pytest.mark.parametrize(
    "change",
    [
        *(cast(TEXTS, kind) for kind in (pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string()))),
        *(cast(TIMES, pa.timestamp(unit, zone)) for unit in ("ms", "us", "ns") for zone in (None, "America/New_York")),
        cast(TIMES, pa.timestamp("s", "UTC")),
        cast(("voyage_id",), pa.int32()),
        cast(("voyage_id",), pa.uint64()),
        cast(("call_no",), pa.int64()),
    ],
    ids=lambda change: str(change.__closure__[1].cell_contents),
)
def test_types(screen: Screening, change: Callable[[pa.Table], pa.Table]) -> None:
    assert screen.outcomes(screen.file(change(table(voyages())))) == OUTCOMES


def test_times_of_older_writers(screen: Screening) -> None:
    assert screen.outcomes(screen.file(voyages(), use_deprecated_int96_timestamps=True)) == OUTCOMES


def test_voyages_named_by_text(screen: Screening) -> None:
    rows = [row | {"voyage_id": f"V-{row['voyage_id']}"} for row in voyages()]
    whole = with_column(table(voyages()), "voyage_id", pa.array([row["voyage_id"] for row in rows]))
    assert screen.outcomes(screen.file(whole)) == {f"V-{voyage}": outcome for voyage, outcome in OUTCOMES.items()}


def test_columns_that_need_not_be_there(screen: Screening) -> None:
    optional = ["arrived_at", "purpose", "logged", "reported", "dos_attempted", "vessel", "vessel_type", "flag"]
    assert screen.outcomes(screen.file(table(voyages()).drop_columns(optional))) == OUTCOMES


def test_columns_of_nothing_as_pandas_writes_them(screen: Screening) -> None:
    whole = table(voyages())
    for name in ("facility", "purpose", "arrived_at", "logged", "vessel_type", "call_no", "arrival_port"):
        whole = with_column(whole, name, pa.nulls(whole.num_rows))
    assert screen.outcomes(screen.file(whole)) == OUTCOMES


def test_columns_of_the_users_own_change_nothing(screen: Screening) -> None:
    rows = voyages()
    whole = table(rows)
    for name in ("remark", "slot_low", "slot_high", "touched", "line__", "listed_code", "first_arrival"):
        whole = whole.append_column(name, pa.array([9] * len(rows)))
    assert screen.outcomes(screen.file(whole)) == OUTCOMES


def test_no_rows_and_one_row(screen: Screening) -> None:
    assert screen.outcomes(screen.file(table([]))) == {}
    assert screen.outcomes(screen.file(voyages()[:1])) == {1: "does_not_apply"}
    assert screen(screen.file(table([]))).voyages == 0


def test_a_folder_of_files_whatever_lies_beside_them(screen: Screening) -> None:
    rows = voyages()
    screen.file(rows[:3], "many/a.parquet")
    screen.file(rows[3:], "many/deep/b.PARQUET")
    screen.file(rows, "many/_old.parquet")
    (screen.folder / "many" / "notes.txt").write_text("hello")
    assert screen.outcomes(screen.folder / "many") == OUTCOMES


@pytest.mark.parametrize("by", ["country", "year"])
def test_a_folder_with_a_folder_for_each_value(screen: Screening, by: str) -> None:
    # Namibia's code reads as “not a number”, Norway's as “no”.
    rows = voyages()
    rows += [rows[2] | {"call_no": number, "country": code, "port": None} for number, code in ((8, "NA"), (9, "NO"))]
    for number, row in enumerate(rows):
        value = row["arrival_at"].year if by == "year" else row["country"] or row["port"][:2]
        row["country"] = row["country"] or row["port"][:2]
        whole = table([row]).drop_columns(["country"] if by == "country" else [])
        screen.file(whole, f"parts/{by}={value}/{number}.parquet")
    assert screen.outcomes(screen.folder / "parts") == OUTCOMES
    screen(screen.folder / "parts", explain="all")
    calls = pq.read_table(screen.folder / "out/verdicts.calls.parquet").to_pylist()
    assert sorted(call["country"] for call in calls) == sorted(row["country"] for row in rows)


def test_a_folder_above_the_input_is_no_column(screen: Screening) -> None:
    assert screen.outcomes(screen.file(voyages(), "country=US/port=8000/voyages.parquet")) == OUTCOMES


def test_the_projects_own_layout(screen: Screening) -> None:
    filled = [row | {"country": row["country"] or row["port"][:2]} for row in voyages()]
    layout.write([table(filled)], screen.folder / "laid", book=loader.shipped(), about={"invented": True})
    assert screen.outcomes(screen.folder / "laid") == OUTCOMES
    assert screen(screen.folder / "laid").about["input"]["about"]["invented"] is True


CSV = as_csv(voyages())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", CSV),
        ("b.CSV", as_csv(voyages(), quoting=csv.QUOTE_ALL)),
        ("c.csv", CSV.replace("\n", "\r\n")),
        ("d.csv", "\ufeff" + CSV),
        ("e.csv.gz", gzip.compress(CSV.encode())),
        ("f.csv", as_csv(voyages(), delimiter=";")),
        ("g.csv", as_csv(voyages(), delimiter="\t")),
        ("h.csv", CSV.rstrip("\n")),
        ("i.csv", CSV.replace("\n", "\n\n")),
        ("o'brien [1] *.csv", CSV),
        ("j.csv", "".join(f"{line},,x,x\n" for line in CSV.splitlines())),  # columns of no name, and of one name
        ("k.jsonl", as_lines(voyages())),
        ("l.ndjson", as_lines(voyages()).replace("\n", "\r\n\r\n")),
        ("m.jsonl.gz", gzip.compress(as_lines(voyages()).encode())),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_text(screen: Screening, name: str, content: str | bytes) -> None:
    assert screen.outcomes(screen.text(content, name)) == OUTCOMES


def test_text_keeps_names_quotes_and_unknowns(screen: Screening) -> None:
    screen(screen.text(CSV), explain="all")
    calls = pq.read_table(screen.folder / "out/verdicts.calls.parquet").to_pylist()
    assert sorted({call["facility"] for call in calls} - {None}) == ['Quay “A|B", east']
    assert {call["departed_at"].isoformat() for call in calls if call["voyage_id"] == 4} == {
        "2019-07-20T04:00:00+00:00",
        "2019-06-10T04:00:00+00:00",
    }


def test_a_key_that_comes_late_in_json_lines_is_read(screen: Screening) -> None:
    first = {name: plain(value) for name, value in voyages()[0].items() if name != "facility"}
    lines = "".join(json.dumps(first | {"voyage_id": number}) + "\n" for number in range(10, 25_000))
    late = voyages()[4] | {"facility": "Invented Quay"}  # without it, nobody could tell
    assert screen.outcomes(screen.text(lines + as_lines([late]), "v.jsonl"))[3] == "applies"


def test_numbers_that_are_names_stay_as_they_are(screen: Screening) -> None:
    found = screen.outcomes(screen.text(CSV.replace("\n1,", "\n001,")))
    assert found == {{1: "001"}.get(voyage, str(voyage)): outcome for voyage, outcome in OUTCOMES.items()}


def test_a_time_without_an_offset_is_utc_and_one_with_it_is_not(screen: Screening) -> None:
    naive = CSV.replace("T04:00:00Z", " 04:00:00").replace("T06:00:00Z", "T07:00:00+01:00")
    screen(screen.text(naive), explain="all")
    calls = pq.read_table(screen.folder / "out/verdicts.calls.parquet").to_pylist()
    assert {call["departed_at"].hour for call in calls} == {4}
    assert screen.outcomes(screen.text(naive), overwrite=True) == OUTCOMES


def test_entrances_carry_what_they_cannot_tell(screen: Screening) -> None:
    limits = ["The file names only the last port before each entrance."]
    path = screen.file(table(voyages()).replace_schema_metadata({"roadstead": json.dumps({"limits": limits})}))
    assert screen(path).about["input"] == {"name": "voyages.parquet", "about": {"limits": limits}}


def test_marks_of_all_files_and_notes_are_kept(screen: Screening) -> None:
    screen.file(voyages()[:3], "many/a.parquet")
    made = table(voyages()[3:]).replace_schema_metadata({"invented": "true", "n": "7", "what": "All of it."})
    screen.file(made, "many/b.parquet")
    assert screen(screen.folder / "many").about["input"]["about"] == {"invented": True, "n": 7, "what": "All of it."}
    path = screen.text(CSV)
    path.with_name("voyages.csv.about.json").write_text('{"invented": true}')
    assert screen(path, overwrite=True).about["input"]["about"] == {"invented": True}
    for damaged in ("{", "[1]"):
        path.with_name("voyages.csv.about.json").write_text(damaged)
        assert screen(path, overwrite=True).about["input"]["about"] == {}
