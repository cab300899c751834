"""What a file is, by its content alone. Each kind is then read far enough to know that it is whole and nothing else."""

from collections.abc import Callable
from typing import BinaryIO

import puremagic
from django.utils.translation import gettext as _

from roadstead.files.errors import FilesError
from roadstead.files.kinds import gif, jpeg, office, pdf, png, refused, text, webp
from roadstead.files.kinds.seen import Seen

HEAD = 8_192  # bytes from which the kind is guessed
Check = Callable[[BinaryIO, int], Seen]
CHECKS: dict[str, Check] = {
    ".pdf": pdf.check,
    ".png": png.check,
    ".jpg": jpeg.check,
    ".gif": gif.check,
    ".webp": webp.check,
    ".docx": office.check,  # every archive begins alike; what is inside tells
    ".zip": office.check,
}


def look(file: BinaryIO, size: int) -> Seen:
    """What a file of so many bytes is. Raises FilesError for what is not taken, in words for its sender."""
    if not size:
        raise FilesError(_("The file is empty: it has no content at all. Choose it again, or save it anew first."))
    file.seek(0)
    head = file.read(HEAD)
    claims = guesses(head)
    check = next((CHECKS[one] for one in claims if one in CHECKS), None)
    seen = check(file, size) if check else text.check(file, size)
    if seen is None:
        raise FilesError(refused.words(head, claims))
    return seen


def guesses(head: bytes) -> list[str]:
    """The endings of the kinds that a beginning speaks for, the likeliest first."""
    try:
        found = puremagic.magic_string(head)
    except puremagic.PureError:
        return []
    return [one.extension.lower() for one in found]
