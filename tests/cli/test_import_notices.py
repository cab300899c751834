"""`roadstead import notices` and `roadstead work`, from the outside. The ships in it are invented."""

import json
from pathlib import Path

import pytest

from .conftest import EXAMPLE, Roadstead


def write(path: Path, *documents: object) -> Path:
    path.write_text("\n".join(json.dumps(one) for one in documents), encoding="utf-8")
    return path


def test_lines_are_checked_one_by_one(roadstead: Roadstead, tmp_path: Path) -> None:
    bad = EXAMPLE | {"arrival": {"port": "USHOU"}}
    file, rejects = (
        write(tmp_path / "notices.jsonl", EXAMPLE, bad, EXAMPLE | {"colour": "red"}),
        tmp_path / "rejects.csv",
    )
    done = roadstead("import", "notices", str(file), "--rejects", str(rejects))
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (1, "")
    assert (report["counts"]["good"], report["counts"]["rejected"]) == (2, 1)
    assert [one["outcome"] for one in report["rows"]] == ["good", "rejected", "good"]
    assert report["rows"][1]["why"]
    assert "colour" in report["rows"][2]["why"]
    assert "ETA" in rejects.read_text(encoding="utf-8-sig")
    shown = roadstead("import", "notices", str(file), "--format", "text", COLUMNS="200")
    assert "2 can be taken in, 1 cannot. Nothing was taken in." in shown.stdout


def test_a_list_and_a_single_notice_are_read_too(roadstead: Roadstead, tmp_path: Path) -> None:
    one, many = tmp_path / "one.json", tmp_path / "many.json"
    one.write_text(json.dumps(EXAMPLE, indent=2), encoding="utf-8-sig")
    many.write_text(json.dumps([EXAMPLE, EXAMPLE]), encoding="utf-8")
    assert json.loads(roadstead("import", "notices", str(one)).stdout)["counts"]["good"] == 1
    assert json.loads(roadstead("import", "notices", str(many)).stdout)["counts"]["good"] == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("missing.json",), "missing.json: there is no such file"),
        (("missing.json", "--apply"), "say whose with --by EMAIL"),
        (("missing.json", "out.csv"), "notices are not written to a file"),
        (("missing.json", "--sheet", "x"), "--sheet does not go with notices"),
    ],
)
def test_a_wrong_command_line_is_one_message(roadstead: Roadstead, words: tuple[str, ...], said: str) -> None:
    done = roadstead("import", "notices", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_database_it_says_what_to_do(roadstead: Roadstead, tmp_path: Path) -> None:
    file = write(tmp_path / "notices.jsonl", EXAMPLE)
    done = roadstead(
        "import", "notices", str(file), "--by", "a@example.org", "--apply", ROADSTEAD_DATA_DIR=str(tmp_path)
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "roadstead manage migrate" in done.stderr


@pytest.mark.long
def test_the_worker_does_everything_once(roadstead: Roadstead, tmp_path: Path) -> None:
    told = {"ROADSTEAD_DATA_DIR": str(tmp_path)}
    assert roadstead("manage", "migrate", **told).returncode == 0
    done = roadstead("work", "--once", **told)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "0 notices judged again" in done.stdout
