"""What a reader hands on: texts by canonical field with their places, and people as tallies. Lives for one reading."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from roadstead.wire.incoming.base import Remark

MOST_NAMED = 100  # fields that were not understood; the rest is left out without a word
LONGEST_TEXT = 2_000  # characters of one value
_PLAIN_NAME = re.compile(r"[\w .:/\[\]#()*-]{1,80}")


class Given(NamedTuple):
    """A value as it stood, and where. rank: how far down its place stands among those of its field; 0 is the best."""

    text: str
    at: str
    rank: int = 0


Fields = dict[str, Given]


@dataclass(slots=True)
class Tally:
    """People of one list: how many, of which nationality, and what their lines lack. No value is ever held."""

    people: int = 0
    nationalities: Counter[str] = field(default_factory=Counter)
    filled: Counter[str] = field(default_factory=Counter)

    def add(self, country: str | None, filled: set[str]) -> None:
        """One person. country: ISO code, or None where it was not said or not understood."""
        self.people += 1
        self.nationalities[country or ""] += 1
        self.filled.update(filled)


@dataclass(slots=True)
class Draft:
    """One notice on its way in. zone: what is assumed for times that carry none; "" for nothing."""

    shape: str
    zone: str = ""
    fields: Fields = field(default_factory=dict)
    calls: list[Fields] = field(default_factory=list)
    cdc: list[Fields] = field(default_factory=list)
    crew: Tally | None = None
    others: Tally | None = None
    items: dict[str, tuple[str, ...]] = field(default_factory=dict)  # which items of people's lines the shape has
    unknown: dict[str, None] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def put(self, fields: Fields, to: str, text: str, at: str, rank: int = 0) -> None:
        """Keep a value where none of its rank or better stands; blank text is no value, an endless one is cut."""
        plain = " ".join(text.replace("\0", "").split())  # no database keeps the character zero
        if not plain or (to in fields and fields[to].rank <= rank):
            return
        if len(plain) > LONGEST_TEXT:
            self.remarks.append(Remark(at=at, what=f"was cut after {LONGEST_TEXT:,} characters."))
            plain = plain[:LONGEST_TEXT]
        fields[to] = Given(plain, at, rank)

    def not_understood(self, name: str) -> None:
        """Note a name that the shape does not have; one that is no plain name is not repeated."""
        if len(self.unknown) < MOST_NAMED:
            self.unknown[name if _PLAIN_NAME.fullmatch(name) else "(a name that is not shown)"] = None


def printable(text: str, most: int = 40) -> str:
    """A value safe to repeat in a message: short, and with nothing that a terminal would obey."""
    shown = "".join(char if char.isprintable() else "�" for char in text[:most])
    return shown + ("…" if len(text) > most else "")
