"""Passwords that are long and still common: a well-known one written twice, with digits around it, or one key held."""

import re
from functools import lru_cache
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

FEWEST_CHARACTERS = 6  # different ones


class LongButCommon:
    """Django's list of common passwords has few that are long enough here; attackers make longer ones of them."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError for a password that is a common one in disguise."""
        small = password.lower()
        letters = re.sub(r"[^a-z]", "", small)
        if (
            len(set(small)) < FEWEST_CHARACTERS
            or not letters
            or _unit(letters) in _common()
            or _unit(small) in _common()
        ):
            raise ValidationError(_("This password is too common: it is a well-known one, repeated or lengthened."))

    def get_help_text(self) -> str:
        return _("A common password does not become a good one by being repeated.")


def _unit(text: str) -> str:
    """What a text repeats: “abcabcab” repeats “abc”; the text itself where it repeats nothing."""
    start = (text + text).find(text, 1)
    if start < len(text):
        return text[:start]
    period = next((n for n in range(1, len(text)) if text.startswith(text[n:])), len(text))
    return text[:period] if period <= len(text) // 2 else text


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(CommonPasswordValidator().passwords)
