"""What happens to a role when the portfolio behind it changes."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.accounts.events import reach_of, role_name
from roadstead.audit.events import EventData, Told, event


@event("accounts.role_end_set", gettext_lazy("End of a role set"))
@dataclass(frozen=True, kw_only=True)
class RoleEndSet(EventData):
    """A role that somebody holds was given an earlier end."""

    role: str
    scopes: list[str]
    until: str
    why: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} let the role {} of {} for {} end on {}: {}")
        until = self.until[:10]
        return format_html(said, told.actor, role_name(self.role), told.subject, reach_of(self.scopes), until, self.why)
