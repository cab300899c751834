"""The reconciliation desk: what does not resolve, and the decision about each."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.keeping import RegisterError
from roadstead.registry.actions.reconciling import decide_facility, decide_port
from roadstead.registry.actions.reconciling_back import reverse_identity
from roadstead.registry.forms.reconciling import DecisionForm, ReverseForm
from roadstead.registry.models import Identity
from roadstead.registry.presenters import reconciling as shown
from roadstead.registry.queries.facilities import facilities
from roadstead.registry.queries.identities import identities
from roadstead.registry.queries.reconcil_items import PORT, Item
from roadstead.registry.queries.reconcil_one import item as find
from roadstead.registry.views import crumbs
from roadstead.registry.views.facilities import below
from roadstead.registry.views.sending import FORM, tell

LIST, DECISIONS = "registry:desk_reconciliation", "registry:desk_identities"


@needs(Permission.KEEP_REGISTER)
@require_safe
def work_list(request: HttpRequest) -> HttpResponse:
    """What does not resolve in the countries whose register one keeps."""
    viewer = viewer_of(request)
    context = shown.context(request, viewer) | {"crumbs": below(viewer)}
    return render(request, "registry/reconciliation/list.html", context)


@needs(Permission.KEEP_REGISTER)
@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    if form not in shown.WRITERS:
        raise Http404(_("There is no such file."))
    columns = [_("kind"), _("country"), _("as its source has it"), _("number"), _("source"), _("why")]
    return shown.WRITERS[form]("reconciliation", columns, shown.cells(request, viewer_of(request)))


@needs(Permission.KEEP_REGISTER)
@FORM
def item(request: HttpRequest, key: str) -> HttpResponse:
    """One item with what it may be; the decision which it is, or that it is none of these."""
    viewer = viewer_of(request)
    found = find(viewer, key)
    if found is None:
        return _gone(request, viewer)
    one, entries = found
    context = shown.detail(one, entries)
    values = [candidate.value for candidate in context["candidates"]]
    form = DecisionForm(request.POST if request.method == "POST" else None, values=values)
    if request.method == "POST" and form.is_valid():
        try:
            made = _decide(one, form.chosen, form.cleaned_data["why"], viewer)
        except RegisterError as error:
            tell(error, form)
        else:
            messages.success(request, _("It was decided. You can take it back."))
            return HttpResponseRedirect(reverse("registry:desk_identity", args=[made.pk]))
    context |= {"form": form, "crumbs": _below(viewer)}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "registry/reconciliation/item.html", context, status=status)


@needs(Permission.KEEP_REGISTER)
@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    """What was decided, by whom and when, and what was taken back."""
    viewer = viewer_of(request)
    context = shown.decisions(request, viewer) | {"crumbs": _below(viewer)}
    return render(request, "registry/reconciliation/decisions.html", context)


@needs(Permission.KEEP_REGISTER)
@FORM
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """One decision, and the way to take it back."""
    viewer = viewer_of(request)
    one = get_object_or_404(identities(viewer), pk=pk)
    form = ReverseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            reverse_identity(identity=one, why=form.cleaned_data["why"], by=viewer)
        except RegisterError as error:
            tell(error, form)
        else:
            messages.success(request, _("It was taken back. It waits for a decision again."))
            return HttpResponseRedirect(reverse("registry:desk_identity", args=[one.pk]))
    context = shown.decision(one, viewer) | {"form": form}
    context["crumbs"] = [*_below(viewer), (_("Decisions"), reverse(DECISIONS))]
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "registry/reconciliation/decision.html", context, status=status)


def _decide(one: Item, chosen: str | None, why: str, viewer: Viewer) -> Identity:
    """Do what was chosen. Raises RegisterError."""
    said: dict[str, Any] = {"item": one, "why": why, "by": viewer}
    if one.kind == PORT:
        return decide_port(port=chosen, **said)
    if chosen is None:
        return decide_facility(facility=None, **said)
    rows = facilities(viewer).filter(country=one.country)
    by_key = rows.filter(pk=int(chosen)) if chosen.isascii() and chosen.isdigit() else rows.filter(number=chosen)
    facility = by_key.first()
    if facility is None:
        raise RegisterError(_("There is no such entry in this country; write its number, as in NGAPP-0001."), "other")
    return decide_facility(facility=facility, **said)


def _gone(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Where there is no such item: it may have been decided by somebody else meanwhile."""
    context = {"crumbs": _below(viewer)}
    return render(request, "registry/reconciliation/gone.html", context, status=404)


def _below(viewer: Viewer) -> crumbs.Crumbs:
    return [*below(viewer), (_("Reconciliation"), reverse(LIST))]
