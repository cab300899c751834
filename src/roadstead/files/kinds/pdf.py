"""PDF: its word at the very beginning, its end near the end, and no archive around it."""

import zipfile
from typing import BinaryIO

from roadstead.files.enums import FileKind
from roadstead.files.kinds import bounds
from roadstead.files.kinds.seen import Seen
from roadstead.files.kinds.text import MARKUP_INSIDE

TAIL = 2_048  # bytes in which the end must stand
HEAD = 1_024


def check(file: BinaryIO, size: int) -> Seen:
    """Raises FilesError for a document that is cut short, or is a page or an archive at the same time."""
    file.seek(0)
    head = file.read(HEAD)
    file.seek(max(0, size - TAIL))
    if not head.startswith(b"%PDF-") or b"%%EOF" not in file.read():
        bounds.broken()
    if zipfile.is_zipfile(file) or MARKUP_INSIDE.search(head.decode("latin-1")):
        bounds.two_in_one()
    return Seen(FileKind.PDF)
