"""Who may sign in with a password: never somebody made up for the demonstration, where the work is real."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings


class Backend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """allauth's own, which refuses invented accounts in production."""

    def user_can_authenticate(self, user: Any) -> bool:
        if user is not None and user.invented and settings.ENVIRONMENT.production:
            return False
        return bool(super().user_can_authenticate(user))

    def get_user(self, user_id: Any) -> Any:
        """Asked at every request, so that a session does not outlive what was allowed."""
        user = super().get_user(user_id)
        return user if user is None or self.user_can_authenticate(user) else None
