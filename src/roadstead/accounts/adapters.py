"""How allauth works here: nobody signs up by themselves, and what happens is recorded."""

from functools import partial
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from roadstead.accounts import providers, queries
from roadstead.accounts.actions import elevation, signing_in
from roadstead.accounts.models import User
from roadstead.common import clock
from roadstead.common.access.guards import viewer_of
from roadstead.common.access.viewer import PUBLIC, Viewer
from roadstead.common.throttle import client

MESSAGES = {
    "account_inactive": _("This account cannot sign in. Ask the programme."),
    "email_password_mismatch": _("The address or the password is wrong. Write both again, or set a new password."),
    "incorrect_password": _("The password is wrong. Write it again."),
    "enter_current_password": _("This is not your present password. Write it again."),
    "incorrect_code": _("The code is wrong, too old, or was used already. Write the one that shows now."),
    "too_many_login_attempts": _("Too many attempts failed. Wait five minutes, then try again."),
    "rate_limited": _("Too many attempts. Wait a minute, then try again."),
    "invalid_password_reset": _("This link is not good any more. Ask for a new one."),
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts come by invitation only."""

    error_messages = {**DefaultAccountAdapter.error_messages, **MESSAGES}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def new_user(self, request: HttpRequest) -> User:
        return User(joined_at=clock.now())

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address that rate limits count by, as everywhere else."""
        address = client(request).partition("/")[0]  # the beginning of a network stands for it
        return "::" if address == "unknown" else address

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        """Whatever the way in: invented people do not come in where the work is real."""
        if user.invented and settings.ENVIRONMENT.production:
            return HttpResponseRedirect(reverse("account_inactive"))
        response: HttpResponse | None = super().pre_login(request, user, **kwargs)
        return response

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        means = [str(one.get("type", one["method"])) for one in get_authentication_records(request, user)]
        address = self.get_client_ip(request)
        by = Viewer(user.pk, user.name)
        signing_in.signed_in(person=user, means=list(dict.fromkeys(means)), address=address, by=by)
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return response

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        person = queries.person_with(str(credentials.get("email", "")))
        if person is not None:
            signing_in.sign_in_failed(person=person, means="password", by=PUBLIC)

    def logout(self, request: HttpRequest) -> None:
        if isinstance(request.user, User):
            if viewer_of(request).elevated:
                elevation.lay_down(person=request.user, by=viewer_of(request))
            signing_in.signed_out(person=request.user, by=Viewer(request.user.pk, request.user.name))
        super().logout(request)

    def set_password(self, user: User, password: str) -> None:
        by = Viewer(user.pk, user.name)
        by_link = not self.request.user.is_authenticated
        signing_in.change_password(person=user, password=password, by_link=by_link, by=by)

    def confirm_email(self, request: HttpRequest, email_address: Any) -> bool:
        person = email_address.user
        change = partial(super().confirm_email, request, email_address)
        return bool(signing_in.change_address(person=person, change=change, by=Viewer(person.pk, person.name)))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("signin:security")


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """A provider vouches for somebody who has an account; it makes none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        providers.check(request, sociallogin)
