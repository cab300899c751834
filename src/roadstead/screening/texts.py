"""Voyages as text (CSV, JSON Lines) into Parquet; what cannot be read is named by its line and column."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from roadstead.screening import lines
from roadstead.screening.columns import KNOWN, refuse_missing
from roadstead.screening.errors import ScreeningError
from roadstead.screening.voyages import Column, Kind

MOST_EXAMPLES = 5
MEMORY = "900MB"
_TYPES = {Kind.TEXT: "VARCHAR", Kind.NUMBER: "SMALLINT", Kind.TRUTH: "BOOLEAN", Kind.INSTANT: "TIMESTAMPTZ"}
# What a value looks like: a cast alone would round 1.5, and take a day for its midnight and “infinity” for a time.
_LOOKS = {
    Kind.NUMBER: r"[+-]?\d{1,9}",
    Kind.TRUTH: r".*",
    Kind.INSTANT: r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)? ?(Z|z|UTC|[+-]\d{2}(:?\d{2})?)?",
}
_SHOULD = {
    Kind.NUMBER: "a whole number, or empty",
    Kind.TRUTH: "true, false, or empty",
    Kind.INSTANT: "a time as in 2019-06-01T06:00:00Z",
}


def to_parquet(file: Path, kind: str, scratch: Path) -> Path:
    """Write a CSV or JSON Lines file (kind: csv or json) as Parquet into a folder; an empty text is no value.

    Raises ScreeningError with up to five values that cannot be read, each with its line.
    """
    target = scratch / "voyages.parquet"
    connection = duckdb.connect()
    settings = {"TimeZone": "UTC", "memory_limit": MEMORY, "temp_directory": str(scratch / "spill")}
    for name, value in settings.items():
        connection.execute(f"SET {name} = {_quoted(value)}")
    try:
        known, rows = _rows(connection, file, kind)
        _refuse_unreadable(rows, file, kind, known)
        numeric = _all_numbers(rows)
        rows.project(", ".join(_typed(column, numeric) for column in known)).write_parquet(str(target))
    except (duckdb.InvalidInputException, duckdb.ParserException) as error:
        reason = lines.fault(file, kind) or str(error).splitlines()[0].rstrip(". ")
        raise ScreeningError(f"{file} cannot be read: {reason}{'' if reason.endswith('?') else '.'}") from None
    finally:
        connection.close()
    return target


def _rows(connection: duckdb.DuckDBPyConnection, file: Path, kind: str) -> tuple[list[Column], duckdb.DuckDBPyRelation]:
    """The known columns, and all rows as trimmed text with row__, their number."""
    if kind == "csv":
        delimiter, names = lines.heading(file)
        refuse_missing(str(file), names)
        # Columns that we do not know may have no name, or one twice; the engine wants them apart.
        apart = [name if name in KNOWN else f"{name} ({number})" for number, name in enumerate(names)]
        # Nothing is left to be guessed from the first rows: a file cut short would be read as one of other columns.
        spec = f"delim = {_quoted(delimiter)}, quote = '\"', escape = '\"', header = true, columns = {_texts(apart)}"
        source = f"read_csv({_quoted(file)}, auto_detect = false, strict_mode = true, null_padding = false, {spec})"
    else:
        found = f"read_ndjson_auto({_quoted(file)}, sample_size = -1, maximum_depth = 1)"
        names = connection.sql(f"SELECT * FROM {found}").columns  # noqa: S608 - quoted above
        if names == ["json"]:  # what the reader calls lines that are no objects
            raise duckdb.InvalidInputException("its lines are no JSON objects")
        source = f"read_ndjson({_quoted(file)}, columns = {_texts([name for name in names if name in KNOWN])})"
    refuse_missing(str(file), names)
    known = [column for name, column in KNOWN.items() if name in names]
    trimmed = ", ".join(f"nullif(trim({column.name}), '') AS {column.name}" for column in known)
    return known, connection.sql(f"SELECT {trimmed}, row_number() OVER () AS row__ FROM {source}")  # noqa: S608 - quoted above


def _texts(names: Sequence[str]) -> str:
    return "{" + ", ".join(f"{_quoted(name)}: 'VARCHAR'" for name in names) + "}"


def _refuse_unreadable(rows: duckdb.DuckDBPyRelation, file: Path, kind: str, known: list[Column]) -> None:
    tests = [
        f"CASE WHEN {column.name} IS NOT NULL AND {_cast(column)} IS NULL THEN '{column.name}' END"
        for column in known
        if column.kind in _SHOULD
    ]
    found = rows.project(f"row__, coalesce({', '.join(tests)}, NULL) AS bad__, *").filter("bad__ IS NOT NULL")
    values = "CASE bad__ " + " ".join(f"WHEN '{column.name}' THEN {column.name}" for column in known) + " END"
    bad = found.project(f"row__, bad__, {values}").order("1").limit(MOST_EXAMPLES).fetchall()
    if not bad:
        return
    at = lines.of_rows(file, kind, [row for row, _, _ in bad])
    said = [
        f"line {at[row]}, {name}: “{lines.shown(value)}” should be {_SHOULD[KNOWN[name].kind]}."
        for row, name, value in bad
    ]
    raise ScreeningError("\n  ".join([f"{file} cannot be read:", *said]))


def _typed(column: Column, numeric: bool) -> str:
    if column.kind is Kind.KEY:
        return f"{column.name}::BIGINT AS {column.name}" if numeric else column.name
    return f"{_cast(column)} AS {column.name}"


def _cast(column: Column) -> str:
    """A value as what it should be, null if it is not. A time without an offset is read as UTC, the session's zone."""
    name = column.name
    if column.kind not in _LOOKS:
        return name
    looks = f"regexp_full_match({name}, {_quoted(_LOOKS[column.kind])})"
    return f"CASE WHEN {looks} THEN TRY_CAST({name} AS {_TYPES[column.kind]}) END"


def _all_numbers(rows: duckdb.DuckDBPyRelation) -> bool:
    test = "coalesce(bool_and(voyage_id IS NULL OR TRY_CAST(voyage_id AS BIGINT)::VARCHAR = voyage_id), false)"
    row = rows.aggregate(test).fetchone()
    return bool(row and row[0])


def _quoted(text: object) -> str:
    return "'" + str(text).replace("'", "''") + "'"
