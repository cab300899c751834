"""An edition to everywhere, once and whole: the rule book, every form of it, the signed copy for mirrors, the messages
queued, the stored notices judged again. Under a minute on two cores.

It is measured once, as it happens once: every first request finds a book that nobody has read yet. By the clock, since
the limit is one of the clock, with the time of the processor beside it.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

from django.core.handlers.wsgi import WSGIHandler
from rich.table import Table

from benchmarks import backlog, pages, subscriptions
from benchmarks.publication import invented
from roadstead.advisories.site.publishing import export
from roadstead.advisories.subscriptions.actions.queueing import queue_edition
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer, system
from roadstead.publication.trust import Trusted
from roadstead.publication.verify import verify
from roadstead.rulebook import local
from roadstead.rulebook.publishing import NewEdition, publish

LIMIT = 60.0  # seconds
FORMS = {
    "page": "/advisory/",
    "page of the edition": "/advisory/editions/{edition}/",
    "JSON": "/advisory.json",
    "CSV": "/advisory.csv",
    "Atom feed": "/advisory.atom",
    "changes file": "/advisory/changes.json",
    "PDF, A4": "/advisory.pdf",
    "PDF, letter": "/advisory.pdf?paper=letter",
}
Step = tuple[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Took:
    """One step: seconds of the clock and of the processor; done: whether there is anything that does it."""

    name: str
    clock: float
    processor: float
    done: bool = True


def run(table: Table, data: Path) -> None:
    """Measure, and add the lines to the table: seconds of clock and processor, and the share of the limit."""
    edition = invented(clock.today(), 99)
    book = data / local.FOLDER
    subscriptions.invent()
    backlog.prepare()
    try:
        took = [_timed(name, work) for name, work in _steps(edition, book, data / "everywhere")]
    finally:
        shutil.rmtree(book / local.PUBLISHED / edition.id, ignore_errors=True)
        subscriptions.take_away()
        backlog.take_away()
    _tell(table, took)


def _steps(edition: NewEdition, book: Path, site: Path) -> Iterator[Step]:
    handler, by, today = WSGIHandler(), system("make bench"), clock.today()
    yield "into the rule book", partial(publish, book, edition, today=today)
    yield f"{subscriptions.SUBSCRIBERS:,} messages queued", partial(_queued, edition, by)
    for name, address in FORMS.items():
        yield name, partial(_asked, handler, address.format(edition=edition.id))
    yield "static site, signed", partial(export, site, on=today, known_at=today, now=clock.now())
    yield "its proof, every file", partial(_proven, site)
    yield f"{backlog.NOTICES:,} notices judged again", partial(backlog.judge_again, edition.id)


def _queued(edition: NewEdition, by: Viewer) -> int:
    number = queue_edition(edition=edition.id, countries=set(edition.countries), by=by)
    if number != subscriptions.SUBSCRIBERS:
        raise ValueError(f"{number:,} messages were queued")
    return number


def _asked(handler: WSGIHandler, address: str) -> int:
    status, _headers, body = pages.get(handler, address)
    if status != 200:
        raise ValueError(f"{address} answered {status}")
    return len(body)


def _proven(site: Path) -> int:
    verdict = verify(site, Trusted())
    if not verdict.holds:
        raise ValueError(f"the site does not hold: {verdict.problems[0]}")
    return verdict.files


def _timed(name: str, work: Callable[[], object]) -> Took:
    clock_from, processor_from = perf_counter(), process_time()
    done = work()
    return Took(name, perf_counter() - clock_from, process_time() - processor_from, done is not None)


def _tell(table: Table, took: list[Took]) -> None:
    table.add_section()
    table.add_row("An edition to everywhere, once", "", "clock s", "processor s", "of limit")
    for one in took:
        words = one.name if one.done else f"{one.name}: NOT THERE YET"
        table.add_row(f"  {words}", "", f"{one.clock:,.2f}", f"{one.processor:,.2f}", f"{one.clock / LIMIT:.3f} ×")
    whole, busy = sum(one.clock for one in took), sum(one.processor for one in took)
    table.add_row("  the whole of it", "", f"{whole:,.2f}", f"{busy:,.2f}", f"{whole / LIMIT:.3f} ×")
    missing = ", ".join(one.name for one in took if not one.done)
    met = "met" if whole <= LIMIT and not missing else "MISSED"
    table.add_row(f"  goal {met}: under {LIMIT:.0f} s{f', without {missing}' if missing else ''}")
