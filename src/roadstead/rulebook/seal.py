"""The seal of a published edition: the SHA-256 of each of its files, written with them and read with them.

It keeps nobody out who may write there; it makes a later edit an error that is noticed, since what was published is
corrected by a new edition and by nothing else.
"""

import hashlib
from pathlib import Path

from roadstead.rulebook.errors import RuleBookError

NAME = "SHA256SUMS"


def text(folder: Path) -> str:
    """The seal of the files that lie there, in the form of sha256sum."""
    return "".join(f"{_digest(folder / name)}  {name}\n" for name in _names(folder))


def check(folder: Path) -> None:
    """Every file must be as it was published, none more and none less. Raises RuleBookError."""
    seal = folder / NAME
    try:
        said = seal.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise _broken(seal, "the seal of this published edition is missing or cannot be read") from None
    printed = {name: digest for digest, _, name in (line.partition("  ") for line in said.splitlines())}
    found = _names(folder)
    for name in sorted(set(found) ^ set(printed)):
        what = "was added to" if name in found else "is missing from"
        raise _broken(folder / name, f"this file {what} a published edition")
    for name in found:
        if printed[name] != _digest(folder / name):
            raise _broken(folder / name, "this published record was changed")


def _names(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if not path.is_dir())
    return sorted(name for path in files if (name := path.relative_to(folder).as_posix()) != NAME)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _broken(path: Path, problem: str) -> RuleBookError:
    remedy = "Put back what was published, from a copy or an export; correct it by publishing a new edition."
    return RuleBookError(file=str(path), record="", field="", problem=problem, remedy=remedy)
