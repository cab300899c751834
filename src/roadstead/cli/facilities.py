"""`roadstead import facilities`: the export of GISIS, checked; with --by kept as a preview; with --apply taken over."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from roadstead.cli.asked import Asked
from roadstead.cli.output import EXIT_BAD_NEWS, EXIT_USAGE, Format, stop, write_json
from roadstead.cli.serve import configured
from roadstead.common import clock

SCHEMA = "roadstead/facilities-report/1"
SHOWN = 20  # rejected rows on a terminal
Problem = tuple[int, str, str, str]  # line, number, column, words


def run(asked: Asked) -> int:
    """Read, report; 0 if no row was rejected, 1 if some were."""
    if asked.options["--apply"] and not asked.options["--by"]:
        stop("--apply takes rows over in somebody's name; say whose with --by EMAIL.")
    if not configured():
        return EXIT_USAGE
    if not asked.file.is_file():
        stop(f"{asked.file}: there is no such file.")
    report, problems = _kept(asked) if asked.options["--by"] else _checked(asked.file)
    if asked.rejects is not None:
        _write(asked.rejects, problems)
    if asked.form is Format.JSON:
        rows = [dict(zip(("line", "number", "column", "why"), one, strict=True)) for one in problems]
        write_json(msgspec.json.encode({"schema": SCHEMA, **report, "rejected": rows}))
    else:
        _show(report, problems)
    return EXIT_BAD_NEWS if problems else 0


def _checked(file: Path) -> tuple[dict[str, Any], list[Problem]]:
    """The rows alone, without a database: what cannot be read of them."""
    from roadstead.registry.importing.errors import UnreadableError
    from roadstead.registry.importing.rows import read

    problems: list[Problem] = []
    count = 0
    try:
        with file.open("rb") as stream:
            export = read(stream, clock.today())
            for row in export.rows:
                count += 1
                problems += [(row.line, row.number, column, words) for column, words in row.rejected]
    except (UnreadableError, OSError) as error:
        stop(f"{file}: {error}")
    done = "checked; compared with nothing, and nothing taken over"
    return {"state": done, "rows": count, "absent_columns": list(export.heading.absent)}, problems


def _kept(asked: Asked) -> tuple[dict[str, Any], list[Problem]]:
    """The preview, or what was taken over, in somebody's name."""
    from django.core.exceptions import PermissionDenied
    from django.db import DatabaseError

    from roadstead.registry.actions.facility_importing import import_facilities
    from roadstead.registry.actions.facility_reading import read_facilities
    from roadstead.registry.actions.keeping import RegisterError
    from roadstead.registry.queries.facility_imports import import_rows

    try:
        viewer = _viewer(asked.options["--by"] or "")
        with asked.file.open("rb") as stream:
            made = read_facilities(stream=stream, file_name=asked.file.name, by=viewer)
        if asked.options["--apply"]:
            made = import_facilities(imported=made, by=viewer)
    except PermissionDenied as error:
        stop(f"{asked.options['--by']} may not read a register in: {error}")
    except (RegisterError, OSError) as error:
        stop(f"{asked.file}: {error}")
    except DatabaseError as error:
        stop(f"the database is not ready ({error}); start the application once, or run “roadstead manage migrate”.")
    rows = import_rows(made, viewer, outcome="rejected")
    problems = [(row.line, row.number, column, words) for row in rows for column, words in row.problems]
    report = {"state": made.state, "page": f"/desk/facilities/import/{made.pk}/", **made.counts}
    return report | {"vanished": made.vanished}, problems


def _viewer(email: str) -> Any:
    from roadstead.accounts import queries

    person = queries.person_with(email)
    if person is None:
        stop(f"--by: there is no account with the address {email[:80]}.")
    return queries.viewer_of(person)


def _write(path: Path, problems: list[Problem]) -> None:
    from roadstead.common.sheets import harmless

    try:
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(("line", "number", "column", "why"))
            writer.writerows([harmless(cell) for cell in one] for one in problems)
    except OSError as error:
        stop(f"--rejects {path}: {error.strerror or error}.")


def _show(report: dict[str, Any], problems: list[Problem]) -> None:
    console = Console(highlight=False)
    for line in _lines(report):
        console.print(escape(line))
    if not problems:
        return
    table = Table("Line", "Number", "Column")
    table.add_column("Why", ratio=3)
    for line_number, number, column, words in problems[:SHOWN]:
        table.add_row(str(line_number), escape(number), escape(column), escape(words))
    console.print(table)
    if len(problems) > SHOWN:
        console.print(f"and {len(problems) - SHOWN:,} more; --rejects FILE writes all of them.")


def _lines(report: dict[str, Any]) -> Iterator[str]:
    yield f"{report['rows']:,} rows: {report['state']}."
    if "new" in report:
        names = ("new", "changed", "same", "kept", "rejected")
        yield ", ".join(f"{report[name]:,} {name}" for name in names) + "."
        yield f"Its page: {report['page']}"
    if vanished := report.get("vanished"):
        yield f"{len(vanished):,} facilities of an earlier export are not in this file; they stay in the register."
    if absent := report.get("absent_columns"):
        yield f"Columns not in the file: {', '.join(absent)}."
