"""What is taken into a case, and what stands for its words in what is signed."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """A source. record, key: the record it is; "" and None for words that are given here.

    dated: the day it speaks of. host: whether the State may see it.
    """

    title: str
    text: str
    source: str
    dated: date
    record: str = ""
    key: int | None = None
    host: bool = False


def digest_of(value: object) -> str:
    """The digest of plain values, written in one way: "sha256:" and 64 digits, the same on every machine."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def digest_of_source(title: str, text: str, source: str, dated: date) -> str:
    """What stands for the words of a source."""
    return digest_of([title, text, source, dated.isoformat()])
