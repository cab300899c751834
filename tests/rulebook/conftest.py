"""A rule book in a temporary folder that tests may change, and a folder of local additions."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from roadstead.rulebook.loader import DATA

Write = Callable[[str, str], Path]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the shipped files."""
    return Path(shutil.copytree(DATA, tmp_path / "book"))


@pytest.fixture
def local(tmp_path: Path) -> Path:
    """An empty folder for local additions."""
    folder = tmp_path / "local"
    folder.mkdir()
    return folder


@pytest.fixture
def write(local: Path) -> Write:
    """Writes a file of the local folder, given its path in it and its text."""

    def write_file(name: str, text: str) -> Path:
        path = local / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write_file
