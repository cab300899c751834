"""Entering a facility and correcting it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry.actions.facilities import correct_facility, write_facility
from roadstead.registry.actions.keeping import RegisterError, StaleError
from roadstead.registry.forms.facilities import CorrectionForm, FacilityForm, NewFacilityForm, as_it_stands
from roadstead.registry.models import Facility
from roadstead.registry.presenters.facility import about
from roadstead.registry.views.facilities import below, one
from roadstead.registry.views.sending import FORM, tell


@needs(Permission.KEEP_REGISTER)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Enter a facility that no import brought; `?country=` begins the form."""
    viewer = viewer_of(request)
    if request.method != "POST":
        begin = {"country": _code(request.GET.get("country", "")), "plan_approved": "unknown"}
        begin |= {"plan_withdrawn": "unknown"}
        return _form(request, NewFacilityForm(initial=begin, viewer=viewer, country=begin["country"]))
    form = NewFacilityForm(request.POST, viewer=viewer, country=_code(request.POST.get("country", "")))
    if form.is_valid():
        try:
            made = write_facility(country=form.cleaned_data["country"], said=form.said, by=viewer)
        except RegisterError as error:
            tell(error, form)
        else:
            messages.success(request, _("It is in the register. Only the programme sees it, until it is shared."))
            return HttpResponseRedirect(reverse("registry:desk_facility", args=[made.pk]))
    return _form(request, form)


@needs(Permission.KEEP_REGISTER)
@FORM
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a facility; where somebody else was faster, that is said and nothing typed is lost."""
    viewer, record = viewer_of(request), one(request, pk)
    given: dict[str, Any] = {"viewer": viewer, "country": record.country_id, "operator": record.operator_id}
    if request.method != "POST":
        return _form(request, CorrectionForm(initial=as_it_stands(record), **given), record=record)
    form = CorrectionForm(request.POST, **given)
    if form.is_valid():
        seen = form.cleaned_data["revision"] or 0
        source = form.cleaned_data["because"]
        try:
            kept = correct_facility(facility=record, revision=seen, said=form.said, source=source, by=viewer)
        except StaleError as error:
            return _stale(request, form, error)
        except RegisterError as error:
            tell(error, form)
        else:
            said = _("It was corrected.") if kept.revision != seen else _("Nothing was changed.")
            messages.success(request, said)
            return HttpResponseRedirect(reverse("registry:desk_facility", args=[record.pk]))
    return _form(request, form, record=record)


def _stale(request: HttpRequest, form: FacilityForm, error: StaleError) -> HttpResponse:
    """The page once more with what was typed, beside how it stands; sending it again is a decision."""
    theirs: Any = error.current
    again = request.POST.copy()
    again["revision"] = str(theirs.revision)
    form.data = again
    return _form(request, form, record=theirs, stale=str(error), status=409)


def _form(
    request: HttpRequest, form: FacilityForm, *, record: Facility | None = None, stale: str = "", status: int = 0
) -> HttpResponse:
    viewer, wrong = viewer_of(request), form.is_bound and form.errors
    context: dict[str, Any] = {"form": form, "record": record, "stale": stale, "crumbs": below(viewer, record)}
    context["theirs"] = about(record, viewer) if record is not None and stale else None
    return render(request, "registry/facilities/form.html", context, status=status or (422 if wrong else 200))


def _code(text: str) -> str:
    return text.strip().upper().replace("\0", "")[:2]
