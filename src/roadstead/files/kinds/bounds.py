"""What every picture and document is held to: whole, and nothing else besides."""

import zipfile
from typing import BinaryIO, NoReturn

from django.utils.translation import gettext as _

from roadstead.files.errors import FilesError
from roadstead.files.kinds.text import MARKUP_INSIDE

MOST_PIXELS = 200_000_000  # more would fill the memory of whoever looks
FOREIGN = (b"PK\x03\x04", b"%PDF-", b"MZ\x90", b"\x7fELF", b"Rar!\x1a", b"7z\xbc\xaf", b"#!/", b"<?php")


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


def nothing_foreign(file: BinaryIO, rest: bytes) -> None:
    """What follows may be the maker's own, but no archive, program or web page. Raises FilesError."""
    if zipfile.is_zipfile(file) or any(one in rest for one in FOREIGN):
        two_in_one()
    if MARKUP_INSIDE.search(rest.decode("latin-1")):
        two_in_one()


def sane(width: int, height: int) -> None:
    """A picture has a size that can be shown. Raises FilesError."""
    if not width or not height:
        broken()
    if width * height > MOST_PIXELS:
        raise FilesError(
            _("The picture has %(width)s by %(height)s points, too many to be shown. Save it smaller, and attach that.")
            % {"width": width, "height": height}
        )
