"""Matching a country against every US port: the budget is 300 milliseconds of processor time.

The world is that of the part before, or is made. What is measured is the whole of it: gathering in a fixed number of
queries, ranking, and the sentences of every port.
"""

from functools import partial

from django.db import connection
from django.test.utils import CaptureQueriesContext
from rich.table import Table

from benchmarks.decisions import line
from benchmarks.measure import timed
from roadstead.accounts import demonstration as accounts
from roadstead.accounts import queries
from roadstead.cli import demonstration
from roadstead.common.access.viewer import Viewer
from roadstead.hosting import reasons
from roadstead.hosting.models import HostingRequest
from roadstead.hosting.queries.matches import host_ports, matches
from roadstead.hosting.queries.requests import requests
from roadstead.registry.demonstration import scale_there

TIMES = 10
LIMIT = 300_000  # microseconds


def run(table: Table) -> None:
    """Measure, and add the lines to the table."""
    if scale_there() is None:
        demonstration.make(1)
    headquarters = accounts.sign_in_as("headquarters")
    assert headquarters is not None
    by = queries.viewer_of(headquarters)
    held = requests(by).select_related("country").order_by("pk")
    request = held.filter(country="NG").first() or held[0]
    table.add_section()
    ports = len(host_ports(request, by))
    base = timed(partial(_gathered, by=by), [request] * TIMES)
    whole = timed(partial(_told, by=by), [request] * TIMES)
    with CaptureQueriesContext(connection) as asked:
        matches(request, by)
    verdict = "within" if whole.p99 <= LIMIT else "OVER"
    line(table, f"what {ports} US ports are known for", base, base)
    line(table, f"matched, with reasons ({len(asked)} queries; {verdict} 300 ms)", whole, base)


def _gathered(request: HostingRequest, by: Viewer) -> object:
    return host_ports(request, by)


def _told(request: HostingRequest, by: Viewer) -> object:
    return [reasons.in_short(one) for one in matches(request, by)]
