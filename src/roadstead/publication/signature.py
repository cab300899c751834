"""A detached signature: what it says of a file, by which key, when. Ed25519 over five lines of text.

The lines (each ended by a line break) are the schema, the file's name, its SHA-256, the key's id and the time; a
stranger can write them with any tool. The document that carries them has one form only, so that none of its bytes can
change unnoticed either.
"""

import hashlib
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from msgspec import Meta

SCHEMA = "roadstead/advisory-signature/1"
SUFFIX = ".sig"
MOST_BYTES = 4_096
Digest = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
KeyId = Annotated[str, Meta(pattern=r"\A[0-9a-f]{16}\Z")]
Public = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Signed = Annotated[str, Meta(pattern=r"\A[0-9a-f]{128}\Z")]
Time = Annotated[str, Meta(pattern=r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z")]


class Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is written beside a file, as FILE.sig."""

    schema: str
    file: str
    sha256: Digest
    key: KeyId
    signed_at: Time
    signature: Signed


def key_id(public: str) -> str:
    """How a public key (64 hexadecimal digits) is called: the beginning of its SHA-256."""
    return hashlib.sha256(bytes.fromhex(public)).hexdigest()[:16]


def public_of(private: Ed25519PrivateKey) -> str:
    """The public half as 64 hexadecimal digits."""
    return private.public_key().public_bytes_raw().hex()


def sign(private: Ed25519PrivateKey, file: str, body: bytes, at: str) -> bytes:
    """The signature of a file, as its document. `at`: the time, as in 2026-11-23T12:00:00Z."""
    sha256, key = hashlib.sha256(body).hexdigest(), key_id(public_of(private))
    signed = private.sign(_lines(file, sha256, key, at)).hex()
    return _written(Signature(SCHEMA, file, sha256, key, at, signed))


def read(body: bytes) -> Signature:
    """A signature's document. Raises ValueError where a byte of it is not as we write it."""
    if len(body) > MOST_BYTES:
        raise ValueError("it is longer than a signature is")
    try:
        found = msgspec.json.decode(body, type=Signature)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"it is no signature ({error})") from error
    if found.schema != SCHEMA or body != _written(found):
        raise ValueError(f"it is not written as {SCHEMA} writes it")
    return found


def holds(signature: Signature, public: str) -> bool:
    """Whether this key signed just this."""
    lines = _lines(signature.file, signature.sha256, signature.key, signature.signed_at)
    return key_id(public) == signature.key and genuine(public, signature.signature, lines)


def genuine(public: str, signed: str, message: bytes) -> bool:
    """Whether the key (in hexadecimal digits) signed the message."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signed), message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _lines(file: str, sha256: str, key: str, at: str) -> bytes:
    return "".join(f"{line}\n" for line in (SCHEMA, file, sha256, key, at)).encode()


def _written(signature: Signature) -> bytes:
    return msgspec.json.format(msgspec.json.encode(signature), indent=2) + b"\n"
