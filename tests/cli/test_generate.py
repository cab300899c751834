"""`roadstead generate`, from the outside."""

import json
import resource
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pyarrow.csv
import pyarrow.parquet as pq
import pytest
from click.testing import Result
from typer.testing import CliRunner

from roadstead.cli.main import app
from roadstead.common import clock
from roadstead.screening.generate import files
from roadstead.screening.voyages import SCHEMA

from .conftest import COMMAND

UNTIL = "2026-06-30"
MARK = {"invented": True, "n": 40, "seed": 7, "until": UNTIL, "generator": 1}


def run(*arguments: str) -> Result:
    """The command in this process: distances are worked out once for all tests."""
    return CliRunner().invoke(app, ["generate", *arguments])


def generate(output: Path, *more: str) -> Result:
    return run("40", str(output), "--seed", "7", "--until", UNTIL, *more)


@pytest.fixture(scope="module")
def parquet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("made") / "voyages.parquet"
    subprocess.run([COMMAND, "generate", "40", str(output), "--seed", "7", "--until", UNTIL], check=True)
    return output


def test_parquet_says_that_it_is_invented(parquet: Path) -> None:
    table = pq.read_table(parquet)
    assert table.schema.equals(SCHEMA)
    assert len(set(table["voyage_id"].to_pylist())) == 40
    mark = {key.decode(): value.decode() for key, value in pq.read_schema(parquet).metadata.items()}
    assert mark["invented"] == "true"
    assert (mark["n"], mark["seed"], mark["until"], mark["generator"]) == ("40", "7", UNTIL, "1")
    assert "No ship, company or voyage is real" in mark["what"]


@pytest.mark.parametrize("name", ["voyages.csv", "voyages.jsonl", "voyages.NDJSON"])
def test_other_files_have_a_note_and_the_same_voyages(tmp_path: Path, parquet: Path, name: str) -> None:
    done = generate(tmp_path / name)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "40 invented voyages" in done.stdout
    note = json.loads((tmp_path / f"{name}.about.json").read_text(encoding="utf-8"))
    assert {key: note[key] for key in MARK} == MARK
    assert sorted(path.name for path in tmp_path.iterdir()) == [name, f"{name}.about.json"]
    expected = pq.read_table(parquet)
    if name.endswith("csv"):
        options = pyarrow.csv.ConvertOptions(
            column_types=SCHEMA, strings_can_be_null=True, quoted_strings_can_be_null=False
        )
        assert pyarrow.csv.read_csv(tmp_path / name, convert_options=options).equals(expected.replace_schema_metadata())
    else:
        rows = [json.loads(line) for line in (tmp_path / name).read_text(encoding="utf-8").splitlines()]
        assert len(rows) == expected.num_rows
        first = expected.slice(0, 1).to_pylist()[0]
        assert rows[0]["voyage_id"] == 1
        assert rows[0]["arrival_at"] == f"{first['arrival_at']:%Y-%m-%dT%H:%M:%SZ}"
        assert rows[0]["operator"].endswith("(invented)")


def test_any_other_name_is_a_folder_in_the_projects_layout(tmp_path: Path, parquet: Path) -> None:
    arguments = [COMMAND, "generate", "40", str(tmp_path / "voyages"), "--seed", "7", "--until", UNTIL]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    about = json.loads((tmp_path / "voyages" / "roadstead.json").read_text(encoding="utf-8"))
    assert {key: about[key] for key in MARK} == MARK
    assert about["calls"] == pq.read_metadata(parquet).num_rows
    again = generate(tmp_path / "voyages")
    assert again.exit_code == 2
    assert "exists" in again.stderr
    assert subprocess.run([*arguments, "--overwrite"], timeout=60).returncode == 0


def test_the_format_may_be_said(tmp_path: Path, parquet: Path) -> None:
    assert generate(tmp_path / "voyages", "--format", "parquet").exit_code == 0
    assert pq.read_table(tmp_path / "voyages").equals(pq.read_table(parquet))


def test_an_output_that_exists_is_kept_unless_told(tmp_path: Path) -> None:
    output = tmp_path / "voyages.csv"
    output.write_text("mine")
    done = generate(output)
    assert done.exit_code == 2
    assert "--overwrite" in done.stderr
    assert output.read_text() == "mine"
    assert generate(output, "--overwrite").exit_code == 0
    assert output.read_text().startswith('"voyage_id"')


def test_a_folder_of_something_else_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.txt").write_text("dear")
    for name in ("home", "home/../home"):
        done = generate(tmp_path / name, "--overwrite")
        assert done.exit_code == 2
        assert "something else" in done.stderr
    assert (tmp_path / "home" / "letter.txt").read_text() == "dear"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["0", "x.csv"], "at least one voyage"),
        (["many", "x.csv"], "N"),
        (["5", "none/x.csv"], "does not exist"),
        (["5", "x.csv", "--until", "soon"], "--until"),
        (["5", "x.csv", "--until", "2009-01-01"], "2010 or later"),
        (["5", "x.csv", "--seed", "-4"], "seed"),
        (["5", "x.csv", "--format", "xml"], "--format"),
        (["5", "file.txt/x.csv"], "does not exist"),
        (["5", "/proc/x.csv"], "/proc"),
    ],
)
def test_what_is_wrong_is_said_in_one_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.txt").write_text("")
    done = run(*arguments)
    assert done.exit_code == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert [path.name for path in tmp_path.iterdir()] == ["file.txt"]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    output = tmp_path / "voyages.csv"
    done = subprocess.run(
        [COMMAND, "generate", "2000", str(output)], preexec_fn=small, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 2
    assert "could not be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@contextmanager
def started(*arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    running = subprocess.Popen([COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


def test_an_interruption_leaves_nothing_behind(tmp_path: Path) -> None:
    with started("generate", "3000000", str(tmp_path / "voyages.jsonl")) as running:
        deadline = time.monotonic() + 60
        while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert list(tmp_path.iterdir())
        running.send_signal(signal.SIGINT)
        assert running.wait(60) == 130
    assert list(tmp_path.iterdir()) == []


def test_the_last_day_is_in_three_weeks_by_default(tmp_path: Path) -> None:
    assert run("3", str(tmp_path / "x.csv")).exit_code == 0
    note = json.loads((tmp_path / "x.csv.about.json").read_text(encoding="utf-8"))
    assert note["until"] in {(clock.today() + timedelta(days=days)).isoformat() for days in (20, 21)}


def test_a_note_of_an_earlier_output_goes_with_it(tmp_path: Path) -> None:
    output = tmp_path / "x"
    files.write([], output, files.Form.CSV, about={"invented": True})
    assert files.note_of(output).exists()
    files.write([], output, files.Form.PARQUET, about={"invented": True}, overwrite=True)
    assert not files.note_of(output).exists()
