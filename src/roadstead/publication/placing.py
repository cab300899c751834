"""A publication put where mirrors fetch it: the old one or the new one, never a part of either."""

import ctypes
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from roadstead.publication import sums

_HERE, _EXCHANGE = -100, 2  # AT_FDCWD, RENAME_EXCHANGE (Linux 3.15)


def refused(folder: Path) -> str:
    """Why a publication cannot be put here; empty where it can."""
    if folder.exists() and not folder.is_dir():
        return f"{folder} is a file; name a folder."
    if folder.is_dir() and any(folder.iterdir()) and not (folder / sums.FILE).is_file():
        return f"{folder} is not empty and holds no publication; name a new folder, so that nothing of yours is lost."
    return ""


def place(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files, down to the disk, then let them take the folder's name in one step."""
    folder = folder.absolute()
    fresh = folder.with_name(f".{folder.name}.new")
    if fresh.exists():  # of one that was killed
        shutil.rmtree(fresh)
    for name, body in files.items():
        path = fresh / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as stream:
            stream.write(body)
            stream.flush()
            os.fsync(stream.fileno())
    _take_the_name(fresh, folder)
    handle = os.open(folder.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _take_the_name(fresh: Path, folder: Path) -> None:
    if not folder.exists() or not any(folder.iterdir()):
        fresh.rename(folder)
        return
    if not _exchange(fresh, folder):  # a system that cannot swap: the moment between these two has no publication
        aside = folder.with_name(f".{folder.name}.old")
        folder.rename(aside)
        fresh.rename(folder)
        fresh = aside
    shutil.rmtree(fresh)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step, where the system can."""
    swap = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return swap is not None and swap(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0
