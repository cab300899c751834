"""Files that appear whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from roadstead.screening.entrances.errors import OutputError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A name to write under; it takes the place of `path` at the end, and is removed if anything goes wrong.

    Raises OutputError where one cannot write.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield unfinished
        unfinished.replace(path)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}.") from None
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
