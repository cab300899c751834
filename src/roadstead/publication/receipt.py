"""Receipts (`roadstead/receipt/1`): one file that proves itself, years later, without a database.

It holds what was received and judged, the signature of just that, and the history of keys that vouches for the signer.
The file has one form only, so that none of its bytes can change unnoticed.
"""

import hashlib
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from roadstead.core import logbook
from roadstead.publication import history, signature
from roadstead.publication.history import History, Keys
from roadstead.publication.signature import Signature
from roadstead.publication.trust import Trusted, refused

SCHEMA = "roadstead/receipt/1"
MOST_BYTES = 20_000_000
_BEGINS = b'{\n  "schema": "' + SCHEMA.encode() + b'"'


class Receipt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is written to the file. receipt: the facts, in plain values without fractions."""

    schema: str
    receipt: dict[str, Any]
    signature: Signature
    keys: History


def name_of(number: str) -> str:
    """The file of a receipt."""
    return f"receipt-{number}.json"


def made(content: dict[str, Any], keys: Keys, private: Ed25519PrivateKey, at: str) -> bytes:
    """The file of a receipt. content: has its `number`. at: the time, as in 2026-11-23T12:00:00Z."""
    signed = signature.sign(private, name_of(str(content["number"])), _body(content), at)
    return _written(Receipt(SCHEMA, content, signature.read(signed), keys.history))


def is_one(body: bytes) -> bool:
    """Whether a file says that it is a receipt."""
    return body.startswith(_BEGINS)


def read(body: bytes) -> Receipt:
    """The file of a receipt. Raises ValueError where a byte of it is not as we write it."""
    if len(body) > MOST_BYTES:
        raise ValueError("it is longer than a receipt is")
    try:
        found = msgspec.json.decode(body, type=Receipt)
        whole = _written(found)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise ValueError(f"it is no receipt ({error})") from error
    if (found.schema, found.keys.schema) != (SCHEMA, history.SCHEMA) or body != whole:
        raise ValueError(f"it is not written as {SCHEMA} writes it")
    return found


def problems(found: Receipt, trusted: Trusted) -> list[str]:
    """What does not hold of a receipt; nothing where all of it does."""
    said = found.signature
    if said.schema != signature.SCHEMA or said.file != name_of(str(found.receipt.get("number"))):
        return ["the signature is that of another file"]
    if said.sha256 != hashlib.sha256(_body(found.receipt)).hexdigest():
        return ["the receipt was changed: it is not what was signed"]
    try:
        published = history.check(found.keys)
    except ValueError as error:
        return [f"the history of keys does not hold: {error}"]
    why = refused(said, published, trusted)
    return [*([why] if why else []), *_of_log(found.receipt.get("log"))]


def _of_log(log: object) -> list[str]:
    """The chain of the log that a receipt holds."""
    if not isinstance(log, dict):
        return []
    try:
        links = [
            (logbook.Entry(**{name: one[name] for name in logbook.COVERED}), one["previous"], one["digest"])
            for one in log["entries"]
        ]
        why = logbook.broken(log["uid"], links, log["head"])
    except (KeyError, TypeError) as error:
        return [f"the log cannot be read ({error})"]
    return [f"the log does not hold: {why}"] if why else []


def _body(content: dict[str, Any]) -> bytes:
    return msgspec.json.encode(content)


def _written(one: Receipt) -> bytes:
    return msgspec.json.format(msgspec.json.encode(one), indent=2) + b"\n"
