"""The stored notices that an edition has judged again: what `everywhere` counts as its last step.

`prepare` makes them before the clock starts, `judge_again` is what is timed, `take_away` leaves nothing behind.
"""

import json
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256

from benchmarks.notices import notices
from roadstead.advisories import queries as advisories
from roadstead.arrivals import bridge
from roadstead.arrivals.actions import judging
from roadstead.arrivals.models import Arrival, Change, Received, Rejudgement, Verdict
from roadstead.common import clock
from roadstead.common.access.viewer import system
from roadstead.wire.notice import read_notice

NOTICES = 100_000
ALIKE = 2_000  # notices that differ in more than the name of their ship
CALLS_THERE = 50  # one ship in so many has called in the country that the edition lists
SHIP = "BENCHMARK"
WHY = "measuring"


def prepare() -> None:
    """Store invented notices, of which every fiftieth called in Iceland and arrives in the days to come."""
    judge, now, today = advisories.judge(clock.today()), clock.now(), clock.today()
    rows, received, verdicts = [], [], []
    for number, body in enumerate(_bodies()):
        notice = read_notice(body)[0]
        decision = judge.decide(notice)
        found = bridge.columns(decision, now)
        row = Arrival(ship=SHIP, port=notice.arrival_port, eta=notice.eta, received_at=now, changed_at=now, **found)
        rows.append(row)
        told = {"number": 1, "sha256": sha256(f"{number} {SHIP}".encode()).hexdigest(), "received_at": now}
        received.append(Received(arrival=row, content=body.decode(), origin="import", **told))
        same = {"number": 1, "cause": "received", "known_at": today, "digest": decision.digest}
        verdicts.append(Verdict(arrival=row, **same, **found))
    Arrival.objects.bulk_create(rows, batch_size=5_000)
    Received.objects.bulk_create(received, batch_size=5_000)
    Verdict.objects.bulk_create(verdicts, batch_size=5_000)


def _bodies() -> Iterator[bytes]:
    soon = (clock.now() + timedelta(days=5)).strftime("%Y-%m-%dT%H:%M:%SZ")
    there = {
        "country": "IS",
        "port": "ISREY",
        "departed": (clock.now() - timedelta(days=5)).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    made = [json.loads(body) for body in notices(advisories.rule_book(), ALIKE)]
    for number in range(NOTICES):
        document = made[number % ALIKE]
        if number % CALLS_THERE == 0:
            arrival = document["arrival"] | {"eta": soon}
            document = document | {"arrival": arrival, "calls": [*document["calls"][:3], there]}
        yield json.dumps(document).encode()


def judge_again(edition: str) -> int:
    """Judge every stored notice again; how many. Raises ValueError where other ships changed than should have."""
    by, looked_at, changed = system("make bench"), 0, 0
    while (part := judging.judge_again(by=by))[0]:
        looked_at, changed = looked_at + part[0], changed + part[1]
    if looked_at < NOTICES or changed < NOTICES // CALLS_THERE:
        raise ValueError(f"{looked_at:,} notices were judged again and {changed:,} changed, after {edition}")
    return looked_at


def take_away() -> None:
    """Take the invented notices away again."""
    mine = Arrival.objects.for_the_system(WHY).filter(ship=SHIP).values("pk")
    for model in (Change, Verdict, Received):
        model.objects.for_the_system(WHY).filter(arrival__in=mine)._raw_delete("default")
    Arrival.objects.for_the_system(WHY).filter(ship=SHIP)._raw_delete("default")
    Rejudgement.objects.all().delete()
