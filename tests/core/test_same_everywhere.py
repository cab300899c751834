"""The same notice, rule book and knowledge date give the same digest, and the same words, on every machine."""

import hashlib
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from roadstead.core.judge import Judge
from roadstead.core.snapshot import Snapshot
from roadstead.rulebook.loader import load
from roadstead.wire.decision import decide_json
from tests.scenarios.reading import TODAY, good, notice_of

ROOT = Path(__file__).parents[2]
PROGRAM = "from tests.core.test_same_everywhere import answers; print(answers())"


def answers() -> str:
    """The fingerprint of the whole answers to all scenarios, digests and all."""
    book = load()
    judges: dict[date, Judge] = {}
    content = hashlib.sha256(book.digest.encode())
    for _, scenario in good():
        known_at = date.fromisoformat(scenario.get("known_at", TODAY.isoformat()))
        judge = judges.setdefault(known_at, Judge(Snapshot(book, known_at)))
        content.update(decide_json(json.dumps(notice_of(scenario["given"])).encode(), judge))
    return content.hexdigest()


@pytest.fixture(scope="module")
def here() -> str:
    return answers()


@pytest.mark.parametrize(
    "machine",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4294967295", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "1"},
    ],
    ids=["ahead of UTC", "behind UTC"],
)
def test_another_process_with_other_hashes_clock_and_language_answers_alike(
    machine: dict[str, str], here: str, tmp_path: Path
) -> None:
    environment = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT), **machine}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == here
