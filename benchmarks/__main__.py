"""Measure, in one run on one machine, and print one table: `make bench`.

Every figure is the median of five rounds. What runs in this process is timed by the processor time it takes, so that
a busy machine disturbs it little. Figures of different runs or machines compare as ratios only.
"""

import os
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

PARTS = ("decisions", "http", "pages")


def main(wanted: list[str]) -> int:
    unknown = set(wanted) - set(PARTS)
    if unknown:
        print(
            f"There is no part {', '.join(unknown)}: name some of {', '.join(PARTS)}, or none for all.", file=sys.stderr
        )
        return 2
    table = Table(title=f"Medians of five rounds, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    table.add_column("What")
    for column in ("a second", "p50 µs", "p99 µs", "ratio"):
        table.add_column(column, justify="right")
    with tempfile.TemporaryDirectory(prefix="roadstead-bench-") as folder:
        _run(table, set(wanted or PARTS), Path(folder))
    Console(width=max(100, Console().width)).print(table)
    return 0


def _run(table: Table, wanted: set[str], data: Path) -> None:
    from benchmarks import decisions, http

    if "decisions" in wanted:
        decisions.run(table)
    if wanted & {"http", "pages"}:
        _prepare(data)
    if "http" in wanted:
        http.run(table, data)
    if "pages" in wanted:
        from benchmarks import pages

        pages.run(table)


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
