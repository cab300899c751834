"""Texts that people give with what they do: there, readable, and no longer than is kept."""

from django.utils.translation import gettext as _

from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.models import LONGEST_REASON


def reason(why: str, missing: str, *, least: int = 1) -> str:
    """A reason, tidied. Raises AccountsError with `missing` where it says nothing."""
    return fitting(why, LONGEST_REASON, missing, least=least)


def fitting(text: str, most: int, missing: str = "", *, least: int = 1) -> str:
    """A text on one line or more, tidied. Raises AccountsError where it is missing or too long."""
    said = text.replace("\x00", "").strip()
    if missing and len(said) < least:
        raise AccountsError(missing)
    if len(said) > most:
        words = {"most": most, "written": len(said)}
        raise AccountsError(_("At most %(most)s characters are kept, and you wrote %(written)s. Shorten it.") % words)
    return said
