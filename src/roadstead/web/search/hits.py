"""One thing found, and what of it is like the words that were typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from roadstead.search.kinds import Text
from roadstead.search.words import Wanted, of_text
from roadstead.web.search.asked import Asked


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. href: its page, "" where this reader has none; field and matched: the text that fits best, ""
    where that is its name; context: a line to know it by.
    """

    key: str
    name: str
    href: str
    context: str = ""
    field: str | Promise = ""
    matched: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The best of one kind, and how many there are of it that the reader may see; whole: all of them are counted.

    score: what the best of them counts.
    """

    kind: str
    word: str | Promise
    total: int
    hits: Sequence[Hit]
    score: int = 0
    whole: bool = True


def best_text(texts: Iterable[Text], asked: Asked) -> Text | None:
    """The text that has most of the words; of equals, the one that weighs most."""
    return max(texts, key=lambda one: (_fitting(one, asked), one.weight), default=None)


def highlighted(text: str, asked: Asked) -> SafeString:
    """A text with the words in it that were asked for."""
    told = [_word(part, asked) for part in text.split()]
    return mark_safe(" ".join(told))  # noqa: S308 - each part is escaped below


def _word(part: str, asked: Asked) -> str:
    said, words = str(escape(part)), [*of_text(part), part.casefold()]
    found = any(_is(word, one, asked) for word in words for one in asked.words)
    return f"<mark>{said}</mark>" if found else said


def _fitting(text: Text, asked: Asked) -> int:
    """How many of the words that were asked for a text has."""
    words = [word for word, _weight in text.words()]
    return sum(any(_is(word, one, asked) for word in words) for one in asked.words)


def _is(word: str, one: Wanted, asked: Asked) -> bool:
    """Whether a word of a record is one that was asked for, or near it."""
    return word == one.word or (one.begins and word.startswith(one.word)) or word in asked.slips.get(one.word, ())
