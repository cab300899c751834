"""Entering an organisation and changing it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry.actions.keeping import RegisterError, StaleError
from roadstead.registry.actions.organisations import change_organisation, write_organisation
from roadstead.registry.forms.organisations import OrganisationForm, as_it_stands
from roadstead.registry.models import Organisation
from roadstead.registry.views.organisations import below, one
from roadstead.registry.views.sending import FORM, tell


@needs(Permission.KEEP_REGISTER)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Enter an organisation; `?country=` and `?kind=` begin the form."""
    viewer = viewer_of(request)
    if request.method != "POST":
        begin = {name: request.GET.get(name, "") for name in ("country", "kind")}
        form = OrganisationForm(initial=begin, viewer=viewer, country=_code(begin["country"]))
        return _form(request, form)
    form = OrganisationForm(request.POST, viewer=viewer, country=_code(request.POST.get("country", "")))
    if form.is_valid():
        try:
            made = write_organisation(particulars=form.particulars, by=viewer)
        except RegisterError as error:
            tell(error, form)
        else:
            messages.success(request, _("It is in the register. Only the programme sees it, until it is shared."))
            return HttpResponseRedirect(reverse("registry:desk_organisation", args=[made.pk]))
    return _form(request, form)


@needs(Permission.KEEP_REGISTER)
@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an organisation; where somebody else was faster, that is said and nothing typed is lost."""
    viewer, record = viewer_of(request), one(request, pk)
    if request.method != "POST":
        form = OrganisationForm(initial=as_it_stands(record), viewer=viewer, country=record.country_id)
        return _form(request, form, record=record)
    form = OrganisationForm(request.POST, viewer=viewer, country=_code(request.POST.get("country", "")))
    if form.is_valid():
        said: dict[str, Any] = {"revision": form.cleaned_data["revision"] or 0, "particulars": form.particulars}
        try:
            change_organisation(organisation=record, by=viewer, **said)
        except StaleError as error:
            return _stale(request, form, error)
        except RegisterError as error:
            tell(error, form)
        else:
            messages.success(request, _("It was changed."))
            return HttpResponseRedirect(reverse("registry:desk_organisation", args=[record.pk]))
    return _form(request, form, record=record)


def _stale(request: HttpRequest, form: OrganisationForm, error: StaleError) -> HttpResponse:
    """The page once more with what was typed, beside how it stands; sending it again is a decision."""
    theirs: Any = error.current
    again = request.POST.copy()
    again["revision"] = str(theirs.revision)
    form.data = again
    return _form(request, form, record=theirs, theirs=theirs, stale=str(error), status=409)


def _form(
    request: HttpRequest,
    form: OrganisationForm,
    *,
    record: Organisation | None = None,
    theirs: Organisation | None = None,
    stale: str = "",
    status: int = 0,
) -> HttpResponse:
    wrong = form.is_bound and form.errors
    context: dict[str, Any] = {"form": form, "record": record, "theirs": theirs, "stale": stale}
    context["crumbs"] = below(viewer_of(request), record)
    return render(request, "registry/organisations/form.html", context, status=status or (422 if wrong else 200))


def _code(text: str) -> str | None:
    return text.strip().upper().replace("\0", "")[:2] or None
