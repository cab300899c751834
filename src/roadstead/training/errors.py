"""What is refused about training, in words."""

from typing import Any

from django.utils.translation import gettext as _


class TrainingError(ValueError):
    """What was asked cannot be done; `field` names the field that is wrong, if it is one."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class StaleError(TrainingError):
    """Somebody changed the record first; `current` is how it stands now."""

    def __init__(self, current: Any) -> None:
        super().__init__(_("Somebody changed it after you opened it. Look at it as it stands now, then say it again."))
        self.current = current


def text_of(said: str, *, most: int, field: str, must: str = "", line: bool = False) -> str:
    """A text without space around it; line: on one line. must: what is said where it is empty. Raises TrainingError."""
    text = said.replace("\r\n", "\n").replace("\0", "").strip()
    text = " ".join(text.split()) if line else text
    if must and not text:
        raise TrainingError(must, field)
    if len(text) > most:
        raise TrainingError(_("That is too long: at most %(most)s characters.") % {"most": most}, field)
    return text
