"""`roadstead import notices`: notices of arrival as JSON or JSON Lines; checked, and with --by and --apply taken in."""

import csv
from collections.abc import Iterator
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
from roadstead.wire.errors import NoticeError

SCHEMA = "roadstead/notices-report/1"
SHOWN = 20  # rejected notices on a terminal
LARGEST = 500_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one notice: taken, same, rejected or good. line: of JSON Lines, or its number in the file."""

    line: int
    ship: str
    outcome: str
    verdict: str = ""
    why: str = ""


def run(asked: Asked) -> int:
    """Read, report; 0 if every notice can be or was taken in, 1 if some cannot."""
    applied = bool(asked.options["--apply"])
    if applied and not asked.options["--by"]:
        stop("--apply takes notices in in somebody's name; say whose with --by EMAIL.")
    if not configured():
        return EXIT_USAGE
    try:
        bodies = list(_bodies(asked.file))
    except OSError as error:
        stop(f"{asked.file}: {error.strerror or error}.")
    told = _told(bodies, asked.options["--by"] if applied else None)
    rejected = [one for one in told if one.outcome == "rejected"]
    if asked.rejects is not None:
        _write(asked.rejects, rejected)
    counts = {name: sum(one.outcome == name for one in told) for name in ("taken", "same", "good", "rejected")}
    if asked.form is Format.JSON:
        write_json(msgspec.json.encode({"schema": SCHEMA, "counts": counts, "rows": told}))
    else:
        _show(counts, rejected, applied=applied)
    return EXIT_BAD_NEWS if rejected else 0


def _bodies(path: Path) -> Iterator[tuple[int, bytes]]:
    """Notices one by one: those of a list, of a single document, or line by line."""
    if not path.is_file():
        stop(f"{path}: there is no such file.")
    if path.stat().st_size > LARGEST:
        stop(f"{path}: larger than {LARGEST // 1_000_000} MB; divide it.")
    content = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    try:
        whole: Any = msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError):
        lines = enumerate(content.splitlines(), start=1)
        yield from ((number, line) for number, line in lines if line.strip())
        return
    if not isinstance(whole, list):
        yield 1, content
        return
    yield from ((number, msgspec.json.encode(one)) for number, one in enumerate(whole, start=1))


def _told(bodies: list[tuple[int, bytes]], email: str | None) -> list[Told]:
    from django.core.exceptions import PermissionDenied
    from django.db import DatabaseError

    try:
        viewer = _viewer(email) if email else None
        return [_one(line, body, viewer) for line, body in bodies]
    except PermissionDenied as error:
        stop(f"{email} may not take notices in: {error}")
    except DatabaseError as error:
        stop(f"the database is not ready ({error}); start the application once, or run “roadstead manage migrate”.")


def _one(line: int, body: bytes, viewer: Any) -> Told:
    from roadstead.arrivals import bridge
    from roadstead.arrivals.actions.taking import take_notice
    from roadstead.arrivals.enums import Origin

    try:
        taken = bridge.taken(body)
    except NoticeError as error:
        return Told(line, "", "rejected", why="; ".join(str(one) for one in error.problems))
    ship = taken.notice.vessel.name or ""
    ignored = f"Not in the schema, and left out: {', '.join(taken.ignored)}." if taken.ignored else ""
    if viewer is None:
        return Told(line, ship, "good", why=ignored)
    arrival, new = take_notice(taken=taken, origin=Origin.IMPORT, by=viewer)
    return Told(line, ship, "taken" if new else "same", arrival.outcome, ignored)


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
            writer.writerow(("line", "ship", "why"))
            writer.writerows([harmless(cell) for cell in (str(one.line), one.ship, one.why)] for one in rows)
    except OSError as error:
        stop(f"--rejects {path}: {error.strerror or error}.")


def _show(counts: dict[str, int], rejected: list[Told], *, applied: bool) -> None:
    console = Console(highlight=False)
    if applied:
        console.print(
            f"{counts['taken']:,} taken in, {counts['same']:,} there already, {counts['rejected']:,} rejected."
        )
    else:
        console.print(f"{counts['good']:,} can be taken in, {counts['rejected']:,} cannot. Nothing was taken in.")
    if not rejected:
        return
    table = Table("Line")
    table.add_column("Why", ratio=3)
    for one in rejected[:SHOWN]:
        table.add_row(str(one.line), escape(one.why))
    console.print(table)
    if len(rejected) > SHOWN:
        console.print(f"and {len(rejected) - SHOWN:,} more; --rejects FILE writes all of them.")
