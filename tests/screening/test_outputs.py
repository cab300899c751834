"""Output appears whole or not at all, says what it was made from, and is counted right."""

import csv
import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb as engine_module
import pyarrow.parquet as pq
import pytest

from roadstead.rulebook import loader
from roadstead.screening import atomic, output
from roadstead.screening import screen as screening
from roadstead.screening.abouts import note_of, of_metadata
from roadstead.screening.convert import convert
from roadstead.screening.drafts import Draft, Excepted, Put
from roadstead.screening.errors import ScreeningError
from roadstead.screening.summary import NO_TYPE
from roadstead.screening.troubles import told

from .conftest import KNOWN_AT, OUTCOMES, Screening, voyages

VERDICT = [
    *("voyage_id", "outcome", "caught_calls", "unknown_calls", "unmet_duties", "boarding", "armed_guards", "edition"),
    *("arrival_in_us", "visit_to_listed_port"),
]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


# What is written


@pytest.mark.parametrize("name", ["v.parquet", "v.pq", "v.csv", "v.jsonl", "v.ndjson", "folder"])
def test_verdicts_and_reasons_in_every_kind_of_output(screen: Screening, name: str) -> None:
    screen(screen.file(voyages()), f"out/{name}", explain="all")
    out = screen.folder / "out"
    stem, _, ending = name.partition(".")
    verdicts, calls = out / name, out / f"{stem}.calls.{ending}"
    if not ending:
        verdicts, calls = out / name / "verdicts.parquet", out / name / "calls.parquet"
    read: Callable[[Path], list[dict[str, Any]]] = {
        "csv": lambda path: list(csv.DictReader(path.read_text(encoding="utf-8").splitlines())),
        "jsonl": lines,
        "ndjson": lines,
    }.get(ending, lambda path: pq.read_table(path).to_pylist())
    assert {int(row["voyage_id"]): row["outcome"] for row in read(verdicts)} == OUTCOMES
    assert list(read(verdicts)[0]) == VERDICT
    told_of = {(int(row["voyage_id"]), row["country"]): row for row in read(calls)}
    assert len(told_of) == len(voyages())
    assert told_of[1, "VE"]["because"] == "listed, counted, not excepted"
    assert told_of[4, "LY"]["counted"] == "no"
    assert told_of[3, "NG"]["caught"] == "unknown"
    if ending in {"csv", "jsonl", "ndjson"}:
        assert told_of[1, "VE"]["departed_at"] == "2019-05-02T04:00:00Z"
    notes = {f"{name}.about.json"} if ending in {"csv", "jsonl", "ndjson"} else set()
    assert set(screen.left()) == notes | ({name, calls.name} if ending else {name})


def test_reasons_of_listed_countries_only(screen: Screening) -> None:
    screen(screen.file(voyages()), explain="listed")
    calls = pq.read_table(screen.folder / "out/verdicts.calls.parquet")
    assert sorted(set(calls["country"].to_pylist())) == ["NG", "VE"]  # the call in Libya came after the arrival


def about(path: Path) -> Any:
    return of_metadata(pq.read_schema(path).metadata)


def test_output_says_what_it_was_made_from(screen: Screening) -> None:
    path = screen.file(voyages())
    draft = Draft(add=(Put("DE", date(2019, 1, 1)),), remove=(Put("VE"),), exceptions=(Excepted("NG", "NGAPP-0001"),))
    summary = screen(path, explain="all", draft=draft)
    expected = {
        "schema": "roadstead/verdicts/1",
        "rule_book": loader.shipped().digest,
        "known_at": KNOWN_AT.isoformat(),
        "draft": {
            "add": [{"country": "DE", "since": "2019-01-01"}],
            "remove": [{"country": "VE", "since": None}],
            "exceptions": [{"country": "NG", "facility": "NGAPP-0001", "since": None}],
        },
        "engine": "duckdb",
        "input": {"name": "voyages.parquet", "about": {}},
    }
    out = screen.folder / "out"
    assert about(out / "verdicts.parquet") == about(out / "verdicts.calls.parquet") == summary.about == expected
    screen(path, "out/v.csv")
    assert json.loads((out / "v.csv.about.json").read_text(encoding="utf-8")) == expected | {"draft": None}


