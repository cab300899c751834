"""`roadstead advisory export` and `verify`: the signed publication that any mirror serves, and its proof.

Proving needs neither Django nor a database; both are imported only where they are needed.
"""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from roadstead.cli.output import EXIT_BAD_NEWS, EXIT_USAGE, Format, chosen, complain, data_dir, day, stop, write_json

if TYPE_CHECKING:
    from roadstead.publication.verify import Verdict

MOST_PROBLEMS = 20
As = Annotated[Format | None, typer.Option("--format", help="Default: text on a terminal, json in a pipe.")]


def export(
    folder: Annotated[Path, typer.Argument(help="Where the publication goes: a new folder, or an older publication.")],
    on: Annotated[str | None, typer.Option(help="The list in force on that day (YYYY-MM-DD). Default: today.")] = None,
    known_at: Annotated[str | None, typer.Option(help="As it was known on that day. Default: today.")] = None,
) -> None:
    """Write the signed publication: pages, JSON, CSV, PDF, feed, changes, checksums, signatures."""
    from roadstead.cli.serve import configured
    from roadstead.common import clock

    days = day("--on", on), min(day("--known-at", known_at), clock.today())
    if not configured():
        raise typer.Exit(EXIT_USAGE)
    from roadstead.advisories.site import publishing
    from roadstead.publication.keyring import KeyringError
    from roadstead.rulebook.errors import RuleBookError

    try:
        done = publishing.export(folder, on=days[0], known_at=days[1], now=clock.now())
    except FileExistsError as error:
        stop(str(error))
    except OSError as error:
        stop(f"{folder} cannot be written: {error.strerror}. What was there is as it was.")
    except (KeyringError, RuleBookError) as error:
        stop(str(error))
    if done.first_keys:
        from roadstead.cli.keys import told_first

        told_first(done.keys)
    current = done.keys.current
    print(f"{done.files} files in {folder}, signed with the key {current.id if current else ''}.")


def verify(
    path: Annotated[
        Path, typer.Argument(help="A publication, a receipt, or one file with its signature (FILE.sig) beside it.")
    ],
    key: Annotated[
        list[str] | None,
        typer.Option(
            help="What you trust: a public key (64 hexadecimal digits), or a file that holds one or a history of keys. "
            "May be repeated. Default: the keys of this installation, if it has any."
        ),
    ] = None,
    form: As = None,
) -> None:
    """Exit 0 only if every checksum and every signature holds. Needs no database."""
    from roadstead.cli.trusting import trusted
    from roadstead.publication.verify import verify as proven

    if not path.exists():
        stop(f"{path} does not exist; name a publication's folder, a receipt, or a file with its signature beside it.")
    anchors = trusted(key or (), data_dir())
    try:
        verdict = proven(path, anchors)
    except OSError as error:
        stop(f"{error.filename or path} cannot be read: {error.strerror}.")
    if chosen(form) is Format.JSON:
        write_json(json.dumps(_as_json(verdict), ensure_ascii=False).encode())
    else:
        _show(path, verdict)
    if not verdict.holds and chosen(form) is Format.JSON:
        complain(f"{path} does not hold: {verdict.problems[0]}.")
    raise typer.Exit(0 if verdict.holds else EXIT_BAD_NEWS)


def _as_json(verdict: "Verdict") -> dict[str, object]:
    return {
        "schema": "roadstead/advisory-verification/1",
        "holds": verdict.holds,
        "problems": list(verdict.problems),
        "files": verdict.files,
        "key": verdict.key,
        "root": verdict.root,
        "signed_at": verdict.signed_at,
        "origin_proven": verdict.holds and verdict.trusted,
    }


def _show(path: Path, verdict: "Verdict") -> None:
    if not verdict.holds:
        print(f"{path} does NOT hold:")
        for problem in verdict.problems[:MOST_PROBLEMS]:
            print(f"  {problem}")
        if (more := len(verdict.problems) - MOST_PROBLEMS) > 0:
            print(f"  and {more} more")
        return
    print(f"{path} holds: {verdict.files} files, signed at {verdict.signed_at} with the key {verdict.key}.")
    if not verdict.trusted:
        print(
            f"That it comes from whom it says is not proven: compare the root {verdict.root} with what the publisher "
            "says elsewhere, or give a public key that you trust with --key.",
            file=sys.stderr,
        )
