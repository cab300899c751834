"""The other side of an invitation: its link, and accepting it.

The link is exchanged for a word in the session at once, so that its secret stands in no address of a page, from which
a referrer, a screenshot or a copied address would carry it away. Opening a link accepts nothing: mail programs do.
"""

from typing import Any

from allauth.account.utils import perform_login
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from roadstead.accounts import queries, secrets
from roadstead.accounts.actions import accepting
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.forms.invitations import AcceptForm
from roadstead.accounts.models import Invitation, User
from roadstead.accounts.presenters import invitations
from roadstead.accounts.roles import MEANINGS, Role
from roadstead.common.access.guards import open_to_all, viewer_of
from roadstead.common.throttle import Throttle

HELD = "roadstead_invitation"  # in the session: the digest of the link that was opened
A_MINUTE = 30  # links that one client may open, or try to accept
throttled = Throttle("invitations", lambda: A_MINUTE)


@open_to_all
@require_safe
@throttled
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """The link of a message."""
    request.session[HELD] = secrets.digest(secret)
    return _kept_by_nobody(redirect("accounts:accept"))


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
@throttled
def accept(request: HttpRequest) -> HttpResponseBase:
    """What was offered, and how to accept it; or why it cannot be."""
    digest = str(request.session.get(HELD, ""))
    found = queries.invitation(digest)
    if reason := accepting.why_not(found):
        return _refused(request, reason, 410 if found else 404)
    assert found is not None
    way = _way(request, found)
    form = AcceptForm(found, request.POST if way == "new" and request.method == "POST" else None)
    if request.method == "POST" and way != "sign_in" and (way != "new" or form.is_valid()):
        try:
            return _accepted(request, digest, form)
        except AccountsError as error:
            messages.error(request, str(error))
    return _kept_by_nobody(render(request, "accounts/invitation/accept.html", _context(found, form, way)))


def _accepted(request: HttpRequest, digest: str, form: AcceptForm) -> HttpResponseBase:
    """Accept, sign a new person in, and lead on. Raises AccountsError."""
    person = request.user if isinstance(request.user, User) else None
    said: dict[str, Any] = {} if person else {name: form.cleaned_data[name] for name in ("name", "password")}
    account = accepting.accept(digest=digest, person=person, by=viewer_of(request), **said)
    del request.session[HELD]
    role = Role(form.invitation.role)
    messages.success(request, _("Welcome. The role %(role)s is yours.") % {"role": role.label})
    staff = MEANINGS[role].staff and not queries.has_second_factor(account)
    onward = "/me/security/" if staff else "/me/home/"
    if person is not None:
        return redirect(onward)
    answer: HttpResponseBase = perform_login(request, account, email_verification="none", redirect_url=onward)
    return answer


def _way(request: HttpRequest, found: Invitation) -> str:
    """How this browser may accept: "accept" as who is signed in, "new", "sign_in" first, or not as this "other"."""
    if isinstance(request.user, User):
        return "accept" if request.user.email == found.email else "other"
    return "sign_in" if queries.has_account(found.email) else "new"


def _context(found: Invitation, form: AcceptForm, way: str) -> dict[str, Any]:
    role = Role(found.role)
    return {
        "invitation": found,
        "form": form,
        "way": way,
        "role": role.label,
        "meaning": MEANINGS[role].text,
        "staff": MEANINGS[role].staff,
        "reach": invitations.reach(found),
    }


def _refused(request: HttpRequest, reason: str, status: int) -> HttpResponse:
    if HELD not in request.session:
        reason = _("Open the link of your invitation again: this browser does not hold it any more.")
    return _kept_by_nobody(render(request, "accounts/invitation/refused.html", {"reason": reason}, status=status))


def _kept_by_nobody(response: HttpResponse) -> HttpResponse:
    response["Referrer-Policy"] = "same-origin"  # no-referrer would take the origin from the form, which is asked for
    patch_cache_control(response, private=True, no_store=True)
    return response
