"""The bytes of an address book as text: UTF-8, or UTF-16 where the file says so, and nothing guessed."""

import codecs

from django.utils.translation import gettext as _

from roadstead.engagement.addressbook.draft import FileError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def text_of(content: bytes) -> str:
    """The text. Raises FileError for an empty file, and for one whose writing cannot be told."""
    if not content.strip(b"\0 \t\r\n"):
        raise FileError(_("The file is empty."))
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise FileError(
            _(
                "The file is not in UTF-8: line %(line)s holds a byte that is none of it. Guessing would spoil names. "
                "Save it as “CSV UTF-8”, or export it anew as UTF-8."
            )
            % {"line": line}
        ) from error
    if "\0" in text:
        raise FileError(_("The file holds zero bytes, so it is no text. Export it anew as CSV (UTF-8) or vCard."))
    return text
