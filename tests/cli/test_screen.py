"""`roadstead screen`, from the outside. The voyages are invented."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import Result
from typer.testing import CliRunner

from roadstead.cli.main import app

from .conftest import COMMAND, Roadstead

UNTIL = "2020-06-30"
FULL = 5_000  # bytes: no file may grow beyond


@pytest.fixture(scope="module")
def voyages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three hundred invented voyages."""
    path = tmp_path_factory.mktemp("made") / "voyages.parquet"
    subprocess.run([COMMAND, "generate", "300", str(path), "--until", UNTIL], check=True)
    return path


@pytest.fixture(scope="module")
def many(voyages: Path) -> Path:
    """As many voyages as keep an engine busy for some seconds: the three hundred, over and over."""
    path = voyages.with_name("many.parquet")
    table = pq.read_table(voyages)
    with pq.ParquetWriter(path, table.schema) as writer:
        for number in range(1_000):
            ids = pa.array([voyage + number * 1_000 for voyage in table["voyage_id"].to_pylist()], pa.int64())
            writer.write_table(table.set_column(0, "voyage_id", ids))
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where output goes; temporary files go beside it, so that one sees what is left of them."""
    for name in ("out", "temporary", "here"):
        (tmp_path / name).mkdir()
    return tmp_path / "out"


def places(out: Path) -> dict[str, str]:
    return {"TMPDIR": str(out.with_name("temporary"))}


def left(out: Path) -> list[str]:
    """What a command left behind anywhere."""
    return [path.name for name in ("out", "temporary", "here") for path in out.with_name(name).iterdir()]


def screen(*arguments: str) -> Result:
    """The command in this process: its libraries are loaded once for all tests."""
    return CliRunner().invoke(app, ["screen", *arguments])


def test_voyages_in_verdicts_and_a_summary_out(roadstead: Roadstead, voyages: Path, out: Path) -> None:
    target = out / "verdicts.parquet"
    done = roadstead("screen", str(voyages), str(target), "--explain", **places(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(left(out)) == ["verdicts.calls.parquet", "verdicts.parquet"]
    summary = json.loads(done.stdout)
    verdicts = pq.read_table(target)
    assert summary["schema"] == "roadstead/screening/1"
    assert {name: count for name, count in summary["outcomes"].items() if count} == Counter(
        verdicts["outcome"].to_pylist()
    )
    assert summary["voyages"] == verdicts.num_rows == 300
    assert summary["about"]["input"]["about"]["invented"] is True
    assert {"countries", "months", "zones", "vessel_types"} <= summary.keys()
    assert json.loads(pq.read_schema(target).metadata[b"roadstead"]) == summary["about"]


def test_the_summary_as_text(voyages: Path, out: Path) -> None:
    done = screen(str(voyages), str(out / "verdicts[1]"), "--format", "text", "--add", "MX")
    assert (done.exit_code, done.stderr) == (0, "")
    for part in (
        "300 voyages screened; verdicts in",
        "verdicts[1]",
        "No ship, company or voyage is real.",
        "This is a what-if: a draft, never an edition of the advisory.",
        "Conditions apply",
        "Mexico (MX)",
        "By zone of arrival",
        "By vessel type",
        "By month",
    ):
        assert part in done.stdout


def test_what_entrances_cannot_tell_is_said(roadstead: Roadstead, out: Path) -> None:
    heading = "ECDATE,PORT,PORT_NAME,VESSNAME,WHERE_IND,WHERE_SCHEDK,WHERE_NAME,WHERE_CTRY,IMO"
    row = '2023-01-05,2012,"Houston, TX",INVENTED ONE,F,30765,Maracaibo,Venezuela,9074729'
    entrances = out.with_name("entrances.csv")
    entrances.write_text(f"{heading}\n{row}\n", encoding="utf-8")
    assert roadstead("import", "entrances", str(entrances), str(out / "v.csv")).returncode == 0
    done = screen(str(out / "v.csv"), str(out / "verdicts.csv"), "--format", "text")
    assert "only the last port before each entrance" in " ".join(done.stdout.split())
    note = json.loads((out / "verdicts.csv.about.json").read_text(encoding="utf-8"))
    assert note["input"]["about"]["kind"] == "entrances"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--engine", "oracle"], "--engine: “oracle” is no engine; choose duckdb or spark."),
        (["--known-at", "soon"], "--known-at: “soon” is no day"),
        (["--add", "Q1"], "--add: “Q1” is no ISO 3166-1 country code"),
        (["--add", "DE:soon"], "--add: “soon” is no day; write it as in 2019-06-01."),
        (["--remove", "NG:"], "--remove: “” is no day"),
        (["--add", "DE", "--add", "DE:2019-01-01"], "DE is named twice; name each country once."),
        (["--add", "DE", "--remove", "DE"], "DE is named twice"),
        (["--add", "NG"], "Nigeria (NG) is on the list already; there is nothing to add."),
        (["--remove", "DE"], "Germany (DE) is not on the list; there is nothing to remove."),
    ],
)
def test_a_wrong_command_line_is_one_message(voyages: Path, out: Path, arguments: list[str], words: str) -> None:
    done = screen(str(voyages), str(out / "v.parquet"), *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("roadstead: ")
    assert words in done.stderr
    assert left(out) == []


def test_bad_input_is_one_message(roadstead: Roadstead, voyages: Path, out: Path) -> None:
    cut = out.with_name("cut.parquet")
    cut.write_bytes(voyages.read_bytes()[:5_000])
    done = roadstead("screen", str(cut), str(out / "v.parquet"), **places(out))
    assert (done.returncode, done.stdout) == (2, "")
    assert "cut.parquet is no whole Parquet file. Was it cut off" in done.stderr
    assert "Traceback" not in done.stderr
    assert left(out) == []


@pytest.mark.parametrize("name", ["verdicts.parquet", "verdicts.csv", "verdicts"])
def test_a_full_disk_leaves_nothing_behind(voyages: Path, out: Path, name: str) -> None:
    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, FULL))

    rows = pq.read_table(voyages)
    whole = out.with_name("long.parquet")
    named = pa.array([f"{number:x}" * 9 for number in range(rows.num_rows)])  # reasons that do not pack well
    pq.write_table(rows.set_column(0, "voyage_id", named), whole)
    done = subprocess.run(
        [COMMAND, "screen", str(whole), str(out / name), "--explain"],
        preexec_fn=small,
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | places(out),
        cwd=out.with_name("here"),
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{name} could not be written" in done.stderr
    assert "make room" in done.stderr
    assert done.stderr.count("\n") == 1
    assert left(out) == []


@contextmanager
def started(out: Path, *arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    running = subprocess.Popen(
        [COMMAND, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | places(out),
        cwd=out.with_name("here"),
    )
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


@pytest.mark.parametrize(
    ("after", "number", "status"),
    [(0.0, signal.SIGINT, 130), (0.8, signal.SIGINT, 130), (1.6, signal.SIGINT, 130), (0.8, signal.SIGTERM, 143)],
)
def test_an_interruption_leaves_nothing_behind(
    many: Path, out: Path, after: float, number: signal.Signals, status: int
) -> None:
    with started(out, "screen", str(many), str(out / "verdicts.parquet"), "--explain") as running:
        deadline = time.monotonic() + 60
        while not left(out) and running.poll() is None and time.monotonic() < deadline:
            time.sleep(0.02)
        assert left(out), "it began"
        time.sleep(after)
        running.send_signal(number)
        assert running.wait(60) == status
        assert b"Traceback" not in (running.stderr.read() if running.stderr else b"")
    assert left(out) == []


@pytest.mark.parametrize("after", [0.1, 0.25, 0.4])
def test_an_interruption_while_it_starts_is_quiet(many: Path, out: Path, after: float) -> None:
    with started(out, "screen", str(many), str(out / "verdicts.parquet")) as running:
        time.sleep(after)
        running.send_signal(signal.SIGINT)
        assert running.wait(60) in (130, -signal.SIGINT)  # before the first line of ours, the interpreter just ends
        said = running.stderr.read() if running.stderr else b""
        assert b"roadstead/" not in said
    assert left(out) == []


def test_neither_django_nor_a_database_is_needed(voyages: Path, out: Path) -> None:
    code = (
        "import sys; from roadstead.cli.main import app\n"
        "app(sys.argv[1:], standalone_mode=False)\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'django', 'ninja', 'psycopg', 'sqlite3'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "screen", str(voyages), str(out / "v.parquet")],
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "nowhere", "DATABASE_URL": "nonsense://"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "[]"
