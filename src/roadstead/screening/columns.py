"""Whether a table of voyages has the columns that it must have, and of types that can be read."""

from collections.abc import Iterable, Mapping

import pyarrow as pa

from roadstead.screening.errors import ScreeningError
from roadstead.screening.voyages import COLUMNS, VESSEL, Column, Kind

KNOWN = {column.name: column for column in (*COLUMNS, *VESSEL)}
MOST_NAMED = 30
REQUIRED = [column.name for column in COLUMNS if column.required]


def refuse_missing(place: str, names: Iterable[str]) -> None:
    """Every required column is there. Raises ScreeningError that names what is missing, and what there is."""
    there = list(names)
    missing = [name for name in REQUIRED if name not in there]
    if missing:
        shown = [name[:40] for name in there[:MOST_NAMED]] + ["…"] * (len(there) > MOST_NAMED)
        raise ScreeningError(
            f"{place} lacks the column{'s' if len(missing) > 1 else ''} {', '.join(missing)}. "
            f"It has: {', '.join(shown) or 'none'}."
        )


def check_columns(place: str, columns: Mapping[str, pa.DataType]) -> None:
    """Every required column is there, and every known one of a type that can be read. Raises ScreeningError."""
    refuse_missing(place, columns)
    for name, column in KNOWN.items():
        if name in columns and not _fits(column, columns[name]):
            hint = "; a day alone is no time, write 2019-06-01T00:00:00Z" if pa.types.is_date(columns[name]) else ""
            raise ScreeningError(f"{place}: the column {name} should hold {column.kind}, but is {columns[name]}{hint}.")


def refuse_unlike(first: str, columns: Mapping[str, pa.DataType], other: str, found: Mapping[str, pa.DataType]) -> None:
    """Files of one table have the same columns, and voyages are named in one way. Raises ScreeningError."""
    unlike = sorted(name for name in KNOWN if (name in columns) != (name in found))
    if unlike:
        has, lacks = (first, other) if unlike[0] in columns else (other, first)
        raise ScreeningError(f"{lacks} lacks the column {unlike[0]}, which {has} has; give both the same.")
    key = KNOWN["voyage_id"].name
    if _is_text(_plain(columns[key])) != _is_text(_plain(found[key])):
        raise ScreeningError(
            f"voyage_id is {columns[key]} in {first}, but {found[key]} in {other}; write it as one type in all files."
        )


def _fits(column: Column, found: pa.DataType) -> bool:
    found = _plain(found)
    if pa.types.is_null(found):
        return not column.filled
    match column.kind:
        case Kind.KEY:
            return _is_text(found) or pa.types.is_integer(found)
        case Kind.TEXT:
            return _is_text(found)
        case Kind.NUMBER:
            return bool(pa.types.is_integer(found))
        case Kind.INSTANT:
            return bool(pa.types.is_timestamp(found))
        case Kind.TRUTH:
            return bool(pa.types.is_boolean(found))


def _plain(found: pa.DataType) -> pa.DataType:
    return found.value_type if pa.types.is_dictionary(found) else found


def _is_text(found: pa.DataType) -> bool:
    return bool(pa.types.is_string(found) or pa.types.is_large_string(found) or pa.types.is_string_view(found))
