"""Sea ports of UN/LOCODE by name, within one country: an exact name or none, and what it might have meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from roadstead.core.names import fold
from roadstead.screening.entrances.portnames import BRACKET, Country, bare, index, key

NEAR = 85  # of 100, rapidfuzz's ratio: alike enough to be worth a person's look
# How Canadian ports are told apart, as Schedule K writes provinces.
_REGIONS = {"ont": "ON", "que": "QC", "nfld": "NL", "nf": "NL", "lab": "NL", "pei": "PE", "nwt": "NT", "man": "MB"}


@dataclass(frozen=True, slots=True)
class Found:
    """What a name led to. locode: the one port of that name; several: all of that name; near: the likeliest meant."""

    locode: str | None = None
    several: tuple[str, ...] = ()
    near: str = ""


def find(country: str, name: str) -> Found:
    """Look a printed name up among the ports of a country (ISO code).

    Tried in turn: the whole name; without what stands in brackets or behind a comma; without a word that says only
    what kind of place it is. The first that is known decides; a name of several ports decides nothing.
    """
    ports = index().get(country)
    if ports is None or not name:
        return Found()
    region = _region(name)
    for form in _forms(name):
        codes = {code for code in ports.codes(form) if not region or ports.region.get(code) in (region, "")}
        if len(codes) == 1:
            return Found(codes.pop())
        if codes:
            return Found(several=tuple(sorted(codes)))
    return Found(near=_near(ports, name))


def subdivision(country: str, code: str) -> str:
    """The State or province that UN/LOCODE gives for a port, or an empty text."""
    ports = index().get(country)
    return ports.region.get(code, "") if ports else ""


def _forms(name: str) -> Iterator[str]:
    plain = BRACKET.sub(" ", name)
    first = re.split(r"\s*/\s*|,", plain)[0]
    for form in dict.fromkeys((key(name), key(plain), key(first))):
        if form:
            yield form
            yield from bare(form)
            yield form.replace(" ", "")  # “Hai Phong” and “Haiphong” are one


def _region(name: str) -> str:
    """The province or State behind the last comma, in UN/LOCODE's letters; empty where there is none."""
    last = fold(name.rpartition(",")[2]) if "," in name else ""
    return _REGIONS.get(last, last.upper() if len(last) == 2 and last.isalpha() else "")


def _near(ports: Country, name: str) -> str:
    wanted = key(re.split(r"[,(]", name)[0])
    found = process.extractOne(wanted, ports.shown.keys(), scorer=fuzz.ratio, score_cutoff=NEAR) if wanted else None
    return ports.shown[found[0]] if found else ""