def test_known_on_arrival_is_said(screen: Screening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.screening.conftest.KNOWN_AT", None)
    assert screen(screen.file(voyages())).about["known_at"] == "arrival"


def test_the_summary_is_the_verdicts_counted(screen: Screening) -> None:
    rows = [row | {"voyage_id": row["voyage_id"] + 10 * copy} for copy in range(5) for row in voyages()]
    summary = screen(screen.file(rows), explain="all")
    ids = pq.read_table(screen.folder / "out/verdicts.parquet").to_pylist()
    outcome = {row["voyage_id"]: row["outcome"] for row in ids}
    head = {row["voyage_id"]: row for row in rows}
    assert summary.voyages == len(outcome) == 20
    assert summary.outcomes == Counter(outcome.values())
    keys: dict[str, Callable[[dict[str, Any]], str]] = {
        "months": lambda row: f"{row['arrival_at']:%Y-%m}",
        "zones": lambda row: {"USHOU": "Houston-Galveston", "USMIA": "Miami"}[row["arrival_port"]],
        "vessel_types": lambda row: row["vessel_type"] or NO_TYPE,
    }
    for group, key in keys.items():
        found = {(name, of): n for name, counts in getattr(summary, group).items() for of, n in counts.items() if n}
        assert found == Counter((key(head[voyage]), of) for voyage, of in outcome.items()), group
    calls = pq.read_table(screen.folder / "out/verdicts.calls.parquet").to_pylist()
    calls = [call for call in calls if call["because"] != "not a foreign call before arrival"]
    for country, count in summary.countries.items():
        said = [call for call in calls if call["country"] == country]
        assert count.listed_calls == sum(call["listed"] != "no" for call in said)
        assert count.caught_calls == sum(call["caught"] == "yes" for call in said)
        assert count.unknown_calls == sum(call["caught"] == "unknown" for call in said)
    assert summary.countries.keys() == {call["country"] for call in calls if call["listed"] != "no"}


# Where it is written


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("out/v.xlsx", "should end in .parquet, .csv or .jsonl, or be a folder's name without an ending."),
        ("out/none/v.parquet", "out/none does not exist; make it first, or choose another place."),
        ("voyages.parquet/v.csv", "voyages.parquet is no folder; choose another place."),
        ("voyages.parquet", "voyages.parquet is where the voyages are read from; name another output."),
        ("link.parquet", "is where the voyages are read from"),
        ("out/there.csv", "there.csv exists already; choose another name, or say --overwrite."),
        ("out/calls.parquet", "calls.calls.parquet exists already"),
    ],
)
def test_places_that_are_not_written_to(screen: Screening, name: str, words: str) -> None:
    path = screen.file(voyages())
    (screen.folder / "out").mkdir()
    (screen.folder / "link.parquet").symlink_to(path)
    for there in ("there.csv", "calls.calls.parquet"):
        (screen.folder / "out" / there).write_text("mine")
    before, listed = path.read_bytes(), screen.left()
    order = screening.Order(str(path), screen.folder / name, loader.shipped(), KNOWN_AT, explain="all")
    with pytest.raises(ScreeningError) as raised:
        screening.screen(order, screen.engine)
    assert words in str(raised.value)
    assert (path.read_bytes(), screen.left()) == (before, listed)


def test_an_output_is_not_put_where_it_would_be_read_as_voyages(screen: Screening) -> None:
    screen.file(voyages(), "many/a.parquet")
    for name in ("many/v.parquet", "many/deep"):
        with pytest.raises(ScreeningError, match="which is read as voyages; name an output elsewhere"):
            output.check(screen.folder / name, str(screen.folder / "many"))
    with pytest.raises(ScreeningError, match="holds the voyages to be read"):
        output.check(screen.folder, str(screen.folder / "many"), overwrite=True)


def test_a_folder_of_something_else_is_never_replaced(screen: Screening) -> None:
    path = screen.file(voyages())
    letter = screen.folder / "out" / "home" / "letter.txt"
    letter.parent.mkdir(parents=True)
    letter.write_text("dear")
    (screen.folder / "out" / "v.csv").mkdir()
    for name, words in (
        ("out/home", "of something else, and is not replaced"),
        ("out/v.csv", "not replaced by a file"),
    ):
        with pytest.raises(ScreeningError, match=words):
            screen(path, name, overwrite=True)
    with pytest.raises(ScreeningError, match="of something else"):
        convert(str(path), letter.parent, loader.shipped(), overwrite=True)
    assert letter.read_text() == "dear"
    for _ in range(2):
        screen(path, "out/verdicts", explain="all", overwrite=True)
    screen(path, "out/verdicts", overwrite=True)
    assert [path.name for path in (screen.folder / "out" / "verdicts").iterdir()] == ["verdicts.parquet"]


def test_overwriting_takes_the_note_of_the_earlier_output_away(screen: Screening) -> None:
    path = screen.file(voyages())
    stale = note_of(screen.folder / "out" / "verdicts.parquet")
    stale.parent.mkdir()
    stale.write_text("{}")
    screen(path, overwrite=True)
    assert screen.left() == ["verdicts.parquet"]


