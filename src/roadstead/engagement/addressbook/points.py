"""Addresses and numbers: how they are written and how two of them are found to be the same."""

import re
import unicodedata

from django.utils.translation import gettext as _

from roadstead.engagement.addressbook.draft import Point

LONGEST = 200  # characters
LONGEST_LABEL = 40
FEWEST_DIGITS, MOST_DIGITS = 4, 20
MOST_POINTS = 20  # of one kind

# What it is for stands in brackets behind it, and has a letter: +44 (0)20 is a number.
_LABEL = re.compile(r"^(?P<value>.*?)\s*[（(](?P<label>[^()（）]*[^\W\d_][^()（）]*)[)）]\s*$", re.DOTALL)
_EMAIL = re.compile(r"[^\s@,;<>()\"\\]+@[^\s@,;<>()\"\\.]+(\.[^\s@,;<>()\"\\.]+)+")
_PHONE = re.compile(r"[+\d][\d\s().\-/–‐‑]*((ext\.?|x|#)\s*\d{1,8})?", re.IGNORECASE)
_TRUNK = re.compile(r"\(0\)")


def points(text: str, kind: str) -> tuple[tuple[Point, ...], list[str]]:
    """The points of a text, separated by lines or semicolons, and what is wrong with those left out.

    kind: email or phone. One that stands there twice is taken once.
    """
    found: dict[str, Point] = {}
    wrong: list[str] = []
    for each in re.split(r"[;\n\r]+", text):
        if not each.strip():
            continue
        try:
            one = point(each, kind)
        except ValueError as error:
            wrong.append(str(error))
            continue
        found.setdefault(one.compared, one)
    if len(found) > MOST_POINTS:
        wrong.append(_("A person has at most %(most)s of them.") % {"most": MOST_POINTS})
    return tuple(found.values()), wrong


def point(text: str, kind: str) -> Point:
    """One address or number. Raises ValueError, in words, for a text that is none."""
    match = _LABEL.match(text.strip())
    value, label = (match["value"], match["label"]) if match else (text, "")
    value = " ".join(unicodedata.normalize("NFKC", value).split())
    label = " ".join(label.split())[:LONGEST_LABEL]
    read = _email if kind == "email" else _phone
    return Point(value, read(value), label)


def digits(text: str) -> str:
    """A number as it is compared: its digits, without what is dialled before a country’s code."""
    kept = "".join(str(unicodedata.digit(one)) for one in _TRUNK.sub("", text) if one.isdecimal())
    return kept[2:] if kept.startswith("00") else kept


def _email(value: str) -> str:
    if len(value) > LONGEST or not _EMAIL.fullmatch(value):
        raise ValueError(_("“%(text)s” is no e-mail address; one looks like name@example.org.") % {"text": value[:80]})
    return value.casefold()[:LONGEST]


def _phone(value: str) -> str:
    number = value.removeprefix("tel:")
    compared = digits(re.split(r"(?i)ext|x|#|;", number)[0])
    if not _PHONE.fullmatch(number.split(";")[0]) or not FEWEST_DIGITS <= len(compared) <= MOST_DIGITS:
        raise ValueError(_("“%(text)s” is no telephone number; one looks like +234 1 555 0100.") % {"text": value[:80]})
    return compared
