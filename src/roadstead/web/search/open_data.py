"""What everybody may see and no index holds: ports, which have a search of their own, and editions of the advisory."""

from collections.abc import Collection
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.advisories import queries as advisories
from roadstead.advisories.books import of_book
from roadstead.common import clock
from roadstead.registry.queries import PortMatch, find_ports
from roadstead.search.slips import apart
from roadstead.search.words import Wanted, of_code, of_text
from roadstead.web.search.asked import Asked
from roadstead.web.search.hits import Hit

MOST_PORTS = 50


def ports(asked: Asked, found: list[PortMatch]) -> list[Hit]:
    """Of the ports that were found, without similar spellings those that have every word."""
    if not asked.near:
        found = [one for one in found if _has_every_word(asked.words, [*of_text(one.label), one.code.lower()])]
    return [_port(one) for one in found]


def find(asked: Asked) -> list[PortMatch]:
    """The best ports, however they are spelt."""
    return find_ports(asked.text, limit=MOST_PORTS)


def editions(asked: Asked) -> list[Hit]:
    """The editions of the advisory with every word in title, number or day, the newest first."""
    today = clock.today()
    fitting = {id_ for id_, words in _edition_words(today) if _has_every_word(asked.words, words, near=asked.near)}
    return [_edition(one) for one in advisories.entries(today) if one.edition.id in fitting] if fitting else []


@of_book(maxsize=2)
def _edition_words(known_at: date) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """By edition, the words that it is found by."""
    return tuple((one.edition.id, tuple(_words(one))) for one in advisories.entries(known_at))


def _words(one: advisories.Entry) -> list[str]:
    number = of_code(f"PSA {one.edition.psa}") if one.edition.psa else []
    return [*of_text(one.edition.title), *number, *of_text(one.day.isoformat()), "advisory"]


def _edition(one: advisories.Entry) -> Hit:
    number = f"PSA {one.edition.psa}" if one.edition.psa else ""
    context = " · ".join(part for part in (number, date_format(one.day, "j F Y")) if part)
    page = reverse("advisories:edition", args=[one.edition.id])
    return Hit(one.edition.id, one.edition.title, page, context)


def _has_every_word(wanted: list[Wanted], words: Collection[str], near: bool = False) -> bool:
    return all(
        any(
            word == one.word or (one.begins and word.startswith(one.word)) or (near and apart(one.word, word))
            for word in words
        )
        for one in wanted
    )


def _port(one: PortMatch) -> Hit:
    place = f"{one.subdivision}, {one.country_name}" if one.subdivision.isalpha() else one.country_name
    field = "" if one.label == one.name else _("also called")
    matched = "" if one.label == one.name else one.matched
    return Hit(one.code, one.name, f"/reference/?q={one.code}", f"{one.code} · {place}", field, matched)
