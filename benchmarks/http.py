"""Decisions over HTTP: Granian on loopback, beside an empty Django view with the same middleware."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

import msgspec
from rich.table import Table

from benchmarks.client import HOST
from benchmarks.decisions import line
from benchmarks.measure import ROUNDS, Figures
from benchmarks.notices import notices
from roadstead.rulebook import shipped

LANES = 4
REQUESTS = 2_000  # in each round, for each address
PATIENCE = 60  # seconds
GOAL = 0.8
BARE, EMPTY, DECISIONS = "/bare", "/empty", "/api/v1/decisions"
NAMES = {
    EMPTY: "HTTP: empty Django view, same middleware",
    DECISIONS: "HTTP: POST /api/v1/decisions",
    BARE: "  limit of server and client: no Django",
}
Sample = tuple[int, list[str], list[int]]


def run(table: Table, data: Path) -> None:
    """Measure, and add the lines to the table. The addresses take turns, so that a busy minute hits all of them."""
    bodies = [body.decode() for body in notices(shipped(), REQUESTS)]
    rounds: dict[str, list[Sample]] = {path: [] for path in NAMES}
    with served(data) as port:
        for path in NAMES:
            ask(port, path, bodies)
        for _ in range(ROUNDS):
            for path, samples in rounds.items():
                samples.append(ask(port, path, bodies))
    figures = {path: _figures(samples) for path, samples in rounds.items()}
    table.add_section()
    for path, name in NAMES.items():
        line(table, name, figures[path], figures[EMPTY])
    share = figures[DECISIONS].rate / figures[EMPTY].rate
    table.add_row(f"  goal {'met' if share >= GOAL else 'MISSED'}: {GOAL} × the empty view")


@contextmanager
def served(data: Path) -> Iterator[int]:
    """A server of the product in a process of its own, without a rate limit; its port."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = int(probe.getsockname()[1])
    command = [str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--port", str(port), "--no-ws"]
    command += ["--log-level", "warning", "--blocking-threads", "4", "benchmarks.serving:application"]
    told = {"ROADSTEAD_DECISIONS_PER_MINUTE": "0", "ROADSTEAD_DATA_DIR": str(data)}
    server = subprocess.Popen(command, env={**os.environ, **told})
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _wait_for(port: int) -> None:
    for _ in range(PATIENCE * 10):
        try:
            socket.create_connection((HOST, port)).close()
        except ConnectionError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"no server within {PATIENCE} seconds")


def ask(port: int, path: str, bodies: Sequence[str]) -> Sample:
    """Send every body from a process of its own. Raises ValueError where an answer was no success."""
    told = msgspec.json.encode((port, LANES, path, bodies))
    done = subprocess.run([sys.executable, "-m", "benchmarks.client"], input=told, stdout=subprocess.PIPE, check=True)
    sample: Sample = msgspec.json.decode(done.stdout, type=Sample)
    if sample[1] != ["200"]:
        raise ValueError(f"{path} answered {', '.join(sample[1])}")
    return sample


def _figures(samples: Sequence[Sample]) -> Figures:
    cuts = [quantiles(times, n=100) for _, _, times in samples]
    return Figures(
        rate=median(len(times) / (elapsed / 1e9) for elapsed, _, times in samples),
        p50=median(cut[49] for cut in cuts) / 1e3,
        p99=median(cut[98] for cut in cuts) / 1e3,
    )
