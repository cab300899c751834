"""Sign-in by an OpenID Connect provider: who may come in that way."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.providers.base import AuthProcess
from django.http import HttpRequest
from django.shortcuts import render
from django.utils.translation import gettext as _

from roadstead.accounts.models import User


def check(request: HttpRequest, sociallogin: Any) -> None:
    """Refuses, with a page that says why, whom the provider does not vouch for, or who has no account.

    A provider's word for an address must be true itself: some send the text “false”, which is true to a program.
    Raises ImmediateHttpResponse.
    """
    said = _said(sociallogin)
    if sociallogin.state.get("process") != AuthProcess.LOGIN or request.user.is_authenticated:
        raise _refused(request, _("You are signed in already. Sign out first."))
    if said.get("email_verified") is not True:
        raise _refused(
            request,
            _("The provider does not say that your e-mail address is yours. Confirm it there, then try again."),
        )
    if not sociallogin.is_existing:
        raise _refused(
            request, _("There is no account for your e-mail address. Accounts come by invitation: ask the programme.")
        )
    if not isinstance(sociallogin.user, User) or sociallogin.user.email != str(said.get("email", "")).lower():
        raise _refused(request, _("The provider knows you by another address than your account. Ask the programme."))


def _said(sociallogin: Any) -> dict[str, Any]:
    found: dict[str, Any] = sociallogin.account.get_provider_account().get_user_data() or {}
    return found


def _refused(request: HttpRequest, why: str) -> ImmediateHttpResponse:
    return ImmediateHttpResponse(render(request, "accounts/signin/provider_refused.html", {"why": why}, status=403))
