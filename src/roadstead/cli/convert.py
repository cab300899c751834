"""`roadstead convert`: a table of voyages into the project's own layout, which is screened fastest."""

from pathlib import Path
from typing import Annotated

import typer

from roadstead.cli.output import rule_book, stop


def convert(
    voyages: Annotated[str, typer.Argument(help="Voyages, as for screen.", metavar="INPUT")],
    folder: Annotated[Path, typer.Argument(help="The folder to make.")],
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace a folder that exists.")] = False,
) -> None:
    """Write voyages in the layout that is screened fastest, and that the what-if page reads."""
    from roadstead.screening.convert import convert as run
    from roadstead.screening.errors import ScreeningError

    try:
        count = run(voyages, folder, rule_book(), overwrite=overwrite)
    except ScreeningError as error:
        stop(str(error))
    print(f"{count:,} voyages in {folder}")
