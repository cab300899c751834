"""`roadstead audit`, from the outside."""

import copy
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from roadstead.core import chain

from .conftest import Roadstead

Write = Callable[..., str]
FIRST = {
    "type": "tests.renamed", "actor": 7, "subject_kind": "accounts.user", "subject": "7",
    "elevation": None, "token": None, "data": {"organisation": "Example Lines"},
}  # fmt: skip
TIMES = ("10:00", "10:01", "10:02", "09:30", "10:04")  # the clock went back once


def links() -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    previous = chain.START
    for number, time in enumerate(TIMES, start=1):
        kept = {"actor": {"of": 7, "value": "Ana Reyes", "salt": str(number)}}
        link = {**copy.deepcopy(FIRST), "number": number, "at": f"2026-11-22T{time}:00.000000Z"}
        link["sealed"] = {"actor": chain.commitment(**kept["actor"])}
        made.append({**link, "personal": kept, "previous": previous, "digest": chain.digest(link, previous)})
        previous = made[-1]["digest"]
    return made


def header(made: list[dict[str, Any]]) -> dict[str, Any]:
    start = {"number": made[0]["number"] - 1, "digest": made[0]["previous"]}
    end = {"number": made[-1]["number"], "digest": made[-1]["digest"]}
    return {"schema": chain.SCHEMA, "made_at": "2026-11-23T08:00:00.000000Z", "after": start, "to": end, "head": end}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write an export with these links and name its file."""

    def written(made: list[Any], head: dict[str, Any] | None = None) -> str:
        path = tmp_path / "events.jsonl"
        rows = [head or header(links()), *made]
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        return str(path)

    return written


def test_an_export_that_is_whole_holds(roadstead: Roadstead, write: Write) -> None:
    made = links()
    del made[1]["personal"]["actor"]
    made[2] = chain.stub(3, made[2]["previous"], made[2]["digest"])
    done = roadstead("audit", "verify", write(made), "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "holds": True, "events": 5, "withheld": 1, "personal_fields_shed": 1, "clock_went_back_at": [4],
        "head": {"number": 5, "digest": made[-1]["digest"]}, "broken": None, "triggers_missing": [],
    }  # fmt: skip
    text = roadstead("audit", "verify", write(made), "--format", "text").stdout
    assert f"The chain holds: 5 events, to 5:{made[-1]['digest']}" in text
    assert "1 event withheld" in text
    assert "1 personal field taken away" in text
    assert "the clock went back before event 4" in text


def test_it_needs_neither_django_nor_a_database(write: Write) -> None:
    """Not even installed: the modules are made impossible to import."""
    code = (
        "import sys\n"
        "for name in ('django', 'ninja', 'psycopg', 'sqlite3'): sys.modules[name] = None\n"
        "from roadstead.cli.main import app\n"
        "app()"
    )
    command = [sys.executable, "-c", code, "audit", "verify", write(links())]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env={**os.environ, "DATABASE_URL": "x"})
    assert (done.returncode, done.stderr) == (0, "")


def test_it_names_the_first_broken_link_with_its_time_and_why(roadstead: Roadstead, write: Write) -> None:
    made = links()
    made[1]["data"]["organisation"] = "Other Lines"
    done = roadstead("audit", "verify", write(made), "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["broken"] == {
        "number": 2, "at": "2026-11-22T10:01:00.000000Z", "why": "what it says is not what was sealed",
    }  # fmt: skip
    text = roadstead("audit", "verify", write(made), "--format", "text").stdout
    assert "broken at event 2 of 2026-11-22T10:01:00.000000Z: what it says is not what was sealed." in text
    assert f"Whole before it: 1 event, to 1:{made[0]['digest']}" in text


def test_a_file_that_was_cut_short_does_not_hold(roadstead: Roadstead, write: Write) -> None:
    done = roadstead("audit", "verify", write(links()[:3]), "--format", "text")
    assert done.returncode == 1
    assert "event 5 was noted: what followed is missing" in done.stdout


def test_a_head_noted_down_proves_that_nothing_was_cut_off_since(roadstead: Roadstead, write: Write) -> None:
    made = links()
    noted = f"5:{made[-1]['digest']}"
    assert roadstead("audit", "verify", write(made), "--head", noted).returncode == 0
    short = write(made[:3], header(made[:3]))  # whoever cut it wrote a fitting header, too
    assert roadstead("audit", "verify", short).returncode == 0
    assert roadstead("audit", "verify", short, "--head", noted).returncode == 1
    other = roadstead("audit", "verify", write(made), "--head", f"3:{'1' * 64}")
    assert other.returncode == 1
    assert '"number": 3' in other.stdout


def test_a_part_of_the_chain_is_followed_from_what_stood_before_it(roadstead: Roadstead, write: Write) -> None:
    made = links()
    part = write(made[2:], header(made[2:]))
    assert roadstead("audit", "verify", part).returncode == 0
    assert roadstead("audit", "verify", part, "--head", f"2:{made[1]['digest']}").returncode == 0
    assert roadstead("audit", "verify", part, "--head", f"2:{'1' * 64}").returncode == 1
    early = roadstead("audit", "verify", part, "--head", f"1:{made[0]['digest']}")
    assert early.returncode == 2
    assert "cannot tell about event 1" in early.stderr


def test_it_reads_standard_input(roadstead: Roadstead, write: Write) -> None:
    text = Path(write(links())).read_text(encoding="utf-8")
    assert roadstead("audit", "verify", "-", stdin=text).returncode == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "line 1 is no header"),
        (b"\xff\xfe", "line 1 is not JSON"),
        (b"{}\n", "line 1 is no header"),
        (b"[" * 100_000, "line 1 is not JSON"),
        (b'{"schema": "roadstead/audit/1"}\n', "“after” does not say"),
        (b'{"schema": "roadstead/audit/2"}\n', "line 1 is no header of roadstead/audit/1"),
        (b"number,at,type\n", "line 1 is not JSON"),
    ],
)
def test_what_is_no_export_is_told_kindly(roadstead: Roadstead, tmp_path: Path, text: bytes, said: str) -> None:
    path = tmp_path / "odd"
    path.write_bytes(text)
    done = roadstead("audit", "verify", str(path))
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_line_in_the_middle_that_cannot_be_read_is_named(roadstead: Roadstead, write: Write) -> None:
    path = Path(write(links()))
    lines = path.read_text(encoding="utf-8").splitlines()
    for wrong in ('{"number": 2', '{"number": 2, "number": 2}', "9" * 5_000):
        path.write_text("\n".join([*lines[:2], wrong, *lines[3:]]), encoding="utf-8")
        done = roadstead("audit", "verify", str(path))
        assert done.returncode == 2
        assert "line 3 is not JSON" in done.stderr


def test_a_line_that_is_no_event_breaks_the_chain(roadstead: Roadstead, write: Write) -> None:
    for odd in (7, [], None, {}, {"number": "2", "previous": "", "digest": ""}):
        made: list[Any] = links()
        made[1] = odd
        done = roadstead("audit", "verify", write(made))
        assert done.returncode == 1
        assert json.loads(done.stdout)["broken"]["number"] == 2


@pytest.mark.parametrize("head", ["5", "5:abc", f"x:{'0' * 64}", f"-1:{'0' * 64}", ""])
def test_an_ill_formed_head_is_told_kindly(roadstead: Roadstead, write: Write, head: str) -> None:
    done = roadstead("audit", "verify", write(links()), "--head", head)
    assert done.returncode == 2
    assert "write NUMBER:DIGEST" in done.stderr


def test_no_file_and_no_database_are_told_kindly(roadstead: Roadstead, tmp_path: Path) -> None:
    missing = roadstead("audit", "verify", str(tmp_path / "missing.jsonl"))
    assert missing.returncode == 2
    assert "cannot be read: No such file" in missing.stderr
    url = f"sqlite:///{tmp_path / 'none.sqlite3'}"
    for command in ("verify", "head"):
        done = roadstead("audit", command, DATABASE_URL=url)
        assert done.returncode == 2
        assert "there is no database" in done.stderr
    (tmp_path / "none.sqlite3").touch()
    done = roadstead("audit", "verify", DATABASE_URL=url)
    assert done.returncode == 2
    assert "cannot be read" in done.stderr
    assert "Traceback" not in done.stderr
