"""The local rule book of an installation: where it lies, of what folders it is made, and which version it is.

    DATA_DIR/rulebook/            written by hand, of the layout of the package's data; any part may lack
    DATA_DIR/rulebook/published/  one folder for each edition that was published here; never edited

A folder whose name begins with a dot is on its way in, and no part of the book yet.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

FOLDER = "rulebook"
PUBLISHED = "published"
_REPOSITORY = Path(__file__).resolve().parents[3]
Version = tuple[tuple[str, int, int], ...]


def data_dir(environ: Mapping[str, str]) -> Path:
    """Where an installation keeps its data: the same folder for the server and for every command."""
    return Path(environ.get("ROADSTEAD_DATA_DIR") or _REPOSITORY / "var").absolute()


def folders(local: Path) -> list[Path]:
    """The folders that make up a local book, each of the layout of the package's data. None where there is none."""
    if not local.is_dir():
        return []
    return [local, *sorted(path for path in (local / PUBLISHED).glob("[!.]*") if path.is_dir())]


def version(local: Path) -> Version:
    """What the book of this folder is called by; another as soon as anything in it is another. Parses nothing.

    Of what was published the names suffice, since it is never edited; of what is written by hand name, time and size.
    """
    return tuple(sorted(_entries(local)))


def _entries(local: Path) -> Iterator[tuple[str, int, int]]:
    for entry in _scan(local):
        if entry.name == PUBLISHED:
            yield from ((f"{PUBLISHED}/{one.name}", 0, 0) for one in _scan(Path(entry.path)))
        elif entry.name.endswith(".yaml"):
            yield _stamp(entry.name, entry)
        elif entry.is_dir():
            inner = (one for one in _scan(Path(entry.path)) if one.name.endswith(".yaml"))
            yield from (_stamp(f"{entry.name}/{one.name}", one) for one in inner)


def _scan(folder: Path) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as found:
            return [entry for entry in found if not entry.name.startswith(".")]
    except (FileNotFoundError, NotADirectoryError):
        return []


def _stamp(name: str, entry: "os.DirEntry[str]") -> tuple[str, int, int]:
    try:
        about = entry.stat()
    except FileNotFoundError:  # taken away since it was seen
        return name, 0, 0
    return name, about.st_mtime_ns, about.st_size
