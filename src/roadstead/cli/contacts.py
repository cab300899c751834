"""`roadstead import contacts`: people as CSV or vCard, in somebody's name; a preview, and with --apply taken over."""

import csv
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from roadstead.cli.asked import Asked
from roadstead.cli.output import EXIT_BAD_NEWS, EXIT_USAGE, Format, stop, write_json
from roadstead.cli.serve import configured

SCHEMA = "roadstead/contacts-report/1"
SHOWN = 20  # rows on a terminal
LARGEST = 200_000_000  # bytes
Told = tuple[int, str, str, str]  # line, name, outcome, words


def run(asked: Asked) -> int:
    """Read, report; 0 if every entry can be or was taken over, 1 if some cannot."""
    if not asked.options["--by"]:
        stop("people are read in somebody's name, who alone sees them before they land; say whose with --by EMAIL.")
    if not configured():
        return EXIT_USAGE
    if not asked.file.is_file():
        stop(f"{asked.file}: there is no such file.")
    made, told = _import(asked)
    rejected = [one for one in told if one[2] == "rejected"]
    if asked.rejects is not None:
        _write(asked.rejects, rejected)
    if asked.form is Format.JSON:
        rows = [dict(zip(("line", "name", "outcome", "remarks"), one, strict=True)) for one in told]
        address = f"/desk/people/import/{made.pk}/"
        body = {"schema": SCHEMA, "state": made.state, "counts": made.counts, "address": address, "rows": rows}
        write_json(msgspec.json.encode(body))
    else:
        _show(made, told, applied=bool(asked.options["--apply"]))
    return EXIT_BAD_NEWS if rejected else 0


def _import(asked: Asked) -> tuple[Any, list[Told]]:
    """The import, and what became of each entry; its names, which are not kept afterwards, are read before."""
    from django.core.exceptions import PermissionDenied
    from django.db import DatabaseError

    from roadstead.engagement.actions.contact_shape import ContactError
    from roadstead.engagement.actions.importing import confirm_import, read_contacts
    from roadstead.engagement.addressbook.draft import FileError
    from roadstead.engagement.presenters.people_imports import row_lines, rows_of

    try:
        if asked.file.stat().st_size > LARGEST:
            stop(f"{asked.file}: larger than {LARGEST // 1_000_000} MB; divide it.")
        viewer, content = _viewer(asked.options["--by"] or ""), asked.file.read_bytes()
        source = asked.options["--source"] or asked.file.name
        made = read_contacts(file_name=asked.file.name, content=content, source=source, by=viewer)
        names = {one.line: one.name for one in rows_of(made).iterator()}
        if asked.options["--apply"]:
            made = confirm_import(made=made, by=viewer)
    except PermissionDenied as error:
        stop(f"{asked.options['--by']} may not read people in: {error}")
    except (FileError, ContactError, OSError) as error:
        stop(f"{asked.file}: {error}")
    except DatabaseError as error:
        stop(f"the database is not ready ({error}); start the application once, or run “roadstead manage migrate”.")
    lines = row_lines(rows_of(made), viewer)
    return made, [(one.line, names.get(one.line, ""), one.outcome, " ".join(one.problems)) for one in lines]


def _viewer(email: str) -> Any:
    from roadstead.accounts import queries

    person = queries.person_with(email)
    if person is None:
        stop(f"--by: there is no account with the address {email[:80]}.")
    return queries.viewer_of(person)


def _write(path: Path, rows: list[Told]) -> None:
    from roadstead.common.sheets import harmless

    try:
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(("line", "name", "outcome", "why"))
            writer.writerows([harmless(cell) for cell in one] for one in rows)
    except OSError as error:
        stop(f"--rejects {path}: {error.strerror or error}.")


def _show(made: Any, told: list[Told], *, applied: bool) -> None:
    console = Console(highlight=False)
    counts = ", ".join(f"{made.counts.get(name, 0):,} {name}" for name in ("new", "changed", "same", "rejected"))
    console.print(f"{len(told):,} entries: {counts}.")
    spoken = [one for one in told if one[3]]
    if spoken:
        table = Table("Line", "Name", "Outcome")
        table.add_column("Remarks", ratio=3)
        for line, name, outcome, words in spoken[:SHOWN]:
            table.add_row(str(line), escape(name), outcome, escape(words))
        console.print(table)
    if len(spoken) > SHOWN:
        console.print(f"and {len(spoken) - SHOWN:,} more; --rejects FILE writes what is left out.")
    if not applied:
        console.print(f"Nothing was taken over. Do so at /desk/people/import/{made.pk}/, or here with --apply.")
