"""The catalogue, and the calendars of training: constant queries, however many courses are offered.

The world is that of the part before, or is made. Each page is asked as it is, and again with many more offerings.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from uuid import NAMESPACE_URL, uuid5

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rich.table import Table

from benchmarks import access, pages
from benchmarks.decisions import line
from benchmarks.measure import timed
from roadstead.accounts import demonstration as accounts
from roadstead.accounts import queries
from roadstead.cli import demonstration
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.registry.demonstration import scale_there
from roadstead.training.actions.offering import OfferingSaid, offer

TIMES = 20
MORE = 200  # offerings that are added
ASKED = (
    "/training/",
    "/training/calendar.ics",
    "/desk/training/",
    "/desk/training/calendar.ics",
    "/desk/training/effect/",
    "/desk/training/priorities/?closure=1&requests=1",
)
Ask = Callable[[str], tuple[int, object, bytes]]


def run(table: Table) -> None:
    """Measure, and add the lines to the table."""
    if scale_there() is None:
        demonstration.make(1)
    headquarters = accounts.sign_in_as("headquarters")
    assert headquarters is not None
    table.add_section()
    ask: Ask = partial(pages.get, WSGIHandler(), cookie=f"sessionid={access.session_of(headquarters)}")
    empty = timed(ask, ["/empty"] * TIMES)
    before = {path: _counted(ask, path) for path in ASKED}
    _add(queries.viewer_of(headquarters))
    for path in ASKED:
        after = _counted(ask, path)
        line(table, f"Training: {path}, queries: {after}", timed(ask, [path] * TIMES), empty)
        word = "met" if after <= before[path] else "MISSED"
        table.add_row(f"  goal {word}: as many queries with {MORE} offerings more, {before[path]} and {after}")


def _counted(ask: Ask, path: str) -> int:
    """How many queries a page asks, once what is read for all is read. Raises ValueError where it is none."""
    ask(path)
    with CaptureQueriesContext(connection) as captured:
        status = ask(path)[0]
    if status != 200:
        raise ValueError(f"{path} answered {status}")
    return len(captured)


def _add(by: Viewer) -> None:
    for number in range(MORE):
        first = clock.today() + timedelta(days=30 + number % 300)
        said = OfferingSaid(
            course="ips-isps",
            body="programme",
            place="Somewhere (invented)",
            first_on=first,
            last_on=first + timedelta(days=2),
            seats=10,
            nominate_by=first,
        )
        offer(uid=uuid5(NAMESPACE_URL, f"roadstead/benchmark/training/{number}"), said=said, by=by)
