"""The annual summary of the programme, and of one country."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry import queries as registry
from roadstead.visits.presenters import report_year
from roadstead.visits.views import crumbs


@needs(Permission.READ_PROGRAMME)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """A year in numbers; `?country=` leads to the page of that country."""
    viewer, (year, country) = viewer_of(request), report_year.read(request.GET)
    if country is not None:
        return HttpResponseRedirect(f"{reverse('visits:report_country_year', args=[country.code])}?year={year}")
    context = report_year.context(year, None, viewer) | {"crumbs": crumbs.below_desk(viewer)}
    return render(request, "visits/report/year.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def country_page(request: HttpRequest, code: str) -> HttpResponse:
    """A year of one country: numbers, visits with what was reported, what was put right, what is open."""
    country = registry.country(code) if len(code) == 2 and code.isascii() and code.isupper() else None
    if country is None:
        raise Http404(_("There is no such country."))
    viewer = viewer_of(request)
    context = report_year.context(report_year.year_of(request.GET), country, viewer)
    file = (country.name, f"/desk/countries/{country.code}/")
    return render(request, "visits/report/year.html", context | {"crumbs": [*crumbs.desk(viewer), file]})


@needs(Permission.READ_PROGRAMME)
@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a file."""
    return report_year.answer(request.GET, form, viewer_of(request))
