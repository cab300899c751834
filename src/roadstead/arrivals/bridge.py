"""Notices as they are kept to values of the core, and decisions to rows."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

import msgspec

from roadstead.arrivals.models import LONGEST_WORD, Judged
from roadstead.core.decision import Decision
from roadstead.core.notice import Notice
from roadstead.core.verdict import Verdict, verdict_of
from roadstead.wire.notice import read_notice
from roadstead.wire.shapes import NoticeShape
from roadstead.wire.unknown import take_out_unknown

_KEPT = msgspec.json.Encoder(order="sorted")
FIELDS = ("outcome", "caught", "unclear", "unmet", "unsure", "boarding", "armed_guards")


@dataclass(frozen=True, slots=True)
class Taken:
    """A notice that was read. content: what is kept, the same text for the same notice; ignored: unknown fields."""

    notice: Notice
    content: str
    sha256: str
    ignored: tuple[str, ...]


def taken(body: bytes) -> Taken:
    """Read a notice to be kept. What its schema does not know is not kept. Raises NoticeError."""
    notice, ignored = read_notice(body)
    document = msgspec.json.decode(body)
    take_out_unknown(document, NoticeShape)
    content = _KEPT.encode(document)
    return Taken(notice, content.decode(), sha256(content).hexdigest(), tuple(ignored))


def notice_of(content: str) -> Notice:
    """A notice that is kept, as values. Raises NoticeError where the rules of reading have changed."""
    return read_notice(content.encode())[0]


def verdict_in(row: Judged) -> Verdict:
    """The verdict that a row holds."""
    told: dict[str, Any] = {name: getattr(row, name) for name in FIELDS}
    return Verdict(**told | {"unmet": tuple(row.unmet.split()), "unsure": tuple(row.unsure.split())})


def columns(decision: Decision, at: datetime) -> dict[str, Any]:
    """The columns of a row that holds what was decided."""
    found = verdict_of(decision)
    told = {name: getattr(found, name) for name in FIELDS}
    return told | {
        "unmet": " ".join(found.unmet),
        "unsure": " ".join(found.unsure),
        "boarding": found.boarding.value,
        "armed_guards": found.armed_guards.value,
        "question": decision.questions[0].text[:LONGEST_WORD] if decision.questions else "",
        "edition": decision.edition.id if decision.edition else "",
        "book": decision.rule_book,
        "judged_at": at,
    }
