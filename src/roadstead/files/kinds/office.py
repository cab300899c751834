"""Word, Excel, PowerPoint and OpenDocument: archives of a known inside, without macros, that unpack to a sane size."""

import re
import struct
import zipfile
import zlib
from typing import BinaryIO

from django.utils.translation import gettext as _

from roadstead.files.enums import FileKind
from roadstead.files.errors import FilesError
from roadstead.files.kinds import bounds, refused
from roadstead.files.kinds.seen import Seen

MOST_PARTS = 20_000
MOST_UNPACKED = 400_000_000  # bytes
MOST_TIMES = 200  # as large as packed; spreadsheets of zeros come near 100
ALWAYS_FINE = 10_000_000  # bytes, however well they were packed
LONGEST_CONTENTS = 2_000_000
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
CONTENTS, MIMETYPE = "[Content_Types].xml", "mimetype"
MAIN = {
    FileKind.DOCX: b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    FileKind.XLSX: b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    FileKind.PPTX: b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
}
OPEN_DOCUMENT = {kind.media_type.encode(): kind for kind in (FileKind.ODT, FileKind.ODS)}
MACROS = re.compile(r"(^|/)(vbaProject\.bin|vbaData\.xml|activeX/|Basic/|Scripts/|macros/)", re.IGNORECASE)


def check(file: BinaryIO, size: int) -> Seen:
    """Raises FilesError for another archive, one with macros, a damaged one, or one that unpacks to far too much."""
    try:
        with zipfile.ZipFile(file) as archive:
            _sane(archive, size)
            kind = _kind(archive)
            _whole(archive)
    except FilesError:
        raise
    except (ValueError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, struct.error):
        bounds.broken()
    return Seen(kind)


def _sane(archive: zipfile.ZipFile, size: int) -> None:
    parts = archive.infolist()
    unpacked = sum(one.file_size for one in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or unpacked > max(ALWAYS_FINE, size * MOST_TIMES):
        raise FilesError(
            _(
                "The document would unpack to far more than a document has. "
                "Open it, save it as PDF or as a smaller document, and attach that."
            )
        )
    if any(one.compress_type not in PACKED for one in parts):  # the others are unpacked without any bound
        bounds.broken()
    if parts and min(one.header_offset for one in parts) > 0:
        bounds.two_in_one()


def _kind(archive: zipfile.ZipFile) -> FileKind:
    names = set(archive.namelist())
    macros = any(MACROS.search(one) for one in names)
    if CONTENTS in names:
        listed = _read(archive, CONTENTS)
        macros = macros or b"macroenabled" in listed.lower()
        found = [kind for kind, word in MAIN.items() if b'"' + word + b'"' in listed]
    elif MIMETYPE in names:
        found = [kind for word, kind in OPEN_DOCUMENT.items() if word == _read(archive, MIMETYPE).strip()]
    else:
        found = []
    if macros and (found or CONTENTS in names or MIMETYPE in names):
        raise FilesError(
            _("The document carries macros, which are programs. Save it without macros, or as PDF, and attach that.")
        )
    if len(found) != 1:
        raise FilesError(str(refused.ARCHIVE))
    return found[0]


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(LONGEST_CONTENTS)


def _whole(archive: zipfile.ZipFile) -> None:
    """Every part unpacks to what it says, with the checksum it says."""
    if archive.testzip() is not None:
        bounds.broken()
