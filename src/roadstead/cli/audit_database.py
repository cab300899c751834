"""Following the chain of this installation's database. Django is loaded when it is asked for."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import typer

from roadstead.cli.output import EXIT_USAGE, stop
from roadstead.core.proof import Checked


def check(noted: Mapping[int, str]) -> tuple[Checked, list[str]]:
    """What came out, and the triggers that are missing. Ends the command where there is no database of ours."""
    with _installation():
        from roadstead.audit import verifying

        return verifying.check(noted), verifying.unguarded()


def head() -> tuple[int, str]:
    """The number and digest of the last event. Ends the command where there is no database of ours."""
    with _installation():
        from roadstead.audit import verifying

        return verifying.head()


@contextmanager
def _installation() -> Iterator[None]:
    from roadstead.cli.serve import configured

    if not configured():
        raise typer.Exit(EXIT_USAGE)
    from django.conf import settings
    from django.db import DatabaseError

    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3") and not Path(database["NAME"]).exists():
        stop(f"there is no database {database['NAME']} yet. Start the product once, or say where its data lie.")
    try:
        yield
    except DatabaseError as error:
        stop(f"the database cannot be read ({str(error).strip()}). Start the product once, or look at DATABASE_URL.")
