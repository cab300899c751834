"""What a file says of an interaction, whatever its format."""

from dataclasses import dataclass, field
from datetime import date, time

from roadstead.engagement.interaction_enums import InteractionKind, Origin

LARGEST = 10_000_000  # bytes; a message may carry files, which are not read
MOST_PEOPLE = 200
LONGEST_NAME = 150


class BroughtError(ValueError):
    """A file cannot be brought in; the message says why, and what helps."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody whom the file names."""

    name: str
    address: str


@dataclass(slots=True)
class Brought:
    """A draft as the file gives it. key: its Message-ID or UID; "" where it has none."""

    origin: Origin
    kind: InteractionKind
    key: str
    subject: str
    held_on: date
    held_at: time | None = None
    zone: str = ""
    place: str = ""
    summary: str = ""
    parties: list[Party] = field(default_factory=list)


def parties_of(pairs: list[tuple[str, str]]) -> list[Party]:
    """Each address once, with its name. Addresses are compared in small letters; what is none is left out."""
    found: dict[str, Party] = {}
    for name, address in pairs:
        plain = address.strip().removeprefix("mailto:").removeprefix("MAILTO:").strip()
        if "@" in plain and len(plain) <= 200:
            found.setdefault(plain.casefold(), Party(one_line(name)[:LONGEST_NAME], plain))
    return list(found.values())[:MOST_PEOPLE]


def one_line(text: str) -> str:
    """A text in one line, without what no text may hold."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def paragraphs(text: str, most: int) -> str:
    """A text of several lines, cut where it is too long."""
    kept = "".join(letter for letter in text.replace("\r\n", "\n") if letter.isprintable() or letter in "\n\t")
    return kept.strip()[:most]
