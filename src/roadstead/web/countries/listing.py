"""What the page of the list wants: its filters, its rows, its map; and the list as a file."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.guards import viewer_of
from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.registry.presenters.headings import headings, query_of
from roadstead.registry.queries.bodies import bodies
from roadstead.web.countries import colours, standing
from roadstead.web.countries.asked import COLUMNS, DOWN_FIRST, GAPS, MEASURES, NOBODY, read
from roadstead.web.countries.rows import Row, chosen, gather

ROWS_A_PAGE = 50
WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}


def context(request: HttpRequest) -> dict[str, Any]:
    """The list as the address asks for it."""
    asked, every = read(request.GET), gather(viewer_of(request), clock.today())
    found = chosen(every, asked)
    shades = colours.legend(every, asked.measure)
    return {
        "asked": asked,
        "found": len(found),
        "every": len(every),
        "page": Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page")),
        "headings": headings(COLUMNS, asked.sort, asked.query, down_first=DOWN_FIRST),
        "query": query_of(asked.query),
        "regions": _regions(every),
        "groupings": [(one.code, f"{one.code}, {one.name}") for one in bodies() if one.known],
        "statuses": list(standing.WORDS.items()),
        "officers": _officers(every),
        "gaps": list(GAPS.items()),
        "measures": list(MEASURES.items()),
        "measure_word": MEASURES[asked.measure],
        "legend": list(shades.values()),
        "map": map_data(found, asked.measure, shades),
    }


def map_data(rows: Sequence[Row], measure: str, shades: dict[str, colours.Shade]) -> list[dict[str, str]]:
    """What the map draws: each country that was found, its colour by name, the words for it, where its page is."""
    return [
        {
            "iso": row.country.code,
            "name": row.country.name,
            "colour": shades[colours.class_of(row, measure, shades)].colour,
            "words": colours.words_of(row, measure),
            "href": reverse("countries:file", args=[row.country.code]),
        }
        for row in rows
    ]


def answer(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as `csv` or `xlsx`. Raises Http404 for another form."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    rows = chosen(gather(viewer_of(request), clock.today()), read(request.GET))
    columns = [_("country"), _("name"), _("region"), _("subregion"), _("advisory"), _("since"), _("officer")]
    columns += [_("post"), _("cover"), _("facilities"), _("SoC with a known end"), _("SoC expired")]
    columns += [_("Designated Authority"), _("embassy"), _("groupings"), _("lacking"), _("page")]
    return WRITERS[form]("countries", columns, _cells(rows, request))


def _cells(rows: Sequence[Row], request: HttpRequest) -> Iterator[Sequence[object]]:
    for row in rows:
        one, now, cover = row.country, row.who.responsible, row.who.cover
        since = row.standing.since.isoformat() if row.standing.since else ""
        officer = (now.officer_name, now.place) if now else (one.no_officer, "")
        counts = (row.facilities.count, row.facilities.dated, row.facilities.expired)
        named = [_joined(names) for names in (row.authorities, row.embassies)]
        groups = " ".join(belonging.body.code for belonging in row.bodies)
        page = request.build_absolute_uri(reverse("countries:file", args=[one.code]))
        first = (one.code, one.name, one.region, one.subregion, row.standing.value, since)
        rest = (*named, groups, " ".join(sorted(row.gaps)), page)
        yield (*first, *officer, cover.officer_name if cover else "", *counts, *rest)


def _joined(names: list[tuple[int, str]]) -> str:
    return "; ".join(name for _pk, name in names)


def _regions(rows: Sequence[Row]) -> list[tuple[str, str]]:
    found = {name for row in rows for name in (row.country.region, row.country.subregion) if name}
    return [(name, name) for name in sorted(found)]


def _officers(rows: Sequence[Row]) -> list[tuple[str, str]]:
    found = {str(one.officer): one.officer_name for row in rows if (one := row.who.responsible)}
    return [(NOBODY, _("Nobody")), *sorted(found.items(), key=lambda pair: pair[1])]
