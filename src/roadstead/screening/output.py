"""Verdicts out: Parquet, CSV or JSON Lines in one file, or Parquet in a folder; the reasons in a second one.

Each says what it was made from: Parquet in its metadata, other files in a note beside them.
"""

from collections.abc import Sequence
from pathlib import Path

import ibis.expr.types as ir

from roadstead.screening import atomic
from roadstead.screening.abouts import METADATA_KEY, About, as_text, note_of
from roadstead.screening.engines import Engine
from roadstead.screening.errors import ScreeningError

FORMATS = {".parquet": "parquet", ".pq": "parquet", ".csv": "csv", ".jsonl": "json", ".ndjson": "json"}
VERDICTS, CALLS, ABOUT = atomic.VERDICT_FOLDER


def check(target: Path, voyages: str, *, explain: bool = False, overwrite: bool = False) -> None:
    """Refuse before any work is done. Raises ScreeningError: a kind that is not written, a place not to write to."""
    if target.suffix and target.suffix.lower() not in FORMATS:
        raise ScreeningError(
            f"{target} should end in .parquet, .csv or .jsonl, or be a folder's name without an ending."
        )
    _apart(target, Path(voyages), explain=explain)
    for place in places(target, explain=explain):
        atomic.check(place, overwrite=overwrite)
    if target.suffix and target.is_dir():
        raise ScreeningError(f"{target} is a folder, and is not replaced by a file; name another output.")


def _apart(target: Path, voyages: Path, *, explain: bool) -> None:
    """What is read is never written over, nor is anything put where it would be read as voyages the next time."""
    read = voyages.resolve()
    for place in places(target, explain=explain):
        written = place.resolve()
        if written == read or (place.exists() and voyages.exists() and place.samefile(voyages)):
            raise ScreeningError(f"{place} is where the voyages are read from; name another output.")
        if read.is_dir() and written.is_relative_to(read):
            raise ScreeningError(f"{place} lies in {voyages}, which is read as voyages; name an output elsewhere.")
        if read.is_relative_to(written):
            raise ScreeningError(f"{place} holds the voyages to be read; name another output.")


def calls_beside(target: Path) -> Path:
    """Where the reasons for calls go: verdicts.parquet has verdicts.calls.parquet beside it."""
    if not target.suffix:
        return target / CALLS
    return target.with_name(f"{target.stem}.calls{target.suffix}")


def places(target: Path, *, explain: bool = False) -> tuple[Path, ...]:
    """All that is written for an output, to appear together: the verdicts, their note, the reasons."""
    if not target.suffix:
        return (target,)
    return (target, note_of(target), calls_beside(target)) if explain else (target, note_of(target))


def write(
    engine: Engine, target: Path, partials: Sequence[Path], verdicts: ir.Table, calls: ir.Table | None, about: About
) -> None:
    """Write to the partial places that stand for `places` of the target."""
    kind = FORMATS.get(target.suffix.lower(), "parquet")
    if target.suffix:
        place, note, *beside = partials
    else:
        partials[0].mkdir()
        place, note, beside = partials[0] / VERDICTS, partials[0] / ABOUT, [partials[0] / CALLS]
    marked = [_write(engine, verdicts, place, kind, about)]
    if calls is not None:
        marked.append(_write(engine, calls, beside[0], kind, about))
    if not all(marked):
        note.write_text(as_text(about) + "\n", encoding="utf-8")


def _write(engine: Engine, table: ir.Table, place: Path, kind: str, about: About) -> bool:
    """Write one table; whether the file itself carries what is said of it."""
    if kind != "parquet":
        times = {name: _iso(table[name]) for name, type_ in table.schema().items() if type_.is_timestamp()}
        engine.write(table.mutate(**times), place, kind=kind)
        return False
    if engine.name != "duckdb":
        engine.write(table, place)
        return False
    options = f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{METADATA_KEY.decode()}: {_quoted(as_text(about))}}}"
    engine.backend.raw_sql(f"COPY ({engine.backend.compile(table)}) TO {_quoted(place)} ({options})")
    return True


def _iso(time: ir.TimestampColumn) -> ir.StringColumn:
    """As in 2019-06-01T06:00:00Z. The T is put between: a format of Spark takes it for a letter of its own."""
    return time.strftime("%Y-%m-%d") + "T" + time.strftime("%H:%M:%S") + "Z"


def _quoted(text: object) -> str:
    return "'" + str(text).replace("'", "''") + "'"
