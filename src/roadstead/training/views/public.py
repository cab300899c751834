"""Training for everyone: the catalogue, the bodies, courses with days, how to ask, and holding a certificate to us."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import open_to_all
from roadstead.common.access.viewer import PUBLIC as EVERYBODY
from roadstead.common.throttle import Throttle
from roadstead.core.names import fold
from roadstead.training.catalogue import catalogue, title_of
from roadstead.training.presenters import calendars, courses, lists
from roadstead.training.queries import offerings as of_offerings
from roadstead.training.queries.offerings import OfferingsAsked
from roadstead.training.views.reading import PUBLIC, home, public

A_MINUTE = 30  # codes that one client may hold against the record
throttled = Throttle("certificates", lambda: A_MINUTE)


@open_to_all
@require_safe
def catalogue_list(request: HttpRequest) -> HttpResponse:
    """The catalogue, and the courses with days that everyone may see."""
    rows: Any = of_offerings.find_offerings(of_offerings.told(EVERYBODY), OfferingsAsked())
    context = courses.listed(request.GET)
    context |= {"offered": lists.offering_lines(list(of_offerings.named(rows)[:50]), counts=False)}
    return render(request, "training/public/catalogue.html", context | {"crumbs": public()})


@open_to_all
@require_safe
def course(request: HttpRequest, code: str) -> HttpResponse:
    """One course: each fact with its source, and what is not known."""
    found = catalogue().courses.get(code)
    if found is None:
        raise Http404(_("There is no such course in the catalogue."))
    rows: Any = of_offerings.find_offerings(of_offerings.told(EVERYBODY), OfferingsAsked(course=code))
    context = courses.course(found)
    context |= {"offered": lists.offering_lines(list(of_offerings.named(rows)[:50]), counts=False)}
    return render(request, "training/public/course.html", context | {"crumbs": public(home(PUBLIC))})


@open_to_all
@require_safe
def bodies(request: HttpRequest) -> HttpResponse:
    """The bodies that train, with their members, programmes, and who pays."""
    context = {"bodies": courses.bodies(), "as_of": catalogue().as_of, "crumbs": public(home(PUBLIC))}
    return render(request, "training/public/bodies.html", context)


@open_to_all
@require_safe
def how(request: HttpRequest) -> HttpResponse:
    """How a country asks."""
    return render(request, "training/public/how.html", {"crumbs": public(home(PUBLIC))})


@open_to_all
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """The courses that everyone may see, as a calendar."""
    rows = of_offerings.find_offerings(of_offerings.told(EVERYBODY), OfferingsAsked())
    at = request.build_absolute_uri(f"{PUBLIC}courses/")
    return calendars.calendar(rows, lambda one: f"{at}{one.course}/", "training")


@open_to_all
@require_safe
@throttled
def certificate(request: HttpRequest) -> HttpResponse:
    """Hold the code of a certificate, and the name on it, against the record; no name is ever shown."""
    code = "".join(request.GET.get("code", "").replace("\0", "")[:60].upper().split())
    name = request.GET.get("name", "").replace("\0", "").strip()[:200]
    found = of_offerings.by_code(code) if code else None
    context: dict[str, Any] = {"code": code, "name": name, "found": None, "asked": bool(code), "matches": None}
    context["forgotten"] = False
    if found is not None:
        one, offered, country = found
        context |= {"found": one, "offering": offered, "country": country}
        context |= {"title": offered.title or title_of(offered.course)}
        context["forgotten"] = not one.name
        context["matches"] = fold(name) == fold(one.name) if name and one.name else None
    status = 404 if code and found is None else 200
    return render(
        request, "training/public/certificate.html", context | {"crumbs": public(home(PUBLIC))}, status=status
    )
