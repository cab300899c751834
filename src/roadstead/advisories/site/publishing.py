"""`roadstead advisory export`: build, sign, and put in place in one step."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.conf import settings

from roadstead.advisories.site.building import build
from roadstead.publication import keyring, placing
from roadstead.publication.history import Keys
from roadstead.publication.sealing import sealed


@dataclass(frozen=True)
class Exported:
    """How many files there are, the keys they were signed with, and whether these were made for it."""

    files: int
    keys: Keys
    first_keys: bool


def export(folder: Path, *, on: date, known_at: date, now: datetime) -> Exported:
    """Write the publication. Raises KeyringError where there is no key to sign with, OSError where it cannot lie there.

    Where this installation never had a key, the first ones are made.
    """
    if why := placing.refused(folder):
        raise FileExistsError(why)
    at = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    ring = Path(settings.DATA_DIR) / keyring.FOLDER
    keys = keyring.read(ring)
    first = keys is None
    if keys is None:
        keys = keyring.begin(ring, at)
    private = keyring.signing_key(ring, keys)
    files = sealed(build(on, known_at, now.date(), keys), keys, private, at)
    placing.place(folder, files)
    return Exported(len(files), keys, first)
