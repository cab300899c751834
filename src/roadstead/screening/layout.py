"""The project's own layout of voyages: a folder that any reader of Parquet can open, made to be screened fast.

    FOLDER/roadstead.json                       what it is: version, counts, label, who made it
    FOLDER/calls/country=XX/part-00000.parquet  the voyage table, one file per country and part
    FOLDER/voyages/part-00000.parquet           one row per voyage of that part

A part holds whole voyages.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa


def write(tables: Iterable[pa.Table], folder: Path, *, about: Mapping[str, Any]) -> int:
    """Write voyage tables (`voyages.SCHEMA`; whole voyages in each) as a new folder. Returns the voyages written.

    about: kept in roadstead.json; `{"invented": True, …}` marks what was made up. The folder appears whole or not at all.
    """
    raise NotImplementedError
