"""An e-mail message (RFC 5322, .eml): subject, day, who wrote to whom, and its plain text."""

import re
from datetime import date
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from html import unescape
from typing import Any

from django.utils.translation import gettext as _

from roadstead.engagement.brought import invitation
from roadstead.engagement.brought.carrying import carried
from roadstead.engagement.brought.draft import Brought, BroughtError, one_line, paragraphs, parties_of
from roadstead.engagement.interaction_enums import InteractionKind, Origin
from roadstead.engagement.models import LONGEST_ORIGIN, LONGEST_SUBJECT, LONGEST_SUMMARY

_UNSEEN = re.compile(r"<(style|script|head)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<(br|/p|/div|/tr|/li)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
MOST_MARKUP = 500_000  # characters of a text in HTML that are looked at
BROKEN = (LookupError, ValueError, TypeError, AttributeError, MessageError)  # what headers of strange mails raise


def parsed(content: bytes) -> EmailMessage:
    """A message, whatever it is worth."""
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)  # what this policy makes
    return message


def read(content: bytes) -> Brought:
    """The message; where it brings an invitation, that, with what the message carries.

    Raises BroughtError for what is none, or has no day.
    """
    message = parsed(content)
    if not _header(message, "From"):
        raise BroughtError(
            _("This is no e-mail message: it does not say who wrote it. Save the message as .eml first.")
        )
    files = carried(message)
    if invited := _invitation(message):
        invited.summary = invited.summary or paragraphs(_text(message), LONGEST_SUMMARY)
        invited.carried = files
        return invited
    said = [_header(message, name) for name in ("From", "To", "Cc")]
    return Brought(
        origin=Origin.EML,
        kind=InteractionKind.EMAIL,
        key=one_line(_header(message, "Message-ID"))[:LONGEST_ORIGIN],
        subject=one_line(_header(message, "Subject"))[:LONGEST_SUBJECT] or _("E-mail without a subject"),
        held_on=_day(message),
        summary=paragraphs(_text(message), LONGEST_SUMMARY),
        parties=parties_of(getaddresses([one for one in said if one])),
        carried=files,
    )


def _day(message: EmailMessage) -> date:
    """When it was sent, or else when it was received first. Raises BroughtError where neither is said."""
    received = _header(message, "Received").rpartition(";")[2]
    for text in (_header(message, "Date"), received):
        try:
            return parsedate_to_datetime(text.strip()).date()
        except (ValueError, TypeError, IndexError):
            continue
    raise BroughtError(_("The message does not say when it was sent. Write the interaction by hand."))


def _invitation(message: EmailMessage) -> Brought | None:
    """The invitation that a message brings; None for an answer to one, and where it cannot be read."""
    for part in message.walk():
        if part.get_content_type() != "text/calendar":
            continue
        try:
            payload = part.get_payload(decode=True)
            return invitation.read(payload if isinstance(payload, bytes) else b"")
        except (*BROKEN, BroughtError):
            continue
    return None


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message[name] or "")
    except BROKEN:
        return ""


def _content(part: Any) -> str:
    """A text, also in an encoding that nobody knows."""
    try:
        return str(part.get_content())
    except LookupError:
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _text(message: EmailMessage) -> str:
    """The plain text, or the HTML without its tags; "" where it cannot be read."""
    try:
        part = message.get_body(preferencelist=("plain", "html"))
        text = _content(part) if part is not None else ""
    except BROKEN:
        return ""
    if part is None or part.get_content_type() != "text/html":
        return text
    seen = _BREAK.sub("\n", _UNSEEN.sub(" ", text[:MOST_MARKUP]))
    lines = [" ".join(line.split()) for line in unescape(_TAG.sub("", seen)).splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
