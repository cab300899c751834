"""The work on an agenda by a link, without an account.

The secret is exchanged for a word in the session at once, so that it stands in no address of a page. A link that was
passed on says whose it is, and asks who opens it; every use is kept.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from roadstead.accounts import secrets
from roadstead.common.access.guards import open_to_all
from roadstead.common.access.viewer import Viewer
from roadstead.common.choosing import offer
from roadstead.common.throttle import Throttle
from roadstead.visits.actions.agenda_uses import use_link
from roadstead.visits.agenda import refusals
from roadstead.visits.agenda.countries import country
from roadstead.visits.agenda_enums import Side, Use
from roadstead.visits.forms.agenda import ItemForm
from roadstead.visits.forms.agenda_parties import WhoForm
from roadstead.visits.queries import agenda as queries
from roadstead.visits.queries import agenda_links as links
from roadstead.visits.views.agenda_sitting import FORM, READ, Sitting, Work, tongue
from roadstead.visits.views.agenda_speaking import asked_for, context, in_words, spoken

HELD = "roadstead_agenda"  # in the session: for each link that was opened its digest, and who said to be there
A_MINUTE = 60  # pages that one client may ask for
PAUSE = timedelta(minutes=10)  # what is read within it is one reading
throttled = Throttle("agenda", lambda: A_MINUTE)


class LinkRefusedError(Exception):
    """A link that opens nothing (any more): why, the status to answer with, and the language of its holder."""

    def __init__(self, reason: str, status: int, language: str = "") -> None:
        super().__init__(reason)
        self.status = status
        self.language = language


def by_link(work: Work, methods: tuple[str, ...] = READ, *, named: bool = True) -> Callable[..., HttpResponseBase]:
    """The work on an agenda for who holds a link. named: only once they have said who they are."""

    @open_to_all
    @require_http_methods(methods)
    @throttled
    @wraps(work)
    def view(request: HttpRequest, number: int, **more: Any) -> HttpResponse:
        try:
            sitting = _sitting(request, number)
        except LinkRefusedError as error:
            return _refused(request, error)
        if named and not sitting.name:
            return _kept_by_nobody(redirect("visits:agenda_who", number))
        return _kept_by_nobody(work(request, sitting, **more))

    return view


@open_to_all
@require_safe
@throttled
def open_link(request: HttpRequest, secret: str) -> HttpResponse:
    """The link of a message."""
    link = links.link_of(secrets.digest(secret))
    try:
        _check(link)
    except LinkRefusedError as error:
        return _refused(request, error)
    held = request.session.get(HELD, {})
    if str(link.pk) not in held:
        request.session[HELD] = held | {str(link.pk): {"digest": link.digest, "name": ""}}
        use_link(link=link, what=Use.OPENED, by=Viewer())
    return _kept_by_nobody(redirect("visits:agenda_link", link.pk))


@open_to_all
@require_http_methods(FORM)
@throttled
def who(request: HttpRequest, number: int) -> HttpResponse:
    """Whose link it is, and who one is."""
    try:
        sitting = _sitting(request, number)
    except LinkRefusedError as error:
        return _refused(request, error)
    form = WhoForm(sitting.link.name, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        own = form.cleaned_data["own"] == "yes"
        name = sitting.link.name if own else " ".join(form.cleaned_data["name"].split())
        held = request.session[HELD]
        request.session[HELD] = held | {str(number): {"digest": sitting.link.digest, "name": name}}
        use_link(link=sitting.link, what=Use.SAID_WHO, by=Viewer(name=name), own=own)
        return _kept_by_nobody(redirect("visits:agenda_link", number))
    own_choices = [("yes", sitting.say("i_am", name=sitting.link.name)), ("no", sitting.say("somebody_else"))]
    offer(form, "own", own_choices)
    form = spoken(form, sitting)
    form.fields["name"].label = sitting.say("field_else")
    status = 422 if form.is_bound else 200
    there = country(sitting.visit.country_id, sitting.visit.country.name, sitting.language)
    shown = context(sitting) | {"form": form, "link": sitting.link, "country": there}
    return _kept_by_nobody(render(request, "visits/agenda/who.html", shown, status=status))


def note_reading(sitting: Sitting, what: Use) -> None:
    """Keep that somebody reads by a link; once for pages that follow each other."""
    if sitting.link is None:
        return
    if what is not Use.READ or not links.used_since(sitting.link, sitting.name, PAUSE):
        use_link(link=sitting.link, what=what, by=sitting.viewer, own=sitting.name == sitting.link.name)


def _sitting(request: HttpRequest, number: int) -> Sitting:
    """Raises LinkRefusedError."""
    held = request.session.get(HELD, {}).get(str(number), {})
    link = links.link_of(held.get("digest", ""))
    if link is None or link.pk != number:
        raise LinkRefusedError(_("Open the link of your message again: this browser does not hold it (any more)."), 404)
    _check(link, held["name"])
    visit = links.visit_of(link)
    base = reverse("visits:agenda_link", args=[number])
    viewer, agenda = Viewer(name=held["name"]), queries.agenda_of(visit)
    said = tongue(request, link.language, agenda.language, kind=visit.kind)
    return Sitting("link", visit, agenda, viewer, Side.HOST, base, link, held["name"], **said)


def _check(link: Any, name: str = "") -> None:
    """Raises LinkRefusedError for a link that is not good, and keeps that it was tried."""
    if link is None:
        said = _("This link is not one of ours, or was not copied whole. Ask who gave it to you for a new one.")
        raise LinkRefusedError(said, 404)
    if links.holds(link):
        return
    use_link(link=link, what=Use.REFUSED, by=Viewer(name=name))
    words = {"giver": link.given_by.name, "day": f"{link.revoked_at or link.expires_at:%Y-%m-%d}"}
    if link.revoked_at is not None:
        gone = _("This link was revoked on %(day)s. Ask %(giver)s for a new one.")
        raise LinkRefusedError(gone % words, 410, link.language)
    said = _("This link was good until %(day)s. Ask %(giver)s for a new one. What was agreed stays agreed.")
    raise LinkRefusedError(said % words, 410, link.language)


def _refused(request: HttpRequest, error: LinkRefusedError) -> HttpResponse:
    """Why; and what was typed meanwhile, so that it can be copied."""
    said = tongue(request, error.language, *asked_for(request))
    language, words = said["language"], said["words"]
    fields = in_words(ItemForm(), words, language).fields
    typed = [
        (field.label, request.POST[name])
        for name, field in fields.items()
        if field.label and name not in ("zone", "block", "reopen") and request.POST.get(name)
    ]
    shown = {"reason": refusals.in_both(str(error), language), "typed": typed, "said": words}
    return _kept_by_nobody(render(request, "visits/agenda/refused.html", shown, status=error.status))


def _kept_by_nobody(response: HttpResponse) -> HttpResponse:
    response["Referrer-Policy"] = "same-origin"  # no-referrer would take the origin from the form, which is asked for
    patch_cache_control(response, private=True, no_store=True)
    return response
