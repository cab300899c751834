"""The targeting matrices as files: what ships, that it is not edited in place, and what a wrong record is told."""

import hashlib
import shutil
from datetime import date
from pathlib import Path

import pytest

from roadstead.rulebook import matrices
from roadstead.rulebook.errors import RuleBookError
from roadstead.rulebook.loader import DATA

NAME = "2014-07-01-us-security.yaml"
# A score names the version it used: what is new is a file beside it.
PINNED = {
    "2003-12-15-us-security.yaml": "0f846243a14d00b8",
    "2011-01-01-paris-mou.yaml": "fa8479dc9bf43745",
    "2014-07-01-us-security.yaml": "c01c476d111419d6",
    "2017-01-01-us-safety.yaml": "e774e4731082e361",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "matrices").mkdir()
    shutil.copy(DATA / "matrices" / NAME, tmp_path / "matrices")
    return tmp_path


def test_published_files_are_as_they_were() -> None:
    files = (DATA / "matrices").glob("*.yaml")
    found = {one.name: hashlib.sha256(one.read_bytes()).hexdigest()[:16] for one in files}
    assert found == PINNED, "never edit a published version: write a new one beside it"


def test_of_the_security_matrix_the_thresholds_and_the_flag_column_alone_were_read() -> None:
    matrix = matrices.in_force("us-security", date(2026, 11, 22))
    assert not matrix.verified
    verified = {column.code for column in matrix.columns if any(row.verified for row in column.rows)}
    assert verified == {"flag"}
    assert [(band.code, band.at_least) for band in matrix.bands] == [("at_sea", 17), ("in_port", 7), ("random", None)]
    assert all(band.verified for band in matrix.bands)
    assert matrices.in_force("paris-mou", date(2026, 11, 22)).verified


def test_the_version_follows_the_day() -> None:
    before = matrices.in_force("us-security", date(2014, 6, 30))
    after = matrices.in_force("us-security", date(2014, 7, 1))
    asked = [fact.code for fact in before.facts]
    assert "targeting_update" in asked
    assert "targeting_update" not in [fact.code for fact in after.facts]
    assert matrices.of_digest(before.digest) is before
    assert matrices.of_digest("sha256:none") is None
    for day in (date(2003, 1, 1), date(2011, 1, 15)):  # before it, and while it is not known whether it had begun
        with pytest.raises(LookupError):
            matrices.in_force("paris-mou", day)
    assert set(matrices.names()) == {"paris-mou", "us-safety", "us-security"}


def test_everything_is_cited() -> None:
    for matrix in matrices.shipped():
        cited = [row.citation for column in matrix.columns for row in column.rows]
        cited += [band.citation for band in matrix.bands]
        assert all(one.text and one.url for one in cited)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("fact: rso_actions, at_least: 3", "fact: nothing, at_least: 3", "columns[2].rows[0].when.fact"),
        ("fact: rso_actions, at_least: 3", "fact: rso_actions, among: [three]", "columns[2].rows[0].when"),
        ("among: [two_points]", "among: [ten_points]", "columns[1].rows[2].when.among"),
        ("among: [two_points]}", "more_than: 3}", "columns[1].rows[2].when"),
        ("at_least: 3}, band: at_sea", "at_least: 3}, band: random", "columns[2].rows[0].band"),
        ("at_least: 3}, band: at_sea", "at_least: 3}", "columns[2].rows[0]"),
        ("points: 5, status", "points: 5, per: flag_new, status", "columns[2].rows[1].per"),
        ("code: rso", "code: flag", "columns"),
        ("otherwise: true", "at_least: 1", "bands"),
        ("at_least: 17", "at_least: 5", "bands"),
        ("source: mlog2004", "source: nowhere", "columns[4].rows[0].source"),
        ("combine: first", "combine: mean", "columns[0].combine"),
        ("{fact: manager_denials, at_least: 1}", "{fact: manager_denials}", "columns[0].rows[0].when.any[0]"),
        ("kind: truth}", "kind: truth, words: {a: b}}", "facts[...]"),
        ("fact: listed_call,", "fact: flag_new,", "facts.listed_call"),
        ("matrix: us-security", "matrix: us-safety", "matrix"),
    ],
)
def test_a_wrong_record_is_named_with_its_field(folder: Path, old: str, new: str, field: str) -> None:
    file = folder / "matrices" / NAME
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleBookError) as caught:
        matrices.load(folder)
    assert (caught.value.file, caught.value.field) == (f"matrices/{NAME}", field)
    assert caught.value.problem
    assert caught.value.remedy
