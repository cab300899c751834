"""Reciprocal visits at the desk: the list, one, the kit of the host, numbers, who has never been."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.hosting.presenters import kit as kits
from roadstead.hosting.presenters import lists, numbers
from roadstead.hosting.presenters import request as presenter
from roadstead.hosting.queries.requests import requests
from roadstead.hosting.views.reading import above, request_of

READ = Permission.READ_PROGRAMME


@needs(READ)
@require_safe
def request_list(request: HttpRequest) -> HttpResponse:
    """Every request that this person may read."""
    viewer = viewer_of(request)
    context = lists.context(request, requests(viewer)) | {"may": viewer.holds(Permission.HOST_VISITS)}
    return render(request, "hosting/desk/list.html", context | {"crumbs": above()[:1]})


@needs(READ)
@require_safe
def request_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return lists.file(request, requests(viewer_of(request)), form)


@needs(READ)
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One: what is wanted, who asked, hosts, programme, arrangements, and what remains of it."""
    held = request_of(request, pk)
    context = presenter.page(held, viewer_of(request)) | {"crumbs": above()}
    return render(request, "hosting/desk/one.html", context)


@needs(Permission.HOST_VISITS)
@require_safe
def kit(request: HttpRequest, pk: int) -> HttpResponse:
    """What the host unit has at hand: who comes, the programme, what they want to see, what is arranged."""
    held = request_of(request, pk)
    context = kits.context(held, viewer_of(request)) | {"crumbs": above(held)}
    return render(request, "hosting/desk/kit.html", context)


@needs(READ)
@require_safe
def number_page(request: HttpRequest) -> HttpResponse:
    """How many were hosted since 2005, by year, country, port or topic."""
    context = numbers.context(request, viewer_of(request)) | {"crumbs": above()}
    return render(request, "hosting/desk/numbers.html", context)


@needs(READ)
@require_safe
def number_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same numbers as a file."""
    return numbers.file(request, viewer_of(request), form)


@needs(READ)
@require_safe
def never(request: HttpRequest) -> HttpResponse:
    """Which countries with a coast have never been hosted."""
    context = numbers.never_context(viewer_of(request)) | {"crumbs": above(), "heading": _("Who has never been")}
    return render(request, "hosting/desk/never.html", context)


@needs(READ)
@require_safe
def never_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a file."""
    return numbers.never_file(viewer_of(request), form)
