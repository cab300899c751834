"""What a file says of an interaction, whatever its format."""

from dataclasses import dataclass, field
from datetime import date, time

from django.utils.translation import gettext as _

from roadstead.engagement.interaction_enums import InteractionKind, Origin

LARGEST = 10_000_000  # bytes of a file that is brought in, with what it carries
MOST_PEOPLE = 200
LONGEST_NAME = 150


class BroughtError(ValueError):
    """A file cannot be brought in; the message says why, and what helps."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody whom the file names."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A file inside of a message. part: its place there; shown: it belongs to the text, as a picture in it does."""

    part: int
    name: str
    content: bytes
    shown: bool


@dataclass(slots=True)
class Brought:
    """A draft as the file gives it. key: its Message-ID or UID; "" where it has none.

    sequence, stamp: which of several files about one meeting is the newer; cancelled: the organiser called it off.
    """

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
    sequence: int = 0
    stamp: str = ""
    cancelled: bool = False
    carried: list[Carried] = field(default_factory=list)

    @property
    def said(self) -> dict[str, str]:
        """What it says, field by field, as it is kept to be compared with what it says later."""
        at = self.held_at.isoformat() if self.held_at else ""
        said = {"held_on": self.held_on.isoformat(), "held_at": at, "zone": self.zone}
        return said | {"place": self.place, "subject": self.subject, "summary": self.summary}


def too_large(size: int) -> str:
    """What is said of a file that is longer than the limit."""
    words = _(
        "The file has %(size)s MB, and at most %(most)s MB are read. "
        "Save the message without its attachments, and attach those that you need to the draft."
    )
    return words % {"size": f"{size / 1_000_000:.1f}", "most": LARGEST // 1_000_000}


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
