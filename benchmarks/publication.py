"""What it costs to publish: an edition into the rule book, the signed static site, and its proof.

A part of the goal that an edition is everywhere within a minute. The times are those of the processor.
"""

import tempfile
from datetime import date
from itertools import count
from pathlib import Path

from rich.table import Table

from benchmarks.decisions import line
from benchmarks.measure import timed
from roadstead.common import clock
from roadstead.publication.trust import Trusted
from roadstead.publication.verify import verify
from roadstead.rulebook import local, schema
from roadstead.rulebook.publishing import NewEdition, publish

TWICE = (1, 2)  # in each round


def run(table: Table, data: Path) -> None:
    """Measure, and add the lines to the table."""
    from roadstead.advisories.site.publishing import export

    today = clock.today()
    number = count(1)
    site = data / "site"

    def published(_: int) -> None:
        with tempfile.TemporaryDirectory(dir=data) as folder:
            publish(Path(folder), invented(today, next(number)), today=today)

    def exported(_: int) -> None:
        export(site, on=today, known_at=today, now=clock.now())

    table.add_section()
    whole = timed(exported, TWICE)
    line(table, "Publication: the static site, signed", whole, whole)
    line(table, "  its proof, every file", timed(lambda _: verify(site, Trusted()), TWICE), whole)
    line(table, "  an edition into the rule book", timed(published, TWICE), whole)
    line(table, "  is there a new one? (once a request)", timed(lambda _: local.version(data), range(200)), whole)


def invented(day: date, number: int) -> NewEdition:
    """An invented edition that lists a country which no advisory ever named."""
    source = schema.Source(title="Invented for measuring", url="https://example.org/", kind="invented")
    record = schema.EditionRecord(
        title="Invented: Iceland listed",
        known=day,
        effective=day,
        confidence="low",
        sources=("bench",),
        changes=(schema.ListCountries(countries=("IS",)),),
    )
    return NewEdition(
        id=f"{day}-bench-{number}", record=record, sources={"bench": source}, countries={"IS": ("Iceland",)}
    )
