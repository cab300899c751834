"""Training at the desk: offerings, requests, links, whether it helps, priorities."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.registry import queries as registry
from roadstead.training.presenters import calendars, effects, lists, pages, priorities
from roadstead.training.queries import effect
from roadstead.training.queries import offerings as of_offerings
from roadstead.training.queries import requests as of_requests
from roadstead.training.views.reading import DESK, desk, home, offering_of, request_of

READ, KEEP = Permission.READ_PROGRAMME, Permission.KEEP_TRAINING


@needs(READ)
@require_safe
def offering_list(request: HttpRequest) -> HttpResponse:
    """The offerings, with the ways to the rest of training."""
    viewer = viewer_of(request)
    context = lists.offerings(request, of_offerings.offerings(viewer), counts=True)
    context |= {"keeps": viewer.holds(KEEP), "crumbs": desk()}
    return render(request, "training/desk/offerings.html", context)


@needs(READ)
@require_safe
def offering_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return lists.offerings_file(request, of_offerings.offerings(viewer_of(request)), form, counts=True)


@needs(READ)
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """The same list as a calendar."""
    rows = of_offerings.find_offerings(of_offerings.offerings(viewer_of(request)), lists.offerings_asked(request.GET))
    at = request.build_absolute_uri(f"{DESK}offerings/")
    return calendars.calendar(rows, lambda one: f"{at}{one.pk}/", "training")


@needs(READ)
@require_safe
def offering(request: HttpRequest, pk: int) -> HttpResponse:
    """One offering with its delegates."""
    held = offering_of(request, pk)
    context = pages.offering(held, viewer_of(request)) | {"crumbs": desk(home(DESK))}
    return render(request, "training/desk/offering.html", context)


@needs(READ)
@require_safe
def request_list(request: HttpRequest) -> HttpResponse:
    """The requests."""
    viewer = viewer_of(request)
    context = lists.requests(request, of_requests.requests(viewer))
    context |= {"may_ask": viewer.holds(Permission.ASK_TRAINING), "keeps": viewer.holds(KEEP)}
    return render(request, "training/desk/requests.html", context | {"crumbs": desk(home(DESK))})


@needs(READ)
@require_safe
def request_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return lists.requests_file(request, of_requests.requests(viewer_of(request)), form)


@needs(READ)
@require_safe
def one_request(request: HttpRequest, pk: int) -> HttpResponse:
    """One request: how it came, the gates of the law, the answer."""
    held = request_of(request, pk)
    context = pages.request(held, viewer_of(request))
    context |= {"crumbs": desk(home(DESK), (_("Requests"), f"{DESK}requests/"))}
    return render(request, "training/desk/request.html", context)


@needs(KEEP)
@require_safe
def link_list(request: HttpRequest) -> HttpResponse:
    """The links that were given for the countries of whoever asks."""
    viewer = viewer_of(request)
    reach = viewer.reach(Permission.ASK_TRAINING, ScopeKind.COUNTRY)
    context = {"links": of_requests.links_of(viewer, reach), "crumbs": desk(home(DESK))}
    return render(request, "training/desk/links.html", context)


@needs(READ)
@require_safe
def does_it_help(request: HttpRequest) -> HttpResponse:
    """Whether what was observed came back, after training and without it."""
    context = effects.context(request, viewer_of(request)) | {"crumbs": desk(home(DESK))}
    return render(request, "training/desk/effect.html", context)


@needs(READ)
@require_safe
def effect_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a file."""
    return effects.file(request, viewer_of(request), form)


@needs(READ)
@require_safe
def effect_of_country(request: HttpRequest, code: str) -> HttpResponse:
    """One country: every shortfall that training followed, and what the next look found."""
    found: Any = registry.country(code.upper()) if len(code) == 2 else None
    if found is None:
        raise Http404(_("There is no such country."))
    viewer = viewer_of(request)
    outcomes = effect.outcomes(viewer, found.code)
    context = {"country": found, "all": effect.together(outcomes), "cases": effects.cases(outcomes, viewer)}
    context |= {"without": effects.cases(outcomes, viewer, taught=False)}
    context |= {"crumbs": desk(home(DESK), (_("Does it help?"), f"{DESK}effect/"))}
    return render(request, "training/desk/effect_country.html", context)


@needs(READ)
@require_safe
def priority_list(request: HttpRequest) -> HttpResponse:
    """Countries by facts, in the order of the weights that the address gives."""
    context = priorities.context(request, viewer_of(request)) | {"crumbs": desk(home(DESK))}
    return render(request, "training/desk/priorities.html", context)


@needs(READ)
@require_safe
def priority_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a file."""
    return priorities.file(request, viewer_of(request), form)
