"""`roadstead import entrances`: the report as JSON, or as a person reads it on a terminal."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from roadstead.cli.asked import Asked
from roadstead.cli.output import EXIT_BAD_NEWS, Format, stop, write_json
from roadstead.screening.entrances.importing import Request, default_output
from roadstead.screening.entrances.importing import run as import_entrances
from roadstead.screening.entrances.report import LIMITS, Rejected, Report
from roadstead.screening.entrances.tally import Unplaced
from roadstead.screening.errors import ScreeningError

_SHOWN = 20  # rejected rows, and names, on a terminal


def run(asked: Asked) -> int:
    """Import, print the report; 0 if every row was taken over, 1 if some were not."""
    data = Path(os.environ.get("ROADSTEAD_DATA_DIR") or "var")
    schedule_k, schedule_d = asked.options["--schedule-k"], asked.options["--schedule-d"]
    request = Request(
        input=asked.file,
        output=asked.output or default_output(data, asked.file),
        rejects=asked.rejects,
        schedule_k=Path(schedule_k) if schedule_k else None,
        schedule_d=Path(schedule_d) if schedule_d else None,
        sheet=asked.options["--sheet"],
    )
    try:
        report = _import(request)
    except ScreeningError as error:
        stop(str(error))
    if asked.form is Format.JSON:
        write_json(msgspec.json.encode(report.as_dict()))
    else:
        show(report)
    return EXIT_BAD_NEWS if report.rejected else 0


def _import(request: Request) -> Report:
    """Import; on a terminal, say how far it has come."""
    if not sys.stderr.isatty():
        return import_entrances(request)
    with Console(stderr=True).status("Reading…") as status:
        return import_entrances(request, lambda rows: status.update(f"{rows:,} rows read…"))


def show(report: Report) -> None:
    """Print the report: what was written, what it cannot tell, what was left out, what has no port."""
    console = Console(highlight=False)
    console.print(f"[bold]{report.imported:,} of {report.read:,} rows imported[/] to {escape(str(report.output))}")
    if report.first_day:
        console.print(f"Entrances from {report.first_day} to {report.last_day}.")
    console.print(
        f"Last port known: {report.with_port:,}; only its country: {report.imported - report.with_port:,}; "
        f"in the United States: {report.from_us:,}."
    )
    console.print(
        f"Ships by IMO number: {report.ships['numbered']:,}; no number: {report.ships['blank']:,}; "
        f"a wrong number, left blank: {report.ships['wrong']:,}."
    )
    if report.same_day:
        console.print(f"{report.same_day:,} rows have a ship, day and port of another row, but another last port.")
    if report.absent_columns:
        console.print(f"Columns not in the file, so not known: {', '.join(report.absent_columns)}.")
    console.print("\n[bold]What this file cannot tell[/]")
    for sentence in LIMITS:
        console.print(f"  * {sentence}")
    _rejected(console, report)
    _names(console, "Last port: only the country is known", report.previous_without_port.listed())
    _names(console, "Port of entrance not known", report.arrival_without_port.listed())
    _names(console, "Names of countries not known", report.countries_unknown.listed())
    _names(console, "Flags not known", report.flags_unknown.listed())


def _rejected(console: Console, report: Report) -> None:
    if not report.rejected:
        return
    console.print(f"\n[bold]Left out: {report.rejected:,} rows[/]")
    console.print(_table(report.rejected_rows[:_SHOWN]))
    if report.rejected > _SHOWN:
        console.print(f"and {report.rejected - _SHOWN:,} more.")
    where = f"All of them stand in {escape(report.rejects)}" if report.rejects else "--rejects FILE writes all of them"
    console.print(f"{where}: mend that file and import it to another output.")


def _table(rows: Sequence[Rejected]) -> Table:
    table = Table("Row", "Column", "Value")
    table.add_column("Why", ratio=3)
    table.add_column("What to do", ratio=2)
    for row in rows:
        table.add_row(str(row.row), row.column, escape(row.value), escape(row.why), escape(row.remedy))
    return table


def _names(console: Console, title: str, names: Sequence[Unplaced]) -> None:
    if not names:
        return
    console.print(f"\n[bold]{title}: {len(names):,} names[/]")
    for one in names[:_SHOWN]:
        country = f"{one.country}: " if one.country else ""
        hint = f" (perhaps {one.hint}? not used)" if one.hint else ""
        name = f"“{one.name}”, " if one.name else ""
        console.print(escape(f"  * {country}{name}{one.why}{hint}, {one.rows:,} rows"))
    if len(names) > _SHOWN:
        console.print(f"  and {len(names) - _SHOWN:,} more; --format json lists them.")
