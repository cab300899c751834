"""Measure, in one run on one machine, and print a table, and one of screening: `make bench`.

Every figure is the median of five rounds. What runs in this process is timed by the processor time it takes, so that
a busy machine disturbs it little; screening, which uses all cores, by the clock and by that time.
Figures of different runs or machines compare as ratios only.
"""

import argparse
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from rich.console import Console
from rich.table import Table

APPS = (
    *("pages", "access", "search", "audit", "publication", "world"),
    *("visits", "hosting", "training", "subscriptions", "queue"),
)
ONCE = ("everywhere", "watch")
PARTS = ("decisions", "http", *APPS, *ONCE, "screening")
VOYAGES = 1_000_000  # about ten minutes; `--voyages 10000000` takes an hour


def main(asked: list[str]) -> int:
    told = _told(asked)
    wanted = set(told.part or PARTS)
    if wanted - {"screening"}:
        _measure(wanted, told.scale)
    if "screening" in wanted:
        from benchmarks import screening

        Console(width=max(150, Console().width)).print(screening.run(told.voyages, told.larger, told.rounds))
    return 0


def _told(asked: list[str]) -> argparse.Namespace:
    of_screening = int(os.environ.get("ROADSTEAD_BENCH_VOYAGES", VOYAGES))
    reader = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    # No `choices`: they would refuse to be asked for nothing at all.
    reader.add_argument("part", nargs="*", help=f"some of {', '.join(PARTS)}; all where none is named")
    reader.add_argument("--voyages", type=int, default=of_screening, help="of screening (ROADSTEAD_BENCH_VOYAGES)")
    reader.add_argument("--larger", type=int, help="of screening, to see how it grows; five times --voyages")
    reader.add_argument("--rounds", type=int, default=5, help="of screening")
    reader.add_argument("--scale", type=int, default=10, help="of the demonstration world: how many times the usual")
    told = reader.parse_args(asked)
    if unknown := set(told.part) - set(PARTS):
        reader.error(f"there is no part {', '.join(sorted(unknown))}: name some of {', '.join(PARTS)}")
    return told


def _measure(wanted: set[str], scale: int) -> None:
    table = Table(title=f"Medians of five rounds, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    table.add_column("What")
    for column in ("a second", "p50 µs", "p99 µs", "ratio"):
        table.add_column(column, justify="right")
    with tempfile.TemporaryDirectory(prefix="roadstead-bench-") as folder:
        _run(table, wanted, Path(folder), scale)
    Console(width=max(100, Console().width)).print(table)


def _run(table: Table, wanted: set[str], data: Path, scale: int) -> None:
    from benchmarks import decisions, http

    if "decisions" in wanted:
        decisions.run(table)
    if wanted & {"http", *APPS, *ONCE} - {"audit"}:
        _prepare(data)
    if "http" in wanted:
        http.run(table, data)
    _plain(table, wanted, "pages", "access", "search")
    if "audit" in wanted:
        from benchmarks import audit

        audit.run(table, data)
    if "publication" in wanted:
        from benchmarks import publication

        publication.run(table, data)
    if "world" in wanted:
        from benchmarks import world

        world.run(table, scale)
    _plain(table, wanted, "visits", "hosting", "training", "subscriptions", "queue")
    if "everywhere" in wanted:
        from benchmarks import everywhere

        everywhere.run(table, data)
    if "watch" in wanted:
        from benchmarks import watch

        watch.run(table, data)


def _plain(table: Table, wanted: set[str], *parts: str) -> None:
    """The parts that need the installation and nothing more."""
    for part in parts:
        if part in wanted:
            import_module(f"benchmarks.{part}").run(table)


def _prepare(data: Path) -> None:
    """An installation of its own, in a folder that is gone afterwards."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "roadstead.config.settings",
        "ROADSTEAD_DATA_DIR": str(data),
        "DATABASE_URL": f"sqlite:///{data / 'bench.sqlite3'}",
    }
    import django
    from django.conf import settings

    settings.ROOT_URLCONF = "benchmarks.urls"
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "localhost"]
    django.setup()
    from benchmarks import pages

    pages.prepare()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
