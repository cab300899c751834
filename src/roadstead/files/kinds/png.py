"""PNG: chunks, each with its own checksum, from IHDR to IEND."""

import struct
import zlib
from typing import BinaryIO

from roadstead.files.enums import FileKind
from roadstead.files.kinds import bounds, position
from roadstead.files.kinds.seen import Seen

READ = (b"IHDR", b"eXIf")
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
    """The name of the next chunk, and its content where that is read here."""
    head = file.read(8)
    if len(head) < 8:
        bounds.broken()
    length, name = struct.unpack(">I4s", head)
    if length > size or (name == b"IHDR" and length != 13):
        bounds.broken()
    checksum, kept, left = zlib.crc32(name), b"", length
    while left and (piece := file.read(min(left, bounds.CHUNK))):
        checksum, left = zlib.crc32(piece, checksum), left - len(piece)
        kept = kept or (piece if name in READ else b"")  # the first piece is more than enough
    if left or file.read(4) != checksum.to_bytes(4, "big"):
        bounds.broken()
    return name, kept
