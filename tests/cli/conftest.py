"""The command as a person or a script meets it: a real process, its output, its exit status."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

COMMAND = str(Path(sys.executable).with_name("roadstead"))
EXAMPLE = {
    "schema": "roadstead/notice/1",
    "vessel": {"name": "EXAMPLE", "imo": "9074729", "flag": "PA", "type": "General Dry Cargo Ship", "commercial": True},
    "arrival": {"port": "USHOU", "eta": "2019-06-01T06:00:00Z"},
    "calls": [
        {
            "country": "DJ",
            "port": "DJJIB",
            "facility": None,
            "facility_name": "Doraleh Container Terminal",
            "arrived": "2019-05-10T02:00:00Z",
            "departed": "2019-05-11T18:00:00Z",
            "purpose": "cargo",
            "berths": [{"facility": None, "facility_name": "Doraleh Container Terminal"}],
            "measures": {
                "security_level_2": True,
                "access_points_guarded": True,
                "declaration_of_security": "refused",
                "logged": True,
                "reported": True,
            },
        }
    ],
}
Roadstead = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def roadstead(tmp_path_factory: pytest.TempPathFactory) -> Roadstead:
    """Run the command, in an installation without data of its own; give it standard input where asked."""
    empty = tmp_path_factory.getbasetemp() / "no data"

    def run(*arguments: str, stdin: str | bytes = "", **environment: str) -> "subprocess.CompletedProcess[str]":
        import os

        told = {"ROADSTEAD_DATA_DIR": str(empty), **os.environ}
        data = stdin if isinstance(stdin, bytes) else stdin.encode()
        done = subprocess.run(
            [COMMAND, *arguments], input=data, capture_output=True, env=told | environment, timeout=300
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
        )

    return run


@pytest.fixture
def notice(tmp_path: Path) -> Callable[..., str]:
    """Write a notice, changed as asked, and name its file."""

    def write(**changes: object) -> str:
        path = tmp_path / "notice.json"
        path.write_text(json.dumps({**EXAMPLE, **changes}), encoding="utf-8")
        return str(path)

    return write
