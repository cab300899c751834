"""The coverage board: whether every country has its officer on a day, load, covers, and the same as a file."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roadstead.accounts import officers
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry.presenters import coverage, coverage_drift, coverage_load, coverage_tables
from roadstead.registry.presenters.headings import headings
from roadstead.registry.queries.coverage import coverage as covered
from roadstead.registry.queries.portfolios import posts
from roadstead.registry.views import crumbs

A_PAGE = 50


@needs(Permission.READ_PROGRAMME)
@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """`?on=` any day; `&q=` `&region=` `&post=` `&officer=` `&state=` `&sort=` `&page=`."""
    viewer, asked = viewer_of(request), coverage.read(request.GET)
    rows = covered(viewer, asked.on)
    loads = coverage_load.loads(rows)
    found = coverage.find(rows, asked)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    may_assign = viewer.may(Permission.ASSIGN_OFFICERS)
    context = {
        "asked": asked,
        "query": asked.address,
        "page": page,
        "lines": [(row, coverage.is_ending(row, asked.on)) for row in page],
        "headings": headings(coverage.COLUMNS, asked.sort, asked.query),
        "regions": sorted({row.region for row in rows if row.region}),
        "posts": [(one.pk, one.place) for one in posts()],
        "officers": [(str(one.officer), one.name) for one in sorted(loads, key=lambda one: one.name)],
        "states": coverage.STATES,
        "countries": len(rows),
        "gaps": sum(row.gap for row in rows),
        "ending": sum(coverage.is_ending(row, asked.on) for row in rows),
        "loads": loads,
        "coverings": coverage_load.coverings(rows, asked.on),
        "by_place": coverage_load.by_place(rows),
        "by_region": coverage_load.by_region(rows),
        "map": coverage_load.on_map(rows, loads),
        "drift": coverage_drift.said() if asked.today and may_assign else None,
        "may_assign": may_assign,
        "nobody": may_assign and not officers.officers().exists(),
        "crumbs": crumbs.desk(viewer),
    }
    return render(request, "registry/portfolios/coverage.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The same rows as a file."""
    asked = coverage.read(request.GET)
    rows = coverage.find(covered(viewer_of(request), asked.on), asked)
    return coverage_tables.answer(rows, asked, form)
