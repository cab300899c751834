"""`roadstead advisory`: the list in force, what changed, and the signed publication of both.

What only these commands need is imported when they are called: `decide` must start fast.
"""

from typing import Annotated

import msgspec
import typer

from roadstead.cli import keys, publication
from roadstead.cli.output import Format, chosen, day, rule_book, stop, write_json
from roadstead.core.snapshot import Snapshot

app = typer.Typer(
    name="advisory",
    help="The advisory: the list in force, what changed, and its signed publication.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(keys.app, name="keys")
app.command("export")(publication.export)
app.command("verify")(publication.verify)
KnownAt = Annotated[
    str | None, typer.Option(help="As the list was known on that day (YYYY-MM-DD). Default: everything known today.")
]
As = Annotated[Format | None, typer.Option("--format", help="Default: text on a terminal, json in a pipe.")]


@app.command("show")
def show(
    on: Annotated[str | None, typer.Option(help="The list in force on that day (YYYY-MM-DD). Default: today.")] = None,
    known_at: KnownAt = None,
    form: As = None,
) -> None:
    """The list in force, with its exceptions."""
    from roadstead.core.listing import advisory_on

    snapshot = Snapshot(rule_book(), day("--known-at", known_at))
    advisory = advisory_on(snapshot, day("--on", on))
    if chosen(form) is Format.JSON:
        write_json(msgspec.json.encode(advisory))
        return
    from roadstead.cli.lists import show_list

    show_list(advisory)


@app.command("diff")
def diff(
    a: Annotated[str, typer.Argument(help="An edition (2-19, or its identifier) or a day (YYYY-MM-DD).")],
    b: Annotated[str, typer.Argument(help="Another.")],
    known_at: KnownAt = None,
    form: As = None,
) -> None:
    """What changed between two editions or two days."""
    from roadstead.core.diff import difference, resolve
    from roadstead.core.listing import advisory_on

    book = rule_book()
    snapshot = Snapshot(book, day("--known-at", known_at))
    try:
        sides = [advisory_on(snapshot, resolve(book, text)) for text in (a, b)]
    except ValueError as error:
        stop(str(error))
    found = difference(*sides)
    if chosen(form) is Format.JSON:
        write_json(msgspec.json.encode(found))
        return
    from roadstead.cli.lists import show_difference

    show_difference(found)
