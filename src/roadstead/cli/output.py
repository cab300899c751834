"""What every command shares: formats, exit statuses, days, messages, the rule book."""

import os
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

import typer

from roadstead.common import clock
from roadstead.core.advisory import RuleBook
from roadstead.rulebook import loader, local
from roadstead.rulebook.errors import RuleBookError

EXIT_BAD_NEWS = 1
EXIT_USAGE = 2


class Format(StrEnum):
    """How to print: json for programs (the default when piped), text for people."""

    JSON = "json"
    TEXT = "text"


def chosen(wanted: Format | None) -> Format:
    """The format asked for; else text on a terminal and JSON in a pipe."""
    if wanted is not None:
        return wanted
    return Format.TEXT if sys.stdout.isatty() else Format.JSON


def complain(message: str) -> None:
    """One clear message, to standard error."""
    print(f"roadstead: {message}", file=sys.stderr)


def stop(message: str) -> NoReturn:
    """Say what is wrong with the input or the command line, and end with status 2."""
    complain(message)
    raise typer.Exit(EXIT_USAGE)


def day(option: str, text: str | None) -> date:
    """A day given on the command line; today where none is given."""
    if text is None:
        return clock.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        stop(f"{option}: “{text}” is no day; write it as in 2019-06-01.")


def data_dir() -> Path:
    """Where this installation keeps its data, as the server sees it."""
    return local.data_dir(os.environ)


def rule_book() -> RuleBook:
    """The rule book of the package, with the editions that this installation has published."""
    try:
        return loader.load(extra=data_dir() / local.FOLDER)
    except RuleBookError as error:
        stop(str(error))


def write_json(body: bytes) -> None:
    """JSON to standard output, ended by a line break."""
    sys.stdout.buffer.write(body + b"\n")
    sys.stdout.buffer.flush()
