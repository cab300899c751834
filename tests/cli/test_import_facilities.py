"""`roadstead import facilities`, from the outside. The facilities in it are invented."""

import json
from pathlib import Path

import pytest

from .conftest import Roadstead

HEADING = "Country Code,Facility Name,IMO Port Facility Number,Latitude,Longitude,Review Date"
GOOD = "NG,Example Terminal (invented),NGAPP-0001,062600N,0032200E,15/03/2025"
BAD = "NG,=Broken (invented),NGAPP-0002,,,31/02/2025"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "export.csv"
    path.write_text(f"{HEADING}\n{GOOD}\n", encoding="utf-8")
    return path


def test_a_file_is_checked_without_a_database(roadstead: Roadstead, export: Path) -> None:
    done = roadstead("import", "facilities", str(export))
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert report["schema"] == "roadstead/facilities-report/1"
    assert (report["rows"], report["rejected"]) == (1, [])
    assert "Description" in report["absent_columns"]


def test_rows_that_are_wrong_are_bad_news_said_row_by_row(roadstead: Roadstead, export: Path, tmp_path: Path) -> None:
    export.write_text(f"{HEADING}\n{GOOD}\n{BAD}\n", encoding="utf-8")
    rejects = tmp_path / "rejects.csv"
    done = roadstead("import", "facilities", str(export), "--rejects", str(rejects))
    assert done.returncode == 1
    found = json.loads(done.stdout)["rejected"]
    assert [(one["line"], one["column"]) for one in found] == [(3, "Facility Name"), (3, "Review Date")]
    assert "there is no day 31/02/2025" in rejects.read_text(encoding="utf-8-sig")
    shown = roadstead("import", "facilities", str(export), "--format", "text", COLUMNS="200")
    assert shown.returncode == 1
    assert "2 rows: checked" in shown.stdout
    assert "there is no day 31/02/2025" in shown.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("missing.csv",), "missing.csv: there is no such file"),
        (("missing.csv", "--apply"), "say whose with --by EMAIL"),
        (("missing.csv", "out.csv"), "facilities are not written to a file"),
        (("missing.csv", "--sheet", "x"), "--sheet does not go with facilities"),
    ],
)
def test_a_wrong_command_line_is_one_message(roadstead: Roadstead, words: tuple[str, ...], said: str) -> None:
    done = roadstead("import", "facilities", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_export_is_one_message(roadstead: Roadstead, export: Path) -> None:
    export.write_bytes(b"a,b\n1,2\n")
    done = roadstead("import", "facilities", str(export))
    assert (done.returncode, done.stdout) == (2, "")
    assert "IMO Port Facility Number" in done.stderr


def test_a_database_that_is_not_there_is_one_message(roadstead: Roadstead, export: Path, tmp_path: Path) -> None:
    done = roadstead("import", "facilities", str(export), "--by", "x@example.org", ROADSTEAD_DATA_DIR=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_preview_and_what_was_taken_over_in_somebodys_name(
    roadstead: Roadstead, export: Path, tmp_path: Path
) -> None:
    where = {"ROADSTEAD_DATA_DIR": str(tmp_path)}
    assert roadstead("manage", "migrate", "-v", "0", **where).returncode == 0
    code = (
        "from roadstead.accounts import demonstration; from roadstead.registry.models import Country; "
        "Country.objects.create(code='NG', name='Nigeria'); demonstration.make(); "
        "print(demonstration.sign_in_as('headquarters').email)"
    )
    email = roadstead("manage", "shell", "-v", "0", "-c", code, **where).stdout.strip().splitlines()[-1]
    nobody = roadstead("import", "facilities", str(export), "--by", "nobody@example.org", **where)
    assert "no account with the address" in nobody.stderr
    seen = roadstead("import", "facilities", str(export), "--by", email, **where)
    assert json.loads(seen.stdout)["state"] == "preview"
    done = roadstead("import", "facilities", str(export), "--by", email, "--apply", **where)
    report = json.loads(done.stdout)
    assert (report["state"], report["new"], done.returncode) == ("applied", 1, 0)
    again = json.loads(roadstead("import", "facilities", str(export), "--by", email, "--apply", **where).stdout)
    assert (again["new"], again["same"]) == (0, 1)
