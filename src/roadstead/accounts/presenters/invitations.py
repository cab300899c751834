"""Invitations as the list says them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.accounts.events import role_name
from roadstead.accounts.models import Invitation
from roadstead.accounts.scopes import named
from roadstead.common import clock

STATES: dict[str, tuple[str | Promise, str]] = {
    "open": (gettext_lazy("Waiting"), "ask"),
    "accepted": (gettext_lazy("Accepted"), "good"),
    "revoked": (gettext_lazy("Revoked"), "quiet"),
    "expired": (gettext_lazy("Not accepted in time"), "quiet"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """An invitation with its role and reach in words, and how it stands."""

    invitation: Invitation
    role: str
    reach: str
    state: str

    @property
    def word(self) -> str | Promise:
        return STATES[self.state][0]

    @property
    def tone(self) -> str:
        return STATES[self.state][1]


def rows(found: Iterable[Invitation]) -> list[Row]:
    """Invitations as rows of a table."""
    return [Row(one, role_name(one.role), reach(one), state(one)) for one in found]


def reach(one: Invitation) -> str:
    """What the role is offered for."""
    return ", ".join(named(value) for _kind, value in one.scopes) or _("everywhere")


def state(one: Invitation) -> str:
    """How an invitation stands: open, accepted, revoked or expired."""
    if one.accepted_at is not None:
        return "accepted"
    if one.revoked_at is not None:
        return "revoked"
    return "open" if clock.now() < one.expires_at else "expired"
