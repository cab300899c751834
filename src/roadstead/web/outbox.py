"""The messages that the demonstration would have sent. Where messages are really sent, there is no such page."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from roadstead.common import outbox
from roadstead.common.access.guards import open_to_all

ON_A_PAGE = 30  # messages


@open_to_all
@require_safe
@never_cache
def messages(request: HttpRequest) -> HttpResponse:
    """Every message, the newest first."""
    _only_in_the_demonstration()
    page = Paginator(outbox.names(), ON_A_PAGE).get_page(request.GET.get("page"))
    shown = [found for name in page.object_list if (found := outbox.read(name))]
    return render(request, "web/outbox/list.html", {"page": page, "shown": shown})


@open_to_all
@require_safe
@never_cache
def message(request: HttpRequest, name: str) -> HttpResponse:
    """One message, as text."""
    _only_in_the_demonstration()
    found = outbox.read(name)
    if found is None:
        raise Http404
    return render(request, "web/outbox/message.html", {"message": found})


def _only_in_the_demonstration() -> None:
    if settings.ENVIRONMENT.production:
        raise Http404
