"""Pages by number: what is asked of the database does not grow with how much there is, nor with how far one reads."""

from dataclasses import dataclass
from typing import Any

A_PAGE = 50
LARGEST = 2**62


@dataclass(frozen=True, slots=True)
class Page:
    """Some events, the latest first; the numbers from which newer and older ones are asked, None where there are none.

    first: nothing newer was asked for, so that this is where the list begins.
    """

    events: list[Any]
    newer: int | None
    older: int | None

    @property
    def first(self) -> bool:
        return self.newer is None


def page(rows: Any, *, before: str = "", after: str = "", size: int = A_PAGE) -> Page:
    """The events before a number, or after one; the latest where none is given, or none that is a number."""
    if (number := _number(after)) is not None:
        found = list(rows.filter(number__gt=number).order_by("number")[: size + 1])
        events = found[:size][::-1]
        return Page(events, events[0].number if len(found) > size else None, events[-1].number if events else None)
    number = _number(before)
    wanted = rows if number is None else rows.filter(number__lt=number)
    found = list(wanted.order_by("-number")[: size + 1])
    events = found[:size]
    newer = None if number is None else events[0].number if events else number - 1
    return Page(events, newer, events[-1].number if len(found) > size else None)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 and int(text) < LARGEST else None
