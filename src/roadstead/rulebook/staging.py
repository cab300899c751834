"""A new folder, whole or not at all: written under a hidden name, brought to the disk, then given its name at once.

Whoever is killed in between leaves a hidden folder that no reader sees; the next writer takes it away.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

LOCK = ".lock"
PREFIX = ".staging-"


@contextmanager
def alone(parent: Path) -> Iterator[None]:
    """The only writer of this folder, in any process; left-overs of one that was killed are taken away first."""
    parent.mkdir(parents=True, exist_ok=True)
    with (parent / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # given back by the system, however the process ends
        recover(parent)
        try:
            yield
        finally:
            recover(parent)


def recover(parent: Path) -> list[str]:
    """Take away what a killed writer left; its names. Only for who is alone."""
    left = sorted(path for path in parent.glob(f"{PREFIX}*") if path.is_dir())
    for path in left:
        shutil.rmtree(path)
    return [path.name for path in left]


def stage(parent: Path, name: str, files: Mapping[str, bytes]) -> Path:
    """Write the files into a hidden folder, down to the disk."""
    staged = parent / f"{PREFIX}{name}"
    staged.mkdir()
    for inner, body in sorted(files.items()):
        path = staged / inner
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, body)
    return staged


def write(path: Path, body: bytes, mode: int = 0o644) -> None:
    """One new file, down to the disk. Raises FileExistsError."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as stream:
        stream.write(body)
        stream.flush()
        os.fsync(stream.fileno())


def settle(staged: Path, name: str) -> Path:
    """Give a staged folder its name: the one step that counts. Raises FileExistsError where the name is taken."""
    target = staged.with_name(name)
    if target.exists():
        raise FileExistsError(target)
    for folder in (*(path for path in staged.rglob("*") if path.is_dir()), staged):
        to_disk(folder)
    staged.rename(target)
    to_disk(target.parent)
    return target


def to_disk(folder: Path) -> None:
    """The names in a folder, down to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
