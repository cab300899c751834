"""Names as people type them, reduced to what they have in common: no accents, no case, no punctuation."""

import re
import unicodedata

LONGEST_INPUT = 200  # characters read of what was typed; a port's name has at most 65
LONGEST_FOLDED = 80

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th", "ħ": "h", "ŋ": "n", "ə": "a"}
)
_JOINED = re.compile(r"['’‘ʼ`´ʻʿʾ.]")  # N'Kossa and NKossa, St. and St are the same word
_WORDS = {
    "st": "saint",
    "ste": "saint",
    "sainte": "saint",
    "sankt": "saint",
    "sint": "saint",
    "ft": "fort",
    "mt": "mount",
    "pto": "puerto",
    "pte": "pointe",
}
_SAID_OF_ANY_PORT = frozenset(
    (
        *("port", "puerto", "porto", "harbor", "harbour", "haven", "hafen", "terminal", "anchorage", "pt"),
        *("of", "the", "de", "du", "da", "do", "la", "le", "el", "al"),
    )
)
_SOUNDS = (
    ("ph", "f"),
    ("ck", "k"),
    ("sch", "s"),
    ("sh", "s"),
    ("ch", "k"),
    ("dj", "j"),
    ("c", "k"),
    ("q", "k"),
    ("z", "s"),
    ("w", "v"),
    ("x", "ks"),
)
_SILENT = str.maketrans("", "", "aeiouyh")


def fold(text: str) -> str:
    """The name in lower-case letters without marks, digits, and single spaces; "" if nothing is left.

    Letters of other scripts stay as they are. Control and direction characters vanish. At most 200 characters
    are read and 80 returned, so that any input is cheap.
    """
    visible = "".join(c for c in text[:LONGEST_INPUT] if unicodedata.category(c)[0] != "C" or c in "\t\n\r")
    apart = unicodedata.normalize("NFKD", _JOINED.sub("", visible)).casefold().translate(_LETTERS)
    kept = "".join(c if c.isalnum() else " " for c in apart if not unicodedata.combining(c))
    return " ".join(_WORDS.get(word, word) for word in kept.split())[:LONGEST_FOLDED].strip()


def without_generic(folded: str) -> str:
    """The folded name without the words said of any port ("port of houston" gives "houston"), if any word is left."""
    return " ".join(word for word in folded.split() if word not in _SAID_OF_ANY_PORT) or folded


def skeleton(folded: str) -> str:
    """The consonants one hears, so that "roterdam" and "rotterdam", "kompong som" and "kampong saom" meet.

    The first letter of the name stays, vowels as "a". "" for a name without Latin letters or digits.
    """
    plain = without_generic(folded).replace(" ", "")
    plain = "".join(c for c in plain if c.isascii())
    if not plain:
        return ""
    for sound, letter in _SOUNDS:
        plain = plain.replace(sound, letter)
    first = "a" if plain[0] in "aeiouy" else plain[0]
    heard = first + plain[1:].translate(_SILENT)
    return re.sub(r"(.)\1+", r"\1", heard)
