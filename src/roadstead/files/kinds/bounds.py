"""What every picture and document is held to: whole, and nothing else besides."""

import re
import zipfile
from typing import BinaryIO, NoReturn

from django.utils.translation import gettext as _

from roadstead.files.errors import FilesError

MOST_PIXELS = 200_000_000  # more would fill the memory of whoever looks
CHUNK = 262_144  # bytes
OVERLAP = 64  # bytes of one piece that are looked at with the next
# Long enough not to turn up by chance in a film that a telephone puts behind a picture.
FOREIGN = re.compile(
    rb"%PDF-\d|MZ\x90\0\x03\0\0\0|\x7fELF[\x01\x02]{2}\x01|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|<\?php"
    rb"|(?i:<!doctype html|<html[\s>]|<script[\s>/]|<svg[\s>])"
)
FOREIGN_FIRST = (b"MZ", b"#!", b"PK\x03\x04", b"<")


def broken() -> NoReturn:
    """The file stops before its end, or its parts do not fit together."""
    raise FilesError(
        _("The file is damaged or was cut short. Open it on your device, save it anew, and attach the new one.")
    )


def two_in_one() -> NoReturn:
    """The file goes on with something of another kind."""
    raise FilesError(
        _("The file has something of another kind hidden in it. Open it, save it anew, and attach the new one.")
    )


def no_more(rest: bytes) -> None:
    """Nothing but padding may follow the end of a picture. Raises FilesError."""
    if rest.strip(b"\0\r\n "):
        two_in_one()


def past(file: BinaryIO, word: bytes) -> int | None:
    """Where a file goes on after the next time that it has a word; None where it has it no more."""
    before, held = file.tell(), b""
    while piece := file.read(CHUNK):
        window = held + piece
        if (at := window.find(word)) >= 0:
            return before - len(held) + at + len(word)
        before, held = before + len(piece), window[-len(word) + 1 :]
    return None


def nothing_foreign(file: BinaryIO, start: int) -> None:
    """What follows from here may be the maker's own, but no archive, program or web page. Raises FilesError."""
    if zipfile.is_zipfile(file):
        two_in_one()
    file.seek(start)
    held = b""
    while piece := file.read(CHUNK):
        if not held and piece.lstrip(b"\0\r\n ").startswith(FOREIGN_FIRST):
            two_in_one()
        if FOREIGN.search(held + piece):
            two_in_one()
        held = (held + piece)[-OVERLAP:]


def sane(width: int, height: int) -> None:
    """A picture has a size that can be shown. Raises FilesError."""
    if not width or not height:
        broken()
    if width * height > MOST_PIXELS:
        raise FilesError(
            _("The picture has %(width)s by %(height)s points, too many to be shown. Save it smaller, and attach that.")
            % {"width": width, "height": height}
        )
