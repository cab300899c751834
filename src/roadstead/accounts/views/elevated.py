"""Elevated power: taken up by who has just proved who they are, shown while it lasts, laid down."""

from typing import Any
from urllib.parse import urlencode

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from roadstead.accounts import reauthentication
from roadstead.accounts.actions import elevation as actions
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.forms.fields import posted
from roadstead.accounts.forms.me import ElevationForm
from roadstead.accounts.middleware import BROWSER_KEY, ELEVATION_KEY, browser
from roadstead.accounts.refusals import safe_next
from roadstead.accounts.views.me import myself
from roadstead.common.access.guards import needs, signed_in, viewer_of
from roadstead.common.access.permission import Permission


@needs(Permission.ELEVATE)
@require_http_methods(["GET", "HEAD", "POST"])
def elevated(request: HttpRequest) -> HttpResponse:
    """Take up elevated power, `?next=` says for which page; or see what is held."""
    form = ElevationForm(posted(request))
    proved = reauthentication.is_recent(request)
    if request.method == "POST" and not proved:
        form.add_error(None, _("That took a while: show again who you are, then go on. What you wrote is kept here."))
    elif request.method == "POST" and form.is_valid():
        try:
            _take_up(request, form.cleaned_data["why"])
        except AccountsError as error:
            form.add_error(None, str(error))
        else:
            return redirect(safe_next(request) or reverse("accounts:elevated"))
    return render(request, "accounts/me/elevated.html", _context(request, form, proved))


@signed_in
@require_POST
def lay_down(request: HttpRequest) -> HttpResponse:
    """Give elevated power back."""
    actions.lay_down(person=myself(request), by=viewer_of(request))
    for key in (ELEVATION_KEY, BROWSER_KEY):
        request.session.pop(key, None)
    messages.success(request, _("You have laid elevated power down."))
    return redirect("accounts:rights")


def _take_up(request: HttpRequest, why: str) -> None:
    """Raises AccountsError. The session gets a new key, so that no copy of the old cookie has the power."""
    _elevation, nonce = actions.take_up(person=myself(request), why=why, by=viewer_of(request))
    before = request.session.session_key
    request.session.cycle_key()
    request.session[ELEVATION_KEY], request.session[BROWSER_KEY] = nonce, browser(request)
    UserSession.objects.filter(session_key=before).update(session_key=request.session.session_key)


def _context(request: HttpRequest, form: ElevationForm, proved: bool) -> dict[str, Any]:
    viewer, onward = viewer_of(request), safe_next(request)
    here = reverse("accounts:elevated") + (f"?{urlencode({'next': onward})}" if onward else "")
    return {
        "form": form,
        "proved": proved,
        "written": request.POST.get("why", ""),
        "onward": onward,
        "prove": f"{reverse('account_reauthenticate')}?{urlencode({'next': here})}",
        "minutes": int(actions.LONGEST.total_seconds() // 60),
        "powers": [one for one in Permission if one.elevated and viewer.could(one)],
    }