# Whole or not at all


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_text("before")
    second.mkdir()
    (second / "roadstead.json").write_text("before")
    return first, second


def state(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


def write(places: tuple[Path, Path], error: type[BaseException] | None = None) -> None:
    with atomic.together(places, overwrite=True) as (first, second):
        first.write_text("after")
        second.mkdir()
        if error:
            raise error


def test_several_places_are_replaced_together(tmp_path: Path, places: tuple[Path, Path]) -> None:
    with atomic.together(places, overwrite=True) as (first, second):
        first.mkdir()
        (first / "file").write_text("after")
        second.write_text("after")
        assert state(tmp_path)["first"] == "before"
    assert state(tmp_path) == {"first/file": "after", "second": "after"}


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_nothing_changes_where_the_writing_fails(
    tmp_path: Path, places: tuple[Path, Path], error: type[BaseException]
) -> None:
    before = state(tmp_path)
    with pytest.raises(error):
        write(places, error)
    assert state(tmp_path) == before
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError(5, "the disk is broken")])
@pytest.mark.parametrize("failing", [1, 2, 3, 4])
def test_nothing_changes_where_a_move_fails(
    tmp_path: Path, places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, error: BaseException, failing: int
) -> None:
    before, moves, rename = state(tmp_path), [], Path.rename

    def move(self: Path, target: Path) -> Path:
        moves.append(target)
        if len(moves) == failing:
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", move)
    raised = ScreeningError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(raised):
        write(places)
    assert state(tmp_path) == before
    assert len(list(tmp_path.iterdir())) == 2


def test_reasons_that_cannot_be_written_keep_the_verdicts_back(
    screen: Screening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: object, *arguments: object) -> None:
        raise engine_module.IOException('IO Error: Could not write file "x": No space left on device')

    monkeypatch.setattr(screening._Screening, "explained", full)
    with pytest.raises(ScreeningError, match=r"verdicts.parquet could not be written: Could not write.*make room"):
        screen(screen.file(voyages()), explain="all")
    assert screen.left() == []


# Trouble beneath


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            engine_module.OutOfMemoryException("Out of Memory Error: failed to allocate data"),
            "not enough memory. Close",
        ),
        (MemoryError(), "not enough memory"),
        (engine_module.IOException("IO Error: No files found"), "The screening stopped: No files found."),
        (engine_module.InternalException("INTERNAL Error: \x1b[31mno\nstack"), "The screening stopped: �[31mno."),
        (OSError(28, "No space left on device", "/tmp/x"), "/tmp/x: No space left on device; make room there"),
        (PermissionError(13, "Permission denied", "/x"), "Reading and writing failed: /x: Permission denied."),
        (engine_module.Error(""), "no reason was given"),
    ],
)
def test_trouble_is_one_sentence(error: Exception, words: str) -> None:
    with pytest.raises(ScreeningError) as raised, told():
        raise error
    said = str(raised.value)
    assert words in said
    assert said.endswith(".")
    assert said.isprintable()


def test_an_interrupted_query_is_an_interruption() -> None:
    with pytest.raises(KeyboardInterrupt), told():
        raise RuntimeError("Query interrupted")


def test_our_own_mistakes_are_not_dressed_up() -> None:
    for error in (RuntimeError("other"), TypeError("x")):
        with pytest.raises(type(error)), told():
            raise error


# What-if


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (Draft(add=(Put("NG"),)), "Nigeria (NG) is on the list already; there is nothing to add."),
        (Draft(remove=(Put("DE"),)), "Germany (DE) is not on the list; there is nothing to remove."),
        (Draft(remove=(Put("VE", date(2008, 1, 1)),)), "is not on the list on 2008-01-01; there is nothing to remove."),
        (Draft(exceptions=(Excepted("DE", "Quay"),)), "Germany is not on the list; an exception there frees nobody."),
    ],
)
def test_drafts_that_change_nothing_are_refused(screen: Screening, draft: Draft, words: str) -> None:
    with pytest.raises(ScreeningError, match=words.replace("(", r"\(").replace(")", r"\)")):
        screen(screen.file(voyages()), draft=draft)
    assert screen.left() == []


def test_drafts_change_answers(screen: Screening) -> None:
    path = screen.file(voyages())
    assert screen.outcomes(path, draft=Draft(add=(Put("NL"),)))[2] == "applies"
    assert screen.outcomes(path, draft=Draft(add=(Put("NL", date(2019, 6, 2)),)))[2] == "does_not_apply"
    assert screen.outcomes(path, draft=Draft(remove=(Put("VE"),)))[1] == "does_not_apply"
