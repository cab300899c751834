"""Saying who may see an organisation, and that one is no longer there; its files."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry.actions.keeping import RegisterError
from roadstead.registry.actions.organisations import mark_organisation, retire_organisation
from roadstead.registry.forms.marking import MarkForm, as_marked
from roadstead.registry.forms.organisations import RetireForm
from roadstead.registry.models import Organisation
from roadstead.registry.presenters.marked import mark_shown
from roadstead.registry.reach import MarkError
from roadstead.registry.views import attaching
from roadstead.registry.views.organisations import below, one
from roadstead.registry.views.sending import FORM, tell


@needs(Permission.KEEP_REGISTER)
@FORM
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who may see an organisation from now on, and why."""
    viewer, record = viewer_of(request), one(request, pk)
    sent = request.method == "POST"
    form = MarkForm(request.POST, viewer=viewer) if sent else MarkForm(initial=as_marked(record), viewer=viewer)
    if sent and form.is_valid():
        seen = form.cleaned_data["seen"]
        try:
            reached = mark_organisation(organisation=record, by=viewer, seen_marked_at=seen, **form.said)
        except MarkError as error:
            tell(error, form)
        else:
            messages.success(request, _("It is marked: %(mark)s.") % {"mark": reached.mark.label})
            return _back(record)
    return _page(request, "registry/organisations/mark.html", record, form)


@needs(Permission.KEEP_REGISTER)
@FORM
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that an organisation is no longer there."""
    record = one(request, pk)
    form = RetireForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            retire_organisation(organisation=record, why=form.cleaned_data["why"], by=viewer_of(request))
        except RegisterError as error:
            tell(error, form)
        else:
            messages.success(request, _("It is said to be no longer there."))
            return _back(record)
    return _page(request, "registry/organisations/retire.html", record, form)


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


def _address(record: Organisation) -> str:
    return reverse("registry:desk_organisation", args=[record.pk])


def _back(record: Organisation) -> HttpResponse:
    return HttpResponseRedirect(_address(record))


def _page(request: HttpRequest, template: str, record: Organisation, form: Form) -> HttpResponse:
    viewer = viewer_of(request)
    context = {"form": form, "record": record, "marked": mark_shown(record, viewer, keeps=False)}
    context["crumbs"] = below(viewer, record)
    return render(request, template, context, status=422 if form.is_bound and form.errors else 200)
