"""`roadstead import`: files of other programs in, with a report row by row. One line per kind in `KINDS`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from roadstead.cli.asked import Asked
from roadstead.cli.output import Format, chosen, stop


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: what it is, what reads it and returns the exit status, and the options that only it has."""

    says: str
    run: Callable[[Asked], int]
    options: frozenset[str] = frozenset()
    writes: bool = True


def _entrances(asked: Asked) -> int:
    from roadstead.cli import entrances

    return entrances.run(asked)


def _facilities(asked: Asked) -> int:
    from roadstead.cli import facilities

    return facilities.run(asked)


def _contacts(asked: Asked) -> int:
    from roadstead.cli import contacts

    return contacts.run(asked)


def _notices(asked: Asked) -> int:
    from roadstead.cli import notices

    return notices.run(asked)


KINDS: Mapping[str, Kind] = {
    "entrances": Kind(
        "vessel entrances of the US Army Corps of Engineers, as voyages",
        _entrances,
        frozenset({"--schedule-k", "--schedule-d", "--sheet"}),
    ),
    "facilities": Kind(
        "the register of port facilities as GISIS of the IMO exports it",
        _facilities,
        frozenset({"--by", "--apply"}),
        writes=False,
    ),
    "contacts": Kind(
        "people outside the programme, as CSV or vCard",
        _contacts,
        frozenset({"--by", "--apply", "--source"}),
        writes=False,
    ),
    "notices": Kind(
        "notices of arrival: XML, workbook, JSON, JSON Lines or CSV",
        _notices,
        frozenset({"--by", "--apply"}),
        writes=False,
    ),
}


def import_file(
    kind: Annotated[str, typer.Argument(help="What the file holds: " + ", ".join(KINDS) + ".")],
    file: Annotated[Path, typer.Argument(help="The file: CSV, .xlsx, vCard or JSON, as the kind has it.")],
    output: Annotated[
        Path | None, typer.Argument(help="Where to write: .parquet, .csv or .jsonl. Default: in the data folder.")
    ] = None,
    rejects: Annotated[
        Path | None, typer.Option(help="Write the rows left out, with the reason of each, to this CSV file.")
    ] = None,
    schedule_k: Annotated[
        str | None, typer.Option(help="entrances: the official list of foreign port codes, for names left blank.")
    ] = None,
    schedule_d: Annotated[
        str | None, typer.Option(help="entrances: the official list of US port codes, for names left blank.")
    ] = None,
    sheet: Annotated[str | None, typer.Option(help="entrances: the worksheet, where several could be meant.")] = None,
    by: Annotated[
        str | None, typer.Option(metavar="EMAIL", help="Whose act it is; without, the file is only checked.")
    ] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Take the rows over; without, they are a preview.")] = False,
    source: Annotated[
        str | None, typer.Option(help="contacts: where the people are from. Default: the name of the file.")
    ] = None,
    format: Annotated[Format | None, typer.Option(help="Default: text on a terminal, json in a pipe.")] = None,  # noqa: A002 - the option's name
) -> None:
    """Import a file of another program; says row by row what was left out and why."""
    found = KINDS.get(kind)
    if found is None:
        known = ", ".join(f"{name} ({one.says})" for name, one in KINDS.items())
        stop(f"there is no import of “{kind[:40]}”; there is: {known}.")
    options = {"--schedule-k": schedule_k, "--schedule-d": schedule_d, "--sheet": sheet}
    options |= {"--by": by, "--apply": "yes" if apply else None, "--source": source}
    for name, value in options.items():
        if value is not None and name not in found.options:
            stop(f"{name} does not go with {kind}; leave it out.")
    if output is not None and not found.writes:
        stop(f"{kind} are not written to a file; leave {output} out.")
    raise typer.Exit(found.run(Asked(file, output, rejects, chosen(format), options)))
