"""Cases at the desk: the list, and one case."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.determinations.presenters import case as presenter
from roadstead.determinations.presenters import lists
from roadstead.determinations.queries.cases import readable
from roadstead.determinations.views.acting import above, one


@needs(Permission.READ_PROGRAMME)
@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """Every case that this person may read."""
    viewer = viewer_of(request)
    context = lists.context(request, readable(viewer))
    context |= {"may_open": viewer.holds(Permission.OPEN_CASES), "crumbs": above()[:1]}
    return render(request, "determinations/list.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def case_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return lists.answer(request, readable(viewer_of(request)), form, reverse("determinations:list"))


@needs(Permission.READ_PROGRAMME)
@require_safe
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """One case: its steps with the law, its clock, what it rests on, who signed."""
    record = one(request, pk)
    context = presenter.context(record, viewer_of(request)) | {"crumbs": above()}
    return render(request, "determinations/case.html", context)
