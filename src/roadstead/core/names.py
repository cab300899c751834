"""Names as people type them: folded for comparison, never for display."""

import unicodedata
from difflib import get_close_matches
from functools import lru_cache

# Words that say what kind of place it is, not which one.
GENERIC_WORDS = frozenset(
    "and base berth bulk container containers de del dock du facility harbor harbour international jetty la le "  # noqa: SIM905
    "limited ltd marine of offshore oil port quay terminal the wharf".split()
)
NEAR = 0.84
LONGEST_KEPT_PLURAL = 3  # letters; “gas” and “lng” are no plurals
LONGEST_COMPARED = 160  # characters; a longer text is no name


@lru_cache(maxsize=8_192)
def fold(text: str) -> str:
    """Lower case, no accents, no punctuation, single spaces: “Société (SONARA)” → “societe sonara”."""
    decomposed = unicodedata.normalize("NFKD", text[:LONGEST_COMPARED])
    plain = "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
    return " ".join("".join(char if char.isalnum() else " " for char in plain).split())


@lru_cache(maxsize=32_768)
def is_near(given: str, known: str) -> bool:
    """Whether two folded names are so alike that a person must say if they are one.

    Near is a likeness of 0.84 or more (difflib ratio), or that one name's words all stand in the
    other and at least one of them is no generic word.
    """
    if get_close_matches(given, [known], n=1, cutoff=NEAR):
        return True
    words, known_words = _words(given), _words(known)
    shared = words & known_words
    return bool(shared - GENERIC_WORDS) and shared in (words, known_words)


def _words(folded: str) -> frozenset[str]:
    """The words of a folded name, a plural as its singular."""
    return frozenset(
        word[:-1] if len(word) > LONGEST_KEPT_PLURAL and word.endswith("s") else word for word in folded.split()
    )


def is_comparable(name: str) -> bool:
    """Whether a name has letters or digits of the script that advisories print; another script cannot be compared."""
    return any(char.isascii() and char.isalnum() for char in fold(name))
