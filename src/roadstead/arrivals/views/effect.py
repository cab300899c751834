"""What an edition in draft would do to ships, before anybody publishes it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.advisories.drafting import queries as drafting
from roadstead.arrivals.presenters.effect import SHOWN, effect
from roadstead.common import clock
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission


@needs(Permission.READ_PROGRAMME)
@require_safe
def of_draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Every stored notice judged under the draft, beside the verdict that it has."""
    viewer = viewer_of(request)
    draft = get_object_or_404(drafting.readable(viewer), pk=pk)
    shown = drafting.preview(draft, viewer)
    context: dict[str, object] = {"draft": draft, "problem": shown.problem, "shown": SHOWN, "effect": None}
    if shown.book is not None:
        known = max(clock.today(), draft.issued_on or clock.today())
        context["effect"] = effect(shown.book, known, viewer)
    crumbs = [(_("Desk"), "/desk/"), (_("Editions"), reverse("drafting:list"))]
    crumbs += [(draft.title, reverse("drafting:draft", args=[draft.pk]))]
    return render(request, "arrivals/effect.html", context | {"crumbs": crumbs})
