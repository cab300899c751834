"""What goes wrong beneath batch screening (an engine, Arrow, the disk), said in one clear sentence."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from roadstead.screening.errors import ScreeningError

NO_MEMORY = "There is not enough memory. Close other programs, or screen fewer voyages at once, a year for instance."
_FULL = ("no space left", "file too large", "disk quota", "max_temp_directory_size")
_CLOSED = ("cannot open file", "could not create", "permission denied", "read-only file system")
_MEMORY = ("out of memory", "could not allocate", "failed to allocate", "malloc of size")
_CONVERSION = ("conversion error",)
_DAMAGED = ("failed to read file", "magic bytes", "thrift", "decompression", "corrupt", "invalid metadata", "what type")


@contextmanager
def told(writing: Path | None = None) -> Iterator[None]:
    """Raises ScreeningError for whatever the file system, Arrow or an engine refuses; Ctrl+C stays what it is.

    writing: what was to be written, to be named where the disk is at fault.
    """
    try:
        yield
    except MemoryError:
        raise ScreeningError(NO_MEMORY) from None
    except RuntimeError as error:
        if str(error) == "Query interrupted":  # how DuckDB says that somebody pressed Ctrl+C
            raise KeyboardInterrupt from None
        raise
    except OSError as error:
        raise ScreeningError(_of_disk(_named(error), writing)) from None
    except _engine_errors() as error:
        raise ScreeningError(_of_engine(str(error), writing)) from None


def _engine_errors() -> tuple[type[Exception], ...]:
    """The errors of the engines that are loaded. One that is not cannot have failed, and is not loaded for this."""
    known = (("duckdb", "Error"), ("pyarrow", "ArrowException"), ("pyspark.errors", "PySparkException"))
    found = (getattr(sys.modules.get(module), name, None) for module, name in known)
    return tuple(error for error in found if error is not None)


def _named(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason


def _of_disk(said: str, writing: Path | None) -> str:
    what = f"{writing} could not be written" if writing else "Reading and writing failed"
    remedy = (
        "; make room there, or choose another disk (TMPDIR names that of temporary files)" if _any(_FULL, said) else ""
    )
    return f"{what}: {_first(said)}{remedy}."


def _of_engine(said: str, writing: Path | None) -> str:
    if _any((*_FULL, *_CLOSED), said):
        return _of_disk(said, writing)
    if _any(_MEMORY, said):
        return NO_MEMORY
    if _any(_DAMAGED, said):
        return f"A file is damaged ({_first(said)}). Copy it again, or write it anew."
    if _any(_CONVERSION, said):
        return f"A value does not fit its column ({_first(said)}). Mend it, and screen again."
    return f"The screening stopped: {_first(said)}."


def _any(words: tuple[str, ...], said: str) -> bool:
    return any(word in said.lower() for word in words)


def _first(said: str) -> str:
    first = (said.strip().splitlines() or ["no reason was given"])[0].rstrip(".")
    first = "".join(char if char.isprintable() else "�" for char in first)
    return re.sub(r"^([A-Z]\w* )+Error: ", "", first)  # “Invalid Input Error: ” says nothing to a reader
