"""Where the bytes lie: once each, under their own digest, outside of anything that a web server serves.

A file that lies there is whole: it was written and flushed under another name before.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

FOLDER_MODE = 0o700
INCOMING = "incoming"  # where files lie while they come in
CHUNK = 262_144  # bytes


def root() -> Path:
    return Path(settings.DATA_DIR) / "files"


def path_of(digest: str) -> Path:
    """Where the bytes with this digest lie."""
    return root() / digest[:2] / digest[2:]


def incoming() -> Path:
    """The folder for files on their way, made if it is not there."""
    folder = root() / INCOMING
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    return folder


def place(written: Path, digest: str) -> None:
    """Give flushed bytes their place. What lies there already is left alone, unless it is damaged.

    The caller holds the row of this digest, so that nobody places or takes away the same bytes meanwhile.
    """
    target = path_of(digest)
    is_new = not target.parent.exists()
    target.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    try:
        target.hardlink_to(written)
    except FileExistsError:
        if digest_of(target) == digest:
            return
        beside = written.with_suffix(".mend")
        beside.hardlink_to(written)
        beside.replace(target)
    _flush(target.parent)
    if is_new:
        _flush(root())


def digest_of(path: Path) -> str:
    """The SHA-256 of a file. Raises FileNotFoundError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_whole(digest: str, size: int) -> bool:
    """Whether the bytes with this digest are there, all of them and no others."""
    path = path_of(digest)
    try:
        return path.stat().st_size == size and digest_of(path) == digest
    except FileNotFoundError:
        return False


def pieces(digest: str) -> Iterator[bytes]:
    """The bytes with this digest, piece by piece; the file is opened when the first is asked for."""
    with path_of(digest).open("rb") as file:
        while piece := file.read(CHUNK):
            yield piece


def _flush(folder: Path) -> None:
    """Make the names in a folder outlast a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
