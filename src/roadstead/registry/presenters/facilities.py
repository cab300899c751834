"""Port facilities as lists and files show them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.access.guards import viewer_of
from roadstead.common.access.marks import Mark
from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.registry.enums import Answer, CargoKind
from roadstead.registry.facility_fields import said
from roadstead.registry.models import Facility
from roadstead.registry.presenters.headings import headings, query_of
from roadstead.registry.presenters.marked import Label, label, own_states
from roadstead.registry.queries import facilities as queries
from roadstead.registry.queries.facilities import FacilitiesAsked, Rows
from roadstead.registry.queries.organisations import organisation_names

ROWS_A_PAGE = 25
LONGEST_SEARCH = 200
WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}
COLUMNS: dict[str, str | Promise] = {
    "name": gettext_lazy("Facility"),
    "number": gettext_lazy("Number"),
    "country": gettext_lazy("Country"),
    "port": gettext_lazy("Port"),
    "soc": gettext_lazy("Statement of Compliance"),
    "as_of": gettext_lazy("Source"),
}
SOCS: dict[str, tuple[str | Promise, str]] = {
    queries.VALID: (gettext_lazy("valid"), "good"),
    queries.SOON: (gettext_lazy("expires within 90 days"), "ask"),
    queries.EXPIRED: (gettext_lazy("expired"), "alarm"),
    queries.UNKNOWN: (gettext_lazy("expiry not known"), "quiet"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A facility in a list."""

    one: Facility
    mark: Label
    soc: str | Promise
    tone: str
    cargo: str


def line(one: Facility) -> Line:
    soc, tone = SOCS[queries.standing_of(one.soc_expires_on)]
    return Line(one, label(one), soc, tone, said("cargo", one.cargo) if one.cargo else "")


def read(query: QueryDict) -> FacilitiesAsked:
    """What the address asks; what it cannot ask is left out."""
    sort = query.get("sort", "")
    return FacilitiesAsked(
        text=query.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH],
        country=query.get("country", "").strip().upper().replace("\0", "")[:2],
        cargo=_one_of(query.get("cargo", ""), CargoKind.values),
        plan=_one_of(query.get("plan", ""), Answer.values),
        soc=_one_of(query.get("soc", ""), list(SOCS)),
        mark=_one_of(query.get("mark", ""), Mark.values),
        sort=sort if sort.removeprefix("-") in COLUMNS else "name",
    )


def context(request: HttpRequest, rows: Rows) -> dict[str, Any]:
    """What the list wants, out of the rows that somebody may read and what the address asks of them."""
    asked = read(request.GET)
    found = queries.with_names(queries.find_facilities(rows, asked))
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    said_so = _query(asked)
    return {
        "asked": asked,
        "narrowed": replace(asked, sort="name") != FacilitiesAsked(),
        "page": page,
        "lines": [line(one) for one in page],
        "countries": queries.facility_countries(rows),
        "cargoes": CargoKind.choices,
        "answers": Answer.choices,
        "socs": [(key, word) for key, (word, _tone) in SOCS.items()],
        "marks": Mark.choices,
        "headings": headings(COLUMNS, asked.sort, said_so),
        "query": query_of(said_so),
    }


def answer(request: HttpRequest, rows: Rows, form: str, page: str) -> HttpResponse:
    """The same list as `csv` or `xlsx`; `page` is the address of the list, below which each has its own."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    viewer = viewer_of(request)
    found = queries.with_names(queries.find_facilities(rows, read(request.GET)))
    operators = organisation_names({one.operator_id for one in found if one.operator_id}, viewer)
    columns = [_("number"), _("name"), _("country"), _("port"), _("port as its source names it"), _("operator")]
    columns += [_("what it handles"), _("berths"), _("draught, metres"), _("calls a year"), _("tonnes a year")]
    columns += [_("plan approved"), _("first approved"), _("reviewed"), _("Statement of Compliance issued")]
    columns += [_("Statement of Compliance expires"), _("standing"), _("plan withdrawn"), _("withdrawn on")]
    columns += [_("latitude"), _("longitude"), _("description"), _("who may see it"), _("States")]
    columns += [_("source"), _("day of the source"), _("corrected fields"), _("page")]
    address = request.build_absolute_uri(page)
    lines = (_cells(one, operators, own_states(one, viewer), address) for one in found)
    return WRITERS[form]("facilities", columns, lines)


def _cells(one: Facility, operators: Mapping[int, str], states: Sequence[str], page: str) -> Sequence[object]:
    return tuple(_said(one, operators, states, page))


def _said(one: Facility, operators: Mapping[int, str], states: Sequence[str], page: str) -> Iterator[object]:
    yield from (one.number or "", one.name, one.country_id, one.port_id or "", one.port_name)
    yield from (operators.get(one.operator_id or 0, ""), " ".join(one.cargo))
    yield from (one.berths, one.draught_m, one.calls, one.tonnes, one.plan_approved)
    yield from (_day(day) for day in (one.approved_on, one.reviewed_on, one.soc_issued_on, one.soc_expires_on))
    yield from (queries.standing_of(one.soc_expires_on), one.plan_withdrawn, _day(one.withdrawn_on))
    yield from (_degrees(one.latitude), _degrees(one.longitude), one.description, one.mark, " ".join(states))
    yield from (one.source, _day(one.as_of), " ".join(sorted(one.corrected)), f"{page}{one.pk}/")


def _day(day: Any) -> str:
    return day.isoformat() if day else ""


def _degrees(value: Any) -> float | str:
    return "" if value is None else float(value)  # a number: a minus before it is no formula


def _query(asked: FacilitiesAsked) -> dict[str, str]:
    said_so = asdict(asked)
    return {"q": said_so.pop("text"), **said_so}


def _one_of(value: str, known: Sequence[str]) -> str:
    return value if value in known else ""
