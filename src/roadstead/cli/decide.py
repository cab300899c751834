"""`roadstead decide`: one notice in, one decision out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from roadstead.cli.output import Format, chosen, day, rule_book, stop, write_json
from roadstead.core.judge import Judge
from roadstead.core.snapshot import Snapshot
from roadstead.wire import decision as wire
from roadstead.wire.errors import NoticeError
from roadstead.wire.notice import MOST_BYTES


def decide(
    file: Annotated[str, typer.Argument(help="A notice as JSON (roadstead/notice/1); - reads standard input.")],
    known_at: Annotated[
        str | None, typer.Option(help="Answer as the advisory was known on that day (YYYY-MM-DD). Default: today.")
    ] = None,
    format: Annotated[Format | None, typer.Option(help="Default: text on a terminal, json in a pipe.")] = None,  # noqa: A002 - the option's name
) -> None:
    """Do conditions of entry apply to this arrival, and why?"""
    known = day("--known-at", known_at)
    body = read_input(file)
    judge = Judge(Snapshot(rule_book(), known))
    try:
        decision = wire.decide(body, judge)
    except NoticeError as error:
        name = "standard input" if file == "-" else file
        stop("\n  ".join([f"{name} cannot be judged:", *map(str, error.problems)]))
    if chosen(format) is Format.JSON:
        write_json(wire.write_decision(decision))
        return
    from roadstead.cli.verdict import show

    show(decision, judge.snapshot.book.duties)


def read_input(file: str) -> bytes:
    """The bytes of a file or of standard input, no more than a notice may have. Stops with a message."""
    if file == "-":
        body = sys.stdin.buffer.read(MOST_BYTES + 1)
    else:
        path = Path(file)
        if path.is_dir():
            stop(f"{file} is a folder; name a file that holds a notice.")
        try:
            with path.open("rb") as stream:
                body = stream.read(MOST_BYTES + 1)
        except FileNotFoundError:
            stop(f"{file} does not exist; name a file that holds a notice, or - for standard input.")
        except (OSError, ValueError) as error:
            stop(f"{file} cannot be read: {getattr(error, 'strerror', None) or error}.")
    return body
