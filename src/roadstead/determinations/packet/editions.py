"""What each recipient is given of the packet. What is left out is stated by how much of it there is, never by what."""

from typing import Any

from roadstead.determinations.enums import Recipient
from roadstead.determinations.source import digest_of

BASE = ("schema", "number", "frozen_at", "uid", "country", "country_name", "effect", "level", "port", "signed")
INTERNAL = frozenset({"notes"})
GIVEN = {
    Recipient.HOST: frozenset({"finding", "index", "sources"}),
    Recipient.PUBLIC: frozenset({"facilities", "law"}),
}
SECTIONS = (
    "case",
    "title",
    "finding",
    "rests",
    "facilities",
    "law",
    "days",
    "pauses",
    "index",
    "sources",
    "hosts",
    "traffic",
    "transition",
    "signatures",
    "notes",
)
UNCOUNTED = frozenset({"case", "title", "rests", "index", "hosts"})  # they say again what other sections say


def editions(whole: dict[str, Any]) -> dict[Recipient, dict[str, Any]]:
    """The packet for each recipient; each but the programme’s names the digest of the whole."""
    of = digest_of(whole)
    return {one: whole if one is Recipient.PROGRAMME else _redacted(whole, one, of) for one in Recipient}


def _redacted(whole: dict[str, Any], recipient: Recipient, of: str) -> dict[str, Any]:
    kept = _given(whole, recipient)
    left_out = {
        name: missing
        for name in SECTIONS
        if name not in UNCOUNTED and (missing := _size(whole[name]) - _size(kept.get(name)))
    }
    base = {name: whole[name] for name in BASE}
    return base | {"recipient": recipient.value, "whole": of, **kept, "left_out": left_out}


def _given(whole: dict[str, Any], recipient: Recipient) -> dict[str, Any]:
    """The sections that a recipient is given; a host only such sources as it may see."""
    names = GIVEN.get(recipient, frozenset(SECTIONS) - INTERNAL)
    kept = {name: whole[name] for name in SECTIONS if name in names}
    if recipient is Recipient.HOST:
        for name in ("index", "sources"):
            kept[name] = [one for one in kept[name] if one["number"] in whole["hosts"]]
    return kept


def _size(section: Any) -> int:
    """How many there are of a list; 1 of anything else that is there."""
    return len(section) if isinstance(section, list) else int(bool(section))
