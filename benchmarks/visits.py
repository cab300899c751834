"""Portfolio, planner and timeline of a programme of twenty years: at the sizes that are asked for, and at small ones.

The budget is 150 milliseconds of the server's time for a portfolio of twelve countries, a planner of 150 visits and a
timeline of 2,000 entries, and as many queries as for a small one. The world is that of the part before, or is made.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from functools import partial
from uuid import NAMESPACE_URL, uuid5

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rich.table import Table

from benchmarks import access, pages
from benchmarks.decisions import line
from benchmarks.measure import Figures, timed
from roadstead.accounts import demonstration as accounts
from roadstead.accounts import queries
from roadstead.cli import demonstration
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.inventing_dealings import Dealing, invent_dealings
from roadstead.engagement.interaction_enums import InteractionState
from roadstead.engagement.models import Interaction
from roadstead.registry import timeline
from roadstead.registry.actions.assigning import cover
from roadstead.registry.demonstration import lands, scale_there
from roadstead.registry.queries import portfolios
from roadstead.registry.reach import person_of
from roadstead.visits.queries.planner import year_of

TIMES = 20
LIMIT = 150_000  # microseconds
COUNTRIES, VISITS, ENTRIES = 12, 150, 2_000
LONG, SHORT = "NG", "PW"  # whose timelines are read
Ask = Callable[[str], tuple[int, object, bytes]]


def run(table: Table) -> None:
    """Measure, and add the lines to the table."""
    if scale_there() is None:
        demonstration.make(1)
    officer, headquarters = accounts.sign_in_as("liaison"), accounts.sign_in_as("headquarters")
    assert officer is not None
    assert headquarters is not None
    viewer = queries.viewer_of(officer)
    by = queries.viewer_of(headquarters)
    lengthen(LONG, by)
    table.add_section()
    ask: Ask = partial(pages.get, WSGIHandler(), cookie=f"sessionid={access.session_of(officer)}")
    empty = timed(ask, ["/empty"] * TIMES)
    _compare(table, ask, empty, f"portfolio of {COUNTRIES} countries", _portfolios(viewer, by))
    _compare(table, ask, empty, f"planner of {VISITS} visits", _years(viewer))
    _compare(table, ask, empty, f"timeline of {ENTRIES:,} entries", _timelines(viewer))


def lengthen(country: str, by: Viewer) -> None:
    """Interactions more, until the timeline of a country has its entries."""
    lacking = ENTRIES - _entries(country, by)
    rows = [_dealing(country, number, by) for number in range(max(0, lacking))]
    invent_dealings(country=country, dealings=rows, by=by)


def _dealing(country: str, number: int, by: Viewer) -> Dealing:
    day = clock.today() - timedelta(days=3 * number + 1)
    row = Interaction(
        uid=uuid5(NAMESPACE_URL, f"roadstead/benchmark/{country}/{number}"),
        held_on=day,
        subject=f"Call {number} (invented)",
        summary="Nothing new. (invented)",
        state=InteractionState.COMPLETE,
        completed_at=clock.now(),
        written_by_id=person_of(by),
        written_at=clock.now(),
        changed_at=clock.now(),
        mark=Mark.PROGRAMME,
        mark_reason="for measuring",
        marked_by_id=person_of(by),
        marked_at=clock.now(),
    )
    return Dealing(row, officers=[by.user_id or 0])


def _entries(country: str, viewer: Viewer) -> int:
    return sum(timeline.count(source, country, viewer) for source in timeline.SOURCES.values())


def _portfolios(viewer: Viewer, by: Viewer) -> Iterator[tuple[str, int]]:
    """One's own with what is covered, and again with more countries covered: the same page, larger."""
    today, number = clock.today(), viewer.user_id or 0
    held = [one.country for one in portfolios.of_officer(number, today) if one.holds(today)]
    yield "/desk/portfolio/", len(held)
    every = portfolios.all_answering([land.code for land in lands()], today)
    free = [code for code, one in every.items() if one.responsible and not one.cover and code not in held]
    days = {"first": today, "until": today + timedelta(days=7)}
    cover(countries=free[:COUNTRIES], officer=number, why="for measuring", by=by, **days)
    yield "/desk/portfolio/", len(held) + COUNTRIES


def _years(viewer: Viewer) -> Sequence[tuple[str, int]]:
    year = clock.today().year
    early = min(range(year - 20, year), key=lambda one: (len(year_of(viewer, one)) or 10_000, one))
    full = max((year, year - 1, year + 1), key=lambda one: len(year_of(viewer, one)))
    return tuple((f"/desk/planner/?year={one}", len(year_of(viewer, one))) for one in (early, full))


def _timelines(viewer: Viewer) -> Sequence[tuple[str, int]]:
    return tuple((f"/desk/countries/{code}/timeline/", _entries(code, viewer)) for code in (SHORT, LONG))


def _compare(table: Table, ask: Ask, empty: Figures, goal: str, asked: Iterable[tuple[str, int]]) -> None:
    """Both sizes, and whether the goal is met: in time, and with no more queries than the small one."""
    counts, figures = [], empty
    for path, size in asked:
        with CaptureQueriesContext(connection) as captured:
            status = ask(path)[0]
            counts.append(len(captured))
        if status != 200:
            raise ValueError(f"{path} answered {status}")
        figures = timed(ask, [path] * TIMES)
        line(table, f"Visits: {path}, of {size:,}, queries: {counts[-1]}", figures, empty)
    met = figures.p50 <= LIMIT and counts[-1] <= counts[0]
    share = f"{figures.p50 / LIMIT:.0%} of {LIMIT:,} µs"
    table.add_row(f"  goal {'met' if met else 'MISSED'}: {goal}, {share}, queries {counts[0]} and {counts[-1]}")
