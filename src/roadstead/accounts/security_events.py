"""What can happen around signing in, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event, personal

MEANS = {
    "password": gettext_lazy("password"),
    "totp": gettext_lazy("authenticator app"),
    "webauthn": gettext_lazy("passkey"),
    "recovery_codes": gettext_lazy("recovery codes"),
    "socialaccount": gettext_lazy("single sign-on"),
    "demonstration": gettext_lazy("role switcher of the demonstration"),
}


def means_in_words(means: list[str]) -> str:
    """["password", "totp"] as “password and authenticator app”."""
    return _(" and ").join(str(MEANS.get(one, one)) for one in means)


@event("accounts.signed_in", gettext_lazy("Signed in"))
@dataclass(frozen=True, kw_only=True)
class SignedIn(EventData):
    """A person signed in: by which means, and from which address."""

    changes = False
    means: list[str]
    address: str = personal(default="")

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} signed in by {}"), told.actor, means_in_words(self.means))


@event("accounts.sign_in_failed", gettext_lazy("Sign-in failed"))
@dataclass(frozen=True, kw_only=True)
class SignInFailed(EventData):
    """Somebody tried to sign in to an account and failed. What was typed is not kept."""

    changes = False
    means: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("Somebody failed to sign in as {} by {}"), told.subject, means_in_words([self.means]))


@event("accounts.signed_out", gettext_lazy("Signed out"))
@dataclass(frozen=True, kw_only=True)
class SignedOut(EventData):
    """A person signed out."""

    changes = False

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} signed out"), told.actor)


@event("accounts.password_changed", gettext_lazy("Password changed"))
@dataclass(frozen=True, kw_only=True)
class PasswordChanged(EventData):
    """A person has a new password: by_link says that it was set by a link sent by e-mail."""

    changes = False
    by_link: bool

    def sentence(self, told: Told) -> SafeString:
        said = _("{} set a new password by a link sent by e-mail") if self.by_link else _("{} changed the password")
        return format_html(said, told.subject)


@event("accounts.address_changed", gettext_lazy("E-mail address changed"))
@dataclass(frozen=True, kw_only=True)
class AddressChanged(EventData):
    """An account has another e-mail address, and its owner has proved it."""

    changes = False
    old: str = personal()
    new: str = personal()

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} has another e-mail address: {} instead of {}"), told.subject, self.new, self.old)


@event("accounts.second_factor_added", gettext_lazy("Second factor added"))
@dataclass(frozen=True, kw_only=True)
class SecondFactorAdded(EventData):
    """A person set up an authenticator app, a passkey or recovery codes."""

    changes = False
    kind: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} set up for {}: {}"), told.actor, told.subject, means_in_words([self.kind]))


@event("accounts.second_factor_removed", gettext_lazy("Second factor removed"))
@dataclass(frozen=True, kw_only=True)
class SecondFactorRemoved(EventData):
    """An authenticator app, a passkey or recovery codes were taken away."""

    changes = False
    kind: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} removed from {}: {}"), told.actor, told.subject, means_in_words([self.kind]))


@event("accounts.session_ended", gettext_lazy("Session ended"))
@dataclass(frozen=True, kw_only=True)
class SessionEnded(EventData):
    """A person ended sessions from another browser."""

    changes = False
    sessions: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} ended {} sessions of {}"), told.actor, self.sessions, told.subject)
