"""`roadstead generate`: invented voyages over real ports, as a file or in the project's own folder."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from roadstead.cli.output import day, rule_book, stop
from roadstead.common import clock
from roadstead.screening.errors import ScreeningError

if TYPE_CHECKING:
    import pyarrow as pa

    from roadstead.screening.generate.files import Form

AHEAD = 21  # days: ships that arrive then are at sea today
MOST = 1_000_000_000


def generate(
    n: Annotated[int, typer.Argument(help="How many voyages; one voyage is one arrival in the US.", metavar="N")],
    output: Annotated[
        Path, typer.Argument(help="A file ending in .parquet, .csv, .jsonl or .ndjson; any other name is a folder.")
    ],
    seed: Annotated[int, typer.Option(help="The same seed, N and last day give the same voyages.")] = 1,
    until: Annotated[
        str | None, typer.Option(help="The last day of arrival (YYYY-MM-DD). Default: in three weeks.")
    ] = None,
    form: Annotated[
        str | None, typer.Option("--format", help="parquet, csv, jsonl or folder. Default: by the output's name.")
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an output that exists.")] = False,
) -> None:
    """Invent N plausible voyages over real ports, marked as invented."""
    last = day("--until", until) if until else clock.today() + timedelta(days=AHEAD)
    if not 1 <= n <= MOST:
        stop(f"N: at least one voyage and at most {MOST:,} can be made, not {n:,}.")
    try:
        rows = _write(n, output, _form(form, output), seed, last, overwrite)
    except ScreeningError as error:
        stop(str(error))
    print(f"{n:,} invented voyages, {rows:,} calls, in {output}")


def _form(wanted: str | None, output: Path) -> "Form":
    from roadstead.screening.generate.files import Form, form_of

    if wanted is None:
        return form_of(output)
    try:
        return Form(wanted)
    except ValueError:
        stop(f"--format: “{wanted}” is none of {', '.join(Form)}.")


def _write(n: int, output: Path, form: "Form", seed: int, until: date, overwrite: bool) -> int:
    """Make the voyages and write them. Returns the calls written."""
    from roadstead.screening.generate import about, files, tables

    files.check(output, overwrite=overwrite)
    book = rule_book()
    made = tables(n, seed=seed, until=until, listings=book.listings, facilities=book.facilities)
    mark = about(n, seed=seed, until=until, rule_book=book.digest)
    with _progress(n) as advance:
        counted = _Counted(made, advance)
        if form is files.Form.FOLDER:
            from roadstead.screening import layout

            layout.write(counted, output, book=book, about=mark, overwrite=overwrite)
        else:
            files.write(counted, output, form, about=mark, overwrite=overwrite)
    return counted.rows


class _Counted:
    """Tables as they pass: the calls are counted, the progress is told in voyages."""

    def __init__(self, tables: "Iterable[pa.Table]", advance: Callable[[int], None]) -> None:
        self.tables, self.advance, self.rows = tables, advance, 0

    def __iter__(self) -> "Iterator[pa.Table]":
        for table in self.tables:
            yield table
            self.rows += table.num_rows
            self.advance(table["voyage_id"][-1].as_py())


@contextmanager
def _progress(n: int) -> Iterator[Callable[[int], None]]:
    """A bar on standard error where that is a terminal; yields what tells it how many voyages are done."""
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Voyages", total=n)
        yield lambda done: bar.update(task, completed=done)
