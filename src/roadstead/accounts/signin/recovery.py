"""The recovery of an account: the administrators’ page, and the two links of its owner."""

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from roadstead.accounts import queries
from roadstead.accounts.actions import recovery, recovery_end
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.models import AccountRecovery, User
from roadstead.common import clock
from roadstead.common.access.guards import needs, open_to_all, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

MOST_SHOWN = 20  # recoveries before this one


@needs(Permission.RECOVER_ACCOUNTS)
@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Open, confirm or stop the recovery of somebody’s account."""
    person = get_object_or_404(queries.people(viewer_of(request)), pk=pk)
    error, why = "", request.POST.get("why", "")
    if request.method == "POST":
        try:
            said = _act(request, person, why)
        except AccountsError as refused:
            error = str(refused)
        except OSError:
            error = _("The message to the owner could not be sent, so nothing was done. Try again later.")
        else:
            messages.success(request, said)
            return HttpResponseRedirect(reverse("signin:recovery", args=[pk]))
    return _desk_page(request, person, error, why)


def _desk_page(request: HttpRequest, person: User, error: str, why: str) -> HttpResponse:
    found = recovery.open_for(person)
    shown = {
        "person": person,
        "recovery": found,
        "opened_by_me": found is not None and found.opened_by_id == viewer_of(request).user_id,
        "past": AccountRecovery.objects.filter(person=person).exclude(pk=found.pk if found else 0)[:MOST_SHOWN],
        "has_factor": queries.has_second_factor(person),
        "error": error,
        "why": why,
    }
    return render(request, "accounts/signin/recovery.html", shown, status=400 if error else 200)


def _act(request: HttpRequest, person: User, why: str) -> str:
    """Do what was asked; what is then said. Raises AccountsError, OSError, PermissionDenied."""
    by, site, asked = viewer_of(request), request.build_absolute_uri("/").rstrip("/"), request.POST.get("do")
    if asked == "open":
        recovery.open_recovery(person=person, why=why, site=site, by=by)
        return _("The recovery is open, and the owner was told. Another administrator must confirm it.")
    found = recovery.open_for(person)
    if found is None:
        raise AccountsError(_("There is no open recovery of this account."))
    if asked == "stop":
        recovery_end.stop(recovery=found, by=by)
        return _("The recovery was stopped.")
    recovery.confirm(recovery=found, site=site, by=by)
    return _("The recovery is confirmed. The owner was sent the link, which opens after the waiting time.")


@open_to_all
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, secret: str) -> HttpResponse:
    """The owner stops it: one button, since mail programs open links by themselves."""
    found = recovery_end.by_stop_link(secret)
    reason = recovery.why_over(found, clock.now()) if found else _("This link is not one of ours, or not the latest.")
    done = False
    if request.method == "POST" and not reason:
        try:
            recovery_end.stop_by_link(secret=secret)
            done = True
        except AccountsError as refused:
            reason = str(refused)
    return _private(render(request, "accounts/signin/recovery_stop.html", {"reason": reason, "done": done}))


@open_to_all
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def use(request: HttpRequest, secret: str) -> HttpResponse:
    """The owner proves the password as well, and the lost second factor goes."""
    found = recovery_end.by_use_link(secret)
    reason, error = recovery_end.why_not_usable(found, clock.now()), ""
    if request.method == "POST" and found is not None and not reason:
        try:
            person = _proved(request, found.person)
            recovery_end.use(secret=secret, person=person, by=Viewer(person.pk, person.name))
        except (AccountsError, ValidationError) as refused:
            error = " ".join(refused.messages) if isinstance(refused, ValidationError) else str(refused)
        except OSError:
            error = _("The message that ends a recovery could not be sent. Try again later.")
        else:
            messages.success(request, _("The lost second factor is gone. Sign in, and set up a new one."))
            return HttpResponseRedirect(reverse("account_login"))
    shown = {"reason": reason, "error": error, "recovery": found}
    return _private(render(request, "accounts/signin/recovery_use.html", shown))


def _proved(request: HttpRequest, owner: User) -> User:
    """The owner, by the password. Raises ValidationError where it is wrong, or was wrong too often."""
    adapter = get_adapter(request)
    found = adapter.authenticate(request, email=owner.email, password=request.POST.get("password", ""))
    if not isinstance(found, User) or found.pk != owner.pk:
        raise adapter.validation_error("incorrect_password")
    return found


def _private(response: HttpResponse) -> HttpResponse:
    """The address of the page is a secret: it goes to no other site."""
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
