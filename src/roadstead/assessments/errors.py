"""What is refused about self-assessments, in words."""

from typing import Any

from django.utils.translation import gettext as _


class AssessmentError(ValueError):
    """What was asked cannot be done; `field` names the field that is wrong, if it is one."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class ClosedError(AssessmentError):
    """What was typed came when the answer was no longer open."""


class StaleError(AssessmentError):
    """Somebody changed the record first; `current` is how it stands now."""

    def __init__(self, current: Any) -> None:
        super().__init__(_("The answer was changed after you opened it. Read it as it stands now, then say it again."))
        self.current = current


def text_of(said: str, *, most: int, field: str, must: str = "") -> str:
    """A text without space around it. must: what is said where it is empty. Raises AssessmentError."""
    text = said.replace("\r\n", "\n").replace("\0", "").strip()
    if must and not text:
        raise AssessmentError(must, field)
    if len(text) > most:
        raise AssessmentError(_("That is too long: at most %(most)s characters.") % {"most": most}, field)
    return text
