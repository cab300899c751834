"""The annual summary as a page and as a file."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.registry import queries as registry
from roadstead.registry.queries.countries import CountryInfo
from roadstead.visits.enums import VisitKind
from roadstead.visits.observed_enums import ObservationKind
from roadstead.visits.presenters import report_files, report_year_told
from roadstead.visits.queries.report_year import Summed, summed

WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}
EARLIEST = 2004  # the ISPS Code has been in force since 1 July 2004
Group = tuple[str, list[tuple[str, int]]]


def read(query: QueryDict) -> tuple[int, CountryInfo | None]:
    """The year and the country that are asked for; this year, and None, where nothing that there is."""
    code = query.get("country", "").upper()
    country = registry.country(code) if len(code) == 2 and code.isascii() and code.isalpha() else None
    return year_of(query), country


def year_of(query: QueryDict) -> int:
    """The year that is asked for; this one where there is no such year."""
    year, this = query.get("year", ""), clock.today().year
    asked = int(year) if year.isascii() and year.isdigit() and len(year) == 4 else this
    return asked if EARLIEST <= asked <= this else this


def context(year: int, country: CountryInfo | None, viewer: Viewer) -> dict[str, Any]:
    """What the page wants: the numbers, and what stands behind them."""
    code = country.code if country else ""
    numbers = summed(year, code, viewer)
    return {
        "year": year,
        "years": [(str(one), str(one)) for one in range(clock.today().year, EARLIEST - 1, -1)],
        "country": country,
        "code": code,
        "countries": sorted(((one.code, one.name) for one in registry.countries()), key=lambda one: one[1]),
        "numbers": numbers,
        "groups": groups(numbers),
        "behind": report_year_told.behind(year, numbers.on, code, viewer),
    }


def groups(numbers: Summed) -> list[Group]:
    """The numbers with their words, in groups."""
    counted = [(str(kind.label), numbers.visits[kind.value]) for kind in VisitKind]
    clocks = [
        *_clock(_("engagement"), numbers.engagement),
        *_clock(_("assessment"), numbers.assessment),
    ]
    return [
        (
            _("Visits made"),
            [
                (_("all"), sum(numbers.visits.values())),
                *counted,
                (_("of them reported"), numbers.reported),
                (_("cancelled"), numbers.cancelled),
            ],
        ),
        (_("Clocks, countries"), clocks),
        (_("Observations"), [(str(one.label), numbers.observations.get(one.value, 0)) for one in ObservationKind]),
        (
            _("Recommendations"),
            [
                (_("made"), numbers.made),
                (_("closed"), numbers.closed),
                (_("withdrawn"), numbers.withdrawn),
                (_("open at the end"), numbers.open),
                (_("of them overdue"), numbers.overdue),
            ],
        ),
    ]


def answer(query: QueryDict, form: str, viewer: Viewer) -> HttpResponse:
    """The same as a file: the numbers as a table, all of it as a document. Raises Http404 for another form."""
    if form not in WRITERS and form not in report_files.FILES:
        raise Http404(_("There is no such file."))
    year, country = read(query)
    code = country.code if country else ""
    name, numbers = f"annual-{year}{'-' if code else ''}{code}", summed(year, code, viewer)
    if form in report_files.FILES:
        told = report_year_told.behind(year, numbers.on, code, viewer)
        said = report_year_told.content(year, country.name if country else "", numbers.on, groups(numbers), told)
        return report_files.file_of(form, name, said)
    columns = [_("year"), _("country"), _("as it stood on"), _("what"), _("which"), _("number")]
    return WRITERS[form](name, columns, _cells(numbers, code))


def _cells(numbers: Summed, code: str) -> Iterator[list[object]]:
    for name, rows in groups(numbers):
        for word, count in rows:
            yield [numbers.year, code, numbers.on.isoformat(), name, word, count]


def _clock(name: str, counts: tuple[int, int, int, int]) -> list[tuple[str, int]]:
    met, late, never, reasoned = counts
    return [
        (_("%(clock)s: met") % {"clock": name}, met),
        (_("%(clock)s: overdue") % {"clock": name}, late),
        (_("%(clock)s: none on record") % {"clock": name}, never),
        (_("%(clock)s: overdue or none, with a reason") % {"clock": name}, reasoned),
    ]
