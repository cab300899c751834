"""Lists of offerings and of requests: what was asked, a page of it, and the same as a file."""

from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.registry.presenters.headings import headings, query_of
from roadstead.training.catalogue import body_choices, choices, title_of
from roadstead.training.enums import NominationState, OfferingState, RequestState
from roadstead.training.models import Offering, Request
from roadstead.training.queries import offerings as of_offerings
from roadstead.training.queries import requests as of_requests
from roadstead.training.queries.offerings import COMING, OfferingsAsked
from roadstead.training.queries.requests import OPEN, RequestsAsked

ROWS_A_PAGE, LONGEST_SEARCH = 25, 200
ALL = "all"
WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}
OFFERING_COLUMNS = {
    "course": gettext_lazy("Course"),
    "first": gettext_lazy("Days"),
    "place": gettext_lazy("Place"),
    "until": gettext_lazy("Nominations until"),
    "state": gettext_lazy("State"),
}
REQUEST_COLUMNS = {
    "country": gettext_lazy("Country"),
    "course": gettext_lazy("Course"),
    "asked": gettext_lazy("Asked"),
    "state": gettext_lazy("State"),
    "changed": gettext_lazy("Last change"),
}
OFFERING_STATES = [(COMING, gettext_lazy("still to come")), (ALL, gettext_lazy("all")), *OfferingState.choices]
REQUEST_STATES = [(OPEN, gettext_lazy("open")), (ALL, gettext_lazy("all")), *RequestState.choices]
OFFERING_TONES = {
    OfferingState.PLANNED: "quiet",
    OfferingState.OPEN: "good",
    OfferingState.CLOSED: "ask",
    OfferingState.HELD: "quiet",
    OfferingState.CANCELLED: "alarm",
}
REQUEST_TONES = {
    RequestState.ASKED: "ask",
    RequestState.TAKEN_UP: "ask",
    RequestState.OFFERED: "good",
    RequestState.DONE: "good",
    RequestState.DECLINED: "quiet",
    RequestState.WITHDRAWN: "quiet",
}


