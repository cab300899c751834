"""Words that are a slip of the keys apart: a letter wrong, missing, too many, or two that changed places.

A word is kept under every rest that is left of its first letters without one (or, of a long word, two) of them. Two
words that are so near share a rest, so that an index finds them; how near they are is then measured.
"""

from collections.abc import Collection
from itertools import combinations

from rapidfuzz.distance import OSA

from roadstead.search.models import Slip

SHORTEST = 4  # letters; shorter words are all near each other
UNFINISHED = 5  # letters from which on a misspelt word may be the beginning of a longer one
LONG = 7  # letters from which on two slips are forgiven
FIRST = 6  # letters of a word of which rests are made


def forgiven(word: str) -> int:
    """How many slips are forgiven in a word; none in a number."""
    if len(word) < SHORTEST or not word.isalpha():
        return 0
    return 1 if len(word) < LONG else 2


def rests(word: str) -> set[str]:
    """What is left of the beginning of a word without some of its letters, the beginning itself among it."""
    start, most = word[:FIRST], forgiven(word)
    return {
        "".join(letter for place, letter in enumerate(start) if place not in gone)
        for number in range(most + 1)
        for gone in combinations(range(len(start)), number)
    }


def near(words: Collection[str]) -> dict[str, dict[str, int]]:
    """By word, the words of the index that are near it, and how many slips away; one query."""
    by_word = {word: rests(word) for word in words if forgiven(word)}
    if not by_word:
        return {}
    rows = Slip.objects.filter(rest__in=set().union(*by_word.values())).values_list("rest", "word")
    shared: dict[str, set[str]] = {}
    for rest, other in rows:
        shared.setdefault(rest, set()).add(other)
    return {word: _measured(word, {one for rest in by_word[word] for one in shared.get(rest, ())}) for word in by_word}


def apart(word: str, other: str) -> int:
    """How many slips lie between two words, if they are as few as are forgiven; else 0."""
    most = forgiven(word)
    slips = _slips(word, other, most) if most else 0
    return slips if slips <= most else 0


def _measured(word: str, others: Collection[str]) -> dict[str, int]:
    most = forgiven(word)
    return {other: slips for other in others if 0 < (slips := _slips(word, other, most)) <= most}


def _slips(word: str, other: str, most: int) -> int:
    """How far a word is from another, or from its beginning where more letters may follow."""
    ends = {len(other)}
    if len(word) >= UNFINISHED:
        ends |= {end for end in range(len(word) - 1, len(word) + most + 1) if end < len(other)}
    # A word that begins so rightly was found already.
    return min(OSA.distance(word, other[:end], score_cutoff=most) or most + 1 for end in ends)
