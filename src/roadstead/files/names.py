"""Names of files as they are kept: what any computer can save, with the ending that the content has."""

import re
import unicodedata

from roadstead.files.enums import KNOWN_EXTENSIONS, FileKind

LONGEST = 120  # characters
LONGEST_BYTES = 240  # in UTF-8; most file systems take 255
UNNAMED = "unnamed"
NOT_IN_NAMES = re.compile(r'[<>:"|?*]')
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)


def cleaned(given: str, kind: FileKind) -> str:
    """A name to keep: no folders, no control or direction characters, not too long, with an ending of its kind.

    An ending that belongs to another kind is replaced; one that means nothing here stays, and the right one follows.
    """
    name = _visible(given.replace("\\", "/").rpartition("/")[2]) or _visible(given.replace("\\", "/").strip("/. "))
    stem, ending = _apart(name)
    if ending.lower() not in kind.extensions:
        stem, ending = (stem if ending.lower() in KNOWN_EXTENSIONS else name), kind.extensions[0]
    stem = stem.strip(" .") or UNNAMED
    if RESERVED.fullmatch(stem.partition(".")[0].strip()):
        stem = f"_{stem}"
    return f"{_short(stem, len(ending) + 1)}.{ending}"


def _visible(text: str) -> str:
    """A text without what cannot be seen or saved, on one line."""
    whole = unicodedata.normalize("NFC", text)
    seen = "".join(" " if c in "\t\r\n\u2028\u2029" else c for c in whole if c in "\t\r\n" or _may_stay(c))
    return " ".join(NOT_IN_NAMES.sub("_", seen).replace("/", "_").split()).strip(" .")


def _may_stay(character: str) -> bool:
    return unicodedata.category(character)[0] != "C"


def _apart(name: str) -> tuple[str, str]:
    stem, dot, ending = name.rpartition(".")
    return (stem, ending) if dot and stem else (name, "")


def _short(stem: str, taken: int) -> str:
    kept = stem[: LONGEST - taken]
    while len(kept.encode()) > LONGEST_BYTES - taken:
        kept = kept[:-1]
    return kept.rstrip(" .")
