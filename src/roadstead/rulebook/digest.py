"""The fingerprint of a rule book's content."""

import hashlib
from dataclasses import replace

import msgspec

from roadstead.core.advisory import RuleBook


def with_digest(book: RuleBook) -> RuleBook:
    """The same book carrying its digest: sha256 over the canonical JSON of everything else.

    The values count, not their files: the order of files and keys, line endings, comments and the
    machine change nothing; any value, citation or note does.
    """
    content = msgspec.json.encode(replace(book, digest=""), order="deterministic")
    return replace(book, digest="sha256:" + hashlib.sha256(content).hexdigest())
