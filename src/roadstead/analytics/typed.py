"""A draft as somebody typed it, and as its address carries it. Nothing is stored, so the address is all there is.

    ?a=since:2026-10-01;add:EG;add:KE:2027-01-01;remove:CU;except:NG:NGAPP-0099

`a` is the draft, `b` a second one to compare with. Parts stand between “;”: the first day of the whole draft, then
countries put on the list, countries taken off it, and facilities excepted, each with a first day of its own if it has
another; `list:GH:GHTEM` and `delist:GH:GHTEM` do it for one port or facility of a country alone. A facility's “:”, “;”
and “%” are written %3A, %3B and %25. The form sends fields instead (`a_add`, `a_add_since` …, one of each for every
row) and is led on to the short address.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from urllib.parse import unquote

from django.http import QueryDict

LETTERS = ("a", "b")
PLACES = ("list", "delist")  # one port or facility of a country: in a row of its own once the address names one
KINDS = ("add", "remove", "except", *PLACES)
FIELDS: Mapping[str, tuple[str, ...]] = {
    "add": ("country", "since"),
    "remove": ("country", "since"),
    "except": ("country", "facility", "since"),
    "list": ("country", "facility", "since"),
    "delist": ("country", "facility", "since"),
}
MOST_CHANGES = 40
LONGEST_VALUE = 120
_ESCAPED = {"%": "%25", ":": "%3A", ";": "%3B"}


@dataclass(frozen=True, slots=True)
class Change:
    """One row as typed: what (one of KINDS), where, which facility, since when."""

    kind: str
    country: str = ""
    facility: str = ""
    since: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing was typed; a day alone says nothing."""
        return not self.country and not self.facility


@dataclass(frozen=True, slots=True)
class Typed:
    """A whole draft as typed. unread: parts of the address that are no change."""

    since: str = ""
    changes: tuple[Change, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether there is no change in it."""
        return not self.changes and not self.unread

    def of(self, kind: str) -> tuple[Change, ...]:
        """The rows of one kind."""
        return tuple(change for change in self.changes if change.kind == kind)


def read(text: str) -> Typed:
    """Read a draft's text. Never fails: what is no change is kept as unread, to be named."""
    since, changes, unread = "", list[Change](), list[str]()
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        word, *values = (_clean(unquote(value)) for value in part.split(":"))
        fields = FIELDS.get(word, ())
        if word == "since" and len(values) == 1:
            since = values[0]
        elif fields and 0 < len(values) <= len(fields):
            changes.append(Change(word, **dict(zip(fields, values, strict=False))))
        else:
            unread.append(part[:LONGEST_VALUE])
    return Typed(since, tuple(changes), tuple(unread))


def write(typed: Typed) -> str:
    """The shortest text that reads back as the same draft."""
    parts = [f"since:{_escape(typed.since)}"] if typed.since else []
    for kind in KINDS:
        for change in typed.of(kind):
            values = [_escape(getattr(change, name)) for name in FIELDS[kind]]
            parts.append(f"{kind}:{':'.join(values)}".rstrip(":"))
    return ";".join([*parts, *typed.unread])


def has_fields(query: QueryDict) -> bool:
    """Whether this is what the form sends, and not the short address."""
    return any(f"{letter}_{name}" in query for letter in LETTERS for name in ("since", *KINDS))


def from_fields(letter: str, query: QueryDict) -> Typed | None:
    """One draft out of the form's fields; None where the form had no such draft. Rows left blank are dropped."""
    if not any(f"{letter}_{name}" in query for name in ("since", *KINDS)):
        return None
    rows = (row for kind in KINDS for row in _rows(letter, kind, query) if not row.blank)
    return Typed(_clean(query.get(f"{letter}_since", "")), tuple(rows))


def _rows(letter: str, kind: str, query: QueryDict) -> Iterator[Change]:
    names = [f"{letter}_{kind}", *(f"{letter}_{kind}_{field}" for field in FIELDS[kind][1:])]
    columns = (query.getlist(name)[:MOST_CHANGES] for name in names)
    for values in zip_longest(*columns, fillvalue=""):
        yield Change(kind, **dict(zip(FIELDS[kind], map(_clean, values), strict=True)))


def _escape(value: str) -> str:
    return re.sub("[%:;]", lambda found: _ESCAPED[found[0]], value)


def _clean(value: str) -> str:
    """One line without blanks around it, cut where it is absurdly long."""
    return " ".join(value[:LONGEST_VALUE].split())
