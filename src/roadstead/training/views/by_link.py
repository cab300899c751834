"""Asking by a link, without an account. The secret is exchanged for a word in the session at once."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from roadstead.accounts import secrets
from roadstead.common import clock
from roadstead.common.access.guards import open_to_all
from roadstead.common.access.viewer import Viewer
from roadstead.common.throttle import Throttle
from roadstead.training.actions import asking, linking
from roadstead.training.catalogue import title_of
from roadstead.training.enums import RequestState
from roadstead.training.errors import TrainingError
from roadstead.training.forms.requests import RequestForm
from roadstead.training.models import RequestLink
from roadstead.training.presenters.lists import REQUEST_TONES
from roadstead.training.queries.requests import link_of
from roadstead.training.views.partner import SAID

HELD = "roadstead_training"  # in the session: the digest of the link that was opened last
A_MINUTE = 30
throttled = Throttle("training-links", lambda: A_MINUTE)


@open_to_all
@require_safe
@throttled
def open_link(request: HttpRequest, secret: str) -> HttpResponseBase:
    """The link of a message."""
    link = link_of(secrets.digest(secret))
    if link is None:
        return _refused(request, _("This link is not one of ours, or was not copied whole."), 404)
    request.session[HELD] = link.digest
    return _kept_by_nobody(redirect("training:asked"))


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
@throttled
def asked(request: HttpRequest) -> HttpResponseBase:
    """The form of a link that was opened; once it was used, how the request stands."""
    link = link_of(request.session.get(HELD, ""))
    if link is None:
        said = _("Open the link of your message again: this browser does not hold it (any more).")
        return _refused(request, said, 404)
    held = linking.request_of(link)
    if held is not None:
        tone = REQUEST_TONES[RequestState(held.state)]
        context = {"record": held, "title": title_of(held.course), "tone": tone, "link": link}
        return _kept_by_nobody(render(request, "training/public/asked.html", context))
    if link.revoked_at is not None or clock.now() >= link.expires_at:
        words = {"giver": link.given_by.name, "day": f"{link.revoked_at or link.expires_at:%Y-%m-%d}"}
        return _refused(request, _("This link was good until %(day)s. Ask %(giver)s for a new one.") % words, 410)
    return _form(request, link)


def _form(request: HttpRequest, link: RequestLink) -> HttpResponseBase:
    countries = [(link.country_id, link.country.name)]
    posted = request.POST if request.method == "POST" else None
    form: Any = RequestForm(posted, initial={"country": link.country_id}, countries=countries)
    if posted is not None and form.is_valid():
        given = asking.RequestSaid(**{name: form.cleaned_data[name] for name in SAID})
        try:
            linking.ask_by_link(link=link, said=given, by=Viewer(name=link.name))
        except TrainingError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            return _kept_by_nobody(redirect("training:asked"))
    context = {"form": form, "link": link, "page": {"button": _("Ask"), "back": "/training/", "warns": False}}
    context |= {"stale": ""}
    status = 422 if form.is_bound else 200
    return _kept_by_nobody(render(request, "training/public/ask.html", context, status=status))


def _refused(request: HttpRequest, reason: str, status: int) -> HttpResponseBase:
    return _kept_by_nobody(render(request, "training/public/refused.html", {"reason": reason}, status=status))


def _kept_by_nobody(response: HttpResponse) -> HttpResponseBase:
    response["Referrer-Policy"] = "same-origin"  # no-referrer would take the origin from the form, which is asked for
    patch_cache_control(response, private=True, no_store=True)
    return response
