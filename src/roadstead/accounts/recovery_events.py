"""What can happen to the recovery of an account, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event


@event("accounts.recovery_opened", gettext_lazy("Recovery opened"))
@dataclass(frozen=True, kw_only=True)
class RecoveryOpened(EventData):
    """An administrator opened the recovery of an account."""

    why: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} opened the recovery of the account of {}: {}"), told.actor, told.subject, self.why)


@event("accounts.recovery_confirmed", gettext_lazy("Recovery confirmed"))
@dataclass(frozen=True, kw_only=True)
class RecoveryConfirmed(EventData):
    """Another administrator confirmed it; the waiting time runs."""

    usable_from: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} confirmed the recovery of the account of {}; its owner can use it from {} UTC")
        return format_html(said, told.actor, told.subject, self.usable_from[:16].replace("T", " "))


@event("accounts.recovery_stopped", gettext_lazy("Recovery stopped"))
@dataclass(frozen=True, kw_only=True)
class RecoveryStopped(EventData):
    """The owner or an administrator stopped it: by_owner says who."""

    by_owner: bool

    def sentence(self, told: Told) -> SafeString:
        if self.by_owner:
            return format_html(_("The owner stopped the recovery of the account of {}"), told.subject)
        return format_html(_("{} stopped the recovery of the account of {}"), told.actor, told.subject)


@event("accounts.recovery_used", gettext_lazy("Recovery used"))
@dataclass(frozen=True, kw_only=True)
class RecoveryUsed(EventData):
    """The owner proved the link and the password; the lost second factor is gone."""

    removed: int
    sessions: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} recovered the account: {} lost factors were removed and {} sessions ended")
        return format_html(said, told.subject, self.removed, self.sessions)
