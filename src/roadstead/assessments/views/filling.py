"""Self-assessments for the State or facility that fills them in: the list, one, and its steps."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from roadstead.assessments.actions import submitting
from roadstead.assessments.actions.beginning import begin
from roadstead.assessments.errors import AssessmentError
from roadstead.assessments.forms.filling import BeginForm, WithdrawForm
from roadstead.assessments.presenters import lists, pages
from roadstead.assessments.presenters.subjects import subjects_of
from roadstead.assessments.queries.rows import self_assessments
from roadstead.assessments.views.reading import FORM, PARTNER, assessment_of, listed, partner, stepped
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission

READERS = (Permission.READ_SHARED, Permission.READ_OWN_FACILITY)
ANSWER = Permission.ANSWER_SELF_ASSESSMENT


@needs(*READERS)
@require_safe
def own_list(request: HttpRequest) -> HttpResponse:
    """One’s own self-assessments."""
    viewer = viewer_of(request)
    context = lists.context(request, self_assessments(viewer)) | {"crumbs": partner(), "partner": True}
    context |= {"may_begin": viewer.holds(ANSWER), "exports": "assessments:partner_self_export"}
    return render(request, "assessments/list.html", context)


@needs(*READERS)
@require_safe
def own_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return lists.file(request, self_assessments(viewer_of(request)), form)


@needs(ANSWER)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Begin one: of one’s State, or of a facility."""
    viewer, sent = viewer_of(request), request.method == "POST"
    form = BeginForm(request.POST if sent else None, subjects=subjects_of(viewer))
    if sent and form.is_valid():
        said = form.cleaned_data
        country, _space, facility = said["subject"].partition(" ")
        key = int(facility) if facility else None
        try:
            made = begin(uid=said["uid"], country=country, facility=key, occasion=said["occasion"], by=viewer)
        except AssessmentError as error:
            form.add_error("subject", str(error))
        else:
            messages.success(request, _("It was begun. Go on whenever you like: every answer is kept as you give it."))
            return HttpResponseRedirect(f"{PARTNER}{made.pk}/")
    context: dict[str, Any] = {"form": form, "crumbs": partner(listed(PARTNER)), "back": PARTNER}
    return render(request, "assessments/filling/new.html", context, status=422 if form.errors else 200)


@needs(*READERS)
@require_safe
def own(request: HttpRequest, pk: int) -> HttpResponse:
    """One self-assessment: filled in here while it is open, read otherwise."""
    viewer, held = viewer_of(request), assessment_of(request, pk)
    context = pages.partner(held, viewer) | {"crumbs": partner(listed(PARTNER))}
    return render(request, "assessments/filling/one.html", context)


@needs(ANSWER)
@require_POST
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand it to the programme."""
    viewer, held = viewer_of(request), assessment_of(request, pk)
    said = _("It was submitted. The programme looks at each answer, and you are told.")
    return stepped(request, lambda: submitting.submit(assessment=held, by=viewer), said, f"{PARTNER}{pk}/")


@needs(ANSWER)
@FORM
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it back, with the reason."""
    viewer, held, sent = viewer_of(request), assessment_of(request, pk), request.method == "POST"
    form = WithdrawForm(request.POST if sent else None)
    if sent and form.is_valid():
        try:
            submitting.withdraw(assessment=held, why=form.cleaned_data["why"], by=viewer)
        except AssessmentError as error:
            form.add_error("why", str(error))
        else:
            messages.success(request, _("It was withdrawn. What was written stays where it is."))
            return HttpResponseRedirect(f"{PARTNER}{pk}/")
    context = {"form": form, "crumbs": partner(listed(PARTNER)), "back": f"{PARTNER}{pk}/"}
    return render(request, "assessments/filling/withdraw.html", context, status=422 if form.errors else 200)