@dataclass(frozen=True, slots=True)
class OfferingLine:
    """An offering in a list. taken, left, waiting: None for who is told no counts."""

    one: Offering
    title: str
    tone: str
    taken: int | None = None
    left: int | None = None
    waiting: int | None = None


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A request in a list."""

    one: Request
    course: str
    tone: str


def offering_lines(found: Collection[Offering], *, counts: bool) -> list[OfferingLine]:
    """Some offerings; with counts, one query more."""
    counted = of_offerings.counts_of(found) if counts else {}
    made = []
    for one in found:
        title, tone = one.title or title_of(one.course), OFFERING_TONES[OfferingState(one.state)]
        if counts:
            taken, left = of_offerings.places(one, counted[one.pk])
            waiting = counted[one.pk].get(NominationState.WAITING.value, 0)
            made.append(OfferingLine(one, title, tone, taken, left, waiting))
        else:
            made.append(OfferingLine(one, title, tone))
    return made


def request_lines(found: Collection[Request]) -> list[RequestLine]:
    return [RequestLine(one, title_of(one.course), REQUEST_TONES[RequestState(one.state)]) for one in found]


def offerings_asked(query: QueryDict) -> OfferingsAsked:
    """What the address asks; what it cannot ask is left out."""
    year = query.get("year", "")
    return OfferingsAsked(
        text=_text(query),
        course=_one_of(query, "course", dict(choices())),
        body=_one_of(query, "body", dict(body_choices())),
        state=_one_of(query, "state", dict(OFFERING_STATES)) or COMING,
        year=year if year.isascii() and year.isdigit() and 2000 <= int(year[:6]) <= 2100 else "",
        sort=_sort(query, OFFERING_COLUMNS, "first"),
    )


def requests_asked(query: QueryDict) -> RequestsAsked:
    """What the address asks; what it cannot ask is left out."""
    country = query.get("country", "").upper()
    return RequestsAsked(
        text=_text(query),
        country=country if len(country) == 2 and country.isascii() and country.isalpha() else "",
        course=_one_of(query, "course", dict(choices())),
        state=_one_of(query, "state", dict(REQUEST_STATES)) or OPEN,
        sort=_sort(query, REQUEST_COLUMNS, "-asked"),
    )


def offerings(request: HttpRequest, rows: Any, *, counts: bool) -> dict[str, Any]:
    """What a list of offerings wants, out of the rows that somebody may read."""
    asked = offerings_asked(request.GET)
    page = Paginator(of_offerings.named(of_offerings.find_offerings(rows, asked)), ROWS_A_PAGE)
    shown = page.get_page(request.GET.get("page"))
    return _list(asked, OfferingsAsked(), OFFERING_COLUMNS, shown) | {
        "lines": offering_lines(list(shown), counts=counts),
        "states": OFFERING_STATES,
        "bodies": body_choices(),
        "counts": counts,
    }


def requests(request: HttpRequest, rows: Any) -> dict[str, Any]:
    """What a list of requests wants, out of the rows that somebody may read."""
    asked = requests_asked(request.GET)
    page = Paginator(of_requests.named(of_requests.find_requests(rows, asked)), ROWS_A_PAGE)
    shown = page.get_page(request.GET.get("page"))
    return _list(asked, RequestsAsked(), REQUEST_COLUMNS, shown) | {
        "lines": request_lines(list(shown)),
        "states": REQUEST_STATES,
        "countries": of_requests.countries_in(rows),
    }


def offerings_file(request: HttpRequest, rows: Any, form: str, *, counts: bool) -> HttpResponse:
    """The same list as `csv` or `xlsx`. Raises Http404 for another form."""
    columns = [_("number"), _("course"), _("title"), _("organised by"), _("country"), _("place"), _("first day")]
    columns += [_("last day"), _("nominations until"), _("language"), _("who pays"), _("places"), _("state")]
    columns += [_("taken"), _("waiting")] if counts else []
    asked = offerings_asked(request.GET)
    found = list(of_offerings.named(of_offerings.find_offerings(rows, asked)))
    return writer(form)("training", columns, [_offering_row(one) for one in offering_lines(found, counts=counts)])


def requests_file(request: HttpRequest, rows: Any, form: str) -> HttpResponse:
    """The same list as `csv` or `xlsx`. Raises Http404 for another form."""
    columns = [_("number"), _("country"), _("course"), _("title"), _("aims"), _("people"), _("equipment"), _("state")]
    columns += [_("why"), _("asked on"), _("last change")]
    found = of_requests.named(of_requests.find_requests(rows, requests_asked(request.GET)))
    return writer(form)("training-requests", columns, [_request_row(one) for one in found])


def writer(form: str) -> Callable[..., HttpResponse]:
    """What writes files of a form. Raises Http404 for another form."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    return WRITERS[form]


def _list(asked: Any, usual: Any, columns: Any, page: Any) -> dict[str, Any]:
    said = {("q" if name == "text" else name): value for name, value in asdict(asked).items()}
    return {
        "asked": asked,
        "page": page,
        "courses": choices(),
        "headings": headings(columns, asked.sort, said, down_first={"asked", "changed"}),
        "query": query_of(said),
        "narrowed": replace(asked, sort=usual.sort) != usual,
        "usual": usual.sort,
    }


def _offering_row(line: OfferingLine) -> list[Any]:
    one = line.one
    days = [one.first_on.isoformat(), one.last_on.isoformat(), one.nominate_by.isoformat()]
    about = [one.pk, one.course, line.title, one.body, one.country_id or "", one.place]
    counts = [] if line.taken is None else [line.taken, line.waiting]
    return [*about, *days, one.language, one.paid_by, one.seats, one.get_state_display(), *counts]


def _request_row(one: Request) -> list[Any]:
    about = [one.pk, one.country_id, one.course, title_of(one.course), one.aims, one.how_many or "", one.equipment]
    days = [one.asked_at.date().isoformat(), one.changed_at.date().isoformat()]
    return [*about, one.get_state_display(), one.state_why, *days]


def _text(query: QueryDict) -> str:
    return query.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH]


def _sort(query: QueryDict, columns: Collection[str], usual: str) -> str:
    sort = query.get("sort", "")
    return sort if sort.removeprefix("-") in columns else usual


def _one_of(query: QueryDict, name: str, known: Collection[str]) -> str:
    value = query.get(name, "")
    return value if value in known else ""
