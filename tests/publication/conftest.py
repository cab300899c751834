"""A small publication of invented files, sealed with keys made for the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from roadstead.publication import keyring, placing, sealing
from roadstead.publication.history import Keys

FILES = {
    "index.html": b"<!doctype html><title>Invented</title>",
    "advisory.json": b'{"schema": "roadstead/advisory/1", "title": "invented"}',
    "advisory.csv": b"country\nXX\n",
    "countries/XX.html": b"<!doctype html>",
    ".well-known/port-security-advisory.json": b"{}",
}
Publish = Callable[[str], Path]


@pytest.fixture
def ring(tmp_path: Path) -> Path:
    """A folder of keys with a root and a first key, made on 1 January 2027."""
    folder = tmp_path / "keys"
    keyring.begin(folder, at("01-01"))
    return folder


@pytest.fixture
def published(tmp_path: Path, ring: Path) -> Publish:
    """Publish the files with the key that signs now, at noon of a day of 2027; the folder."""
    numbers: Iterator[int] = iter(range(1_000))

    def publish(day: str) -> Path:
        folder = tmp_path / f"site{next(numbers)}"
        keys = known(ring)
        placing.place(folder, sealing.sealed(FILES, keys, keyring.signing_key(ring, keys), at(day)))
        return folder

    return publish


def at(day: str) -> str:
    """Noon of a day of 2027."""
    return f"2027-{day}T12:00:00Z"


def known(ring: Path) -> Keys:
    """The history that lies there."""
    keys = keyring.read(ring)
    assert keys is not None
    return keys
