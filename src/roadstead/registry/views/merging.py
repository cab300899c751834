"""Two entries of one facility: chosen, compared, merged, and parted again."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry.actions.keeping import RegisterError, StaleError, keeps
from roadstead.registry.actions.merging import merge_facilities
from roadstead.registry.actions.merging_back import part_facilities
from roadstead.registry.actions.merging_preview import preview
from roadstead.registry.forms.merging import MergeForm
from roadstead.registry.models import Facility
from roadstead.registry.presenters import merging as shown
from roadstead.registry.queries.mergers import merger as find
from roadstead.registry.views.facilities import below, one
from roadstead.registry.views.sending import FORM, tell

LONGEST_SEARCH = 200


@needs(Permission.KEEP_REGISTER)
@FORM
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the other entry; with `?with=` its number here, both side by side with a choice for what differs."""
    kept = one(request, pk)
    other = request.GET.get("with", "")
    if not other:
        return _choose(request, kept)
    merged = one(request, int(other)) if other.isascii() and other.isdigit() and len(other) < 18 else None
    if merged is None:
        raise Http404(_("There is no such entry."))
    return _compare(request, kept, merged)


@needs(Permission.KEEP_REGISTER)
@FORM
def merger(request: HttpRequest, pk: int) -> HttpResponse:
    """A merge that was made, and the way back."""
    viewer, row = viewer_of(request), find(pk, viewer_of(request))
    if row is None:
        raise Http404(_("There is no such merge."))
    if request.method == "POST":
        try:
            part_facilities(merger=row, by=viewer)
        except RegisterError as error:
            messages.warning(request, str(error))
        else:
            messages.success(request, _("They are two entries again, as they were."))
        return HttpResponseRedirect(reverse("registry:desk_facility_merger", args=[pk]))
    context = shown.made(row, viewer)
    context["may_undo"] = context["stands"] and keeps(viewer, context["kept"].country_id)
    context["crumbs"] = below(viewer, context["kept"])
    return render(request, "registry/merging/made.html", context)


def _choose(request: HttpRequest, kept: Facility) -> HttpResponse:
    viewer, text = viewer_of(request), request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH]
    context = {"kept": kept, "text": text, "rows": shown.to_choose(kept, text, viewer), "crumbs": below(viewer, kept)}
    return render(request, "registry/merging/choose.html", context)


def _compare(request: HttpRequest, kept: Facility, merged: Facility) -> HttpResponse:
    viewer, sent, status = viewer_of(request), request.method == "POST", 200
    look = preview(kept, merged, viewer)
    said: dict[str, Any] = {"labels": shown.labels(look), "two_numbers": look.two_numbers}
    form = MergeForm(request.POST if sent else None, initial={"seen": look.seen}, **said)
    stale = ""
    if sent and form.is_valid():
        words = {"why": form.cleaned_data["why"], "numbers_why": form.cleaned_data.get("numbers_why", "")}
        seen = form.cleaned_data["seen"]
        try:
            made = merge_facilities(kept=kept, merged=merged, choices=form.choices, seen=seen, by=viewer, **words)
        except StaleError as error:
            stale, status = str(error), 409
            again = request.POST.copy()
            again["seen"] = look.seen
            form.data = again
        except RegisterError as error:
            tell(error, form)
        else:
            messages.success(request, _("They are one entry now. It can be undone."))
            return HttpResponseRedirect(reverse("registry:desk_facility_merger", args=[made.pk]))
    known = not sent and request.GET.get("mark") == "known"
    context = shown.comparison(kept, merged, look, viewer, form, marks_known=known)
    context |= {"stale": stale, "crumbs": below(viewer, kept)}
    if sent and form.errors:
        status = 422
    return render(request, "registry/merging/compare.html", context, status=status)
