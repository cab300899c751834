"""Notices as they are kept to values of the core, and decisions to rows."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from roadstead.arrivals.models import LONGEST_WORD, Judged
from roadstead.core.decision import CANNOT_TELL, DOES_NOT_APPLY, Decision
from roadstead.core.notice import Notice
from roadstead.core.verdict import Verdict, verdict_of
from roadstead.wire.notice import read_notice

_KEPT = msgspec.json.Encoder(order="sorted")
FIELDS = ("outcome", "caught", "unclear", "unmet", "unsure", "boarding", "armed_guards")
NOWHERE = "USXXX"  # stands for a port of arrival that is not known; no verdict depends on which it is


def content_of(document: dict[str, Any]) -> str:
    """A `roadstead/notice/1` document as it is kept: the same text for the same document."""
    arrival = {"port": NOWHERE} | document["arrival"]
    return _KEPT.encode(document | {"arrival": arrival}).decode()


def notice_of(content: str) -> Notice:
    """A notice that is kept, as values. Raises NoticeError where the rules of reading have changed."""
    return read_notice(content.encode())[0]


def as_far_as_known(verdict: Verdict, missing: Sequence[str]) -> Verdict:
    """A verdict on calls of which some could not be judged: unknown never reads as no."""
    if missing and verdict.outcome == DOES_NOT_APPLY:
        return replace(verdict, outcome=CANNOT_TELL)
    return verdict


def verdict_in(row: Judged) -> Verdict:
    """The verdict that a row holds."""
    told: dict[str, Any] = {name: getattr(row, name) for name in FIELDS}
    return Verdict(**told | {"unmet": tuple(row.unmet.split()), "unsure": tuple(row.unsure.split())})


def columns(decision: Decision, at: datetime, missing: Sequence[str] = ()) -> dict[str, Any]:
    """The columns of a row that holds what was decided. missing: of the notice, what the judge was not given."""
    found = as_far_as_known(verdict_of(decision), missing)
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
