"""A chain of events in which none can be changed, left out or put in without its being seen.

Each link has the digest of the one before in its own digest. What is personal stands beside the link and only its
commitment (a digest of the value with a salt) inside, so that it can be taken away later and the chain still holds.
`core.proof` follows a chain.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

SCHEMA = "roadstead/audit/1"
START = "0" * 64  # what stands before the first link
# What a digest covers, in every link, besides the digest of the link before.
COVERED = ("number", "at", "type", "actor", "subject_kind", "subject", "elevation", "token", "data", "sealed")
LARGEST = 2**53 - 1  # beyond it, readers of JSON disagree about whole numbers


def digest(link: Mapping[str, Any], previous: str) -> str:
    """The digest of a link: 64 hexadecimal digits. Raises KeyError where the link lacks a field, ValueError."""
    covered = {name: link[name] for name in COVERED}
    return _hashed({**covered, "previous": previous})


def commitment(value: str, salt: str, of: int | None) -> str:
    """What stands for a personal value in its link; `of` is the number of the person whom it is about."""
    return _hashed([salt, of, value])


def stub(number: int, previous: str, digest: str) -> dict[str, Any]:
    """What stands in an export for a link that its reader may not see: enough to follow the chain past it."""
    return {"number": number, "previous": previous, "digest": digest, "withheld": True}


def only_plain(value: Any, where: str = "") -> None:
    """Raises ValueError, naming the place, for what is not written the same on every machine and in every database."""
    if isinstance(value, str):
        _only_sound(value, where)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise ValueError(f"{where}: the key {key!r} is no text.")
            _only_sound(key, where)
            only_plain(inner, f"{where}.{key}" if where else key)
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            only_plain(inner, f"{where}[{place}]")
    elif isinstance(value, float):
        raise ValueError(f"{where}: a number with a fraction is not written the same everywhere; write it as text.")
    elif value is not None and not isinstance(value, int):
        raise ValueError(f"{where}: {value!r} cannot stand in an event; write it as text.")
    elif value is not None and abs(value) > LARGEST:
        raise ValueError(f"{where}: {value} is too large for every reader; write it as text.")


def _only_sound(text: str, where: str) -> None:
    if "\0" in text:
        raise ValueError(f"{where}: a text with a NUL character cannot be kept.")
    if not text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in text):
        raise ValueError(f"{where}: a text with half a character (a lone surrogate) cannot be kept.")


def _hashed(value: Any) -> str:
    only_plain(value)
    plain = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()
