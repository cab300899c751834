"""What is not taken, by its right name and with a way out."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

PROGRAM = gettext_lazy("This file is a program. Programs are never taken, whatever their name.")
ARCHIVE = gettext_lazy("This file is an archive of other files. Unpack it, and attach the files one by one.")
OLD_OFFICE = gettext_lazy(
    "This is a document in the old Office format, which can carry programs, or one that a password closes. "
    "Save it as .docx, .xlsx or .pptx without a password, or as PDF, and attach that."
)
PICTURE = gettext_lazy("Pictures are taken as JPEG, PNG, WebP or GIF. Save this one as JPEG and attach that.")
SOUND_OR_FILM = gettext_lazy("Films and sound are not taken. Attach a document or pictures instead.")
MARKUP = gettext_lazy(
    "This is a web page, SVG or XML, which can carry programs. Save it as PDF or as plain text, and attach that."
)
SCRIPT = gettext_lazy("This text is a script that a computer could run. Scripts are not taken, whatever their name.")
RICH_TEXT = gettext_lazy("Rich text (RTF) and PostScript are not taken. Save the document as PDF, and attach that.")
WIDE_TEXT = gettext_lazy("This looks like text in UTF-16. Save it anew as UTF-8, and attach that.")

BEGINNINGS: tuple[tuple[bytes, Promise], ...] = (
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"\xd0\xcf\x11\xe0", OLD_OFFICE),
    (b"\xff\xfe", WIDE_TEXT),
    (b"\xfe\xff", WIDE_TEXT),
)
ENDINGS: tuple[tuple[frozenset[str], Promise], ...] = (
    (frozenset({".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".zst", ".cab", ".iso", ".lz"}), ARCHIVE),
    (frozenset({".heif", ".heic", ".avif", ".tif", ".tiff", ".bmp", ".psd", ".ico", ".jp2", ".jxl"}), PICTURE),
    (frozenset({".mp4", ".mov", ".avi", ".mkv", ".webm", ".mp3", ".wav", ".m4a", ".ogg", ".flac"}), SOUND_OR_FILM),
    (frozenset({".exe", ".dll", ".class", ".dex", ".wasm", ".appimage"}), PROGRAM),
)


def words(head: bytes, claims: Sequence[str]) -> str:
    """Why a file with this beginning is not taken, and what to do."""
    for beginning, said in BEGINNINGS:
        if head.startswith(beginning):
            return str(said)
    for endings, said in ENDINGS:
        if endings.intersection(claims):
            return str(said)
    return _(
        "What this file is cannot be told, or it is of a kind that is not taken. "
        "Taken are PDF, pictures, Word, Excel, PowerPoint, OpenDocument and plain text."
    )
