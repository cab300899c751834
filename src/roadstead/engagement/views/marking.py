"""Saying who may see information, and withdrawing it."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.engagement.actions.releasing import mark_information, withdraw_information
from roadstead.engagement.actions.shape import InformationError
from roadstead.engagement.forms.marking import MarkForm, WithdrawForm, as_marked
from roadstead.engagement.models import Information
from roadstead.engagement.presenters.shown import shown
from roadstead.engagement.views import crumbs
from roadstead.engagement.views.reading import one
from roadstead.engagement.views.writing import FORM
from roadstead.registry.reach import MarkError


@needs(Permission.WRITE_INFORMATION)
@FORM
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who may see a record from now on, and why."""
    viewer, record = viewer_of(request), one(request, pk)
    if request.method != "POST":
        return _page(request, "engagement/desk/mark.html", record, MarkForm(initial=as_marked(record), viewer=viewer))
    form = MarkForm(request.POST, viewer=viewer)
    if form.is_valid():
        seen = form.cleaned_data["seen"]
        try:
            reached = mark_information(information=record, by=viewer, seen_marked_at=seen, **form.said)
        except MarkError as error:
            form.add_error(error.field, str(error))
        else:
            messages.success(request, _("It is marked: %(mark)s.") % {"mark": reached.mark.label})
            return HttpResponseRedirect(reverse("engagement:desk_information", args=[record.pk]))
    return _page(request, "engagement/desk/mark.html", record, form)


@needs(Permission.WRITE_INFORMATION)
@FORM
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a record holds no longer, and why."""
    record = one(request, pk)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_information(information=record, why=form.cleaned_data["why"], by=viewer_of(request))
        except InformationError as error:
            form.add_error(error.field, str(error))
        else:
            messages.success(request, _("It was withdrawn."))
            return HttpResponseRedirect(reverse("engagement:desk_information", args=[record.pk]))
    return _page(request, "engagement/desk/withdraw.html", record, form)


def _page(request: HttpRequest, template: str, record: Information, form: Form) -> HttpResponse:
    viewer = viewer_of(request)
    context = {"form": form, "record": record, "one": shown(record, viewer)}
    context["crumbs"] = crumbs.below_desk(viewer, record)
    return render(request, template, context, status=422 if form.is_bound and form.errors else 200)
