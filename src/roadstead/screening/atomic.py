"""Output that appears whole or not at all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from roadstead.screening.errors import ScreeningError


@contextmanager
def whole(target: Path, *, overwrite: bool = False) -> Iterator[Path]:
    """A place beside `target` to write to, a file or a folder, moved to it at the end and removed on any failure.

    Raises ScreeningError: the target exists (and `overwrite` is not asked), its folder does not, the disk is full,
    or the place cannot be written.
    """
    if target.exists() and not overwrite:
        raise ScreeningError(f"{target} exists already; choose another name, or say --overwrite.")
    if not target.parent.is_dir():
        raise ScreeningError(f"the folder {target.parent} does not exist; make it first, or choose another place.")
    partial = target.with_name(f".{target.name}.partial")
    _remove(partial)
    try:
        yield partial
        if overwrite:
            _remove(target)
        partial.rename(target)
    except OSError as error:
        raise ScreeningError(f"{target} could not be written: {error.strerror or error}.") from None
    finally:
        _remove(partial)


def _remove(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place, ignore_errors=True)
    else:
        place.unlink(missing_ok=True)
