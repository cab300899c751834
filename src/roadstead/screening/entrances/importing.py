"""A whole file: read, judged row by row, written."""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from roadstead.screening.entrances import output, rejects, tables
from roadstead.screening.entrances.columns import SEARCHED, Heading, Line, best
from roadstead.screening.entrances.errors import FileError, OutputError, RowError, shown
from roadstead.screening.entrances.judging import Seen, judge
from roadstead.screening.entrances.places import Places
from roadstead.screening.entrances.report import LIMITS, Report
from roadstead.screening.entrances.source import rows_of

MOST_ROWS = 1_048_576  # as many as a worksheet has; a year of entrances has some 80,000
_TOLD_EVERY = 5_000  # rows


@dataclass(frozen=True, slots=True)
class Request:
    """What to read and where to write. rejects: a file for the rows left out, or None."""

    input: Path
    output: Path
    rejects: Path | None = None
    schedule_k: Path | None = None
    schedule_d: Path | None = None
    sheet: str | None = None


def run(request: Request, told: Callable[[int], None] = lambda rows: None) -> Report:
    """Import a file. told: called now and then with the number of rows read.

    Raises FileError (the file or a table cannot be used) or OutputError (one cannot write); nothing is written then.
    """
    _apart(request)
    places = Places(tables.read(request.schedule_k, request.schedule_d))
    report = Report(input=str(request.input), rejects=str(request.rejects) if request.rejects else None)
    try:
        with closing(_lines(request)) as lines:
            heading, first = _heading(lines)
            report.absent_columns = heading.absent
            _write(request, report, heading, _after(first, lines, heading), places, told)
    except FileError as error:
        raise FileError(f"{shown(request.input, 200)}: {error}") from None
    return report


def _write(
    request: Request,
    report: Report,
    heading: Heading,
    lines: Iterator[Line],
    places: Places,
    told: Callable[[int], None],
) -> None:
    """Judge every row and write it where it belongs; a file without a single row is none."""
    seen = Seen()
    with rejects.writer(request.rejects, heading) as reject, output.voyages(request.output, _about(request)) as table:
        for line in lines:
            report.read += 1
            if report.read > MOST_ROWS:
                raise FileError(f"it has more than {MOST_ROWS:,} rows; split it, by year for instance.")
            if report.read % _TOLD_EVERY == 0:
                told(report.read)
            try:
                found = judge(line, heading, places, seen)
            except RowError as error:
                report.reject(line.number, error.problem)
                reject(line, error.problem)
            else:
                report.take(found)
                table.add(found.voyage())
        if not report.read:
            raise FileError(f"below the heading in row {heading.number} stands no row.")
    report.output, report.same_day = str(request.output), seen.same_day


def _heading(lines: Iterator[Line]) -> tuple[Heading, list[Line]]:
    """The heading and the first rows. Raises FileError that names the columns missing and those found."""
    first = list(islice(lines, SEARCHED))
    found = best(first)
    if found is None:
        raise FileError(
            f"none of its first {SEARCHED} rows names the columns of the Entrances file; they are called ECDATE, PORT, "
            "WHERE_IND, WHERE_SCHEDK, WHERE_NAME, WHERE_CTRY and so on."
        )
    if found.missing:
        there = ", ".join(shown(name) for name in found.printed if name) or "none"
        raise FileError(
            f"columns are missing: {', '.join(found.missing)}. The heading in row {found.number} has: {there}."
        )
    return found, first


def _after(first: list[Line], lines: Iterator[Line], heading: Heading) -> Iterator[Line]:
    yield from (line for line in first if line.number > heading.number)
    yield from lines


def _lines(request: Request) -> Generator[Line, None, None]:
    """A generator whatever the source is, so that an open file is closed at once when something goes wrong."""
    yield from rows_of(request.input, request.sheet)


def _apart(request: Request) -> None:
    """Raises OutputError where a file to write is one to read, or both to write are one."""
    written = [path.resolve() for path in (request.output, request.rejects) if path]
    given = [path.resolve() for path in (request.input, request.schedule_k, request.schedule_d) if path]
    if len(set(written)) < len(written) or set(written) & set(given):
        raise OutputError("a file to write has the name of another file of this command; give each its own name.")


def _about(request: Request) -> dict[str, Any]:
    return {
        "kind": "entrances",
        "source": "US Army Corps of Engineers, foreign traffic vessel entrances",
        "file": request.input.name,
        "limits": list(LIMITS),
    }


def default_output(data: Path, file: Path) -> Path:
    """Where voyages go if nothing else is asked for: voyages/entrances-NAME.parquet in the data folder."""
    name = file.stem if file.stem.lower().startswith("entrances") else f"entrances-{file.stem}"
    return data / "voyages" / f"{name}.parquet"
