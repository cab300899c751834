"""How allauth works here: nobody signs up by themselves, and what happens is recorded."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest

from roadstead.accounts.models import User
from roadstead.common import clock


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts come by invitation only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def new_user(self, request: HttpRequest) -> User:
        return User(joined_at=clock.now())

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address that rate limits count by, as everywhere else."""
        from roadstead.common.throttle import client

        return client(request)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Passkeys and codes."""

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": "Roadstead"}


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """A provider vouches for somebody who has an account; it makes none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False
