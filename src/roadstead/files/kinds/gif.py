"""GIF: blocks up to a trailer."""

import struct
from typing import BinaryIO

from roadstead.files.enums import FileKind
from roadstead.files.kinds import bounds
from roadstead.files.kinds.seen import Seen

EXTENSION, IMAGE, TRAILER = 0x21, 0x2C, 0x3B


def check(file: BinaryIO, size: int) -> Seen:
    """Raises FilesError for a picture that is cut short, damaged, too large to show, or has something behind it."""
    file.seek(6)
    width, height, packed = struct.unpack("<HHB", _read(file, 7)[:5])
    bounds.sane(width, height)
    _skip_colours(file, packed)
    pictures = 0
    while (block := _read(file, 1)[0]) != TRAILER:
        if block == EXTENSION:
            _read(file, 1)
        elif block == IMAGE:
            pictures += 1
            _skip_colours(file, _read(file, 9)[8])
            _read(file, 1)
        else:
            bounds.broken()
        while length := _read(file, 1)[0]:
            _read(file, length)
    if not pictures:
        bounds.broken()
    bounds.nothing_foreign(file, file.tell())
    return Seen(FileKind.GIF)


def _skip_colours(file: BinaryIO, packed: int) -> None:
    if packed & 0x80:
        _read(file, 3 * 2 ** ((packed & 7) + 1))


def _read(file: BinaryIO, length: int) -> bytes:
    data = file.read(length)
    if len(data) < length:
        bounds.broken()
    return data
