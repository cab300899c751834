"""A text as blocks for paper: paragraphs, and lists of the lines that begin with a dash."""

import re
from typing import Any

NOT_SAID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
DASHES = ("– ", "- ", "• ")


def blocks(text: str) -> list[dict[str, Any]]:
    """[{"text": line}] and [{"items": [[line, what follows it…], …]}], in their order.

    A line that begins with two spaces belongs to the item before it. Empty lines part paragraphs and are not said.
    """
    found: list[dict[str, Any]] = []
    for line in printable(text).splitlines():
        said = line.strip()
        if not said:
            continue
        last = found[-1] if found else {}
        if said.startswith(DASHES):
            items = last.get("items")
            if items is None:
                items = []
                found.append({"items": items})
            items.append([said[2:].strip()])
        elif line.startswith("  ") and "items" in last:
            last["items"][-1].append(said)
        else:
            found.append({"text": said})
    return found


def printable(text: str) -> str:
    """A text without what neither XML nor a letter can be: control characters, half characters."""
    return NOT_SAID.sub("", text)
