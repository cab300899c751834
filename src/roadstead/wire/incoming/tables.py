"""The table of calls (CSV): one row for each call, the rows of one notice together; and its template."""

import csv
import io
from collections.abc import Sequence

from roadstead.core.names import fold
from roadstead.wire.incoming.base import Remark
from roadstead.wire.incoming.build import build
from roadstead.wire.incoming.draft import Draft, Fields, Given, printable
from roadstead.wire.incoming.form import Form
from roadstead.wire.incoming.problem import Problem, RefusedError
from roadstead.wire.incoming.value import Incoming

MOST_ROWS = 200_000
LEAST = 4  # known columns that make a heading
_KEY = ("vessel.imo", "vessel.name", "arrival.port", "arrival.port_name", "arrival.eta", "voyage.number")
Targets = list[tuple[str, str, int]]  # of a column: "notice" or "calls", the field, the rank


def template(form: Form) -> str:
    """The heading of the table and one invented row to show how it is filled."""
    record = form.record
    names = [one.sources[0] for one in (*record.fields, *record.lists[0].fields)]
    row = {
        "notice_id": "EXAMPLE-1", "transaction": "initial", "kind": "arrival", "vessel_name": "EXAMPLE (INVENTED)",
        "vessel_flag": "PA", "arrival_port": "USHOU", "eta": "2026-11-30T06:00:00Z", "call_country": "DJ",
        "call_port": "DJJIB", "arrived": "2026-11-08", "departed": "2026-11-09T18:00:00Z", "purpose": "cargo",
    }  # fmt: skip
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([names, [row.get(name, "") for name in names]])
    return out.getvalue()


def read(body: bytes, form: Form) -> list[Incoming | Problem]:
    """The notices of a table, in the order in which they begin."""
    text, encoding = _decode(body)
    if text is None:
        what = "is neither UTF-8 nor UTF-16 nor Windows-1252 text."
        return [Problem(at="file", what=what, todo="Save it as CSV in UTF-8 and send it again.")]
    try:
        rows = _rows(text)
    except csv.Error as error:
        what = f"cannot be read as a table ({printable(str(error), 80)})."
        return [Problem(at="file", what=what, todo="Look for a quotation mark that is never closed.")]
    at = next((n for n, row in enumerate(rows[:30]) if len(_columns(row, form)[0]) >= LEAST), None)
    if at is None:
        what = "has no row with the names of the columns."
        return [Problem(at="file", what=what, todo="Take the template and fill it: its first row names the columns.")]
    return _Table(form, rows[at], encoding).notices(rows[at + 1 :], at + 2)


class _Table:
    """Rows gathered to notices. Where a notice has no number, ship, port and ETA tell it; blank ones continue it."""

    def __init__(self, form: Form, heading: Sequence[str], encoding: str) -> None:
        self.form, self.width, self.encoding = form, len(heading), encoding
        self.columns, self.unknown = _columns(heading, form)
        self.heading = [printable(name.strip(), 60) for name in heading]
        self.drafts: dict[tuple[str, ...], Draft | Problem] = {}

    def notices(self, rows: Sequence[Sequence[str]], first: int) -> list[Incoming | Problem]:
        key: tuple[str, ...] = ()
        for number, row in enumerate(rows[:MOST_ROWS], start=first):
            if any(cell.strip() for cell in row):
                key = self._row(row, number, key)
        found = [one if isinstance(one, Problem) else _built(one) for one in self.drafts.values()]
        if len(rows) > MOST_ROWS:
            what = f"has more than {MOST_ROWS:,} rows; the rest was not read."
            found.append(Problem(at=f"row {first + MOST_ROWS}", what=what, todo="Send it in parts."))
        return found

    def _row(self, row: Sequence[str], number: int, before: tuple[str, ...]) -> tuple[str, ...]:
        notice, call = self._fields(row, number)
        key = self._key(notice) or before or (f"row {number}",)
        if len(row) > self.width and any(cell.strip() for cell in row[self.width :]):
            what = "has more cells than the heading has names, so they cannot be told apart."
            todo = "Put texts that hold the delimiter in quotation marks."
            named = notice.get("notice.id", Given("", "")).text or None
            self.drafts[key] = Problem(at=f"row {number}", what=what, todo=todo, notice=named)
            return key
        draft = self.drafts.setdefault(key, self._draft())
        if isinstance(draft, Draft):
            self._merge(draft, notice, number)
            if call:
                draft.calls.append(call)
        return key

    def _draft(self) -> Draft:
        draft = self.form.draft()
        for name in self.unknown:
            draft.not_understood(name)
        if self.encoding == "cp1252":
            what = "was no UTF-8 and was read as Windows-1252; letters beyond English may be wrong."
            draft.remarks.append(Remark(at="file", what=what, todo="Save it as UTF-8 to be sure."))
        return draft

    def _fields(self, row: Sequence[str], number: int) -> tuple[Fields, Fields]:
        into: dict[str, Fields] = {"notice": {}, "calls": {}}
        scratch = Draft(shape="")
        for place, targets in self.columns.items():
            for group, to, rank in targets:
                text = row[place] if place < len(row) else ""
                scratch.put(into[group], to, self.form.worded(to, text), f"row {number}, {self.heading[place]}", rank)
        return into["notice"], into["calls"]

    def _key(self, notice: Fields) -> tuple[str, ...]:
        if given := notice.get("notice.id"):
            return ("id", given.text)
        key = tuple(notice[name].text if name in notice else "" for name in _KEY)
        return key if any(key) else ()

    def _merge(self, draft: Draft, notice: Fields, number: int) -> None:
        """The first row that says something counts; a later one that says otherwise is remarked."""
        for name, given in notice.items():
            kept = draft.fields.setdefault(name, given)
            if kept.text != given.text:
                what = f"says otherwise than {kept.at}; the first was taken."
                draft.remarks.append(Remark(at=given.at, what=what, todo="Which one is meant?"))


def _built(draft: Draft) -> Incoming | Problem:
    try:
        return build(draft)
    except RefusedError as refused:
        return refused.problem


def _columns(heading: Sequence[str], form: Form) -> tuple[dict[int, Targets], list[str]]:
    """Where each column leads, and the names that lead nowhere."""
    found: dict[int, Targets] = {}
    unknown: list[str] = []
    wordings = _wordings(form)
    for place, name in enumerate(heading):
        targets = wordings.get(fold(name), [])
        if targets:
            found[place] = targets
        elif name.strip():
            unknown.append(name.strip())
    return found, unknown


def _wordings(form: Form) -> dict[str, Targets]:
    found: dict[str, Targets] = {}
    groups = (("notice", form.record.fields), ("calls", form.record.lists[0].fields))
    for group, fields in groups:
        for one in fields:
            for rank, wording in enumerate(one.sources):
                found.setdefault(fold(wording), []).append((group, one.to, rank))
    return found


def _decode(body: bytes) -> tuple[str | None, str]:
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig"] if b"\x00" in body else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        return (None, "") if "\x00" in text else (text, encoding)
    return None, ""


def _rows(text: str) -> list[list[str]]:
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t|", key=first.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
