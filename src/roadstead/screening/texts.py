"""Voyages as text (CSV, JSON Lines) into Parquet; what cannot be read is named by its line and column."""

from pathlib import Path

import duckdb

from roadstead.screening.errors import ScreeningError
from roadstead.screening.voyages import COLUMNS, VESSEL, Column, Kind

MOST_EXAMPLES = 5
_TYPES = {Kind.TEXT: "VARCHAR", Kind.NUMBER: "SMALLINT", Kind.TRUTH: "BOOLEAN", Kind.INSTANT: "TIMESTAMPTZ"}
_SHOULD = {
    Kind.NUMBER: "a whole number",
    Kind.TRUTH: "true or false",
    Kind.INSTANT: "a time as in 2019-06-01T06:00:00Z",
}


def to_parquet(file: Path, kind: str, scratch: Path) -> Path:
    """Write a CSV or JSON Lines file as Parquet into a folder; an empty text is no value.

    Raises ScreeningError with up to five values that cannot be read, each with its line.
    """
    target = scratch / f"{file.stem}.parquet"
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    try:
        rows = _rows(connection, file, kind)
        known = [column for column in (*COLUMNS, *VESSEL) if column.name in rows.columns]
        _refuse_unreadable(rows, file, known)
        numeric = _all_numbers(rows)
        said = ", ".join(_typed(column, numeric) for column in known)
        rows.project(said).write_parquet(str(target))
    except duckdb.Error as error:
        raise ScreeningError(f"{file} cannot be read as {kind.upper()}: {_first_line(error)}") from None
    finally:
        connection.close()
    return target


def _rows(connection: duckdb.DuckDBPyConnection, file: Path, kind: str) -> duckdb.DuckDBPyRelation:
    name = str(file).replace("'", "''")
    if kind == "csv":
        source = f"read_csv('{name}', all_varchar = true, header = true, null_padding = false, strict_mode = true)"
        first_line = 2
    else:
        names = [column.name for column in (*COLUMNS, *VESSEL)]
        found = connection.sql(f"SELECT * FROM read_ndjson_auto('{name}', sample_size = 20000)").columns
        if not set(found) & set(names):
            return connection.sql(f"SELECT * FROM read_ndjson_auto('{name}')")
        spec = ", ".join(f"{name}: 'VARCHAR'" for name in names if name in found)
        source = f"read_ndjson('{name}', columns = {{{spec}}})"
        first_line = 1
    numbered = f"SELECT *, row_number() OVER () + {first_line - 1} AS line__ FROM {source}"
    relation = connection.sql(numbered)
    trimmed = ", ".join(
        f"nullif(trim({_quoted(column)}), '') AS {_quoted(column)}" for column in relation.columns if column != "line__"
    )
    return relation.project(f"{trimmed}, line__")


def _refuse_unreadable(rows: duckdb.DuckDBPyRelation, file: Path, known: list[Column]) -> None:
    tests = [
        f"CASE WHEN {column.name} IS NOT NULL AND {_cast(column)} IS NULL THEN '{column.name}' END"
        for column in known
        if column.kind in _SHOULD
    ]
    if not tests or "line__" not in rows.columns:
        return
    found = rows.project(f"line__, coalesce({', '.join(tests)}, NULL) AS bad__, *").filter("bad__ IS NOT NULL")
    bad = found.order("1").limit(MOST_EXAMPLES).fetchall()
    if not bad:
        return
    columns = found.columns
    kinds = {column.name: column.kind for column in known}
    said = [
        f"line {row[0]}, {row[1]}: “{row[columns.index(row[1])][:40]}” should be {_SHOULD[kinds[row[1]]]}."
        for row in bad
    ]
    raise ScreeningError("\n  ".join([f"{file} cannot be read:", *said]))


def _typed(column: Column, numeric: bool) -> str:
    if column.kind is Kind.KEY:
        return f"{column.name}::BIGINT AS {column.name}" if numeric else column.name
    return f"{_cast(column)} AS {column.name}"


def _cast(column: Column) -> str:
    # A time without an offset is read as UTC; the session's zone is UTC.
    return f"TRY_CAST({column.name} AS {_TYPES[column.kind]})"


def _all_numbers(rows: duckdb.DuckDBPyRelation) -> bool:
    if "voyage_id" not in rows.columns:
        return False
    test = "coalesce(bool_and(voyage_id IS NULL OR TRY_CAST(voyage_id AS BIGINT)::VARCHAR = voyage_id), false)"
    row = rows.aggregate(test).fetchone()
    return bool(row and row[0])


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _first_line(error: duckdb.Error) -> str:
    return str(error).splitlines()[0]
