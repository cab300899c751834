"""The queue of the watch with ten thousand open arrivals: its page, a search, and whether anything changed."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from urllib.parse import quote

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rich.table import Table

from benchmarks import access, pages
from benchmarks.backlog import WHY
from benchmarks.decisions import line
from benchmarks.measure import timed
from benchmarks.notices import notices
from roadstead.accounts import demonstration as accounts
from roadstead.accounts import queries
from roadstead.advisories import queries as advisories
from roadstead.arrivals import bridge
from roadstead.arrivals.models import Arrival
from roadstead.arrivals.queries.queue import QueueAsked, marked
from roadstead.common import clock
from roadstead.wire.notice import read_notice

OPEN = 10_000
ALIKE = 500  # notices that differ in more than the name of their ship
TIMES = 20
LIMIT = 150_000  # microseconds
SHIP = "QUEUE BENCHMARK"
NEXT = timedelta(days=10)  # within which they are expected


def run(table: Table) -> None:
    """Measure, and add the lines to the table."""
    accounts.make()
    watch = accounts.sign_in_as("headquarters")
    assert watch is not None
    Arrival.objects.bulk_create(_rows(), batch_size=2_000)
    ask = partial(pages.get, WSGIHandler(), cookie=f"sessionid={access.session_of(watch)}")
    mark = quote(marked(queries.viewer_of(watch), QueueAsked(zone=""))[0])
    table.add_section()
    empty = timed(ask, ["/empty"] * TIMES)
    for path, name in (
        ("/watch/queue/", "page"),
        (f"/watch/queue/?page={OPEN // 25}", "last page"),
        ("/watch/queue/?q=BENCHMARK+77", "search"),
        (f"/watch/queue/rows/?seen={mark}", "has anything changed?"),
    ):
        with CaptureQueriesContext(connection) as captured:
            status, _, _ = ask(path)
            count = len(captured)
        if status not in (200, 204):
            raise ValueError(f"{path} answered {status}")
        figures = timed(ask, [path] * TIMES)
        line(table, f"Queue of {OPEN:,}: {name}, queries: {count}", figures, empty)
        met = "met" if figures.p50 <= LIMIT else "MISSED"
        table.add_row(f"  goal {met}: under {LIMIT:,} µs", "", "", "", f"{figures.p50 / LIMIT:.2f} ×")
    Arrival.objects.for_the_system(WHY).filter(ship__startswith=SHIP)._raw_delete("default")


def _rows() -> Iterator[Arrival]:
    """Arrivals of the next days that all want somebody."""
    judge, now = advisories.judge(clock.today()), clock.now()
    found = [bridge.columns(judge.decide(read_notice(body)[0]), now) for body in notices(advisories.rule_book(), ALIKE)]
    for number in range(OPEN):
        yield Arrival(
            ship=f"{SHIP} {number}",
            port="USHOU",
            eta=now + NEXT * number / OPEN,
            received_at=now,
            changed_at=now,
            attention="look",
            why="Which terminal?",
            unknown=number % 4,
            **found[number % ALIKE],
        )
