"""SHA256SUMS: the checksum of every file of a publication, in the form that sha256sum writes and checks."""

import hashlib
import re
from collections.abc import Mapping

FILE = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9_.][A-Za-z0-9_./-]*)")
DOCUMENTS = (".json", ".csv", ".atom", ".pdf")


def written(files: Mapping[str, bytes]) -> bytes:
    """The checksums, by name."""
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()


def read(body: bytes) -> dict[str, str]:
    """The checksum of each file by name. Raises ValueError where a line is not as we write it."""
    text = body.decode("ascii", errors="strict") if body.isascii() else ""
    found: dict[str, str] = {}
    for line in text.splitlines():
        match = _LINE.fullmatch(line)
        if match is None or ".." in match[2].split("/") or match[2] in found:
            raise ValueError(f"“{line[:80]}” is no line of checksums")
        found[match[2]] = match[1]
    if not found or body != "".join(f"{digest}  {name}\n" for name, digest in sorted(found.items())).encode():
        raise ValueError("it is not written as checksums are")
    return found


def signed_apart(name: str) -> bool:
    """Whether a file has a signature of its own beside it, so that it can be handed on alone."""
    return "/" not in name and name.endswith(DOCUMENTS)
