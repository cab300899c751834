"""The advisory on a fixed day, and a rule book of this installation that can be added to."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from roadstead.common import clock

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    """It is 22 November 2026, whatever the day."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    return TODAY


@pytest.fixture
def publish(tmp_path: Path, settings) -> Callable[[str, str], None]:
    """Adds a file to the rule book of this installation; nothing has to be told that it is there."""
    settings.DATA_DIR = tmp_path

    def write(name: str, text: str) -> None:
        path = tmp_path / "rulebook" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return write
