"""Plain text: UTF-8, or Latin letters of one byte each; no control characters; no web page, script or document."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from roadstead.files.enums import FileKind
from roadstead.files.errors import FilesError
from roadstead.files.kinds import refused
from roadstead.files.kinds.seen import Seen

CHUNK = 262_144  # bytes
HEAD = 4_096  # characters in which markup is looked for
CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\f\r\x1b"))
NO_LETTERS = b"\x81\x8d\x8f\x90\x9d"  # stand for nothing in Windows-1252
UTF8, LATIN = "utf-8", "windows-1252"
TAGS = "html|head|body|script|iframe|svg|style|title|table|div|font|h1|a|b|br|p|img|math|object|embed|form|meta|link"
MARKUP = re.compile(rf"<(!doctype|!--|\?xml|\?php|({TAGS})[\s/>])", re.IGNORECASE)
MARKUP_INSIDE = re.compile(r"<(!doctype html|html[\s>]|script[\s>/]|svg[\s>])", re.IGNORECASE)
FIELD = re.compile(r"[A-Za-z][A-Za-z-]*:")
OF_MAIL = re.compile(r"(?im)^(from|received|return-path|message-id|delivered-to|mime-version):")


def check(file: BinaryIO, size: int) -> Seen | None:
    """The kind of a text; None for what is no text. Raises FilesError for text that is more than that."""
    charset = _charset(file)
    if charset is None:
        return None
    file.seek(0)
    head = file.read(HEAD).decode(charset, errors="ignore").lstrip("\ufeff \t\r\n\f")
    if head.startswith(("{\\rtf", "%!PS", "%PDF")):
        raise FilesError(str(refused.RICH_TEXT))
    if head.startswith("#!"):
        raise FilesError(str(refused.SCRIPT))
    kind = _kind(head)
    # Mails have their text as markup, too, and so do invitations of some calendars; neither is shown by a browser.
    if MARKUP.match(head) or (kind not in (FileKind.MAIL, FileKind.CALENDAR) and MARKUP_INSIDE.search(head)):
        raise FilesError(str(refused.MARKUP))
    return Seen(kind, charset)


def _charset(file: BinaryIO) -> str | None:
    """How the letters are written; None for what is no text."""
    decoder = codecs.getincrementaldecoder(UTF8)()
    unicode, latin = True, True
    for chunk in _chunks(file):
        if chunk.translate(None, CONTROLS) != chunk:
            return None
        latin = latin and chunk.translate(None, NO_LETTERS) == chunk
        try:
            unicode = unicode and decoder.decode(chunk) is not None
        except UnicodeDecodeError:
            unicode = False
    if unicode and not decoder.getstate()[0]:
        return UTF8
    return LATIN if latin else None


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(CHUNK):
        yield chunk


def _kind(head: str) -> FileKind:
    beginning = head[:40].upper()
    if beginning.startswith("BEGIN:VCALENDAR"):
        return FileKind.CALENDAR
    if beginning.startswith("BEGIN:VCARD"):
        return FileKind.CONTACT
    fields = head.replace("\r\n", "\n").partition("\n\n")[0]
    return FileKind.MAIL if FIELD.match(fields) and OF_MAIL.search(fields) else FileKind.TEXT
