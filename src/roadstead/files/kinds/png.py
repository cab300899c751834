"""PNG: chunks, each with its own checksum, from IHDR to IEND."""

import struct
import zlib
from typing import BinaryIO

from roadstead.files.enums import FileKind
from roadstead.files.kinds import bounds, position
from roadstead.files.kinds.seen import Seen

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def check(file: BinaryIO, size: int) -> Seen:
    """Raises FilesError for a picture that is cut short, damaged, too large to show, or followed by something."""
    file.seek(len(SIGNATURE))
    says_where, pixels = False, False
    while True:
        name, data = _chunk(file, size)
        if name == b"IHDR":
            bounds.sane(*struct.unpack(">II", data[:8]))
        elif name == b"IDAT":
            pixels = True
        elif name == b"eXIf":
            says_where = position.is_told(data)
        elif name == b"IEND":
            break
    if not pixels:
        bounds.broken()
    bounds.no_more(file.read())
    return Seen(FileKind.PNG, says_where=says_where)


def _chunk(file: BinaryIO, size: int) -> tuple[bytes, bytes]:
    """The name and content of the next chunk."""
    head = file.read(8)
    if len(head) < 8:
        bounds.broken()
    length, name = struct.unpack(">I4s", head)
    if length > size:
        bounds.broken()
    data, tail = file.read(length), file.read(4)
    if len(tail) < 4 or zlib.crc32(name + data) != int.from_bytes(tail, "big") or (name == b"IHDR" and length != 13):
        bounds.broken()
    return name, data
