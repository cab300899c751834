"""The rows left out, as a file in which a person mends them and which is then read again."""

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from roadstead.screening.atomic import whole
from roadstead.screening.entrances.columns import REJECTED, Heading, Line, Row
from roadstead.screening.entrances.errors import Problem


@contextmanager
def writer(path: Path | None, heading: Heading) -> Iterator[Callable[[Line, Problem], None]]:
    """A new CSV file of the rows left out: why, then the row as it stood, so that it can be mended and read again."""
    if path is None:
        yield lambda line, problem: None
        return
    own = [place for name, place in heading.places.items() if name in REJECTED]
    with (
        whole(path, overwrite=True, make_folder=True) as unfinished,
        unfinished.open("w", encoding="utf-8-sig", newline="") as stream,
    ):
        lines = csv.writer(stream)
        lines.writerow([*REJECTED, *_others(heading.printed, own)])

        def write(line: Line, problem: Problem) -> None:
            why = (Row(line, heading.places).origin, problem.column, problem.value, problem.why, problem.remedy)
            lines.writerow([_guarded(cell) for cell in (*why, *_others(line.cells, own))])

        yield write


def _others(cells: Sequence[object], own: Sequence[int]) -> list[object]:
    """The cells but for our own columns, which a list of rejected rows that is read again has, and blank ends."""
    others = [cell for place, cell in enumerate(cells) if place not in own]
    while others and others[-1] in (None, ""):
        others.pop()
    return others


def _guarded(cell: object) -> object:
    """A day as a day, nothing as nothing, and no text that a spreadsheet would run as a formula."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.strftime("%Y-%m-%d")
    text = str(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
