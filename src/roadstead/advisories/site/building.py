"""Every file of the static publication, by name. The same book, asked for the same days, gives the same bytes."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import NAMESPACE_URL, uuid5

import msgspec
from django.utils import translation

from roadstead.advisories import books, keys, pdf, queries
from roadstead.advisories.changes import changes
from roadstead.advisories.feeding import atom
from roadstead.advisories.queries import Entry
from roadstead.advisories.site.pages import pages
from roadstead.advisories.tables import csv_of
from roadstead.publication import history, sums
from roadstead.publication.history import Keys

POINTER = ".well-known/port-security-advisory.json"
BOOK = "rule-book.json"


def build(on: date, known_at: date, today: date, published: Keys) -> dict[str, bytes]:
    """All files but the keys, the checksums and the signatures."""
    with books.one_book(), translation.override("en"):
        found = dict(_documents(on, known_at, whole=known_at >= today)) | dict(pages(on, known_at))
        return {**found, POINTER: _pointer(on, known_at, found, published)}


def _documents(on: date, known_at: date, whole: bool) -> Iterator[tuple[str, bytes]]:
    listed = queries.advisory(on, known_at)
    yield "advisory.json", _json(listed)
    yield "advisory.csv", csv_of(listed).encode()
    yield "advisory-a4.pdf", pdf.make(listed, "a4")
    yield "advisory-letter.pdf", pdf.make(listed, "letter")
    yield "changes.json", _json(changes(on, known_at))
    entries = queries.entries_until(on, known_at)
    feed = atom(entries, home="editions/index.html", own="advisory.atom", page=_page, name=_name, guid=_urn("feed"))
    yield "advisory.atom", feed.encode()
    if whole:  # as known earlier: the book says what became public since
        # As it stands its SHA-256 is the digest that every document and every decision names.
        yield BOOK, msgspec.json.encode(replace(queries.rule_book(), digest=""), order="deterministic")


def _page(entry: Entry) -> str:
    return f"editions/{entry.edition.id}.html"


def _name(entry: Entry) -> str:
    return _urn(f"edition/{entry.edition.id}")


def _urn(name: str) -> str:
    """A name that is the same on every mirror."""
    return uuid5(NAMESPACE_URL, f"https://roadstead.example/advisory/{name}").urn


def _pointer(on: date, known_at: date, files: dict[str, bytes], published: Keys) -> bytes:
    listed = queries.advisory(on, known_at)
    told = {
        "schema": "roadstead/advisory-pointer/1",
        "title": "US port security advisory: countries under conditions of entry",
        "publisher": "Roadstead, an independent open project; not a government site",
        "addresses": "relative to the folder above this document",
        "list": {
            "html": "index.html",
            "json": "advisory.json",
            "csv": "advisory.csv",
            "pdf": ["advisory-a4.pdf", "advisory-letter.pdf"],
        },
        "list_schema": listed.schema,
        "feed": "advisory.atom",
        "changes": "changes.json",
        "editions": "editions/index.html",
        "on": listed.on,
        "known_at": listed.known_at,
        "listed_count": listed.listed_count,
        "edition": listed.edition,
        "last_confirmed_on": listed.last_confirmed_on,
        "stale": listed.stale,
        "rule_book": listed.rule_book,
        "key_history": history.FILE,
        "checksums": sums.FILE,
        "signature": f"{sums.FILE}.sig",
        **keys.told(published),
        "files": {name: f"sha256:{hashlib.sha256(body).hexdigest()}" for name, body in sorted(files.items())},
    }
    return _json(told)


def _json(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
