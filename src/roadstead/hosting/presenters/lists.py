"""Lists of requests: what was asked, a page of it, and the same as a file."""

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.hosting import topics
from roadstead.hosting.enums import OfferState, State
from roadstead.hosting.models import HostingRequest
from roadstead.hosting.naming import name_of
from roadstead.hosting.queries import requests as queries
from roadstead.hosting.queries.requests import RequestsAsked
from roadstead.registry.presenters.headings import headings, query_of

ROWS_A_PAGE, LONGEST_SEARCH = 25, 200
WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}
COLUMNS = {
    "country": gettext_lazy("Country"),
    "state": gettext_lazy("State"),
    "days": gettext_lazy("Days"),
    "size": gettext_lazy("People"),
    "asked": gettext_lazy("Asked for"),
}
STATES = [(queries.OPEN, gettext_lazy("whatever is open")), *State.choices]
TONES = {
    State.INVITED: "ask",
    State.ASKED: "ask",
    State.MATCHED: "ask",
    State.PLANNED: "ask",
    State.HOSTED: "ask",
    State.CLOSED: "good",
    State.DECLINED: "quiet",
    State.WITHDRAWN: "quiet",
}


def asked_of(query: QueryDict) -> RequestsAsked:
    """What the address asks; what it cannot ask is left out."""
    country, sort, year = query.get("country", "").upper(), query.get("sort", ""), query.get("year", "")
    return RequestsAsked(
        text=query.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH],
        country=country if len(country) == 2 and country.isascii() and country.isalpha() else "",
        state=query.get("state", "") if query.get("state", "") in dict(STATES) else "",
        topic=query.get("topic", "") if query.get("topic", "") in topics.topics() else "",
        year=year if len(year) == 4 and year.isascii() and year.isdigit() and year > "1990" else "",
        sort=sort if sort.removeprefix("-") in COLUMNS else "-asked",
    )


def context(request: HttpRequest, rows: Any) -> dict[str, Any]:
    """What the list wants, out of the rows that somebody may read."""
    asked = asked_of(request.GET)
    said = {("q" if name == "text" else name): value for name, value in asdict(asked).items()}
    page = Paginator(queries.with_names(queries.find_requests(rows, asked)), ROWS_A_PAGE).get_page(
        request.GET.get("page")
    )
    ports = queries.offers_of(list(page), OfferState.ACCEPTED)
    countries = rows.order_by().values_list("country", "country__name").distinct()
    return {
        "asked": asked,
        "page": page,
        "lines": [(one, TONES[State(one.state)], ports.get(one.pk, ()), topics.labels(one.topics)) for one in page],
        "countries": sorted(countries, key=lambda pair: pair[1]),
        "states": STATES,
        "topics": topics.choices(),
        "years": queries.years_in(rows),
        "headings": headings(COLUMNS, asked.sort, said, down_first={"asked", "days", "size"}),
        "query": query_of(said),
        "narrowed": replace(asked, sort="-asked") != RequestsAsked(),
    }


def file(request: HttpRequest, rows: Any, form: str) -> HttpResponse:
    """The same list as `csv` or `xlsx`. Raises Http404 for another form."""
    columns = [_("number"), _("country"), _("name"), _("state"), _("how it came"), _("asked on"), _("first day")]
    columns += [_("last day"), _("not before"), _("not after"), _("people"), _("topics"), _("ports"), _("aims")]
    found = list(queries.with_names(queries.find_requests(rows, asked_of(request.GET))))
    ports = queries.offers_of(found, OfferState.ACCEPTED)
    return writer(form)("reciprocal-visits", columns, [_row(one, ports.get(one.pk, ())) for one in found])


def writer(form: str) -> Callable[..., HttpResponse]:
    """Raises Http404 for a form that there is not."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    return WRITERS[form]


def _row(one: HostingRequest, ports: Any) -> list[Any]:
    days = [day.isoformat() if day else "" for day in (one.first_on, one.last_on, one.earliest, one.latest)]
    told = [one.size if one.size is not None else "", " ".join(one.topics), " ".join(each.port_id for each in ports)]
    head = [one.pk, one.country_id, name_of(one), one.state, one.origin, one.asked_at.date().isoformat()]
    return [*head, *days, *told, one.aims]
