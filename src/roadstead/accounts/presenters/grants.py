"""Grants as pages and tables say them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.accounts.events import role_name
from roadstead.accounts.models import Grant
from roadstead.accounts.scopes import named
from roadstead.common import clock

SHOWN = 6  # things that a role is given for; the rest is counted
STATES: dict[str, tuple[str | Promise, str]] = {
    "now": (gettext_lazy("In force"), "good"),
    "later": (gettext_lazy("Begins later"), "ask"),
    "ended": (gettext_lazy("Ended"), "quiet"),
    "withdrawn": (gettext_lazy("Withdrawn"), "quiet"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A grant with what it reaches in words, and how it stands."""

    grant: Grant
    role: str
    reach: str
    more: int
    state: str
    anchor: str = ""

    @property
    def word(self) -> str | Promise:
        return STATES[self.state][0]

    @property
    def tone(self) -> str:
        return STATES[self.state][1]

    @property
    def lasting(self) -> bool:
        """Whether there is still something to withdraw."""
        return self.state in ("now", "later")


def rows(grants: Iterable[Grant]) -> list[Row]:
    """Grants as rows of a table, those in force first. Their scopes should have been fetched with them.

    The first in force of each role has an anchor, to which the rights that it gives lead.
    """
    now = clock.now()
    found = sorted((_row(one, now) for one in grants), key=lambda row: list(STATES).index(row.state))
    first = {row.grant.role: row for row in reversed(found) if row.state == "now"}
    return [replace(row, anchor=f"role-{row.grant.role}") if first.get(row.grant.role) is row else row for row in found]


def _row(grant: Grant, now: datetime) -> Row:
    values = [one.value for one in grant.scopes.all()]
    said = ", ".join(named(value) for value in values[:SHOWN]) or (_("everywhere") if grant.everywhere else "–")
    return Row(grant, role_name(grant.role), said, max(0, len(values) - SHOWN), _state(grant, now))


def _state(grant: Grant, now: datetime) -> str:
    if grant.withdrawn_at is not None:
        return "withdrawn"
    if grant.valid_until is not None and grant.valid_until <= now:
        return "ended"
    return "now" if grant.valid_from <= now else "later"
