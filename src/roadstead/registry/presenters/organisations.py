"""Organisations as lists and files show them."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.access.guards import viewer_of
from roadstead.common.access.marks import Mark
from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.registry.enums import OrganisationKind
from roadstead.registry.models import Organisation
from roadstead.registry.presenters.headings import headings, query_of
from roadstead.registry.presenters.marked import Label, label
from roadstead.registry.queries import organisations as queries
from roadstead.registry.queries.organisations import OrganisationsAsked, Rows

ROWS_A_PAGE = 25
LONGEST_SEARCH = 200
WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}
COLUMNS = {
    "name": gettext_lazy("Name"),
    "kind": gettext_lazy("Kind"),
    "country": gettext_lazy("Country"),
    "as_of": gettext_lazy("Source"),
}
STANDINGS = [
    (queries.THERE, gettext_lazy("There now")),
    (queries.GONE, gettext_lazy("No longer there")),
    (queries.EVERY, gettext_lazy("All")),
]


@dataclass(frozen=True, slots=True)
class Line:
    """An organisation in a list."""

    one: Organisation
    mark: Label


def read(query: QueryDict) -> OrganisationsAsked:
    """What the address asks; what it cannot ask is left out."""
    sort, standing = query.get("sort", ""), query.get("standing", "")
    return OrganisationsAsked(
        text=query.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH],
        kind=_one_of(query.get("kind", ""), OrganisationKind.values),
        country=query.get("country", "").strip().upper().replace("\0", "")[:2],
        mark=_one_of(query.get("mark", ""), Mark.values),
        standing=_one_of(standing, [value for value, _label in STANDINGS]) or queries.THERE,
        sort=sort if sort.removeprefix("-") in COLUMNS else "name",
    )


def context(request: HttpRequest, rows: Rows) -> dict[str, Any]:
    """What the list wants, out of the rows that somebody may read and what the address asks of them."""
    asked = read(request.GET)
    found = queries.with_names(queries.find_organisations(rows, asked))
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    said = _query(asked)
    return {
        "asked": asked,
        "narrowed": replace(asked, sort="name") != OrganisationsAsked(),
        "page": page,
        "lines": [Line(one, label(one)) for one in page],
        "kinds": OrganisationKind.choices,
        "countries": queries.organisation_countries(rows),
        "marks": Mark.choices,
        "standings": STANDINGS,
        "headings": headings(COLUMNS, asked.sort, said),
        "query": query_of(said),
    }


def answer(request: HttpRequest, rows: Rows, form: str, page: str) -> HttpResponse:
    """The same list as `csv` or `xlsx`; `page` is the address of the list, below which each has its own."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    found = queries.with_names(queries.find_organisations(rows, read(request.GET)))
    above = queries.organisation_names({one.parent_id for one in found if one.parent_id}, viewer_of(request))
    columns = [_("number"), _("kind"), _("name"), _("name in its own language"), _("country"), _("part of")]
    columns += [_("duties"), _("place"), _("address"), _("website"), _("telephone"), _("e-mail address")]
    columns += [_("who may see it"), _("source"), _("day of the source"), _("there now"), _("page")]
    return WRITERS[form]("organisations", columns, _cells(found, above, request.build_absolute_uri(page)))


def _cells(found: Rows, above: Any, page: str) -> Iterator[Sequence[object]]:
    for one in found:
        # Reading what is restricted is recorded on its own page; a file would be read unseen.
        said = ("",) * 6 if one.mark == Mark.RESTRICTED else _details(one)
        there = _("no") if one.retired_at else _("yes")
        day = one.as_of.isoformat() if one.as_of else ""
        first = (one.pk, one.kind, one.name, one.local_name, one.country_id or "", above.get(one.parent_id, ""))
        yield (*first, *said, one.mark, one.source, day, there, f"{page}{one.pk}/")


def _details(one: Organisation) -> tuple[str, ...]:
    return (one.duties, one.place, one.address, one.website, one.phone, one.email)


def _query(asked: OrganisationsAsked) -> dict[str, str]:
    said = asdict(asked)
    return {"q": said.pop("text"), **said} | {"standing": "" if asked.standing == queries.THERE else asked.standing}


def _one_of(value: str, known: Sequence[str]) -> str:
    return value if value in known else ""
