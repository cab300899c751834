"""The pages and answers that belong to no domain app."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roadstead.web import showcase
from roadstead.web.programme import LOOP


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The programme in plain words."""
    return render(request, "web/home.html", {"loop": LOOP})


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Every component once, for those who build pages."""
    return render(request, "web/components.html", showcase.context(request.GET.get("page", "4")))
