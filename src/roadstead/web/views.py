"""The pages and answers that belong to no domain app."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import open_to_all
from roadstead.web import programme, showcase

# Developers find the component page by its address; nobody needs it in a search engine.
ROBOTS = "User-agent: *\nDisallow: /components/\nDisallow: /api/\n"


@open_to_all
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The programme in plain words."""
    return render(request, "web/home.html", {"loop": programme.LOOP, "sections": programme.SECTIONS})


@open_to_all
@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Every component once, for those who build pages."""
    return render(request, "web/components.html", showcase.context(request.GET.get("page", "4")))


@open_to_all
@require_safe
@cache_control(max_age=86_400, public=True)
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(ROBOTS, content_type="text/plain")


@open_to_all
@require_safe
@cache_control(max_age=86_400, public=True)
def favicon(request: HttpRequest) -> HttpResponse:
    """Some browsers ask for this address whatever the page says."""
    return HttpResponseRedirect(static("roadstead/favicon.svg"))
