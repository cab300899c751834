"""For officers: how the messages about each edition stand, which failed and why; trying one again."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from roadstead.advisories.models import Sending
from roadstead.advisories.subscriptions.actions.working import retry
from roadstead.advisories.subscriptions.presenters import standing, tables
from roadstead.advisories.subscriptions.queries import outbox
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission

A_PAGE = 50


@needs(Permission.READ_PROGRAMME)
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Editions with their numbers, and messages in trouble; `?state=` shows those of one state."""
    viewer, state = viewer_of(request), request.GET.get("state", "")
    chosen = state if state in standing.CHOICES else ""
    page = Paginator(outbox.trouble(viewer, chosen), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "editions": standing.editions(viewer),
        "page": page,
        "rows": standing.rows(page.object_list),
        "state": chosen,
        "states": [("", _("All")), *((one, Sending(one).label) for one in standing.CHOICES)],
        "may_retry": viewer.may(Permission.PUBLISH_EDITIONS),
        "crumbs": [(_("Desk"), "/desk/")],
    }
    return render(request, "advisories/subscriptions/desk.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The messages in trouble, as the page shows them, as a file."""
    state = request.GET.get("state", "")
    return tables.answer(outbox.trouble(viewer_of(request), state if state in standing.CHOICES else ""), form)


@needs(Permission.PUBLISH_EDITIONS)
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Have one message tried again."""
    viewer = viewer_of(request)
    if retry(message=get_object_or_404(outbox.trouble(viewer), pk=pk), by=viewer):
        messages.success(request, _("It is tried again with the next run."))
    return redirect("subscriptions:desk")
