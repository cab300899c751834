"""How long the server takes for a page, and how many queries it asks, beside an empty view. In this process."""

import io
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rich.table import Table

from benchmarks.decisions import line
from benchmarks.measure import timed

TIMES = 40
ADVISORY_LIMIT = 50_000  # microseconds
PAGES = {
    "/": "home",
    "/advisory/": "the list",
    "/advisory/countries/NG/": "a country",
    "/check/": "the empty checker",
    "/check/?{voyage}": "a verdict with its form",
    "/ports/?q=rotterdam": "port suggestions",
}


def prepare() -> None:
    """A database with reference data, and static files, as an installation has them."""
    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_reference_data", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def run(table: Table) -> None:
    """Measure, and add the lines to the table."""
    handler = WSGIHandler()
    voyage = _voyage(handler)
    empty = timed(partial(get, handler), ["/empty"] * TIMES)
    table.add_section()
    line(table, "Page: empty Django view, same middleware", empty, empty)
    for path, name in PAGES.items():
        asked = path.format(voyage=voyage)
        with CaptureQueriesContext(connection) as captured:
            status, _, _ = get(handler, asked)
            queries = len(captured)
        if status != 200:
            raise ValueError(f"{asked} answered {status}")
        figures = timed(partial(get, handler), [asked] * TIMES)
        line(table, f"Page: {name}, queries: {queries}", figures, empty)
        if path == "/advisory/":
            met = "met" if figures.p50 <= ADVISORY_LIMIT else "MISSED"
            share = figures.p50 / ADVISORY_LIMIT
            table.add_row(f"  goal {met}: the list under {ADVISORY_LIMIT:,} µs", "", "", "", f"{share:.2f} ×")


def _voyage(handler: WSGIHandler) -> str:
    """The query of the checker's own example."""
    path = "/check/?example=1"
    for _ in range(3):
        status, headers, _body = get(handler, path)
        if status == 200:
            return path.partition("?")[2]
        path = headers["Location"]
    raise ValueError("the checker's example leads nowhere")


def get(handler: WSGIHandler, address: str, cookie: str = "") -> tuple[int, dict[str, str], bytes]:
    """Ask for an address in this process: status, headers, body."""
    path, _, query = address.partition("?")
    told: dict[str, Any] = {}

    def start(status: str, headers: Iterable[tuple[str, str]], _: object = None, /) -> Callable[[bytes], object]:
        told["status"], told["headers"] = int(status[:3]), dict(headers)
        return len

    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "REMOTE_ADDR": "127.0.0.1",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.input": io.BytesIO(),
        "wsgi.url_scheme": "http",
        "HTTP_COOKIE": cookie,
    }
    response = handler(environ, start)
    body = b"".join(response)
    response.close()
    return told["status"], told["headers"], body
