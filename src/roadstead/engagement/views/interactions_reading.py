"""What the pages about one interaction have in common."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common.access.guards import viewer_of
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.interaction_shape import InteractionError
from roadstead.engagement.actions.reading import note_reading
from roadstead.engagement.models import Interaction
from roadstead.engagement.queries.interactions import interaction
from roadstead.engagement.views import crumbs


def one(request: HttpRequest, pk: int) -> Interaction:
    """An interaction that whoever asks may read; reading a restricted one is recorded.

    Raises Http404 for what may not be read, by the same query as for what does not exist.
    """
    found = interaction(pk, viewer_of(request))
    if found is None:
        raise Http404(_("There is no such interaction, or it is not open to you."))
    if request.method == "GET" and found.mark == Mark.RESTRICTED:
        note_reading(information=found, way="page", by=viewer_of(request))
    return found


def above(viewer: Viewer, record: Interaction | None = None) -> list[tuple[str, str]]:
    """Above a page below the list, or below an interaction."""
    found = [*crumbs.desk(viewer), (_("Engagement"), reverse("engagement:interactions"))]
    if record is not None:
        found.append((record.subject, reverse("engagement:interaction", args=[record.pk])))
    return found


def page(request: HttpRequest, template: str, record: Interaction | None, form: Any, **more: Any) -> HttpResponse:
    """A page with a form; 422 where what was typed is wrong."""
    status = more.pop("status", 0) or (422 if form is not None and form.is_bound and form.errors else 200)
    context = {"form": form, "record": record, "crumbs": above(viewer_of(request), record)} | more
    return render(request, f"engagement/interactions/{template}.html", context, status=status)


def done(request: HttpRequest, record: Interaction, words: str, to: str = "") -> HttpResponse:
    """Back to the interaction, with a word; to: a part of the page."""
    messages.success(request, words)
    return HttpResponseRedirect(reverse("engagement:interaction", args=[record.pk]) + to)


def tell(error: InteractionError, form: Form) -> None:
    """Put what an action refused beside the field that it names."""
    form.add_error(error.field if error.field in form.fields else None, str(error))
