"""`roadstead import`, from the outside. The entrances in it are invented."""

import json
from pathlib import Path

import pytest

from .conftest import Roadstead

HEADING = "ECDATE,PORT,PORT_NAME,VESSNAME,WHERE_IND,WHERE_SCHEDK,WHERE_NAME,WHERE_CTRY,IMO"
GOOD = '2023-01-05,2012,"Houston, TX",INVENTED ONE,F,30765,Maracaibo,Venezuela,9074729'
BAD = 'never,2012,"Houston, TX",INVENTED TWO,F,30765,Maracaibo,Venezuela,'


@pytest.fixture
def entrances(tmp_path: Path) -> Path:
    path = tmp_path / "invented-2023.csv"
    path.write_text(f"{HEADING}\n{GOOD}\n", encoding="utf-8")
    return path


def test_entrances_become_voyages_and_a_report(roadstead: Roadstead, entrances: Path, tmp_path: Path) -> None:
    done = roadstead("import", "entrances", str(entrances), str(tmp_path / "v.jsonl"))
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert report["schema"] == "roadstead/import-report/1"
    assert report["rows"]["imported"] == 1
    assert any("not by its last port" in sentence for sentence in report["limits"])
    assert json.loads((tmp_path / "v.jsonl").read_text(encoding="utf-8"))["port"] == "VEMAR"


def test_without_an_output_the_data_folder_takes_it(roadstead: Roadstead, entrances: Path, tmp_path: Path) -> None:
    done = roadstead("import", "entrances", str(entrances), ROADSTEAD_DATA_DIR=str(tmp_path / "data"))
    assert json.loads(done.stdout)["output"] == str(tmp_path / "data/voyages/entrances-invented-2023.parquet")
    assert (tmp_path / "data/voyages/entrances-invented-2023.parquet").exists()


def test_rows_left_out_are_bad_news_said_row_by_row(roadstead: Roadstead, entrances: Path, tmp_path: Path) -> None:
    entrances.write_text(f"{HEADING}\n{GOOD}\n{BAD}\n", encoding="utf-8")
    rejects = tmp_path / "rejects.csv"
    words = ("import", "entrances", str(entrances), str(tmp_path / "v.csv"), "--rejects", str(rejects))
    done = roadstead(*words, "--format", "json")
    text = roadstead(*words, "--format", "text", COLUMNS="200")
    assert (done.returncode, text.returncode) == (1, 1)
    assert json.loads(done.stdout)["rejected"] == [
        {
            "row": 3,
            "column": "ECDATE",
            "value": "never",
            "why": "this is no day of the calendar",
            "remedy": "Write the day as in 2023-01-31.",
        }
    ]
    for part in ("1 of 2 rows imported", "not by its last port", "Left out: 1 rows", "never", "no day of the calendar"):
        assert part in text.stdout
    assert "INVENTED TWO" in rejects.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nonsense", "f.csv"), "there is no import of “nonsense”; there is: entrances"),
        (("entrances", "missing.csv"), "missing.csv: there is no such file"),
        (("entrances", "."), "it is a folder"),
        (("entrances", "-"), "there is no such file"),
    ],
)
def test_a_wrong_command_line_is_one_message(roadstead: Roadstead, words: tuple[str, ...], said: str) -> None:
    done = roadstead("import", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unusable_file_is_one_message(roadstead: Roadstead, entrances: Path, tmp_path: Path) -> None:
    entrances.write_text("a,b\n1,2\n", encoding="utf-8")
    done = roadstead("import", "entrances", str(entrances), str(tmp_path / "v.csv"))
    assert done.returncode == 2
    assert "ECDATE, PORT" in done.stderr
    assert not (tmp_path / "v.csv").exists()


def test_an_output_that_cannot_be_written(roadstead: Roadstead, entrances: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = roadstead("import", "entrances", str(entrances), str(tmp_path / "file" / "v.csv"))
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


def test_neither_django_nor_a_database_is_needed(roadstead: Roadstead, entrances: Path, tmp_path: Path) -> None:
    words = ("import", "entrances", str(entrances), str(tmp_path / "v.csv"))
    done = roadstead(*words, DJANGO_SETTINGS_MODULE="nowhere", DATABASE_URL="nonsense://", ROADSTEAD_ENV="production")
    assert done.returncode == 0
