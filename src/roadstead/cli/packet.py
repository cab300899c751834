"""`roadstead packet verify`: the proof of an evidence packet. Needs neither Django nor a database."""

import json
import re
from pathlib import Path
from typing import Annotated

import typer

from roadstead.cli.output import EXIT_BAD_NEWS, stop

app = typer.Typer(help="Evidence packets of cases.", no_args_is_help=True)


@app.callback()
def packets() -> None:
    """Evidence packets of cases."""


@app.command("verify")
def verify(
    file: Annotated[Path, typer.Argument(help="A packet as JSON, as it was taken from the page of its case.")],
    digest: Annotated[
        str | None, typer.Option(help="The digest that the packet must have: from the page, a letter, or the log.")
    ] = None,
) -> None:
    """Exit 0 only if the packet, each of its sources and what was signed are what their digests say."""
    from roadstead.determinations.packet.proof import LONGEST, problems

    try:
        if file.stat().st_size > LONGEST:
            stop(f"{file} is larger than any packet; name the JSON file of one.")
        held = json.loads(file.read_text("utf-8"))
    except OSError as error:
        stop(f"{file} cannot be read: {error.strerror}.")
    except ValueError:  # also what is no UTF-8
        stop(f"{file} is no JSON; take the packet as JSON from the page of its case.")
    found = problems(held)
    if not found and digest and held["digest"] != re.sub(r"[\s\u200b]", "", digest):
        found = [f"The packet is whole, but it is another one: its digest is {held['digest']}."]
    for one in found:
        print(one)
    if found:
        raise typer.Exit(EXIT_BAD_NEWS)
    print(f"The packet holds: {held['digest']}, for {held['packet'].get('recipient', '')}.")
