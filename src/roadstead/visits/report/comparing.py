"""Two versions of a text side by side, line by line."""

from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, GONE, NEW = "same", "gone", "new"


@dataclass(frozen=True, slots=True)
class Line:
    """A line: the same in both, gone from the first, or new in the second."""

    how: str
    text: str


def compared(before: str, after: str) -> list[Line]:
    """The lines of both, in order; those that are gone stand before those that took their place."""
    old, new = before.splitlines(), after.splitlines()
    lines: list[Line] = []
    for how, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            lines += [Line(SAME, one) for one in old[i:j]]
            continue
        lines += [Line(GONE, one) for one in old[i:j]]
        lines += [Line(NEW, one) for one in new[k:m]]
    return lines
