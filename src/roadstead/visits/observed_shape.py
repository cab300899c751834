"""What is refused about notes, observations, recommendations and best practice, in words."""

from typing import Any

from django.utils.translation import gettext as _


class ObservedError(ValueError):
    """What was asked cannot be done; `field` names the field that is wrong, if it is one."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class StaleError(ObservedError):
    """Somebody changed the record first; `current` is how it stands now."""

    def __init__(self, current: Any) -> None:
        super().__init__(_("Somebody changed this after you opened it. Nothing of yours was saved yet."))
        self.current = current


def text_of(said: str, *, most: int, field: str, must: str = "") -> str:
    """A text without space around it. must: what is said where it is empty. Raises ObservedError."""
    text = said.replace("\r\n", "\n").replace("\0", "").strip()
    if must and not text:
        raise ObservedError(must, field)
    if len(text) > most:
        raise ObservedError(_("That is too long: at most %(most)s characters.") % {"most": most}, field)
    return text
