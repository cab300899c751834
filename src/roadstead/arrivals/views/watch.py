"""Arrivals and changed verdicts, at the watch."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from roadstead.arrivals.actions.settling import settle_change
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.forms.settling import SettleForm
from roadstead.arrivals.presenters import arrival as presenter
from roadstead.arrivals.presenters import changes as queue
from roadstead.arrivals.presenters import lists
from roadstead.arrivals.presenters.acting import acts
from roadstead.arrivals.queries.arrivals import readable
from roadstead.arrivals.queries.changes import changes
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission

Crumbs = list[tuple[str, str]]


def _above(*more: tuple[str, str]) -> Crumbs:
    return [(_("Watch"), "/watch/"), *more]


@needs(Permission.USE_WATCH)
@require_safe
def arrivals(request: HttpRequest) -> HttpResponse:
    """The arrivals that were announced."""
    return render(request, "arrivals/list.html", lists.context(request, viewer_of(request)) | {"crumbs": _above()})


@needs(Permission.USE_WATCH)
@require_safe
def arrivals_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return lists.answer(request, viewer_of(request), form, reverse("watch:arrivals"))


@needs(Permission.USE_WATCH)
@require_safe
def arrival(request: HttpRequest, pk: int) -> HttpResponse:
    """One arrival: its verdict with the reasons, and how it came to it."""
    viewer = viewer_of(request)
    found = get_object_or_404(readable(viewer).select_related("assigned_to"), pk=pk)
    crumbs = _above((_("Arrivals"), reverse("watch:arrivals")))
    shown = presenter.context(found, viewer) | acts(found, viewer)
    return render(request, "arrivals/arrival.html", shown | {"crumbs": crumbs})


@needs(Permission.USE_WATCH)
@require_safe
def changed(request: HttpRequest) -> HttpResponse:
    """Verdicts that are no longer what they were."""
    return render(request, "arrivals/changes.html", queue.context(request, viewer_of(request)) | {"crumbs": _above()})


@needs(Permission.USE_WATCH)
@require_safe
def changed_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return queue.answer(request, viewer_of(request), form, reverse("watch:arrivals"))


@needs(Permission.ACT_ON_ARRIVALS)
@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what follows from one of them."""
    viewer = viewer_of(request)
    change = get_object_or_404(changes(viewer, state="").select_related("settled_by"), pk=pk)
    form, status = SettleForm(request.POST or None), 200
    if request.method == "POST" and form.is_valid():
        try:
            settle_change(change=change, word=form.cleaned_data["word"], by=viewer)
        except ArrivalError as error:
            form.add_error(error.field or None, str(error))
        else:
            messages.success(request, _("It was saved."))
            return HttpResponseRedirect(reverse("watch:changes"))
    if form.is_bound:
        status = 422
    line = queue.lines([change], viewer)[0]
    crumbs = _above((_("Changed verdicts"), reverse("watch:changes")))
    return render(request, "arrivals/settle.html", {"form": form, "line": line, "crumbs": crumbs}, status=status)
