"""What letters rest on: every kind has its entry, and only what was read is cited as verified."""

from datetime import date
from pathlib import Path

import pytest

from roadstead.rulebook import letters
from roadstead.rulebook.errors import RuleBookError
from roadstead.rulebook.loader import DATA

KINDS = {"conditions", "guards_required", "guards_waived", "order", "denial", "receipt", "withdrawal"}


def test_every_kind_has_what_it_rests_on() -> None:
    rules = letters.in_force(date(2026, 6, 1))
    assert set(rules.record.kinds) == KINDS
    assert [one.cite for one in rules.grounds("denial")] == ["46 USC 70110(a)(2)", "SOLAS regulation XI-2/9.2"]
    assert rules.note("order")
    assert rules.note("receipt") == ""
    assert letters.in_force(date(1990, 1, 1)).id == rules.id


def test_a_ground_that_is_not_there_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    for file in (DATA / "letters").glob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace("grounds: [notice, updates]", "grounds: [nothing]")
        (folder / file.name).write_text(text, encoding="utf-8")
    with pytest.raises(RuleBookError, match="nothing"):
        letters.load(tmp_path)
