"""A person’s own subscription: no message has to be confirmed, since the address of an account is known as theirs."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from roadstead.advisories.models import Face, Pace, Subscription
from roadstead.advisories.subscriptions.actions import subscribing
from roadstead.advisories.subscriptions.forms import OwnForm
from roadstead.advisories.subscriptions.queries import subscribers
from roadstead.common.access.guards import signed_in, viewer_of


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def subscription(request: HttpRequest) -> HttpResponse:
    """What one is told of, and a form to change it."""
    viewer = viewer_of(request)
    address = _address(request)
    held = subscribers.of_person(viewer.user_id, address)
    form = OwnForm(address, request.POST if request.method == "POST" else None, initial=_start(held))
    status = 200
    if request.method == "POST":
        if form.is_valid():
            subscribing.keep_own(wanted=form.wanted, by=viewer)
            messages.success(request, _("It was saved."))
            return redirect("subscriptions:mine")
        status = 422
    context = {"form": form, "held": held, "address": address}
    return render(request, "advisories/subscriptions/mine.html", context, status=status)


@signed_in
@require_POST
def leave_own(request: HttpRequest) -> HttpResponse:
    """End one’s own subscription."""
    viewer = viewer_of(request)
    held = subscribers.of_person(viewer.user_id, _address(request))
    subscribing.leave(uid=held.uid if held else None, how="own", by=viewer)
    messages.success(request, _("You are told of nothing any more, and the subscription was deleted."))
    return redirect("subscriptions:mine")


def _address(request: HttpRequest) -> str:
    """The address of one’s account, which was confirmed when it was made or changed."""
    return str(getattr(request.user, "email", ""))


def _start(held: Subscription | None) -> dict[str, str]:
    if held is None:
        return {"face": Face.PUBLIC.value, "pace": Pace.AT_ONCE.value}
    return {
        "face": held.face,
        "pace": held.pace,
        "countries": ", ".join(subscribers.countries_of(held)),
        "ships": "\n".join(held.ships),
    }
