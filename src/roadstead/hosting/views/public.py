"""Reciprocal visits for everyone: how to ask, a link to ask by, and whether a certificate is true."""

from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from roadstead.common.access.guards import open_to_all
from roadstead.common.access.viewer import Viewer
from roadstead.common.throttle import Throttle
from roadstead.hosting import topics
from roadstead.hosting.actions.links import ask_by_link
from roadstead.hosting.errors import HostingError
from roadstead.hosting.forms.asking import WantedForm
from roadstead.hosting.naming import name_of
from roadstead.hosting.presenters import partner as presenter
from roadstead.hosting.queries import links
from roadstead.hosting.queries.arrangements import certificate_of_code

HELD = "roadstead_hosting"  # in the session: the secret of each link that was opened, by its number
LONGEST_CODE = 40
throttled = Throttle("hosting", lambda: 60)


def _kept_by_nobody(view: Any) -> Any:
    """An answer that nobody keeps, and that tells no other site from where one came."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "same-origin"
        patch_cache_control(response, private=True, no_store=True)
        return response

    return answered


@open_to_all
@require_safe
@cache_control(public=True, max_age=60)
def how(request: HttpRequest) -> HttpResponse:
    """What a reciprocal visit is, and how to ask for one."""
    context = {"topics": list(topics.topics().values())}
    return render(request, "hosting/public/how.html", context)


@open_to_all
@require_safe
@throttled
@_kept_by_nobody
def open_link(request: HttpRequest, secret: str) -> HttpResponse:
    """The link of a message: exchanged for a word in the session, so that it stands in no address of a page."""
    link = links.link_of(secret)
    if link is None:
        return _refused(request, 404)
    request.session[HELD] = request.session.get(HELD, {}) | {str(link.pk): secret}
    return redirect("hosting:ask_by_link", link.pk)


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
@throttled
@_kept_by_nobody
def by_link(request: HttpRequest, number: int) -> HttpResponse:
    """Ask by a link; once it was used, how the request stands."""
    secret = request.session.get(HELD, {}).get(str(number), "")
    link = links.link_of(secret)
    if link is None or link.pk != number:
        return _refused(request, 404)
    if link.revoked_at is not None or not (link.request_id or links.holds(link)):
        return _refused(request, 410)
    if link.request_id is not None:
        held = links.request_of(link)
        context = presenter.in_short(held) | {"link": link, "name": name_of(held)}
        return render(request, "hosting/public/asked.html", context)
    form = WantedForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            ask_by_link(secret=secret, ask=form.ask, by=Viewer(name=link.name))
        except HostingError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            return redirect("hosting:ask_by_link", number)
    status = 422 if form.is_bound else 200
    return render(request, "hosting/public/ask.html", {"form": form, "link": link}, status=status)


@open_to_all
@require_safe
@throttled
@_kept_by_nobody
def verify(request: HttpRequest) -> HttpResponse:
    """Whether a certificate is true: by its code."""
    code = request.GET.get("code", "").replace("\0", "").strip().upper()[:LONGEST_CODE]
    found = certificate_of_code(code) if code else None
    context: dict[str, Any] = {"code": code, "found": found is not None}
    if found is not None:
        issued, person, held = found
        context |= {"issued": issued, "person": person, "held": held, "name": name_of(held)}
    return render(request, "hosting/public/verify.html", context)


def _refused(request: HttpRequest, status: int) -> HttpResponse:
    said = _(
        "This link is not one of ours, or this browser does not hold it (any more). Open it from your message again."
    )
    if status == 410:
        said = _("This link was revoked, or its time is over. Ask who gave it to you for a new one.")
    return render(request, "hosting/public/refused.html", {"said": said}, status=status)
