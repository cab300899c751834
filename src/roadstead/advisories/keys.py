"""The published keys of this installation, for pages and documents. The private ones are never read here."""

import logging
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from roadstead.publication import history, keyring
from roadstead.publication.history import Keys

logger = logging.getLogger(__name__)


def published() -> Keys | None:
    """The history of keys, checked; None where nothing was ever signed here, or where it does not hold."""
    path = Path(settings.DATA_DIR) / keyring.FOLDER / history.FILE
    try:
        about = path.stat()
    except OSError:
        return None
    return _checked(path, about.st_mtime_ns, about.st_size)


def told(keys: Keys | None) -> dict[str, object]:
    """What programs are told of them: the root, the key that signs, and where each other stands."""
    if keys is None:
        return {"root": None, "current": None, "keys": []}
    current = keys.current
    return {
        "root": {"id": keys.root, "public": keys.history.root},
        "current": current.id if current else None,
        "keys": [
            {
                "id": one.id,
                "algorithm": "Ed25519",
                "public": one.public,
                "standing": one.standing,
                "since": one.since,
                "until": one.until,
                "revoked_at": one.revoked_at,
                "reason": one.reason,
            }
            for one in keys.by_id.values()
        ],
    }


@lru_cache(maxsize=2)
def _checked(path: Path, changed: int, size: int) -> Keys | None:
    try:
        return history.read(path.read_bytes())
    except (OSError, ValueError) as error:
        logger.error("The history of keys cannot be used, and none is published: %s: %s", path, error)
        return None
