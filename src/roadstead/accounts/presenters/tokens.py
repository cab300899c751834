"""Tokens as the list says them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roadstead.accounts.models import Token
from roadstead.common import clock
from roadstead.common.access.permission import Permission

STATES: dict[str, tuple[str | Promise, str]] = {
    "good": (_("Good"), "good"),
    "expired": (_("Expired"), "quiet"),
    "revoked": (_("Revoked"), "quiet"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A token with its rights in words, and how it stands."""

    token: Token
    rights: list[str]
    state: str

    @property
    def word(self) -> str | Promise:
        return STATES[self.state][0]

    @property
    def tone(self) -> str:
        return STATES[self.state][1]


def rows(tokens: Iterable[Token]) -> list[Row]:
    """Tokens as rows of a table."""
    known = {one.value: str(one.meaning) for one in Permission}
    return [Row(one, [known.get(name, name) for name in one.permissions], _state(one)) for one in tokens]


def _state(token: Token) -> str:
    if token.revoked_at is not None:
        return "revoked"
    return "good" if clock.now() < token.expires_at else "expired"
