"""A folder into which other programs put files with notices. What was taken in lies in `done`, the rest in `rejected`.

A file is moved only after everything in it was kept or rejected, and beside it lies a report. Killed before that, the
file is still where it was: taken in again, what was kept is the same.
"""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG
from typing import Any

from roadstead.arrivals.actions.taking import take_in
from roadstead.arrivals.enums import Origin
from roadstead.arrivals.models import Sending
from roadstead.arrivals.presenters.receipts import as_data
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.wire.incoming.reading import MOST_BYTES

DONE, REJECTED = "done", "rejected"
SETTLED = 10.0  # seconds for which nobody has written to a file that is whole
UNFINISHED = (".part", ".tmp", ".partial", ".filepart", ".crdownload", "~")
REPORT = ".report.json"

logger = logging.getLogger(__name__)


def take_in_folder(folder: Path, *, by: Viewer) -> tuple[int, int]:
    """Take in every whole file, the oldest first; how many went to `done`, how many to `rejected`.

    Raises PermissionDenied, OSError where the folder cannot be read, DatabaseError.
    """
    for name in (DONE, REJECTED):
        (folder / name).mkdir(parents=True, exist_ok=True)
    gone = {DONE: 0, REJECTED: 0}
    for path in whole_files(folder):
        try:
            gone[_take_in(path, by)] += 1
        except FileNotFoundError:
            continue  # another worker was quicker
        except OSError as error:
            logger.warning("%s is left where it is: %s", path.name, error)
    return gone[DONE], gone[REJECTED]


def whole_files(folder: Path) -> Iterator[Path]:
    """Files that nobody writes to any more. Hidden ones, links and names of what is unfinished are left alone."""
    now, found = clock.now().timestamp(), []
    for path in folder.iterdir():
        if path.name.startswith(".") or path.name.lower().endswith(UNFINISHED):
            continue
        about = path.lstat()
        if S_ISREG(about.st_mode) and now - about.st_mtime >= SETTLED:
            found.append((about.st_mtime, path))
    yield from (path for _when, path in sorted(found))


def _take_in(path: Path, by: Viewer) -> str:
    """Take one file in, and put it where it belongs; where that is. Raises OSError."""
    before = path.stat()
    if before.st_size > MOST_BYTES:
        report = {"rejected": f"It is larger than {MOST_BYTES >> 20} MB. Put down fewer notices in one file."}
        return _put(path, REJECTED, report)
    body = path.read_bytes()
    sending = take_in(body=body, name=path.name, origin=Origin.FOLDER, by=by)
    after = path.stat()
    if (after.st_mtime_ns, after.st_size) != (before.st_mtime_ns, len(body)):
        raise OSError("it was written to while it was read; it is read again")
    return _put(path, _where(sending), as_data(sending, by))


def _where(sending: Sending) -> str:
    good = sending.told and all(one["outcome"] != "rejected" for one in sending.told)
    return DONE if good else REJECTED


def _put(path: Path, where: str, report: dict[str, Any]) -> str:
    """The report first, then the file: a file in `done` always has its report."""
    target = _free(path.parent / where, path.name)
    told = target.with_name(target.name + REPORT)
    _write(told, json.dumps(report, ensure_ascii=False, indent=2))
    try:
        path.replace(target)
    except FileNotFoundError:
        told.unlink(missing_ok=True)
        raise
    return where


def _free(folder: Path, name: str) -> Path:
    """A name that is not taken: of two files of one name, neither is lost."""
    target, number = folder / name, 1
    while target.exists():
        number += 1
        target = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
    return target


def _write(path: Path, text: str) -> None:
    """Whole or not at all."""
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)
