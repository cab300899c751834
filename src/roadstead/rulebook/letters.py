"""What letters and orders to ships rest on, as dated files tell it."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from roadstead.core.truth import YES
from roadstead.rulebook import decode, schema
from roadstead.rulebook.loader import DATA
from roadstead.rulebook.records import refuse
from roadstead.rulebook.schema import Address, Record, Text, When


class GroundRecord(Record, frozen=True, kw_only=True):
    """One text of the law: how it is cited, and what it says, in our own words."""

    cite: Text
    says: Text
    url: Address
    status: Literal["verified", "unverified"]


class KindRecord(Record, frozen=True, kw_only=True):
    """One kind of letter. note: what the officer has to see to, since no text that was read settles it."""

    grounds: tuple[Text, ...]
    note: str = ""


class LettersRecord(Record, frozen=True, kw_only=True):
    """One version; the id is the name of the file."""

    start: When
    grounds: dict[Text, GroundRecord]
    kinds: dict[Text, KindRecord]


@dataclass(frozen=True, slots=True)
class LetterRules:
    """What the letters of a day rest on."""

    id: str
    record: LettersRecord

    def grounds(self, kind: str) -> tuple[GroundRecord, ...]:
        """What a kind of letter rests on, the weightiest first. Raises KeyError."""
        return tuple(self.record.grounds[one] for one in self.record.kinds[kind].grounds)

    def note(self, kind: str) -> str:
        """What the officer has to see to; "" for nothing. Raises KeyError."""
        return self.record.kinds[kind].note


@cache
def shipped() -> tuple[LetterRules, ...]:
    """The versions of the package, the oldest first."""
    return load(DATA)


def in_force(day: date) -> LetterRules:
    """The newest version that had begun by a day; before the first, the first."""
    found = [one for one in shipped() if schema.moment(one.record.start).reached(day) is YES]
    return (found or list(shipped()))[-1 if found else 0]


def load(folder: Path) -> tuple[LetterRules, ...]:
    """Every version in a folder. Raises RuleBookError naming file, record and field."""
    return tuple(_rules(file, folder) for file in sorted((folder / "letters").glob("*.yaml")))


def _rules(file: Path, folder: Path) -> LetterRules:
    name = file.relative_to(folder).as_posix()
    record: LettersRecord = decode.whole(file, name, LettersRecord)
    for kind, said in record.kinds.items():
        for ground in said.grounds:
            if ground not in record.grounds:
                refuse(name, kind, "grounds", f"there is no ground “{ground}”", "Name one of the grounds above.")
    return LetterRules(file.stem, record)
