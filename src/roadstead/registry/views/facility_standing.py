"""A facility's mark and files, its further names, and a correction taken back."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry.actions.facilities import mark_facility, take_back
from roadstead.registry.actions.facility_names import add_name, remove_name
from roadstead.registry.actions.keeping import RegisterError
from roadstead.registry.enums import FacilityNameKind
from roadstead.registry.forms.facility_names import NameForm
from roadstead.registry.forms.marking import MarkForm, as_marked
from roadstead.registry.models import Facility
from roadstead.registry.presenters.marked import mark_shown
from roadstead.registry.queries.facilities import facility_names
from roadstead.registry.reach import MarkError
from roadstead.registry.views import attaching
from roadstead.registry.views.facilities import below, one
from roadstead.registry.views.sending import FORM, tell


@needs(Permission.KEEP_REGISTER)
@FORM
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who may see a facility's entry from now on, and why."""
    viewer, record = viewer_of(request), one(request, pk)
    sent = request.method == "POST"
    form = MarkForm(request.POST, viewer=viewer) if sent else MarkForm(initial=as_marked(record), viewer=viewer)
    if sent and form.is_valid():
        seen = form.cleaned_data["seen"]
        try:
            reached = mark_facility(facility=record, by=viewer, seen_marked_at=seen, **form.said)
        except MarkError as error:
            tell(error, form)
        else:
            messages.success(request, _("It is marked: %(mark)s.") % {"mark": reached.mark.label})
            return _back(record)
    return _page(request, "registry/facilities/mark.html", record, form)


@needs(Permission.KEEP_REGISTER)
@FORM
def names(request: HttpRequest, pk: int) -> HttpResponse:
    """The further names of a facility, and another one."""
    record = one(request, pk)
    form = NameForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data | {"kind": FacilityNameKind(form.cleaned_data["kind"])}
        try:
            add_name(facility=record, by=viewer_of(request), **said)
        except RegisterError as error:
            tell(error, form)
        else:
            messages.success(request, _("The facility is found by this name, too."))
            return _back(record)
    return _page(request, "registry/facilities/names.html", record, form)


@needs(Permission.KEEP_REGISTER)
@require_POST
def unname(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take a name away."""
    record = one(request, pk)
    try:
        remove_name(facility=record, name=number, by=viewer_of(request))
    except RegisterError as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, _("The name was removed."))
    return HttpResponseRedirect(reverse("registry:desk_facility_names", args=[record.pk]))


@needs(Permission.KEEP_REGISTER)
@require_POST
def back(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a corrected field say again what its source says."""
    record, seen = one(request, pk), request.POST.get("revision", "")
    revision = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 10 else 0
    field = request.POST.get("field", "")
    try:
        take_back(facility=record, revision=revision, field=field, by=viewer_of(request))
    except RegisterError as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, _("It says again what its source says."))
    return _back(record)


@needs(Permission.KEEP_REGISTER)
@FORM
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach a file."""
    record = one(request, pk)
    return attaching.attach(request, record, back=_address(record), crumbs=below(viewer_of(request), record))


@needs(Permission.KEEP_REGISTER)
@FORM
def remove(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Remove a file, with a reason."""
    record = one(request, pk)
    return attaching.remove(request, record, number, back=_address(record), crumbs=below(viewer_of(request), record))


def _address(record: Facility) -> str:
    return reverse("registry:desk_facility", args=[record.pk])


def _back(record: Facility) -> HttpResponse:
    return HttpResponseRedirect(_address(record))


def _page(request: HttpRequest, template: str, record: Facility, form: Form) -> HttpResponse:
    viewer = viewer_of(request)
    context = {"form": form, "record": record, "marked": mark_shown(record, viewer, keeps=True)}
    context |= {"names": facility_names(record), "crumbs": below(viewer, record)}
    return render(request, template, context, status=422 if form.is_bound and form.errors else 200)
