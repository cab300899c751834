"""How allauth's second factors work here."""

from typing import Any

from allauth.mfa import app_settings
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.core.cache import cache
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from roadstead.accounts.actions import signing_in
from roadstead.common.access.viewer import PUBLIC

MESSAGES = {
    "incorrect_code": _("The code is wrong, too old, or was used already. Write the one that shows now."),
    "unverified_email": _("Confirm your e-mail address first: use the link that was sent to it."),
}


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """Passkeys and codes."""

    error_messages = {**DefaultMFAAdapter.error_messages, **MESSAGES}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": "Roadstead"}

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002 - allauth's name for it
        """What a passkey is called until its owner names it."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey %(number)s") % {"number": number}


class CodeForm(AuthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The code at sign-in: each good once, and each wrong one on record."""

    def clean_code(self) -> str:
        code = str(super().clean_code())
        # allauth remembers a used code for one step; with a tolerance for clocks it is good for longer.
        steps = 2 * app_settings.TOTP_TOLERANCE + 1
        again = f"roadstead.code.{self.user.pk}.{code}"
        if not cache.add(again, "used", timeout=steps * app_settings.TOTP_PERIOD):
            raise SecondFactorAdapter().validation_error("incorrect_code")
        return code

    def _emit_authentication_failed(self, authenticator: Any) -> None:
        signing_in.sign_in_failed(person=self.user, means=str(Authenticator.Type(authenticator.type)), by=PUBLIC)
        super()._emit_authentication_failed(authenticator)


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    """A new passkey, good to sign in alone unless somebody says otherwise."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True
