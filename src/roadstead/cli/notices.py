"""`roadstead import notices`: notices of arrival in any format that is read; checked, and with --apply taken in."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from roadstead.cli.asked import Asked
from roadstead.cli.output import EXIT_BAD_NEWS, EXIT_USAGE, Format, stop, write_json
from roadstead.cli.serve import configured

SCHEMA = "roadstead/notices-report/1"
SHOWN = 20  # rejected notices on a terminal
OUTCOMES = ("new", "updated", "same", "older", "cancelled", "good", "rejected")


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one notice. at: its number in the file, or the place in it; outcome: as in a receipt, or good."""

    at: str
    ship: str
    outcome: str
    why: str = ""


def run(asked: Asked) -> int:
    """Read, report; 0 if every notice can be or was taken in, 1 if some cannot."""
    applied = bool(asked.options["--apply"])
    if applied and not asked.options["--by"]:
        stop("--apply takes notices in in somebody's name; say whose with --by EMAIL.")
    if not configured():
        return EXIT_USAGE
    told = _told(asked.file, asked.options["--by"] if applied else None)
    rejected = [one for one in told if one.outcome == "rejected"]
    if asked.rejects is not None:
        _write(asked.rejects, rejected)
    counts = {name: sum(one.outcome == name for one in told) for name in OUTCOMES}
    if asked.form is Format.JSON:
        write_json(msgspec.json.encode({"schema": SCHEMA, "counts": counts, "rows": told}))
    else:
        _show(counts, rejected, applied=applied)
    return EXIT_BAD_NEWS if rejected else 0


def _told(path: Path, email: str | None) -> list[Told]:
    from django.core.exceptions import PermissionDenied
    from django.db import DatabaseError

    from roadstead.arrivals.actions.taking import take_in
    from roadstead.arrivals.enums import Origin

    if not path.is_file():
        stop(f"{path}: there is no such file.")
    try:
        body = path.read_bytes()
        if email is None:
            return _checked(body, path.name)
        sending = take_in(body=body, name=path.name, origin=Origin.IMPORT, by=_viewer(email))
    except OSError as error:
        stop(f"{path}: {error.strerror or error}.")
    except PermissionDenied as error:
        stop(f"{email} may not take notices in: {error}")
    except DatabaseError as error:
        stop(f"the database is not ready ({error}); start the application once, or run “roadstead manage migrate”.")
    return [Told(one["at"], one["ship"], one["outcome"], one["words"]) for one in sending.told]


def _checked(body: bytes, name: str) -> list[Told]:
    """What can be read, without a database, with everything that a person should look at."""
    from roadstead.arrivals.actions.taking import why_refused
    from roadstead.wire.incoming.problem import Problem
    from roadstead.wire.incoming.reading import read

    found: list[Told] = []
    for number, one in enumerate(read(body, name), start=1):
        if isinstance(one, Problem):
            found.append(Told(one.at, "", "rejected", f"{one.what} {one.todo}"))
        elif why := why_refused(one):
            found.append(Told(str(number), one.vessel.name or "", "rejected", why))
        else:
            words = [str(remark) for remark in one.remarks]
            words += [f"not understood: {', '.join(one.not_understood)}"] if one.not_understood else []
            found.append(Told(str(number), one.vessel.name or "", "good", " ".join(words)))
    return found


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
            writer.writerow(("at", "ship", "why"))
            writer.writerows([harmless(cell) for cell in (one.at, one.ship, one.why)] for one in rows)
    except OSError as error:
        stop(f"--rejects {path}: {error.strerror or error}.")


def _show(counts: dict[str, int], rejected: list[Told], *, applied: bool) -> None:
    console = Console(highlight=False)
    if applied:
        console.print(
            f"{counts['new']:,} taken in, {counts['updated']:,} updated, {counts['cancelled']:,} cancelled, "
            f"{counts['same'] + counts['older']:,} there already, {counts['rejected']:,} rejected."
        )
    else:
        console.print(f"{counts['good']:,} can be taken in, {counts['rejected']:,} cannot. Nothing was taken in.")
    if not rejected:
        return
    table = Table("Where")
    table.add_column("Why", ratio=3)
    for one in rejected[:SHOWN]:
        table.add_row(escape(one.at), escape(one.why))
    console.print(table)
    if len(rejected) > SHOWN:
        console.print(f"and {len(rejected) - SHOWN:,} more; --rejects FILE writes all of them.")
