"""The demonstration world: what it takes to make, what its pages cost, and what an import of 12,000 facilities takes.

The budgets hold at ten times the usual size: 100 milliseconds of the server's time and 25 queries for a country file,
queries that do not grow with the rows for lists, 20 seconds for the import with its preview. What is made or imported
is measured once, by processor time.
"""

import csv
import io
from collections.abc import Callable
from functools import partial
from time import process_time_ns

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rich.table import Table

from benchmarks import access, pages
from benchmarks.decisions import line
from benchmarks.measure import Figures, timed
from roadstead.accounts import demonstration as accounts
from roadstead.accounts import queries
from roadstead.accounts.models import User
from roadstead.cli import demonstration
from roadstead.common import clock
from roadstead.registry.actions.facility_importing import import_facilities
from roadstead.registry.actions.facility_reading import read_facilities
from roadstead.registry.demonstration import lands
from roadstead.registry.importing.columns import PRINTED

TIMES = 20
ROWS = 12_000
FILE_LIMIT, FILE_QUERIES, IMPORT_LIMIT = 100_000, 25, 20_000_000  # microseconds, and queries
COUNTRY_FILES = ("NG", "CN", "NO", "BR")
LISTS = ("countries", "facilities", "people", "organisations", "coverage", "people/duplicates")


def run(table: Table, scale: int) -> None:
    """Measure, and add the lines to the table."""
    table.add_section()
    first = _once(partial(demonstration.make, scale))
    line(table, f"World: made, SCALE={scale}", first, first)
    line(table, "World: a later start", _once(partial(demonstration.make, scale)), first)
    officer = accounts.sign_in_as("liaison")
    assert officer is not None
    _pages(table, officer)
    _import(table)


def _pages(table: Table, officer: User) -> None:
    handler = WSGIHandler()
    ask = partial(pages.get, handler, cookie=f"sessionid={access.session_of(officer)}")
    empty = timed(ask, ["/empty"] * TIMES)
    missed = []
    for code in COUNTRY_FILES:
        figures, asked = _page(table, ask, f"/desk/countries/{code}/", empty)
        missed += [code] if figures.p50 > FILE_LIMIT or asked > FILE_QUERIES else []
    said = f"MISSED for {', '.join(missed)}" if missed else "met"
    table.add_row(f"  goal {said}: a country file under {FILE_LIMIT:,} µs and at most {FILE_QUERIES} queries")
    for name in LISTS:
        _page(table, ask, f"/desk/{name}/", empty)


def _page(
    table: Table, ask: Callable[[str], tuple[int, object, bytes]], path: str, empty: Figures
) -> tuple[Figures, int]:
    with CaptureQueriesContext(connection) as captured:
        status = ask(path)[0]
        asked = len(captured)
    if status != 200:
        raise ValueError(f"{path} answered {status}")
    figures = timed(ask, [path] * TIMES)
    line(table, f"World: {path}, queries: {asked}", figures, empty)
    return figures, asked


def _import(table: Table) -> None:
    """A file of facilities that the register has not, read and taken over; and the same file once more."""
    headquarters = accounts.sign_in_as("headquarters")
    assert headquarters is not None
    by = queries.viewer_of(headquarters)

    def land() -> None:
        read = read_facilities(stream=_file(), file_name="benchmark.csv", by=by)
        import_facilities(imported=read, by=by)

    first, again = _once(land), _once(land)
    line(table, f"World: {ROWS:,} facilities read and taken over", first, first)
    line(table, "World: the same file again, nothing changes", again, first)
    met = "met" if max(first.p50, again.p50) <= IMPORT_LIMIT else "MISSED"
    table.add_row(f"  goal {met}: preview and import of {ROWS:,} rows under {IMPORT_LIMIT:,} µs")


def _file() -> io.BytesIO:
    """Made-up facilities at real ports, in the form of the GISIS export."""
    text = io.StringIO()
    names = (
        "country",
        "port_name",
        "name",
        "number",
        "latitude",
        "longitude",
        "plan_approved",
        "soc_issued_on",
        "as_of",
    )
    writer = csv.writer(text)
    writer.writerow(PRINTED[one] for one in names)
    sites = [(land, site) for land in lands() for site in land.ports[:10]]
    day = f"{clock.today():%d/%m/%Y}"
    for number in range(ROWS):
        land, site = sites[number % len(sites)]
        own = f"{site.locode}-{8001 + number // len(sites)}"
        where = ("", "") if site.latitude is None else (str(site.latitude), str(site.longitude))
        writer.writerow((land.code, site.name, f"Quay {number} (invented)", own, *where, "Yes", day, day))
    return io.BytesIO(text.getvalue().encode())


def _once(work: Callable[[], object]) -> Figures:
    """One run, by the processor time of this process."""
    start = process_time_ns()
    work()
    taken = (process_time_ns() - start) / 1e3
    return Figures(1e6 / taken, taken, taken)
