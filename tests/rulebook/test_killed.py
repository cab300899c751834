"""A writer that is killed at any step leaves the old book or the new one, and the next start mends what it left."""

import json
import os
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from roadstead.rulebook import RuleBookError, load, schema
from roadstead.rulebook.publishing import publish

from .new import ID, TODAY, edition, later

REPOSITORY = Path(__file__).resolve().parents[2]


def test_killed_before_each_touch_of_the_disk(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(REPOSITORY / "src"), str(REPOSITORY)])}
    done = subprocess.run(
        [sys.executable, "-m", "tests.rulebook.killed", str(tmp_path)],
        capture_output=True, text=True, timeout=300, env=environment, cwd=REPOSITORY,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) > 15
    assert [one["code"] for one in told] == [9] * (len(told) - 1) + [0]
    for one in told:
        assert one["old"] != one["new"]
        assert one["new"] == (ID in one["left"])
        assert one["after"] == [".lock", ID]
    assert any(name.startswith(".staging-") for one in told for name in one["left"])


def test_of_two_publishers_at_once_one_comes_second(local: Path) -> None:
    told: list[str] = []

    def attempt(title: str) -> None:
        try:
            publish(local, edition(title=title), today=TODAY)
            told.append("done")
        except RuleBookError as error:
            told.append(error.problem)

    threads = [threading.Thread(target=attempt, args=(f"Invented: {name}",)) for name in "AB"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(text[:4] for text in told) == ["done", "the "]
    assert len(list((local / "published").glob("[!.]*"))) == 1


def test_a_disk_that_is_full_changes_nothing(local: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(local, edition(), today=TODAY)
    before = load(extra=local).digest

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        off = schema.DelistCountries(countries=("KE",))
        with pytest.raises(OSError, match="No space"):
            publish(local, later("2027-01-05-psa-10-26", off), today=date(2026, 12, 20))
    assert load(extra=local).digest == before
    assert sorted(path.name for path in (local / "published").iterdir()) == [".lock", ID]
