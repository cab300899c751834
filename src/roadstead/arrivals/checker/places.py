"""Ports and countries as people type them. One sure match is taken; several are offered; nothing is guessed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _

from roadstead.core.country import COUNTRIES, country_name, is_country
from roadstead.core.identity import IdentityError, parse_locode
from roadstead.core.names import fold
from roadstead.registry.queries import PortInfo, PortMatch, find_ports, ports_by_code

MOST_CHOICES = 6
_CODE_BEHIND = re.compile(r".*\(([A-Za-z]{2} ?[A-Za-z0-9]{0,3})\)")


@dataclass(frozen=True, slots=True)
class Place:
    """A port, or only a country where `port` is None."""

    country: str
    port: str | None = None
    name: str = ""

    @property
    def code(self) -> str:
        """What the address carries."""
        return self.port or self.country

    @property
    def label(self) -> str:
        """“Apapa, Nigeria (NGAPP)”, which is also a text that is read back."""
        return f"{self.short} ({self.code})"

    @property
    def short(self) -> str:
        """“Apapa, Nigeria”, or the country."""
        country = country_name(self.country)
        return f"{self.name}, {country}" if self.name else country


@dataclass(frozen=True, slots=True)
class Found:
    """What a text means: a place; or a problem, with the choices (value, label) there are."""

    place: Place | None = None
    problem: str = ""
    choices: tuple[tuple[str, str], ...] = ()


def resolve(texts: Iterable[str]) -> dict[str, Found]:
    """The meaning of each text. One query for all codes, and up to four for each name."""
    wanted = [text for text in dict.fromkeys(texts) if text]
    codes = {text: code for text in wanted if (code := _code(text))}
    known = ports_by_code(code for code in codes.values() if len(code) == 5)
    return {text: _resolved(text, codes.get(text), known) for text in wanted}


def _code(text: str) -> str | None:
    """The country code or UN/LOCODE that a text is, or names in brackets at its end."""
    behind = _CODE_BEHIND.fullmatch(text)
    plain = (behind[1] if behind else text).strip().upper()
    if len(plain) == 2:
        return plain if is_country(plain) else None
    try:
        return parse_locode(plain)
    except IdentityError:
        return None


def _resolved(text: str, code: str | None, known: dict[str, PortInfo]) -> Found:
    if code and len(code) == 2:
        return Found(Place(code))
    if code and code in known:
        port = known[code]
        return Found(Place(port.country, port.code, port.name))
    return _by_name(text, code)


def _by_name(text: str, code: str | None) -> Found:
    """`code`: what the text would be as a UN/LOCODE, were it on record."""
    country = _countries_by_name().get(fold(text).removeprefix("the "))
    matches = find_ports(text, limit=MOST_CHOICES)
    exact = [match for match in matches if match.exact]
    if country:
        at_home = [match for match in exact if match.country == country]
        if not exact:
            return Found(Place(country))
        if len(at_home) == len(exact) == 1:
            return Found(_place(exact[0]))
    elif len(exact) == 1:
        return Found(_place(exact[0]))
    places = [_place(match) for match in (exact or matches)]
    if country:
        places.append(Place(country))
    elif code and not exact:
        places.append(Place(code[:2]))
    choices = tuple((place.code, place.label) for place in places)
    return Found(problem=_problem(text, code, bool(exact), bool(choices)), choices=choices)


def _problem(text: str, code: str | None, exact: bool, choices: bool) -> str:
    if exact:
        return _("There are several places called “%(text)s”. Which one is meant?") % {"text": text}
    if code:
        return _("“%(code)s” is no port on our list. Did you mean one of these, or only the country?") % {"code": code}
    if choices:
        return _("We know no port called “%(text)s”. Did you mean one of these?") % {"text": text}
    return _(
        "We know no port or country called “%(text)s”. Try its UN/LOCODE, as in NGAPP, or the country, as in Nigeria."
    ) % {"text": text}


def _place(match: PortMatch) -> Place:
    return Place(match.country, match.code, match.name)


@cache
def _countries_by_name() -> dict[str, str]:
    return {fold(name).removeprefix("the "): code for code, name in COUNTRIES.items()}


def country_of(text: str) -> str | None:
    """The code of a country given by code or English name; None if it is none."""
    plain = text.strip().upper()
    if len(plain) == 2 and is_country(plain):
        return plain
    return _countries_by_name().get(fold(text).removeprefix("the "))
