"""Verdicts out: Parquet, CSV or JSON Lines in one file, or Parquet in a folder; the reasons in a second one."""

from pathlib import Path

import ibis.expr.types as ir

from roadstead.screening.engines import Engine
from roadstead.screening.errors import ScreeningError

FORMATS = {".parquet": "parquet", ".pq": "parquet", ".csv": "csv", ".jsonl": "json", ".ndjson": "json"}


def check_format(target: Path) -> None:
    """Raises ScreeningError for a name of a kind that is not written."""
    if target.suffix and target.suffix.lower() not in FORMATS:
        raise ScreeningError(
            f"{target} should end in .parquet, .csv or .jsonl, or be a folder's name without an ending."
        )


def calls_beside(target: Path) -> Path:
    """Where the reasons for calls go: verdicts.parquet has verdicts.calls.parquet beside it."""
    return target.with_name(f"{target.stem}.calls{target.suffix}")


def write(engine: Engine, verdicts: ir.Table, partial: Path, target: Path, calls: ir.Table | None) -> None:
    """Write to a partial place that stands for `target`; reasons go beside it, or into the same folder."""
    if not target.suffix:
        partial.mkdir()
        engine.write(verdicts, partial / "verdicts.parquet")
        if calls is not None:
            engine.write(calls, partial / "calls.parquet")
        return
    kind = FORMATS[target.suffix.lower()]
    engine.write(verdicts, partial, kind=kind)
    if calls is not None:
        engine.write(calls, calls_beside(partial), kind=kind)
