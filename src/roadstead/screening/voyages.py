"""The voyage table: one row per call, in long form. Names and types are a contract with other programs."""

from dataclasses import dataclass
from enum import StrEnum

import pyarrow as pa

INSTANT = pa.timestamp("us", tz="UTC")
BERTH_SEPARATOR = "|"  # several facilities used in one call; an empty part is one that nobody named


class Kind(StrEnum):
    """What values a column holds."""

    KEY = "a whole number or text"
    TEXT = "text"
    NUMBER = "a whole number"
    INSTANT = "a timestamp"
    TRUTH = "true or false"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. required: it must be in the table. filled: it must have a value in every row."""

    name: str
    kind: Kind
    type: pa.DataType
    required: bool = True
    filled: bool = False


MEASURES = ("security_level_2", "access_points_guarded", "dos_attempted", "logged", "reported")
COLUMNS = (
    Column("voyage_id", Kind.KEY, pa.int64(), filled=True),
    Column("arrival_port", Kind.TEXT, pa.string()),
    Column("arrival_at", Kind.INSTANT, INSTANT, filled=True),
    Column("call_no", Kind.NUMBER, pa.int16()),
    Column("country", Kind.TEXT, pa.string()),
    Column("port", Kind.TEXT, pa.string()),
    Column("facility", Kind.TEXT, pa.string()),
    Column("arrived_at", Kind.INSTANT, INSTANT, required=False),
    Column("departed_at", Kind.INSTANT, INSTANT, filled=True),
    Column("purpose", Kind.TEXT, pa.string(), required=False),
    *(Column(name, Kind.TRUTH, pa.bool_(), required=False) for name in MEASURES),
)
# What else may be told of the ship. It changes no answer; summaries and what-if count by it.
VESSEL = (
    Column("vessel", Kind.TEXT, pa.string(), required=False),
    Column("vessel_type", Kind.TEXT, pa.string(), required=False),
    Column("flag", Kind.TEXT, pa.string(), required=False),
    Column("operator", Kind.TEXT, pa.string(), required=False),
)
SCHEMA = pa.schema([(column.name, column.type) for column in (*COLUMNS, *VESSEL)])
