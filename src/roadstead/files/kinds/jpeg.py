"""JPEG: segments up to the pixels, and an end. Telephones write more behind it, which is theirs to do."""

from typing import BinaryIO

from roadstead.files.enums import FileKind
from roadstead.files.kinds import bounds, position
from roadstead.files.kinds.seen import Seen

START_OF_SCAN, EXIF = 0xDA, 0xE1
END = b"\xff\xd9"
FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def check(file: BinaryIO, size: int) -> Seen:
    """Raises FilesError for a picture that is cut short, damaged, or has an archive, program or page behind it."""
    file.seek(2)
    says_where, framed = False, False
    while (marker := _marker(file)) != START_OF_SCAN:
        length = int.from_bytes(file.read(2), "big")
        data = file.read(length - 2) if length >= 2 else b""
        if length < 2 or len(data) < length - 2:
            bounds.broken()
        if marker in FRAMES:
            framed = True
            bounds.sane(int.from_bytes(data[3:5], "big"), int.from_bytes(data[1:3], "big"))
        elif marker == EXIF and data.startswith(b"Exif\0\0"):
            says_where = says_where or position.is_told(data[6:])
    rest = bounds.past(file, END)
    if not framed or rest is None:
        bounds.broken()
    bounds.nothing_foreign(file, rest)
    return Seen(FileKind.JPEG, says_where=says_where)


def _marker(file: BinaryIO) -> int:
    """The next marker before the pixels."""
    if file.read(1) != b"\xff":
        bounds.broken()
    while (one := file.read(1)) == b"\xff":
        pass
    if not one or one in (b"\0", b"\xd9"):
        bounds.broken()
    return one[0]
