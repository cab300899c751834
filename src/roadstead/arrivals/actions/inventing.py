"""Invented notices kept many at a time, with what would have become of them: for the demonstration, outside of service.

The rows are those of `rows`; one transaction has one event, and what is over is decided as the tool proposes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.core.exceptions import PermissionDenied

from roadstead.advisories.queries import judge
from roadstead.arrivals import bridge
from roadstead.arrivals.actions import rows
from roadstead.arrivals.enums import Attention, Disposition, Origin
from roadstead.arrivals.events import NoticesCame
from roadstead.arrivals.intake.given import Given
from roadstead.arrivals.intake.reported import rows_of
from roadstead.arrivals.intake.wants import unknown, wants
from roadstead.arrivals.models import Arrival, CallReported, Decision, Received, Sending, Verdict
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.core.proposing import boards_at_sea, propose
from roadstead.wire.incoming.difference import difference

WHY = "what was invented before"
AT_ONCE = 500  # rows in one statement
IN_PORT = timedelta(days=1)  # after it came, a ship is over
DECIDED = timedelta(hours=48)  # before arrival
REASON = "Invented: all duties met and documented."


@dataclass(frozen=True, slots=True)
class Invented:
    """A notice and the update that followed, if one did."""

    first: Given
    second: Given | None = None

    @property
    def latest(self) -> Given:
        return self.second or self.first


@dataclass(slots=True)
class _Made:
    """Rows on their way to the database."""

    arrival: Arrival
    verdict: Verdict
    versions: list[Received]
    decision: Decision | None = None

    def tie(self) -> None:
        """Once the arrival is kept, its parts know it."""
        self.verdict.arrival = self.arrival
        for one in self.versions:
            one.arrival = self.arrival
        if self.decision:
            self.decision.arrival = self.arrival


@action
def keep_invented(*, notices: Sequence[Invented], name: str, watch: Viewer | None, by: Viewer) -> Sending:
    """Keep invented notices of voyages that were not announced; the same name again keeps nothing.

    watch: in whose name they were decided, None for none. Raises PermissionDenied, also where nothing is invented.
    """
    by.must(Permission.TAKE_NOTICES)
    if settings.ENVIRONMENT.production:
        raise PermissionDenied("Nothing is invented in service.")
    if before := Sending.objects.for_the_system(WHY).filter(name=name).first():
        unchanged()
        return before
    made = [_made(one, watch, by) for one in _new(notices)]
    Arrival.objects.bulk_create([one.arrival for one in made], batch_size=AT_ONCE)
    for one in made:
        one.tie()
    Received.objects.bulk_create([row for one in made for row in one.versions], batch_size=AT_ONCE)
    Verdict.objects.bulk_create([one.verdict for one in made], batch_size=AT_ONCE)
    decisions = []
    for one in made:
        if one.decision:
            one.decision.verdict = one.verdict
            decisions.append(one.decision)
    Decision.objects.bulk_create(decisions, batch_size=AT_ONCE)
    reported = [row for one in made for row in rows_of(one.arrival.pk, one.versions[-1].content)]
    CallReported.objects.bulk_create(reported, batch_size=AT_ONCE)
    return _receipt(name, len(made), by)


def _new(notices: Sequence[Invented]) -> list[Invented]:
    """Those of which nothing is there yet."""
    words = [one.latest.voyage for one in notices]
    there: set[str] = set()
    for start in range(0, len(words), AT_ONCE):
        rows_there = Arrival.objects.for_the_system(WHY).filter(voyage__in=words[start : start + AT_ONCE])
        there |= set(rows_there.values_list("voyage", flat=True))
    return [one for one in {one.latest.voyage: one for one in notices}.values() if one.latest.voyage not in there]


def _made(one: Invented, watch: Viewer | None, by: Viewer) -> _Made:
    """The rows of one notice. What is over asks for nobody; what is near is decided for the most part."""
    latest, now = one.latest, clock.now()
    arrival, verdict = rows.arrival_of(latest, "")
    arrival.received_at, arrival.number = one.first.received_at, 2 if one.second else 1
    arrival.judged_at = verdict.judged_at = now
    verdict.known_at, verdict.number = now.date(), arrival.number
    arrival.attention, arrival.why = wants(arrival, latest.asked, latest.missing, latest.findings)
    arrival.unknown = unknown(arrival, latest.asked, latest.missing)
    versions = [rows.version_of(arrival, one.first, 1, Origin.IMPORT, by.user_id, current=one.second is None)]
    if one.second:
        one.second.changes = difference(one.first.incoming, one.second.incoming)
        versions.append(rows.version_of(arrival, one.second, 2, Origin.IMPORT, by.user_id))
    decision = _decision(arrival, latest, watch)
    if arrival.eta < now - IN_PORT:
        arrival.attention, arrival.why = Attention.OVER, ""
    elif decision:
        arrival.attention, arrival.why = Attention.DECIDED, ""
    return _Made(arrival, verdict, versions, decision)


def _decision(arrival: Arrival, given: Given, watch: Viewer | None) -> Decision | None:
    """As the tool proposes, two days before arrival; nothing where nobody was asked, or it is not time yet."""
    decided_at = arrival.eta - DECIDED
    if watch is None or arrival.attention == Attention.QUIET or decided_at > clock.now():
        return None
    found = judge(clock.today())
    regime = found.snapshot.regime_on(arrival.eta.date())
    at_sea = regime is not None and boards_at_sea(regime.boarding, regime.boarding_text)
    cautions = [one.code for one in given.decision.warnings]
    kind = propose(bridge.verdict_in(arrival), cautions=cautions, at_sea=at_sea).kind
    waived = kind == Disposition.GUARDS_WAIVED
    arrival.disposition = kind
    return Decision(
        kind=kind,
        proposed=kind,
        reason=REASON if waived else "",
        until=arrival.eta + timedelta(days=5) if waived else None,
        decided_by_id=watch.person,
        decided_at=max(decided_at, arrival.received_at),
    )


def _receipt(name: str, number: int, by: Viewer) -> Sending:
    counts = {"new": number}
    sending = Sending.objects.create(
        origin=Origin.IMPORT,
        name=name,
        sha256=sha256(name.encode()).hexdigest(),
        size=0,
        received_at=clock.now(),
        sent_by_id=by.user_id,
        counts=counts,
    )
    record(NoticesCame(origin=Origin.IMPORT.value, counts=counts, sha256=sending.sha256), subject=sending, by=by)
    return sending
