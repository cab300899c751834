"""`roadstead screen`: a table of voyages in, one verdict per voyage out."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from roadstead.cli.output import Format, chosen, day, rule_book, stop, write_json
from roadstead.core.identity import IdentityError, parse_country

if TYPE_CHECKING:
    from roadstead.screening.drafts import Draft, Put
    from roadstead.screening.engines import Engine

ON_ARRIVAL = "arrival"
ENGINES = ("duckdb", "spark")


def screen(
    voyages: Annotated[
        str,
        typer.Argument(
            help="Parquet (a file or a folder), CSV, JSON Lines, or a folder that generate made.", metavar="INPUT"
        ),
    ],
    output: Annotated[
        Path, typer.Argument(help="A file ending in .parquet, .csv or .jsonl; any other name is a folder.")
    ],
    engine: Annotated[str, typer.Option(help="duckdb (in this process) or spark.")] = "duckdb",
    known_at: Annotated[
        str | None,
        typer.Option(
            help="As the advisory was known on that day; “arrival”: each voyage as on its own. Default: today."
        ),
    ] = None,
    add: Annotated[
        list[str] | None,
        typer.Option(help="What if this country were listed? CC, or CC:DATE for its first day.", metavar="CC[:DATE]"),
    ] = None,
    remove: Annotated[
        list[str] | None, typer.Option(help="What if this country were taken off? CC, or CC:DATE.", metavar="CC[:DATE]")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Also one row per call, with why, in a second file.")
    ] = False,
    explain_listed: Annotated[
        bool, typer.Option("--explain-listed", help="As --explain, for calls of listed countries only: much quicker.")
    ] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an output that exists.")] = False,
    format: Annotated[Format | None, typer.Option(help="Of the summary: text on a terminal, json in a pipe.")] = None,  # noqa: A002 - the option's name
) -> None:
    """Do conditions of entry apply to these voyages?"""
    if engine not in ENGINES:
        stop(f"--engine: “{engine}” is no engine; choose {' or '.join(ENGINES)}.")
    known = None if known_at == ON_ARRIVAL else day("--known-at", known_at)
    draft = _draft(add or [], remove or [])
    from roadstead.screening.errors import ScreeningError
    from roadstead.screening.screen import Order
    from roadstead.screening.screen import screen as run
    from roadstead.screening.troubles import told

    order = Order(
        voyages,
        output,
        rule_book(),
        known,
        draft,
        explain="all" if explain else "listed" if explain_listed else None,
        zones=_zones(),
        overwrite=overwrite,
    )
    try:
        with told(), _opened(engine) as opened, _progress() as progress:
            summary = run(order, opened, progress)
    except ScreeningError as error:
        stop(str(error))
    if chosen(format) is Format.JSON:
        import msgspec

        write_json(msgspec.json.encode({"schema": "roadstead/screening/1", **summary.as_json()}))
        return
    from roadstead.cli.screened import show

    show(summary, order)


@contextmanager
def _opened(name: str) -> Iterator["Engine"]:
    from roadstead.screening import engines

    if name == "spark":
        from roadstead.screening.spark import opened

        with opened() as engine:
            yield engine
    else:
        # DuckDB's own place for what does not fit in memory is the folder one happens to be in, and stays behind.
        with tempfile.TemporaryDirectory(prefix="roadstead-") as spill:
            yield engines.DuckDB(spill=spill)


def _draft(add: list[str], remove: list[str]) -> "Draft":
    from roadstead.screening.drafts import Draft

    added = tuple(_put("--add", text) for text in add)
    removed = tuple(_put("--remove", text) for text in remove)
    countries = [put.country for put in (*added, *removed)]
    for country in countries:
        if countries.count(country) > 1:
            stop(f"--add, --remove: {country} is named twice; name each country once.")
    return Draft(added, removed)


def _put(option: str, text: str) -> "Put":
    from roadstead.screening.drafts import Put

    code, colon, since = text.partition(":")
    try:
        country = parse_country(code)
    except IdentityError as error:
        stop(f"{option}: {error}")
    return Put(country, day(option, since) if colon else None)


def _zones() -> dict[str, str]:
    """The Captain of the Port zone of each US port."""
    from roadstead.cli.zones import zone_names

    return zone_names()


@contextmanager
def _progress() -> Iterator[Callable[[float, str], None]]:
    """A bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda share, what: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=1.0)
        yield lambda share, what: bar.update(task, completed=share, description=what.capitalize())
