"""A file that is brought in, whichever of the two it is."""

from django.utils.translation import gettext as _

from roadstead.engagement.brought import invitation, mail
from roadstead.engagement.brought.draft import LARGEST, Brought, BroughtError, too_large


def read(name: str, content: bytes) -> Brought:
    """What the file says; its beginning decides what it is, its name where that does not.

    Raises BroughtError for a file that is empty, too large, or neither.
    """
    if not content.strip():
        raise BroughtError(_("The file is empty."))
    if len(content) > LARGEST:
        raise BroughtError(too_large(len(content)))
    begins = content[:200].lstrip(b"\xef\xbb\xbf \r\n\t").upper()
    if begins.startswith(b"BEGIN:VCALENDAR"):
        return invitation.read(content)
    if begins.startswith(b"BEGIN:VCARD"):
        raise BroughtError(_("This is an address book. It is read in under People, “Import an address book”."))
    if name.lower().endswith(".msg") or b"\0" in content[:2_000]:
        raise BroughtError(
            _("This is neither a calendar invitation nor a message as text. In Outlook, save it as .eml or .ics.")
        )
    if name.lower().endswith(".ics"):
        raise BroughtError(_("The file holds no invitation: it does not begin with BEGIN:VCALENDAR."))
    return mail.read(content)
