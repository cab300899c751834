"""An e-mail message (RFC 5322, .eml): subject, day, who wrote to whom, and its plain text."""

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from html import unescape

from django.utils.translation import gettext as _

from roadstead.engagement.brought.draft import Brought, BroughtError, one_line, paragraphs, parties_of
from roadstead.engagement.interaction_enums import InteractionKind, Origin
from roadstead.engagement.models import LONGEST_ORIGIN, LONGEST_SUBJECT, LONGEST_SUMMARY

_UNSEEN = re.compile(r"<(style|script|head)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<(br|/p|/div|/tr|/li)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
MOST_MARKUP = 500_000  # characters of a text in HTML that are looked at
BROKEN = (LookupError, ValueError, TypeError, AttributeError, MessageError)  # what headers of strange mails raise


def read(content: bytes) -> Brought:
    """The message. Raises BroughtError for what is none, or has no day."""
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)  # what this policy makes
    if not _header(message, "From"):
        raise BroughtError(
            _("This is no e-mail message: it does not say who wrote it. Save the message as .eml first.")
        )
    try:
        sent = parsedate_to_datetime(_header(message, "Date"))
    except (ValueError, TypeError) as error:
        raise BroughtError(_("The message does not say when it was sent. Write the interaction by hand.")) from error
    said = [_header(message, name) for name in ("From", "To", "Cc")]
    return Brought(
        origin=Origin.EML,
        kind=InteractionKind.EMAIL,
        key=one_line(_header(message, "Message-ID"))[:LONGEST_ORIGIN],
        subject=one_line(_header(message, "Subject"))[:LONGEST_SUBJECT] or _("E-mail without a subject"),
        held_on=sent.date(),
        summary=paragraphs(_text(message), LONGEST_SUMMARY),
        parties=parties_of(getaddresses([one for one in said if one])),
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message[name] or "")
    except BROKEN:
        return ""


def _text(message: EmailMessage) -> str:
    """The plain text, or the HTML without its tags; "" where it cannot be read."""
    try:
        part = message.get_body(preferencelist=("plain", "html"))
        text = str(part.get_content()) if part is not None else ""
    except BROKEN:
        return ""
    if part is None or part.get_content_type() != "text/html":
        return text
    seen = _BREAK.sub("\n", _UNSEEN.sub(" ", text[:MOST_MARKUP]))
    lines = [" ".join(line.split()) for line in unescape(_TAG.sub("", seen)).splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
