"""Texts as the words they are found by, and what somebody typed as the words to look for."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from roadstead.common.folding import LONGEST_INPUT, fold
from roadstead.search.models import LONGEST_WORD

MOST_WORDS = 8  # of what was typed
MOST_OF_A_TEXT = 60
BEGINNING = 3  # letters from which on a word may be the beginning of a longer one
SHORTEST = 2  # letters; one letter finds nothing that anybody looks for
FEWEST_DIGITS = 5  # of something that is a telephone number
# Scripts that put no space between words: a name in one of them is found from any of its letters on.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
_OF_NUMBERS = frozenset("0123456789+-()./ \t")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word that is looked for; `begins`: a longer one that begins so will do."""

    word: str
    begins: bool


def of_text(text: str) -> list[str]:
    """The words of a name, each once."""
    found: dict[str, None] = {}
    for part in text.split()[:MOST_OF_A_TEXT]:
        for word in fold(part).split():
            found.update(dict.fromkeys(_from_every_letter(word) if unspaced(word) else [word]))
    return list(found)[:MOST_OF_A_TEXT]


@lru_cache(maxsize=4_096)
def of_place(text: str) -> Sequence[str]:
    """The words of a text that many records have, such as a country; never of a person, who may ask to be forgotten."""
    return tuple(of_text(text))


def of_code(text: str) -> list[str]:
    """The words of a number such as NGAPP-0001, and the whole without what stands between."""
    words = of_text(text)
    return [*words, "".join(words)[:LONGEST_WORD]] if len(words) > 1 else words


def of_address(text: str) -> list[str]:
    """An e-mail address as it is written, and the words on both sides of its @."""
    whole = text.strip().casefold()[:LONGEST_WORD]
    sides = "".join(letter if letter.isalnum() else " " for letter in whole)
    return list(dict.fromkeys([whole, *of_text(sides), *of_text(whole.partition("@")[0])])) if whole else []


def of_number(text: str) -> list[str]:
    """A telephone number as its digits, with and without the few that stand for a country."""
    digits = "".join(letter for letter in text if letter.isdigit())
    return list(dict.fromkeys(digits[skipped:] for skipped in range(4) if len(digits) - skipped >= FEWEST_DIGITS))


def wanted(text: str) -> list[Wanted]:
    """What to look for; empty where too little was typed. The last of several words may not be finished."""
    typed = text[:LONGEST_INPUT].strip()
    if set(typed) <= _OF_NUMBERS and len(digits := "".join(filter(str.isdigit, typed))) >= FEWEST_DIGITS:
        return [Wanted(digits.lstrip("0") or digits, True)]
    found: dict[str, None] = {}
    for part in typed.split():
        found.update(dict.fromkeys([part.casefold()[:LONGEST_WORD]] if "@" in part.strip("@") else fold(part).split()))
    words = list(found)[:MOST_WORDS]
    if not any(len(word) >= SHORTEST or unspaced(word) for word in words):
        return []
    return [Wanted(word, len(word) >= BEGINNING or unspaced(word) or word in words[1:][-1:]) for word in words]


def unspaced(word: str) -> bool:
    """Whether a word is of a script without spaces."""
    return bool(word) and not word[0].isascii() and unicodedata.name(word[0], "").startswith(_UNSPACED)


def _from_every_letter(word: str) -> Iterator[str]:
    return (word[start:] for start in range(len(word)))
