"""The advisory for programs: JSON, CSV, Atom, and the pointer where programs look for it.

Anyone may read these from any page (CORS). Each carries an ETag and may be kept for five minutes.
"""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time

import msgspec
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from roadstead.advisories import queries, summary
from roadstead.advisories.forms import CompareForm, asked
from roadstead.common import clock
from roadstead.common.access.guards import open_to_all
from roadstead.core.listed import AdvisoryOn, CountryOn, ExceptionOn
from roadstead.wire.errors import Problem

KEPT_SECONDS = 300
PROBLEM_TYPE = "application/problem+json"
LICENCE = "Apache-2.0"
_ENCODER = msgspec.json.Encoder()
COLUMNS = (
    "country", "name", "listed", "since", "since_not_before", "since_not_after", "ground", "citation", "citation_url",
    "facility", "facility_name", "facility_numbers", "tier", "excepted", "excepted_since", "excepted_since_not_before",
    "excepted_since_not_after", "on", "known_at",
)  # fmt: skip
View = Callable[[HttpRequest], HttpResponse]


class Refusal(msgspec.Struct):
    """What went wrong, after RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[Problem]


def document(view: View) -> View:
    """A document that anyone may read, keep for a while, and need not fetch again while it is the same."""

    def opened(request: HttpRequest) -> HttpResponse:
        response = view(request)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    kept: View = require_safe(cache_control(public=True, max_age=KEPT_SECONDS)(conditional_page(opened)))
    return kept


@open_to_all
@document
def list_json(request: HttpRequest) -> HttpResponse:
    """The list as `roadstead/advisory/1`."""
    ask = asked(request)
    if ask.form.errors:
        return _refused(ask.form)
    return _json(queries.advisory(ask.on, ask.known_at))


@open_to_all
@document
def list_csv(request: HttpRequest) -> HttpResponse:
    """The list as a table: one row for each excepted facility, and one for each country without any."""
    ask = asked(request)
    if ask.form.errors:
        return _refused(ask.form)
    listed = queries.advisory(ask.on, ask.known_at)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(cell) for cell in row] for row in _rows(listed))
    response = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="advisory-{listed.on}-known-{listed.known_at}.csv"'
    return response


@open_to_all
@document
def difference_json(request: HttpRequest) -> HttpResponse:
    """What changed between two days or editions, `a` and `b` (empty: today)."""
    form = CompareForm(request.GET)
    return _json(form.difference(clock.today())) if form.is_valid() else _refused(form)


@open_to_all
@document
def feed(request: HttpRequest) -> HttpResponse:
    """Every edition as an Atom entry, the newest first."""
    address = request.build_absolute_uri
    atom = Atom1Feed(
        title=gettext("Port security advisory: editions"),
        link=address(reverse("advisories:editions")),
        description="",
        subtitle=gettext("What each edition of the US port security advisory changed."),
        feed_url=address(reverse("advisories:feed")),
        language="en",
        author_name="Roadstead",
    )
    for entry in queries.entries(clock.today()):
        link = address(reverse("advisories:edition", args=[entry.edition.id]))
        public = _midnight(entry.edition.known.not_after or entry.day)
        atom.add_item(
            title=summary.title(entry),
            link=link,
            description=summary.sentence(entry),
            unique_id=link,
            pubdate=public,
            updateddate=public,
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


@open_to_all
@document
def pointer(request: HttpRequest) -> HttpResponse:
    """Where programs find the list, and how fresh it is."""
    today = clock.today()
    listed = queries.advisory(today, today)

    def address(name: str) -> str:
        return request.build_absolute_uri(reverse(f"advisories:{name}"))

    return _json(
        {
            "schema": "roadstead/advisory-pointer/1",
            "title": "US port security advisory: countries under conditions of entry",
            "publisher": "Roadstead, an independent open project; not a government site",
            "list": {"html": address("list"), "json": address("json"), "csv": address("csv")},
            "list_parameters": {"on": "a day, YYYY-MM-DD", "known_at": "a day, YYYY-MM-DD"},
            "list_schema": listed.schema,
            "feed": address("feed"),
            "compare": address("compare_json"),
            "editions": address("editions"),
            "api": request.build_absolute_uri("/api/v1/openapi.json"),
            "decisions": request.build_absolute_uri("/api/v1/decisions"),
            "license": LICENCE,
            "on": listed.on,
            "listed_count": listed.listed_count,
            "edition": listed.edition,
            "last_confirmed_on": listed.last_confirmed_on,
            "stale": listed.stale,
            "rule_book": listed.rule_book,
        }
    )


def _json(value: object) -> HttpResponse:
    return HttpResponse(_ENCODER.encode(value), content_type="application/json")


def _refused(form: Form) -> HttpResponse:
    problems = [Problem(name, str(told)) for name, texts in form.errors.items() for told in texts]
    detail = "; ".join(str(problem) for problem in problems)
    body = Refusal("/api/v1/docs#bad-parameter", "A parameter of the address is wrong", 422, detail, problems)
    return HttpResponse(_ENCODER.encode(body), status=422, content_type=PROBLEM_TYPE)


def _rows(listed: AdvisoryOn) -> Iterator[list[object]]:
    for country in listed.countries:
        for exception in country.exceptions or (None,):
            yield [*_country_cells(country), *_exception_cells(exception), listed.on, listed.known_at]


def _country_cells(entry: CountryOn) -> list[object]:
    since = (entry.since, entry.since_not_before, entry.since_not_after)
    return [entry.code, entry.name, entry.listed, *since, entry.ground, entry.citation, entry.citation_url]


def _exception_cells(entry: ExceptionOn | None) -> list[object]:
    if entry is None:
        return [None] * 8
    numbers = " ".join(number.normalised or number.printed for number in entry.numbers)
    since = (entry.since, entry.since_not_before, entry.since_not_after)
    return [entry.facility, entry.name, numbers, entry.tier, entry.in_force, *since]


def _harmless(cell: object) -> str:
    """A cell as text that no spreadsheet takes for a formula."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
