"""What can happen to accounts, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.accounts.roles import Role
from roadstead.audit.events import EventData, Told, event


def role_name(role: str) -> str:
    return str(Role(role).label) if role in Role.values else role


def reach_of(scopes: list[str]) -> str:
    return ", ".join(scopes) or _("everywhere")


@event("accounts.role_granted", gettext_lazy("Role given"))
@dataclass(frozen=True, kw_only=True)
class RoleGranted(EventData):
    """A role was given to a person."""

    changes = False
    role: str
    scopes: list[str]
    until: str
    why: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} gave {} the role {} for {}: {}")
        return format_html(said, told.actor, told.subject, role_name(self.role), reach_of(self.scopes), self.why)


@event("accounts.role_withdrawn", gettext_lazy("Role withdrawn"))
@dataclass(frozen=True, kw_only=True)
class RoleWithdrawn(EventData):
    """A role was taken from a person."""

    changes = False
    role: str
    scopes: list[str]
    why: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} withdrew the role {} for {} from {}: {}")
        return format_html(said, told.actor, role_name(self.role), reach_of(self.scopes), told.subject, self.why)


@event("accounts.invited", gettext_lazy("Invitation sent"))
@dataclass(frozen=True, kw_only=True)
class Invited(EventData):
    """Someone was invited to a role. The address stands in the invitation alone: its person may not exist yet."""

    role: str
    scopes: list[str]
    why: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} invited {} to the role {} for {}: {}")
        return format_html(said, told.actor, told.subject, role_name(self.role), reach_of(self.scopes), self.why)


@event("accounts.invitation_accepted", gettext_lazy("Invitation accepted"))
@dataclass(frozen=True, kw_only=True)
class InvitationAccepted(EventData):
    """An invitation became an account, or a role of one that was there."""

    role: str
    account_made: bool

    def sentence(self, told: Told) -> SafeString:
        said = _("{} accepted the invitation to the role {}")
        return format_html(said, told.actor, role_name(self.role))


@event("accounts.role_accepted", gettext_lazy("Role accepted"))
@dataclass(frozen=True, kw_only=True)
class RoleAccepted(EventData):
    """A person took the role that an invitation had offered; `invitation` and `inviter` are their numbers."""

    changes = False
    role: str
    scopes: list[str]
    until: str
    why: str
    invitation: int
    inviter: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} took the role {} for {} by an invitation: {}")
        return format_html(said, told.actor, role_name(self.role), reach_of(self.scopes), self.why)


@event("accounts.invitation_revoked", gettext_lazy("Invitation revoked"))
@dataclass(frozen=True, kw_only=True)
class InvitationRevoked(EventData):
    """The link of an invitation was made worthless."""

    role: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} revoked an invitation to the role {}"), told.actor, role_name(self.role))


@event("accounts.elevated", gettext_lazy("Elevated power taken up"))
@dataclass(frozen=True, kw_only=True)
class PowerElevated(EventData):
    """Someone took up elevated power."""

    changes = False
    minutes: int
    why: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} took up elevated power for {} minutes: {}"), told.actor, self.minutes, self.why)


@event("accounts.elevation_ended", gettext_lazy("Elevated power laid down"))
@dataclass(frozen=True, kw_only=True)
class ElevationEnded(EventData):
    """Elevated power was laid down before its time."""

    changes = False

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} laid elevated power down"), told.actor)


@event("accounts.token_made", gettext_lazy("Token made"))
@dataclass(frozen=True, kw_only=True)
class TokenMade(EventData):
    """A token for programs was made."""

    changes = False
    name: str
    permissions: list[str]
    until: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} made the token “{}”, good until {}"), told.actor, self.name, self.until[:10])


@event("accounts.token_revoked", gettext_lazy("Token revoked"))
@dataclass(frozen=True, kw_only=True)
class TokenRevoked(EventData):
    """A token was made worthless."""

    changes = False
    name: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} revoked the token “{}”"), told.actor, self.name)


@event("accounts.sessions_ended", gettext_lazy("Sessions ended"))
@dataclass(frozen=True, kw_only=True)
class SessionsEnded(EventData):
    """A person was signed out everywhere, and the tokens revoked."""

    changes = False
    sessions: int
    tokens: int
    why: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} ended {} sessions and {} tokens of {}: {}")
        return format_html(said, told.actor, self.sessions, self.tokens, told.subject, self.why)


@event("accounts.account_made", gettext_lazy("Account made"))
@dataclass(frozen=True, kw_only=True)
class AccountMade(EventData):
    """An account was made."""

    how: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} made the account of {}: {}"), told.actor, told.subject, self.how)


@event("accounts.profile_changed", gettext_lazy("Profile changed"))
@dataclass(frozen=True, kw_only=True)
class ProfileChanged(EventData):
    """A person changed what the account says."""

    fields: list[str]

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} changed the profile: {}"), told.actor, ", ".join(self.fields))


@event("accounts.account_closed", gettext_lazy("Account closed"))
@dataclass(frozen=True, kw_only=True)
class AccountClosed(EventData):
    """An account was closed for good, and its person forgotten."""

    why: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} closed the account of {}: {}"), told.actor, told.subject, self.why)
