"""The voyage as its address carries it, and how to read and write that address.

The whole voyage lives in the query, so that an address can be shared and kept. These names are stable:

    to      port of arrival: UN/LOCODE, or a name while it is being typed
    eta     estimated time of arrival
    k       judge as the advisory was known on this day (default: today)
    ship    name of the ship            imo   its IMO number
    flag    its flag                    type  its type
    com     y or n: a commercial vessel

and for call number 1 to 40, the number behind the letter (p1, d1, p2 …):

    p   port (UN/LOCODE, name) or country       t   terminals, several with “;” between
    a   arrived                                 d   departed
    u   purpose (roadstead/notice/1; default: cargo)
    l   security level 2 measures      y or n   g   access points guarded   y or n
    s   Declaration of Security: s signed, t attempted, r refused by the port, n not attempted
    o   actions logged                 y or n   r   actions reported        y or n

`edit=1` shows the form without judging, `n` how many rows it has, `do` is an edit to make first (see `editing`).
Moments are `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, in UTC; forms people type are read too (see `moments`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any
from urllib.parse import urlencode

MOST_CALLS = 40
LONGEST_QUERY = 8_000  # characters; some mail programs and servers cut longer addresses
LONGEST_VALUE = 200

VOYAGE_FIELDS = {
    "to": "to",
    "eta": "eta",
    "k": "known_at",
    "ship": "ship",
    "imo": "imo",
    "flag": "flag",
    "type": "type",
    "com": "commercial",
}
CALL_FIELDS = {
    "p": "port",
    "t": "terminal",
    "a": "arrived",
    "d": "departed",
    "u": "purpose",
    "l": "security_level_2",
    "g": "access_points_guarded",
    "s": "declaration_of_security",
    "o": "logged",
    "r": "reported",
}
MEASURES = ("l", "g", "s", "o", "r")
_ROW_NAME = re.compile(r"([a-z])([1-9][0-9]?)")


@dataclass(frozen=True, slots=True)
class Row:
    """One call as typed; every value is text."""

    port: str = ""
    terminal: str = ""
    arrived: str = ""
    departed: str = ""
    purpose: str = ""
    security_level_2: str = ""
    access_points_guarded: str = ""
    declaration_of_security: str = ""
    logged: str = ""
    reported: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing was typed; a purpose alone is the form's own choice."""
        return not any(getattr(self, entry.name) for entry in fields(self) if entry.name != "purpose")


@dataclass(frozen=True, slots=True)
class Draft:
    """A voyage as typed. `editing`: not to be judged yet."""

    to: str = ""
    eta: str = ""
    known_at: str = ""
    ship: str = ""
    imo: str = ""
    flag: str = ""
    type: str = ""
    commercial: str = ""
    rows: tuple[Row, ...] = field(default=(Row(),))
    editing: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing at all was typed."""
        return not any(getattr(self, name) for name in VOYAGE_FIELDS.values()) and not self.calls

    @property
    def calls(self) -> tuple[tuple[int, Row], ...]:
        """The rows in which something was typed, each with its number from 1."""
        return tuple((number, row) for number, row in enumerate(self.rows, start=1) if not row.blank)

    def with_value(self, name: str, value: str) -> "Draft":
        """The draft with one field of the address changed; unknown names change nothing."""
        if name in VOYAGE_FIELDS:
            changed: dict[str, Any] = {VOYAGE_FIELDS[name]: value}
            return replace(self, **changed)
        found = _row_field(name)
        if found is None or found[1] > len(self.rows):
            return self
        attribute, number = found
        rows = list(self.rows)
        rows[number - 1] = replace(rows[number - 1], **{attribute: value})
        return replace(self, rows=tuple(rows))


def read(query: Mapping[str, str]) -> Draft:
    """Read an address's parameters. Never fails: what is not a field is passed over, what is too long is cut."""
    values = {name: _clean(value) for name, value in query.items()}
    by_row: dict[int, dict[str, str]] = {}
    for name, value in values.items():
        found = _row_field(name)
        if found is not None and found[1] <= MOST_CALLS:
            by_row.setdefault(found[1], {})[found[0]] = value
    given = [number for number, row in by_row.items() if any(row.values())]
    wanted = int(values["n"]) if re.fullmatch(r"[1-9][0-9]?", values.get("n", "")) else 1
    count = min(MOST_CALLS, max([wanted, *given]))
    return Draft(
        **{attribute: values.get(name, "") for name, attribute in VOYAGE_FIELDS.items()},
        rows=tuple(Row(**by_row.get(number, {})) for number in range(1, count + 1)),
        editing=bool(values.get("edit")),
    )


def query(draft: Draft, **more: str) -> str:
    """The shortest address for a draft, without “?”. `more` sets or replaces single parameters."""
    pairs = dict(_pairs(draft))
    pairs.update(more)
    return urlencode({name: value for name, value in pairs.items() if value}, safe=":;,")


def hidden_fields(draft: Draft, *without: str) -> list[tuple[str, str]]:
    """What a small form must send along to keep the voyage, except for the fields that it asks itself."""
    return [(name, value) for name, value in _pairs(draft) if name not in without]


def _pairs(draft: Draft) -> Iterator[tuple[str, str]]:
    for name, attribute in VOYAGE_FIELDS.items():
        if value := getattr(draft, attribute):
            yield name, value
    rows = draft.rows if draft.editing else [row for _, row in draft.calls]
    for number, row in enumerate(rows, start=1):
        for letter, attribute in CALL_FIELDS.items():
            value = getattr(row, attribute)
            if value and not (letter == "u" and value == "cargo"):
                yield f"{letter}{number}", value
    if draft.editing:
        yield "n", str(len(draft.rows))
        yield "edit", "1"


def _row_field(name: str) -> tuple[str, int] | None:
    found = _ROW_NAME.fullmatch(name)
    return (CALL_FIELDS[found[1]], int(found[2])) if found and found[1] in CALL_FIELDS else None


def _clean(value: str) -> str:
    """One line without blanks around it; invisible characters stay, for the notice's own check to name."""
    return " ".join(value[:LONGEST_VALUE].split(" ")).strip(" \t\r\n")
