"""/me/security/: password, second factor, passkeys and sessions in one place."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from roadstead.accounts.actions import recovery_end, sessions
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.models import User
from roadstead.accounts.refusals import safe_next
from roadstead.accounts.signin import reading
from roadstead.common.access.guards import signed_in, viewer_of


@signed_in
@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """How one signs in, and where one is signed in."""
    shown = reading.security(_person(request), viewer_of(request), request.session.session_key)
    return render(request, "accounts/signin/security.html", {"security": shown, "next": safe_next(request)})


@signed_in
@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """End one of one's own sessions; the present one is signed out of instead."""
    shown = reading.security(_person(request), viewer_of(request), request.session.session_key)
    if any(one.pk == pk and one.current for one in shown.sessions):
        return HttpResponseRedirect(reverse("account_logout"))
    sessions.end_session(person=_person(request), session=pk, by=viewer_of(request))
    messages.success(request, _("The session was ended. That browser is signed out."))
    return _back()


@signed_in
@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere else."""
    key = request.session.session_key or ""
    ended = sessions.end_other_sessions(person=_person(request), but=key, by=viewer_of(request))
    said = ngettext("%(n)s other session was ended.", "%(n)s other sessions were ended.", ended) % {"n": ended}
    messages.success(request, said)
    return _back()


@signed_in
@require_POST
def stop_recovery(request: HttpRequest) -> HttpResponse:
    """The owner is signed in, and says that nothing was lost."""
    try:
        recovery_end.stop_own(person=_person(request), by=viewer_of(request))
    except AccountsError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The recovery was stopped. Nothing of your account has changed."))
    return _back()


def _person(request: HttpRequest) -> User:
    person = request.user
    assert isinstance(person, User)  # the pages are for whoever is signed in
    return person


def _back() -> HttpResponse:
    return HttpResponseRedirect(reverse("signin:security"))
