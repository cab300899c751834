"""The what-if for programs and spreadsheets: JSON, CSV and XLSX. Each says in itself what it was computed from."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

import msgspec
from django.http import HttpResponse

from roadstead.analytics import keyfigures, presenters, queries, tables, words
from roadstead.analytics.figures import Case
from roadstead.analytics.naming import name_of
from roadstead.analytics.queries import VoyageSet
from roadstead.analytics.rates import Rates
from roadstead.common.problems import problem
from roadstead.screening.impact import AtSea
from roadstead.wire.errors import Problem

SCHEMA = "roadstead/what-if/1"
INVENTED = "invented"  # the mark on everything that rests on voyages that were made up
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEASURES = ("voyages", *tables.MEASURES)


@dataclass(frozen=True, slots=True)
class About:
    """What an impact was computed from. page: the address of the same answer."""

    chosen: VoyageSet
    rule_book: str
    known_at: date
    rates: Rates
    page: str


Writer = Callable[[Sequence[Case], About], HttpResponse]


def refused(wrong: Sequence[tuple[str, str]]) -> HttpResponse:
    """The answer to a question that cannot be computed, with every field that is wrong."""
    detail = "; ".join(message for _field, message in wrong)
    return problem("bad-parameter", detail, [Problem(field, message) for field, message in wrong])


def as_json(cases: Sequence[Case], about: About) -> HttpResponse:
    """The impacts whole, as the engine gives them."""
    body = {
        "schema": SCHEMA,
        **_told(about),
        "rates": {
            rate.kind.name: {"value": rate.value, "source": rate.source or None} for rate in about.rates.values()
        },
        "drafts": [_draft(case, about.rates) for case in cases],
    }
    return _download(msgspec.json.encode(body), "application/json", "json", about)


def _told(about: About) -> dict[str, Any]:
    return {
        INVENTED: about.chosen.invented,
        "voyages": {"set": about.chosen.name, "label": about.chosen.label, "arrivals": about.chosen.voyages},
        "rule_book": about.rule_book,
        "known_at": about.known_at,
        "page": about.page,
    }


def _draft(case: Case, rates: Rates) -> dict[str, Any]:
    examined, guarded = keyfigures.works(case, rates)
    return {
        "text": case.text,
        "draft": case.draft,
        "impact": asdict(case.impact),
        "examinations_a_year": round(examined.ships_a_year, 2),
        "examination_hours_a_year": round(examined.a_year, 2),
        "guard_days_a_year": round(guarded.a_year, 2),
    }


def as_csv(cases: Sequence[Case], about: About) -> HttpResponse:
    """One row for each value of each table and draft; every row names its set, rule book and draft."""
    text = io.StringIO()
    writer = csv.writer(text)
    fixed = ("draft", "table", "key", "name", *MEASURES)
    writer.writerow((*fixed, INVENTED, "voyage_set", "rule_book", "known_at", "draft_text"))
    origin = (str(about.chosen.invented).lower(), about.chosen.name, about.rule_book, about.known_at)
    texts = {case.letter: case.text for case in cases}
    for row in _long(cases):
        writer.writerow([_harmless(cell) for cell in (*row, *origin, texts[str(row[0])])])
    return _download(text.getvalue().encode(), "text/csv; charset=utf-8", "csv", about)


def _long(cases: Sequence[Case]) -> Iterator[tuple[object, ...]]:
    """Rows of every breakdown: draft, table, key, name and each measure."""
    ports = queries.ports(presenters.codes(cases))
    for case in cases:
        for table in tables.BREAKDOWNS:
            for tally in getattr(case.impact, table):
                name, _code = name_of(table, tally.key, ports)
                yield (case.letter, table, tally.key, name, *(getattr(tally, measure) for measure in MEASURES))


def as_xlsx(cases: Sequence[Case], about: About) -> HttpResponse:
    """A sheet that says what this is, then one for each table."""
    from openpyxl import Workbook  # a tenth of a second that no page needs

    book = Workbook(write_only=True)
    sheet = book.create_sheet("About")
    for row in _about_rows(cases, about):
        sheet.append(row)
    by_table: dict[str, list[tuple[object, ...]]] = {}
    for row in _long(cases):
        by_table.setdefault(str(row[1]), []).append((row[0], *map(_plain, row[2:])))
    for table, rows in by_table.items():
        sheet = book.create_sheet(table)
        sheet.append(("draft", "key", "name", *MEASURES))
        for line in rows:
            sheet.append(line)
    _append_ships(book.create_sheet("at_sea"), cases)
    out = io.BytesIO()
    book.save(out)
    return _download(out.getvalue(), XLSX, "xlsx", about)


def _append_ships(sheet: Any, cases: Sequence[Case]) -> None:
    columns = [field.name for field in fields(AtSea)]
    sheet.append(("draft", *columns))
    for case in cases:
        for ship in case.impact.at_sea:
            sheet.append((case.letter, *(_plain(getattr(ship, name)) for name in columns)))


def _about_rows(cases: Sequence[Case], about: About) -> Iterator[tuple[object, ...]]:
    for name, value in _told(about).items():
        for row in value.items() if isinstance(value, dict) else ((name, value),):
            yield tuple(map(_plain, row))
    for case in cases:
        first, more = words.answer(case)
        yield (f"draft {case.letter}", _plain(case.text))
        yield (f"answer {case.letter}", _plain(" ".join((first, *more))))
    for rate in about.rates.values():
        yield (str(rate.kind.label), rate.value, str(rate.kind.unit), _plain(rate.source or "assumed"))


def _plain(value: object) -> object:
    """A cell that a spreadsheet can hold, and takes for no formula."""
    if value is None or isinstance(value, bool | int | float):
        return value
    return _harmless(value)


def _harmless(cell: object) -> str:
    """A cell as text that no spreadsheet takes for a formula."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _download(body: bytes, kind: str, ending: str, about: About) -> HttpResponse:
    mark = f"-{INVENTED}" if about.chosen.invented else ""
    name = f"what-if{mark}-{about.known_at}.{ending}"
    return HttpResponse(body, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
