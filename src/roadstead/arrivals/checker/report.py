"""What became of a pasted table: each row with its result, and the draft that holds what was read."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from roadstead.arrivals.checker import moments, paste
from roadstead.arrivals.checker.bridge import DAY_ENDS, Reading, sentence
from roadstead.arrivals.checker.drafts import MOST_CALLS, Draft, Row
from roadstead.arrivals.checker.labels import CALL_LABELS
from roadstead.arrivals.checker.paste import Line, Pasted

LINES_SHOWN = 200


@dataclass(frozen=True, slots=True)
class LineShown:
    """One row of the report. state: yes (read), unknown (read, and asks), no (not read), older (left out)."""

    number: int
    text: str
    state: str
    tone: str
    word: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The report of one table."""

    summary: str
    columns: str
    lines: tuple[LineShown, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """A draft with the rows of a table; `numbers`: under which number each line stands, absent where left out."""

    draft: Draft
    pasted: Pasted
    numbers: dict[int, int]


def merge(draft: Draft, text: str) -> Merged:
    """Add a table's rows behind those already typed. Of more than an address holds, the latest stay."""
    pasted = paste.read(text)
    kept: list[tuple[int, Row]] = [(0, row) for _number, row in draft.calls]
    kept += [(line.number, line.row) for line in pasted.lines if line.row is not None]
    if len(kept) > MOST_CALLS:
        kept = sorted(kept, key=_urgency, reverse=True)[:MOST_CALLS]
    numbers = {line: at for at, (line, _row) in enumerate(kept, start=1) if line}
    rows = tuple(row for _line, row in kept) or (Row(),)
    return Merged(replace(draft, rows=rows, editing=True), pasted, numbers)


def _urgency(entry: tuple[int, Row]) -> str:
    """The latest first, and before them those whose day could not be read: they may be later still."""
    moment = moments.read(entry[1].departed).moment(DAY_ENDS)
    return moment.isoformat() if moment else "9999"


def report(merged: Merged, reading: Reading) -> Report:
    """The report, with what the reading of the whole draft says about each row."""
    pasted = merged.pasted
    if pasted.problem:
        return Report(pasted.problem, "", ())
    lines = [_line(line, merged.numbers.get(line.number), reading) for line in pasted.lines]
    read = sum(line.state in ("yes", "unknown") for line in lines)
    summary = ngettext("%(read)s of %(count)s row read", "%(read)s of %(count)s rows read", len(lines)) % {
        "read": read,
        "count": len(lines),
    }
    asking = sum(line.state == "unknown" for line in lines)
    if asking:
        summary += _("; %(count)s to look at") % {"count": asking}
    older = sum(line.state == "older" for line in lines)
    if older:
        text = _("; %(count)s left out, older than the %(most)s latest that an address holds")
        summary += text % {"count": older, "most": MOST_CALLS}
    # What needs a person comes first; of hundreds of rows that were simply read, the first few are enough.
    lines.sort(key=lambda line: ("no", "unknown", "yes", "older").index(line.state))
    return Report(f"{summary}.", ", ".join(pasted.columns), tuple(lines[:LINES_SHOWN]))


def _line(line: Line, number: int | None, reading: Reading) -> LineShown:
    if line.row is None:
        return LineShown(line.number, line.text, "no", "alarm", _("Not read"), tuple(sentence(n) for n in line.notes))
    if number is None:
        return LineShown(line.number, line.text, "older", "quiet", _("Left out"), line.notes)
    problems = tuple(f"{CALL_LABELS[p.name[0]]}: {p.message}" for p in reading.problems if p.name[1:] == str(number))
    notes = line.notes + problems
    where = _("Call %(number)s") % {"number": number}
    if notes:
        return LineShown(line.number, line.text, "unknown", "ask", _("%(call)s, look at it") % {"call": where}, notes)
    return LineShown(line.number, line.text, "yes", "quiet", where, ())
