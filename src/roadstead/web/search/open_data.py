"""What everybody may see and no index holds: ports, which have a search of their own, and editions of the advisory."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.advisories import queries as advisories
from roadstead.common import clock
from roadstead.registry.queries import PortMatch, find_ports
from roadstead.search.slips import apart
from roadstead.search.words import Wanted, of_code, of_text
from roadstead.web.search.asked import Asked
from roadstead.web.search.hits import Hit

MOST_PORTS = 50


def ports(asked: Asked) -> list[Hit]:
    """The best ports; without similar spellings those that have every word."""
    found = find_ports(asked.text, limit=MOST_PORTS)
    if not asked.near:
        found = [one for one in found if _has_every_word(asked.words, [*of_text(one.label), one.code.lower()])]
    return [_port(one) for one in found]


def editions(asked: Asked) -> list[Hit]:
    """The editions of the advisory with every word in title, number or day, the newest first."""
    known = _told(clock.today())
    return [hit for hit, words in known if _has_every_word(asked.words, words, near=asked.near)]


def _told(known_at: date) -> Iterator[tuple[Hit, list[str]]]:
    for one in advisories.entries(known_at):
        edition, day = one.edition, one.day
        number = f"PSA {edition.psa}" if edition.psa else ""
        words = [*of_text(edition.title), *of_code(number), *of_text(day.isoformat()), "advisory"]
        context = " · ".join(part for part in (number, date_format(day, "j F Y")) if part)
        yield Hit(edition.id, edition.title, reverse("advisories:edition", args=[edition.id]), context), words


def _has_every_word(wanted: list[Wanted], words: list[str], near: bool = False) -> bool:
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
