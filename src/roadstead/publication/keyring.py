"""The keys of an installation, in DATA_DIR/keys: private ones for the owner's eyes only, and the public history."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives import serialization as forms
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from roadstead.publication import history
from roadstead.publication.history import Deed, History, Keys, Statement
from roadstead.publication.signature import key_id, public_of

FOLDER = "keys"
EMPTY = "0" * 128


class KeyringError(ValueError):
    """Something cannot be done with the keys that are here; the message says what to do."""


def read(folder: Path) -> Keys | None:
    """The history of this installation; None where it has never had a key. Raises KeyringError."""
    path = folder / history.FILE
    try:
        return history.read(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise KeyringError(f"{path}: {error}. Put back the history as it was published.") from error


def signing_key(folder: Path, keys: Keys) -> Ed25519PrivateKey:
    """The private key that signs now. Raises KeyringError where there is none here."""
    if keys.current is None:
        raise KeyringError("The last key was revoked. Introduce another with “roadstead advisory keys new”.")
    return _private(
        folder / f"{keys.current.id}.pem",
        keys.current.public,
        "The key that signs is lost. Replace it with the root key: “roadstead advisory keys new --root FILE”.",
    )


def begin(folder: Path, at: str) -> Keys:
    """A root and the first signing key. Raises KeyringError where there is a history already."""
    with _alone(folder):
        if read(folder) is not None:
            raise KeyringError("There are keys already. “roadstead advisory keys rotate” hands over to a new one.")
        root = Ed25519PrivateKey.generate()
        _keep(folder / root_name(public_of(root)), root)
        blank = History(history.SCHEMA, public_of(root), ())
        return _introduce(folder, Keys(blank), "introduce", root, at, "The first key.")


def renew(folder: Path, root_file: Path | None, at: str) -> Keys:
    """A new key from the root: after a revocation, or for one that was lost. Raises KeyringError."""
    with _alone(folder):
        keys = _there(folder)
        root = _root(folder, keys, root_file)
        if keys.current is None:
            return _introduce(folder, keys, "introduce", root, at, "The key before it was revoked.")
        if (folder / f"{keys.current.id}.pem").exists():
            raise KeyringError("There is a key that signs. “roadstead advisory keys rotate” hands over to a new one.")
        return _introduce(folder, keys, "replace", root, at, "The key before it was lost.")


def rotate(folder: Path, at: str) -> Keys:
    """The key that signs hands over to a new one. Raises KeyringError."""
    with _alone(folder):
        keys = _there(folder)
        return _introduce(folder, keys, "hand_over", signing_key(folder, keys), at, "A planned hand-over.")


def revoke(folder: Path, key: str, root_file: Path | None, at: str, reason: str) -> Keys:
    """Declare that nothing signed with a key counts any more: by the root, else by the key itself."""
    with _alone(folder):
        keys = _there(folder)
        held = keys.by_id.get(key)
        if held is None:
            raise KeyringError(f"No key is called {key}. “roadstead advisory keys list” names them.")
        if held.revoked_at:
            raise KeyringError(f"{key} was revoked on {held.revoked_at[:10]} already.")
        own = folder / f"{key}.pem"
        by_itself = root_file is None and not (folder / root_name(keys.history.root)).exists() and own.exists()
        by = _private(own, held.public, "") if by_itself else _root(folder, keys, root_file)
        return _state(folder, keys, "revoke", by, held.public, at, reason)


def root_name(public: str) -> str:
    """The file of a root's private key."""
    return f"root-{key_id(public)}.pem"


def _there(folder: Path) -> Keys:
    keys = read(folder)
    if keys is None:
        raise KeyringError("There is no key yet. Make the first with “roadstead advisory keys new”.")
    return keys


def _root(folder: Path, keys: Keys, file: Path | None) -> Ed25519PrivateKey:
    where = file or folder / root_name(keys.history.root)
    lost = f"The root key is not at {where}. Fetch it from where it is kept and name its file: --root FILE."
    return _private(where, keys.history.root, lost)


def _introduce(folder: Path, keys: Keys, do: Deed, by: Ed25519PrivateKey, at: str, reason: str) -> Keys:
    new = Ed25519PrivateKey.generate()
    _keep(folder / f"{key_id(public_of(new))}.pem", new)  # first: what the history names must be there
    return _state(folder, keys, do, by, public_of(new), at, reason)


def _state(folder: Path, keys: Keys, do: Deed, by: Ed25519PrivateKey, public: str, at: str, reason: str) -> Keys:
    """One statement more, written whole or not at all."""
    before = keys.history
    last = before.statements[-1].at if before.statements else ""
    if at < last:
        raise KeyringError(f"The clock says {at}, and the last statement is of {last}. Set the clock right.")
    number, signer = len(before.statements) + 1, key_id(public_of(by))
    blank = Statement(
        number, history.previous_of(before), at, do, key_id(public), public, signer, reason, EMPTY
    )  # fmt: skip
    signed = by.sign(history.message(blank)).hex()
    step = Statement(number, blank.previous, at, do, blank.key, public, signer, reason, signed)
    made = history.check(History(before.schema, before.root, (*before.statements, step)))
    fresh = folder / f".{history.FILE}"
    fresh.unlink(missing_ok=True)
    _write(fresh, history.written(made.history), 0o644)
    fresh.replace(folder / history.FILE)
    return made


def _private(path: Path, public: str, lost: str) -> Ed25519PrivateKey:
    try:
        if path.stat().st_mode & 0o077:
            raise KeyringError(f"{path} may be read by others. Say “chmod 600 {path}”; if it was read, revoke the key.")
        key = forms.load_pem_private_key(path.read_bytes(), password=None)
    except FileNotFoundError:
        raise KeyringError(lost) from None
    except (OSError, ValueError) as error:
        if isinstance(error, KeyringError):
            raise
        raise KeyringError(f"{path} cannot be read as a private key ({error}).") from error
    if not isinstance(key, Ed25519PrivateKey) or public_of(key) != public:
        raise KeyringError(f"{path} holds another key than the one called {key_id(public)}.")
    return key


def _keep(path: Path, key: Ed25519PrivateKey) -> None:
    body = key.private_bytes(forms.Encoding.PEM, forms.PrivateFormat.PKCS8, forms.NoEncryption())
    _write(path, body, 0o600)


def _write(path: Path, body: bytes, mode: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as stream:
        os.fchmod(handle, mode)
        stream.write(body)
        stream.flush()
        os.fsync(handle)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
