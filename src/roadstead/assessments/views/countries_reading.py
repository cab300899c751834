"""Assessments of countries at the desk: the list, one with its matrix, one element."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.assessments.models import CountryAssessment
from roadstead.assessments.naming import name_of_country_assessment
from roadstead.assessments.presenters import countries as presenter
from roadstead.assessments.presenters import country_lists as lists
from roadstead.assessments.queries.countries import assessments, named
from roadstead.assessments.views.reading import Crumbs, desk
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry.views.reading import one_of

DESK = "/desk/assessments/"


def assessment_of(request: HttpRequest, pk: int) -> CountryAssessment:
    """One that whoever asks may read. Raises Http404."""
    found: CountryAssessment = one_of(request, named(assessments(viewer_of(request))), pk)
    return found


def above(held: CountryAssessment | None = None) -> Crumbs:
    """Where a page of assessments stands."""
    listed = (_("Assessments"), DESK)
    return desk(listed) if held is None else desk(listed, (name_of_country_assessment(held), f"{DESK}{held.pk}/"))


@needs(Permission.READ_PROGRAMME)
@require_safe
def assessment_list(request: HttpRequest) -> HttpResponse:
    """Every assessment that this person may read."""
    viewer = viewer_of(request)
    context = lists.context(request, assessments(viewer))
    context |= {"may_begin": viewer.holds(Permission.ASSESS_COUNTRIES), "crumbs": desk()}
    return render(request, "assessments/country/list.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def assessment_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return lists.file(request, assessments(viewer_of(request)), form)


@needs(Permission.READ_PROGRAMME)
@require_safe
def assessment(request: HttpRequest, pk: int) -> HttpResponse:
    """One: its matrix of criteria and elements, its sources, what is missing, its confidence."""
    held = assessment_of(request, pk)
    context = presenter.page(held, viewer_of(request)) | {"crumbs": above()}
    return render(request, "assessments/country/one.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def matrix_export(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The matrix of one as a file."""
    return lists.matrix_file(assessment_of(request, pk), form)


@needs(Permission.READ_PROGRAMME)
@require_safe
def element(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """One element or criterion: what the sources say, what was stated, and what was stated before."""
    held = assessment_of(request, pk)
    context = presenter.element(held, code, viewer_of(request))
    if context is None:
        raise Http404(_("There is no such element or criterion in this assessment."))
    return render(request, "assessments/country/element.html", context | {"crumbs": above(held)})
