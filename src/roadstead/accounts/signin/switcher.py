"""The role switcher of the demonstration: one button signs in as an invented person. Not there in production."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.stagekit import clear_login
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from roadstead.accounts import demonstration
from roadstead.accounts.actions.demonstration import PEOPLE
from roadstead.accounts.roles import MEANINGS
from roadstead.common.access.guards import open_to_all


@open_to_all
@require_safe
@never_cache
def switcher(request: HttpRequest) -> HttpResponse:
    """Everybody there is to be."""
    _only_in_the_demonstration()
    people = [(one, MEANINGS[one.role].text, ", ".join(scope.value for scope in one.scopes)) for one in PEOPLE]
    return render(request, "accounts/signin/demonstration.html", {"people": people})


@open_to_all
@require_POST
def sign_in(request: HttpRequest, role: str) -> HttpResponse:
    """Sign in as somebody invented; whoever was signed in is signed out."""
    _only_in_the_demonstration()
    person = demonstration.sign_in_as(role)
    if person is None:
        raise Http404
    adapter = get_adapter(request)
    if request.user.is_authenticated:
        adapter.logout(request)
    clear_login(request)
    adapter.login(request, person)
    # Nobody knows the passwords of the invented by heart, so the button counts as showing anew who one is.
    record_authentication(request, person, "demonstration", reauthenticated=True)
    response: HttpResponse = adapter.post_login(
        request, person, email_verification="none", signal_kwargs=None, email=None, signup=False, redirect_url=None
    )
    return response


def _only_in_the_demonstration() -> None:
    if settings.ENVIRONMENT.production:
        raise Http404
