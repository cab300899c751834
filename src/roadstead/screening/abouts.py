"""What the maker of a file said of it: `{"invented": true, …}`, in Parquet's metadata or in a note beside the file."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

METADATA_KEY = b"roadstead"  # in a Parquet file, JSON
NOTE = ".about.json"  # beside any other file
_OF_WRITERS = (b"ARROW:", b"pandas", b"org.apache.spark", b"geo")  # keys that say how a file is written
About = Mapping[str, Any]


def note_of(file: Path) -> Path:
    """The note beside a file: verdicts.csv has verdicts.csv.about.json."""
    return file.with_name(file.name + NOTE)


def of_metadata(metadata: Mapping[bytes, bytes] | None) -> About:
    """From a Parquet file's key-value metadata: our own key, or plain keys where one says that it is invented."""
    found = metadata or {}
    if METADATA_KEY in found:
        said = _value(found[METADATA_KEY])
        return said if isinstance(said, dict) else {}
    if b"invented" not in found:
        return {}
    plain = {key: value for key, value in found.items() if not key.startswith(_OF_WRITERS)}
    return {key.decode(errors="replace"): _value(value) for key, value in plain.items()}


def of_note(file: Path) -> About:
    """From the note beside a file; nothing where there is none, or none that can be read."""
    try:
        said = _value(note_of(file).read_bytes())
    except OSError:
        return {}
    return said if isinstance(said, dict) else {}


def as_text(about: About) -> str:
    """As kept in metadata and notes; days as in 2019-06-01."""
    return json.dumps(dict(about), ensure_ascii=False, default=str)


def _value(said: bytes) -> Any:
    text = said.decode(errors="replace")
    try:
        return json.loads(text)
    except ValueError:
        return text
