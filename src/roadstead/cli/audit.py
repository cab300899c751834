"""`roadstead audit`: proving that the record of what was done is whole.

With a file it needs neither Django nor a database, so that anybody can do it who was given an export.
"""

import json
from pathlib import Path
from typing import Annotated

import typer

from roadstead.cli.output import EXIT_BAD_NEWS, Format, chosen, write_json

app = typer.Typer(
    name="audit",
    help="The record of what was done: prove that it is whole.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
As = Annotated[Format | None, typer.Option("--format", help="Default: text on a terminal, json in a pipe.")]
Heads = Annotated[
    list[str] | None,
    typer.Option("--head", help="NUMBER:DIGEST as “audit head” printed it: proves that nothing was cut off since."),
]


@app.command("verify")
def verify(
    file: Annotated[
        Path | None, typer.Argument(help="An export (JSON Lines); - reads standard input. Default: the database.")
    ] = None,
    head: Heads = None,
    form: As = None,
) -> None:
    """Follow the chain from its beginning; exit 0 only if every event is as it was recorded."""
    from roadstead.cli import audit_database, audit_file, audit_told

    noted = audit_file.heads(head or ())
    checked, unguarded = (audit_file.check(file, noted), []) if file else audit_database.check(noted)
    if chosen(form) is Format.JSON:
        write_json(json.dumps(audit_told.as_json(checked, unguarded), ensure_ascii=False).encode())
    else:
        audit_told.show(checked, unguarded)
    raise typer.Exit(0 if checked.holds and not unguarded else EXIT_BAD_NEWS)


@app.command("head")
def head(form: As = None) -> None:
    """The number and digest of the last event: note them down, away from this machine."""
    from roadstead.cli import audit_database

    number, digest = audit_database.head()
    if chosen(form) is Format.JSON:
        write_json(json.dumps({"number": number, "digest": digest}).encode())
    else:
        print(f"{number}:{digest}")
