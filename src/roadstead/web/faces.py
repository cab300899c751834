"""The homes of the four faces behind the sign-in: what is there for this person, and nothing that is not."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roadstead.accounts import queries
from roadstead.arrivals.presenters.home import at_the_watch
from roadstead.arrivals.presenters.ships.home import at_the_ships
from roadstead.common.access.guards import needs, signed_in, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.engagement.presenters.reminders import reminders_shown
from roadstead.registry.presenters import desk as portfolios
from roadstead.web import navigation


@signed_in
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """To the face where somebody works first; without a role, or a second factor, to the page that says so."""
    viewer = viewer_of(request)
    if viewer.waiting:
        return HttpResponseRedirect("/me/security/")
    own = navigation.faces(viewer)
    return HttpResponseRedirect(own[0].path if own else "/me/rights/")


@needs(Permission.USE_DESK)
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    told = {"portfolio": portfolios.on_the_desk(viewer), "reminders": reminders_shown(viewer)}
    return _home(request, "web/faces/desk.html", **told)


@needs(Permission.USE_WATCH)
@require_safe
def watch(request: HttpRequest) -> HttpResponse:
    return _home(request, "web/faces/watch.html", **at_the_watch(viewer_of(request)))


@needs(Permission.USE_SHIPS)
@require_safe
def ships(request: HttpRequest) -> HttpResponse:
    return _home(request, "web/faces/ships.html", **at_the_ships(viewer_of(request)))


@needs(Permission.USE_PARTNER)
@require_safe
def partner(request: HttpRequest) -> HttpResponse:
    return _home(request, "web/faces/partner.html")


def _home(request: HttpRequest, template: str, **more: object) -> HttpResponse:
    viewer = viewer_of(request)
    face = navigation.face_of(request.path, viewer)
    shown = navigation.entries(face.entries[1:] if face else (), viewer)
    held = queries.held_in_words(viewer)
    return render(request, template, {"entries": shown, "held": held, **more})
