"""What is refused about reciprocal visits, in words."""

from typing import Any

from django.utils.translation import gettext as _


class HostingError(ValueError):
    """What was asked cannot be done; `field` names the field that is wrong, if it is one."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class StaleError(HostingError):
    """Somebody changed the record first; `current` is how it stands now."""

    def __init__(self, current: Any) -> None:
        super().__init__(_("Somebody changed it after you opened this page. Nothing of yours was saved yet."))
        self.current = current


def text_of(said: str, *, most: int, field: str, must: str = "") -> str:
    """A text without space around it. must: what is said where it is empty. Raises HostingError."""
    text = said.replace("\r\n", "\n").replace("\0", "").strip()
    if must and not text:
        raise HostingError(must, field)
    if len(text) > most:
        raise HostingError(_("That is too long: at most %(most)s characters.") % {"most": most}, field)
    return text


def line_of(said: str, *, most: int, field: str, must: str = "") -> str:
    """The same on one line. Raises HostingError."""
    return text_of(" ".join(said.split()), most=most, field=field, must=must)
