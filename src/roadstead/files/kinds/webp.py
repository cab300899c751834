"""WebP: one RIFF container that says how long it is."""

import struct
from typing import BinaryIO

from roadstead.files.enums import FileKind
from roadstead.files.kinds import bounds, position
from roadstead.files.kinds.seen import Seen

PIXELS = frozenset({b"VP8 ", b"VP8L", b"ANMF"})


def check(file: BinaryIO, size: int) -> Seen:
    """Raises FilesError for a picture that is cut short, damaged, or followed by something."""
    file.seek(4)
    end = 8 + int.from_bytes(file.read(4), "little")
    if end > size:
        bounds.broken()
    file.seek(12)
    says_where, pixels = False, False
    while file.tell() < end:
        head = file.read(8)
        if len(head) < 8:
            bounds.broken()
        name, length = struct.unpack("<4sI", head)
        after = file.tell() + length + length % 2
        if after > end + 1:
            bounds.broken()
        pixels = pixels or name in PIXELS
        if name == b"VP8X":
            _size(file.read(10))
        elif name == b"EXIF":
            says_where = position.is_told(file.read(length).removeprefix(b"Exif\0\0"))
        file.seek(after)
    if not pixels:
        bounds.broken()
    bounds.no_more(file.read())
    return Seen(FileKind.WEBP, says_where=says_where)


def _size(data: bytes) -> None:
    bounds.sane(int.from_bytes(data[4:7], "little") + 1, int.from_bytes(data[7:10], "little") + 1)
