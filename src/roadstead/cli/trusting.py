"""What a reader of a publication trusts: public keys and histories from elsewhere."""

import re
from collections.abc import Iterable
from pathlib import Path

from roadstead.cli.output import stop
from roadstead.publication import history, keyring
from roadstead.publication.trust import Trusted

_PUBLIC = re.compile(r"[0-9a-f]{64}")
MOST_BYTES = history.MOST_BYTES


def trusted(given: Iterable[str], data: Path) -> Trusted:
    """The keys given on the command line; without any, this installation's own. Stops at what is no key."""
    keys, histories = set(), []
    for text in given:
        if _PUBLIC.fullmatch(text.strip().lower()):
            keys.add(text.strip().lower())
            continue
        found = _file(Path(text))
        if isinstance(found, str):
            keys.add(found)
        else:
            histories.append(found)
    if not keys and not histories:
        try:
            own = keyring.read(data / keyring.FOLDER)
        except keyring.KeyringError as error:
            stop(str(error))
        histories = [own] if own else []
    return Trusted(frozenset(keys), tuple(histories))


def _file(path: Path) -> str | history.Keys:
    try:
        with path.open("rb") as stream:
            body = stream.read(MOST_BYTES + 1)
    except OSError as error:
        stop(f"--key: {path} is neither a public key (64 hexadecimal digits) nor a file we can read: {error.strerror}.")
    public = body.strip().decode("ascii", errors="replace").lower()
    if _PUBLIC.fullmatch(public):
        return public
    try:
        return history.read(body)
    except ValueError as error:
        stop(f"--key: {path} holds neither a public key nor a history of keys: {error}.")
