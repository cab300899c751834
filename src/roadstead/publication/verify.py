"""Proving a publication, a whole folder or one file: without a database, without Django, without the publisher."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from roadstead.publication import history, receipt, signature, sums
from roadstead.publication.history import Keys
from roadstead.publication.signature import SUFFIX, Signature
from roadstead.publication.trust import Trusted, refused


@dataclass(frozen=True)
class Verdict:
    """What came out. problems: empty where all holds. trusted: whether it was held against a key from elsewhere."""

    problems: tuple[str, ...]
    files: int = 0
    key: str | None = None
    signed_at: str | None = None
    root: str | None = None
    trusted: bool = False

    @property
    def holds(self) -> bool:
        """Whether every checksum and every signature holds."""
        return not self.problems


def verify(path: Path, trusted: Trusted) -> Verdict:
    """A folder, a receipt, or one file with its signature beside it. Raises OSError where it cannot be read."""
    return _folder(path, trusted) if path.is_dir() else _file(path, trusted)


def _receipt(path: Path, trusted: Trusted) -> Verdict:
    """A receipt, which brings signature and keys along."""
    try:
        found = receipt.read(path.read_bytes())
    except ValueError as error:
        return Verdict((f"{path.name} does not hold: {error}",))
    problems = [f"{path.name}: {one}" for one in receipt.problems(found, trusted)]
    root = signature.key_id(found.keys.root)
    said = found.signature
    return Verdict(tuple(problems), 1, said.key, said.signed_at, root, trusted.anything)


def _is_receipt(path: Path) -> bool:
    with path.open("rb") as stream:
        return receipt.is_one(stream.read(100))


def _file(path: Path, trusted: Trusted) -> Verdict:
    if _is_receipt(path):
        return _receipt(path, trusted)
    beside = path.with_name(path.name + SUFFIX)
    if not beside.is_file():
        return Verdict((f"{beside.name} is missing: the signature must lie beside the file",))
    published, problems = _published(path.parent / history.FILE)
    found, more = _signature(path, path.read_bytes(), published, trusted)
    return _verdict(problems + more, found, published, trusted, files=1)


def _folder(path: Path, trusted: Trusted) -> Verdict:
    there, problems = _walk(path)
    needed = [sums.FILE, sums.FILE + SUFFIX, history.FILE]
    if lacking := [f"{name} is missing" for name in needed if name not in there]:
        return Verdict(tuple(problems + lacking))
    published, more = _published(path / history.FILE)
    body = (path / sums.FILE).read_bytes()
    found, refusals = _signature(path / sums.FILE, body, published, trusted)
    problems += more + refusals
    try:
        printed = sums.read(body)
    except ValueError as error:
        return _verdict([*problems, f"{sums.FILE}: {error}"], found, published, trusted)
    apart = {name + SUFFIX for name in printed if sums.signed_apart(name)}
    expected = {*printed, *apart, sums.FILE, sums.FILE + SUFFIX}
    problems += [f"{name} was added: it is no part of the publication" for name in sorted(there - expected)]
    problems += [f"{name} is missing" for name in sorted(expected - there)]
    for name in sorted(printed.keys() & there):
        problems += _one(path / name, name, printed[name], name + SUFFIX in apart & there, published, trusted)
    return _verdict(problems, found, published, trusted, files=len(printed))


def _one(path: Path, name: str, digest: str, signed: bool, published: Keys | None, trusted: Trusted) -> list[str]:
    body = path.read_bytes()
    if hashlib.sha256(body).hexdigest() != digest:
        return [f"{name} was changed: its checksum is another"]
    return _signature(path, body, published, trusted)[1] if signed else []


def _walk(path: Path) -> tuple[set[str], list[str]]:
    """The names of all files, and what is neither file nor folder."""
    names, problems = set(), []
    for one in path.rglob("*"):
        name = one.relative_to(path).as_posix()
        if one.is_symlink() or not (one.is_file() or one.is_dir()):
            problems.append(f"{name} is no plain file")
        elif one.is_file():
            names.add(name)
        elif not any(one.iterdir()):
            problems.append(f"{name} was added: an empty folder is no part of the publication")
    return names, problems


def _published(path: Path) -> tuple[Keys | None, list[str]]:
    if not path.is_file():
        return None, []
    try:
        return history.read(path.read_bytes()), []
    except ValueError as error:
        return None, [f"{path.name} does not hold: {error}"]


def _signature(path: Path, body: bytes, published: Keys | None, trusted: Trusted) -> tuple[Signature | None, list[str]]:
    name = path.name
    try:
        found = signature.read(path.with_name(name + SUFFIX).read_bytes())
    except ValueError as error:
        return None, [f"{name}{SUFFIX} does not hold: {error}"]
    if found.file != name:
        return found, [f"{name}{SUFFIX} is the signature of another file, {found.file}"]
    if found.sha256 != hashlib.sha256(body).hexdigest():
        return found, [f"{name} was changed: it is not what was signed"]
    why = refused(found, published, trusted)
    return found, [f"{name}{SUFFIX}: {why}"] if why else []


def _verdict(
    problems: list[str], found: Signature | None, published: Keys | None, trusted: Trusted, files: int = 0
) -> Verdict:
    return Verdict(
        problems=tuple(problems),
        files=files,
        key=found.key if found else None,
        signed_at=found.signed_at if found else None,
        root=published.root if published else None,
        trusted=trusted.anything,
    )
