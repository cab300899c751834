"""The files inside of a message: each of them, and the message without those that are not taken."""

from collections.abc import Iterator, Mapping
from email.message import EmailMessage

from django.utils.translation import gettext as _

from roadstead.engagement.brought.draft import Carried, one_line

MOST_PARTS = 200
LONGEST_NAME = 100
BROKEN = (LookupError, ValueError, TypeError, AttributeError)  # what the parts of strange mails raise


def carried(message: EmailMessage) -> list[Carried]:
    """Every file of a message, those of messages inside of it too; its texts are none, unless they hold no text."""
    return [one for number, part in _leaves(message) if (one := _file(number, part)) is not None]


def without(message: EmailMessage, refused: Mapping[int, str]) -> bytes | None:
    """The message with a line in the place of each file that is not taken: its name, and why. None if that fails."""
    for number, part in _leaves(message):
        if number not in refused:
            continue
        try:
            name = part.get_filename() or ""
            part.clear_content()
            part.set_content(_("A file was taken out: %(name)s. %(why)s") % {"name": name, "why": refused[number]})
        except BROKEN:
            return None
    try:
        return message.as_bytes()
    except BROKEN:
        return None


def _leaves(message: EmailMessage) -> Iterator[tuple[int, EmailMessage]]:
    for number, part in enumerate(message.walk()):
        if number >= MOST_PARTS:
            return
        if isinstance(part, EmailMessage) and not part.is_multipart():
            yield number, part


def _file(number: int, part: EmailMessage) -> Carried | None:
    try:
        payload = part.get_payload(decode=True)
        name, apart = part.get_filename() or "", part.get_content_disposition() == "attachment"
    except BROKEN:
        return None
    content = payload if isinstance(payload, bytes) else b""
    is_text = part.get_content_maintype() == "text" and not apart and not name
    if not content or (is_text and b"\0" not in content):
        return None
    shown = not apart and (not name or part["Content-ID"] is not None)
    return Carried(number, one_line(name)[:LONGEST_NAME] or f"part-{number}", content, shown)
