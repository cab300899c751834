"""Self-assessments at the desk: the list by country and state, one, and what officers make of its answers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from roadstead.assessments.actions import reviewing
from roadstead.assessments.enums import Standing
from roadstead.assessments.errors import AssessmentError
from roadstead.assessments.forms.reviewing import ReviewForm
from roadstead.assessments.presenters import lists, pages
from roadstead.assessments.queries.rows import self_assessments
from roadstead.assessments.views.reading import DESK, assessment_of, desk, listed, stepped
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission

REVIEW = Permission.REVIEW_SELF_ASSESSMENT


@needs(Permission.READ_PROGRAMME)
@require_safe
def desk_list(request: HttpRequest) -> HttpResponse:
    """Every self-assessment, by country and by how it stands."""
    context = lists.context(request, self_assessments(viewer_of(request)))
    context |= {"crumbs": desk(), "partner": False, "may_begin": False, "exports": "assessments:desk_self_export"}
    return render(request, "assessments/list.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def desk_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return lists.file(request, self_assessments(viewer_of(request)), form)


@needs(Permission.READ_PROGRAMME)
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One self-assessment, answer by answer."""
    viewer, held = viewer_of(request), assessment_of(request, pk)
    context = pages.desk(held, viewer) | {"crumbs": desk(listed(DESK))}
    return render(request, "assessments/desk/one.html", context)


@needs(REVIEW)
@require_POST
def review(request: HttpRequest, pk: int, answer: int) -> HttpResponse:
    """Validate one answer, or question it; back to where one was."""
    viewer, held, form = viewer_of(request), assessment_of(request, pk), ReviewForm(request.POST)
    if form.is_valid():
        said, to = form.cleaned_data, f"{DESK}{pk}/#q{answer}"
        try:
            reviewing.review_answer(
                assessment=held,
                answer=answer,
                revision=said["revision"],
                verdict=Standing(said["verdict"]),
                words=said["words"],
                by=viewer,
            )
        except AssessmentError as error:
            messages.warning(request, str(error))
        return HttpResponseRedirect(to)
    messages.warning(request, " ".join(str(one) for errors in form.errors.values() for one in errors))
    return HttpResponseRedirect(f"{DESK}{pk}/#q{answer}")


@needs(REVIEW)
@require_POST
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the questioned answers back."""
    viewer, held = viewer_of(request), assessment_of(request, pk)
    said = _("It went back with the questions. Who fills it in is told.")
    return stepped(request, lambda: reviewing.send_back(assessment=held, by=viewer), said, f"{DESK}{pk}/")


@needs(REVIEW)
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close one of which every answer is validated."""
    viewer, held = viewer_of(request), assessment_of(request, pk)
    said = _("It is closed: every answer is validated.")
    return stepped(request, lambda: reviewing.close_validated(assessment=held, by=viewer), said, f"{DESK}{pk}/")
