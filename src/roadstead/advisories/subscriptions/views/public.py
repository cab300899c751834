"""The open pages: asking to be told, confirming, leaving. None of them says whether an address is known."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from roadstead.advisories.models import Face, Pace
from roadstead.advisories.subscriptions import signing
from roadstead.advisories.subscriptions.actions import subscribing
from roadstead.advisories.subscriptions.actions.shape import SubscriptionError, Wanted, wanted
from roadstead.advisories.subscriptions.forms import SubscribeForm
from roadstead.advisories.subscriptions.presenters import confirming
from roadstead.common.access.guards import open_to_all, viewer_of
from roadstead.common.throttle import Throttle
from roadstead.core.country import is_country

FORM = require_http_methods(["GET", "HEAD", "POST"])
A_MINUTE = 20  # pages that one client may open or send
throttled = Throttle("subscriptions", lambda: A_MINUTE)


@open_to_all
@FORM
@throttled
def subscribe(request: HttpRequest) -> HttpResponse:
    """The form; `?country=` fills one in."""
    code = request.GET.get("country", "").upper()
    start = {"countries": code if is_country(code) else "", "face": Face.PUBLIC.value, "pace": Pace.AT_ONCE.value}
    form = SubscribeForm(request.POST if request.method == "POST" else None, initial=start)
    status = 200
    if request.method == "POST":
        if form.is_valid():
            try:
                confirming.ask(form.wanted)
            except OSError:
                form.add_error(None, _("The message could not be sent just now. Try again in some minutes."))
                status = 503
            else:
                return redirect("subscriptions:asked")
        else:
            status = 422
    context = {"form": form}
    return _kept_by_nobody(render(request, "advisories/subscriptions/subscribe.html", context, status=status))


@open_to_all
@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """The same for everybody: look into your mailbox."""
    return render(request, "advisories/subscriptions/asked.html")


@open_to_all
@FORM
@throttled
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the message. Opening it subscribes nobody: mail programs open links, too."""
    try:
        held = _held(token)
    except signing.LinkError as error:
        said = {"expired": error.expired}
        page = render(request, "advisories/subscriptions/no_link.html", said, status=410 if error.expired else 404)
        return _kept_by_nobody(page)
    done = request.method == "POST"
    if done:
        subscribing.confirm(wanted=held, by=viewer_of(request))
    context = {"told": confirming.in_words(held), "email": held.email, "done": done}
    return _kept_by_nobody(render(request, "advisories/subscriptions/confirm.html", context))


@open_to_all
@csrf_exempt  # a mail program sends this form (RFC 8058); the link itself is the proof, and no cookie is asked for
@FORM
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Leave: by one click of a mail program, or by the button of the page. The second time it says the same."""
    uid = signing.leaving(token)
    if uid is None:
        page = render(request, "advisories/subscriptions/no_link.html", {"expired": False}, status=404)
        return _kept_by_nobody(page)
    done = request.method == "POST"
    if done:
        how = "one-click" if request.POST.get("List-Unsubscribe") == "One-Click" else "page"
        subscribing.leave(uid=uid, how=how, by=viewer_of(request))
    return _kept_by_nobody(render(request, "advisories/subscriptions/leave.html", {"done": done}))


def _held(token: str) -> Wanted:
    """What a link holds. Raises LinkError."""
    try:
        return wanted(*signing.confirmed(token))
    except (SubscriptionError, TypeError, AttributeError) as error:
        raise signing.LinkError(expired=False) from error


def _kept_by_nobody(response: HttpResponse) -> HttpResponse:
    response["Referrer-Policy"] = "same-origin"
    patch_cache_control(response, private=True, no_store=True)
    return response
