"""Output that appears whole or not at all: the one way in which screening, invention and import write."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from roadstead.screening.errors import ScreeningError
from roadstead.screening.troubles import told

VERDICT_FOLDER = ("verdicts.parquet", "calls.parquet", "about.json")
DESCRIPTION = "roadstead.json"  # in a folder of voyages


@contextmanager
def whole(target: Path, *, overwrite: bool = False, make_folder: bool = False) -> Iterator[Path]:
    """A place beside `target` to write to, a file or a folder, moved to it at the end and removed on any failure.

    Raises ScreeningError: the target exists (and `overwrite` is not asked), its folder does not (and `make_folder` is
    not asked), the disk is full, or the place cannot be written.
    """
    with together((target,), overwrite=overwrite, make_folder=make_folder) as (partial,):
        yield partial


@contextmanager
def together(
    targets: Sequence[Path], *, overwrite: bool = False, make_folder: bool = False
) -> Iterator[tuple[Path, ...]]:
    """As `whole` for several files or folders: all appear, or none.

    A place that is not written to is none at the end either: what stood there is of an earlier output, and goes.
    """
    for target in targets:
        check(target, overwrite=overwrite, make_folder=make_folder)
    partials = tuple(_beside(target, "partial") for target in targets)
    try:
        with _naming(targets[0]):
            for target in targets:
                target.parent.mkdir(parents=True, exist_ok=True)
        with told(targets[0]):
            yield partials
        with _naming(targets[0]):
            _move(partials, targets)
    finally:
        for partial in partials:
            remove(partial)


def check(target: Path, *, overwrite: bool = False, make_folder: bool = False) -> None:
    """Refuse a place that cannot be written to, before any work is done. Raises ScreeningError."""
    if os.path.lexists(target) and not overwrite:
        raise ScreeningError(f"{target} exists already; choose another name, or say --overwrite.")
    if target.is_dir() and not _ours(target):
        raise ScreeningError(f"{target} is a folder of something else, and is not replaced; name another output.")
    if target.parent.is_dir() or (make_folder and not target.parent.exists()):
        return
    if target.parent.exists():
        raise ScreeningError(f"{target} cannot be written: {target.parent} is no folder; choose another place.")
    raise ScreeningError(f"The folder {target.parent} does not exist; make it first, or choose another place.")


def _ours(folder: Path) -> bool:
    """Whether a folder is an earlier output, and nothing else."""
    names = {entry.name for entry in folder.iterdir()}
    return not folder.is_symlink() and (DESCRIPTION in names or names <= set(VERDICT_FOLDER))


@contextmanager
def _naming(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ScreeningError(f"{target} cannot be written: {error.strerror or error}.") from None


def _move(partials: Sequence[Path], targets: Sequence[Path]) -> None:
    """Partials to targets; if one move fails, or is interrupted, everything is as it was."""
    if len(targets) == 1 and partials[0].is_file() and not targets[0].is_dir():
        partials[0].replace(targets[0])  # at one stroke, with no moment at which nothing stands there
        return
    formers = [_beside(target, "former") for target in targets]
    with ExitStack() as undo:
        for partial, target, former in zip(partials, targets, formers, strict=True):
            if os.path.lexists(target):
                target.rename(former)
                undo.callback(former.rename, target)
            if partial.exists():
                partial.rename(target)
                undo.callback(target.rename, partial)
        undo.pop_all()
    for former in formers:
        remove(former)


def _beside(target: Path, what: str) -> Path:
    """In the same folder, so that moving copies nothing; of this process, so that two do not write to one place."""
    return target.with_name(f".{target.name}.{os.getpid()}.{what}")


def remove(place: Path) -> None:
    """Take a file or a folder away, if there is one."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place, ignore_errors=True)
    else:
        place.unlink(missing_ok=True)
