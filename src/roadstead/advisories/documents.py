"""The advisory for programs: JSON, CSV, Atom, and the pointer where programs look for it.

Anyone may read these from any page (CORS). Each carries an ETag and may be kept for five minutes.
"""

from collections.abc import Callable

import msgspec
from django.conf import settings
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from roadstead.advisories import keys, pdf, queries
from roadstead.advisories.changes import changes
from roadstead.advisories.feeding import atom
from roadstead.advisories.forms import CompareForm, asked
from roadstead.advisories.queries import Entry
from roadstead.advisories.tables import csv_of
from roadstead.common import clock
from roadstead.common.access.guards import open_to_all
from roadstead.common.throttle import Throttle
from roadstead.publication import history
from roadstead.wire.errors import Problem

KEPT_SECONDS = 300
PROBLEM_TYPE = "application/problem+json"
LICENCE = "Apache-2.0"
_ENCODER = msgspec.json.Encoder()
# A page of paper costs some hundred times a decision.
papers = Throttle(
    "advisory papers", lambda: max(1, int(settings.DECISIONS_PER_MINUTE) // 10) if settings.DECISIONS_PER_MINUTE else 0
)
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
    response = HttpResponse(csv_of(listed), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="advisory-{listed.on}-known-{listed.known_at}.csv"'
    return response


@open_to_all
@document
def difference_json(request: HttpRequest) -> HttpResponse:
    """What changed between two days or editions, `a` and `b` (empty: today)."""
    form = CompareForm(request.GET)
    return _json(form.difference(clock.today())) if form.is_valid() else _refused(form)


@open_to_all
@papers
@document
def list_pdf(request: HttpRequest) -> HttpResponse:
    """The list on paper: `paper=letter` for US Letter, A4 otherwise."""
    ask = asked(request)
    if ask.form.errors:
        return _refused(ask.form)
    body = pdf.make(queries.advisory(ask.on, ask.known_at), request.GET.get("paper", "a4"))
    name = f"advisory-{ask.on}-known-{ask.known_at}.pdf"
    return HttpResponse(
        body, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'}
    )


@open_to_all
@document
def changes_json(request: HttpRequest) -> HttpResponse:
    """Every edition with what it did, as `roadstead/advisory-changes/1`."""
    ask = asked(request)
    return _refused(ask.form) if ask.form.errors else _json(changes(ask.on, ask.known_at))


@open_to_all
@document
def feed(request: HttpRequest) -> HttpResponse:
    """Every edition as an Atom entry, the newest first."""
    ask = asked(request)
    if ask.form.errors:
        return _refused(ask.form)
    address = request.build_absolute_uri

    def page(entry: Entry) -> str:
        return address(reverse("advisories:edition", args=[entry.edition.id]))

    body = atom(
        queries.entries_until(ask.on, ask.known_at),
        home=address(reverse("advisories:editions")),
        own=address(reverse("advisories:feed")),
        page=page,
        name=page,
    )
    return HttpResponse(body, content_type="application/atom+xml; charset=utf-8")


@open_to_all
@document
def key_history(request: HttpRequest) -> HttpResponse:
    """The public keys that signed here, each with its standing, as the signed chain `roadstead/advisory-keys/1`."""
    found = keys.published()
    if found is None:
        body = Refusal("/api/v1/docs#not-found", "Nothing was signed here yet", 404, "There is no key yet.", [])
        return HttpResponse(_ENCODER.encode(body), status=404, content_type=PROBLEM_TYPE)
    return HttpResponse(history.written(found.history), content_type="application/json")


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
            "list": {"html": address("list"), "json": address("json"), "csv": address("csv"), "pdf": address("pdf")},
            "list_parameters": {"on": "a day, YYYY-MM-DD", "known_at": "a day, YYYY-MM-DD"},
            "list_schema": listed.schema,
            "feed": address("feed"),
            "changes": address("changes"),
            "key_history": address("keys"),
            **keys.told(keys.published()),
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
