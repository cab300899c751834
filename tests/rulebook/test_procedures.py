"""The procedures as files: what ships, and what a wrong record is told."""

import shutil
from pathlib import Path

import pytest

from roadstead.core.determination import Origin
from roadstead.rulebook import procedures
from roadstead.rulebook.errors import RuleBookError
from roadstead.rulebook.loader import DATA

NAME = "2023-12-determination.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "procedures").mkdir()
    shutil.copy(DATA / "sources.yaml", tmp_path)
    shutil.copy(DATA / "procedures" / NAME, tmp_path / "procedures")
    return tmp_path


def changed(folder: Path, old: str, new: str) -> RuleBookError:
    file = folder / "procedures" / NAME
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleBookError) as caught:
        procedures.load(folder)
    return caught.value


def test_every_step_cites_the_law() -> None:
    law = procedures.applying("list")
    assert all(step.law.text and step.law.url for one in procedures.shipped() for step in one.steps)
    assert law.wait is not None
    assert (law.wait.days, law.wait.since, law.wait.until) == (90, "government_told", "effective")
    assert Origin.STATE_SPONSOR not in law.wait.origins


def test_the_files_in_the_folder_are_what_is_read(folder: Path) -> None:
    assert procedures.load(folder) == (procedures.applying("list"),)


def test_every_effect_has_its_procedure() -> None:
    for effect in ("list", "delist", "except", "withdraw"):
        law = procedures.applying(effect)
        assert procedures.of_id(law.id) is law
    with pytest.raises(LookupError):
        procedures.applying("pardon")


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("code: state_told", "code: finding", "steps[2].code"),
        ("needs: [finding, state_told, review]", "needs: [finding, later]", "steps[7].needs"),
        ("until: effective", "until: someday", "wait.until"),
        ("source: usc70109", "source: nowhere", "steps[3].source"),
        ("days: 90", "days: 0", "wait.days"),
        ("origins: [visit, no_visit, third_party]", "origins: [hearsay]", "wait.origins[0]"),
        ("title: Review", "tittle: Review", "steps[6].tittle"),
    ],
)
def test_a_wrong_record_is_named_with_its_field(folder: Path, old: str, new: str, field: str) -> None:
    error = changed(folder, old, new)
    assert (error.file, error.field) == (f"procedures/{NAME}", field)
    assert error.problem
    assert error.remedy
