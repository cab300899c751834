"""The published history of keys (`roadstead/advisory-keys/1`): signed statements, each chained to the one before.

A root key, kept away from every machine that publishes, introduces the first signing key. A signing key hands over to
the next. The root replaces one that was lost and revokes one that may be in other hands; a key may revoke itself.
"""

import hashlib
from dataclasses import dataclass, field, replace
from typing import Literal

import msgspec

from roadstead.publication.signature import Digest, KeyId, Public, Signed, Time, genuine, key_id

SCHEMA = "roadstead/advisory-keys/1"
FILE = "keys.json"
MOST_BYTES = 1_048_576
Deed = Literal["introduce", "hand_over", "replace", "revoke"]
BY_ROOT = {"introduce", "replace"}


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One step. `by`: the id of the key that signs it; `public`: of the key it is about."""

    number: int
    previous: Digest
    at: Time
    do: Deed
    key: KeyId
    public: Public
    by: KeyId
    reason: str
    signature: Signed


class History(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The root and every statement since. `root` is its public key."""

    schema: str
    root: Public
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class KeyState:
    """One signing key: since when and until when it signs, from whom it has that, and what became of it."""

    id: str
    public: str
    since: str
    given_by: str
    until: str | None = None
    lost: bool = False
    revoked_at: str | None = None
    reason: str = ""

    @property
    def standing(self) -> str:
        """current | handed over | lost | revoked."""
        if self.revoked_at:
            return "revoked"
        return "lost" if self.lost else "handed over" if self.until else "current"


@dataclass(frozen=True)
class Keys:
    """A history that was checked: its keys by id, in order."""

    history: History
    by_id: dict[str, KeyState] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """The id of the root."""
        return key_id(self.history.root)

    @property
    def current(self) -> KeyState | None:
        """The key that signs now; None after a revocation."""
        return next((one for one in self.by_id.values() if one.standing == "current"), None)


def written(history: History) -> bytes:
    """The document; one form only."""
    return msgspec.json.format(msgspec.json.encode(history), indent=2) + b"\n"


def read(body: bytes) -> Keys:
    """A history, every statement checked. Raises ValueError saying which does not hold."""
    if len(body) > MOST_BYTES:
        raise ValueError("it is longer than any history of keys")
    try:
        history = msgspec.json.decode(body, type=History)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"it is no history of keys ({error})") from error
    if history.schema != SCHEMA or body != written(history):
        raise ValueError(f"it is not written as {SCHEMA} writes it")
    return check(history)


def check(history: History) -> Keys:
    """Follow the statements from the root on. Raises ValueError."""
    keys, previous, last = Keys(history), _first(history.root), ""
    for place, step in enumerate(history.statements, start=1):
        if step.number != place or step.previous != previous or step.at < last:
            raise ValueError(f"statement {step.number} does not follow the one before it")
        if why := _wrong(keys, step):
            raise ValueError(f"statement {step.number} ({step.do}) {why}")
        keys, previous, last = _after(keys, step), digest(step), step.at
    return keys


def message(step: Statement) -> bytes:
    """What is signed of a statement: its document without the signature, after the schema."""
    return SCHEMA.encode() + b"\n" + msgspec.json.encode(msgspec.structs.replace(step, signature="0" * 128))


def digest(step: Statement) -> str:
    """What the next statement names as the previous one."""
    return hashlib.sha256(msgspec.json.encode(step)).hexdigest()


def previous_of(history: History) -> str:
    """What a further statement must name as the one before it."""
    return digest(history.statements[-1]) if history.statements else _first(history.root)


def _first(root: str) -> str:
    return hashlib.sha256(bytes.fromhex(root)).hexdigest()


def _wrong(keys: Keys, step: Statement) -> str:
    """Why a statement does not hold; empty where it does."""
    signer = keys.history.root if step.by == keys.root else getattr(keys.by_id.get(step.by), "public", None)
    if signer is None or not genuine(signer, step.signature, message(step)):
        return "is not signed by a key that is known then"
    if step.key != key_id(step.public):
        return "names a key by a wrong id"
    if step.do == "revoke":
        return _wrong_revocation(keys, step)
    if step.key in keys.by_id or step.key == keys.root:
        return "names a key that is there already"
    if step.do in BY_ROOT and step.by != keys.root:
        return "is not signed by the root"
    if (step.do == "introduce") == (keys.current is not None):
        return "does not fit the key that is current then"
    if step.do == "hand_over" and (keys.current is None or step.by != keys.current.id):
        return "is not signed by the key that is current then"
    return ""


def _wrong_revocation(keys: Keys, step: Statement) -> str:
    held = keys.by_id.get(step.key)
    if held is None or held.revoked_at:
        return "names a key that cannot be revoked then"
    return "" if step.by in (keys.root, step.key) else "is signed neither by the root nor by the key itself"


def _after(keys: Keys, step: Statement) -> Keys:
    held = dict(keys.by_id)
    if step.do == "revoke":
        held[step.key] = replace(held[step.key], revoked_at=step.at, reason=step.reason)
        return replace(keys, by_id=held)
    if keys.current:
        held[keys.current.id] = replace(keys.current, until=step.at, lost=step.do == "replace")
    held[step.key] = KeyState(step.key, step.public, since=step.at, given_by=step.by)
    return replace(keys, by_id=held)
