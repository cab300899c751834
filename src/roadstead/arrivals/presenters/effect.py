"""What an edition in draft would do to the notices that are stored: all of them judged as if it were in force."""

from dataclasses import dataclass, field
from datetime import date

from roadstead.advisories import books
from roadstead.advisories import queries as advisories
from roadstead.arrivals import bridge
from roadstead.arrivals.enums import Outcome
from roadstead.arrivals.models import Arrival
from roadstead.arrivals.queries.arrivals import contents, readable
from roadstead.common.access.viewer import Viewer
from roadstead.core.advisory import RuleBook
from roadstead.core.verdict import Verdict

SHOWN = 50  # ships that are named
PART = 2_000  # notices read at a time


@dataclass(frozen=True, slots=True)
class Moved:
    """A ship whose verdict would be another."""

    arrival: Arrival
    before: str
    after: str
    unmet: str
    unsure: str


@dataclass(slots=True)
class Effect:
    """What would become of stored notices. changed: those with another verdict; by: how many, by both outcomes."""

    looked_at: int = 0
    changed: int = 0
    by: dict[tuple[str, str], int] = field(default_factory=dict)
    named: list[Moved] = field(default_factory=list)

    @property
    def lines(self) -> list[tuple[str, str, int]]:
        """Outcomes before and after in words, the most frequent first."""
        rows = sorted(self.by.items(), key=lambda row: -row[1])
        return [(str(Outcome(one).label), str(Outcome(other).label), number) for (one, other), number in rows]


def effect(book: RuleBook, known: date, viewer: Viewer) -> Effect:
    """Judge every stored notice that somebody may read under a book, beside what is stored. Nothing is kept."""
    found = Effect()
    with books.as_if(book):
        judge = advisories.judge(known)
        rows = readable(viewer).order_by("-eta", "-pk")
        keys = list(rows.values_list("pk", flat=True))
        for start in range(0, len(keys), PART):
            part = rows.filter(pk__in=keys[start : start + PART])
            held = contents(keys[start : start + PART])
            for row in part:
                _count(found, row, judge.verdict(bridge.notice_of(held[row.pk])))
    return found


def _count(found: Effect, row: Arrival, after: Verdict) -> None:
    found.looked_at += 1
    if after == bridge.verdict_in(row):
        return
    found.changed += 1
    key = (row.outcome, after.outcome)
    found.by[key] = found.by.get(key, 0) + 1
    if len(found.named) < SHOWN:
        before, now = Outcome(row.outcome).label, Outcome(after.outcome).label
        found.named.append(Moved(row, str(before), str(now), " ".join(after.unmet), " ".join(after.unsure)))
