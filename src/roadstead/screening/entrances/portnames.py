"""Names of ports made comparable, and the ports of a country by them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from roadstead.core.names import fold
from roadstead.screening.entrances import unlocode
from roadstead.screening.entrances.data import table

BRACKET = re.compile(r"\(([^()]*)\)?")
_SAME = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "pto": "puerto", "hbr": "harbour"}
_SAME |= {"harbor": "harbour", "term": "terminal", "isl": "island", "is": "island"}
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "ð": "d", "þ": "th", "ł": "l"} | dict.fromkeys("'’`´", "")
)
_KINDS = ("harbour", "harbours", "port", "pt", "terminal", "roads", "anchorage")


@dataclass(slots=True)
class Country:
    """The ports of a country: codes by name (ours, UN/LOCODE's, what else it gives), and each code's subdivision."""

    ours: dict[str, set[str]] = field(default_factory=dict)
    official: dict[str, set[str]] = field(default_factory=dict)
    other: dict[str, set[str]] = field(default_factory=dict)
    region: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)

    def codes(self, name: str) -> set[str]:
        """What was settled by hand goes first, then an official name, then that name in another entry's brackets."""
        return self.ours.get(name) or self.official.get(name) or self.other.get(name) or set()


def key(text: str) -> str:
    """A name for comparison: folded, “St.” and “Saint”, “Harbor” and “Harbour” the same, “John's” one word."""
    words = fold(text.translate(_LETTERS)).split()
    return " ".join(_SAME.get(word, word) for word in words)


def bare(form: str) -> Iterator[str]:
    """ "Suva Harbor", "Port of Suva" as "Suva"; never a name that would have nothing left."""
    words = form.split()
    if len(words) > 1 and words[-1] in _KINDS:
        yield " ".join(words[:-1])
    if len(words) > 2 and words[:2] == ["port", "of"]:
        yield " ".join(words[2:])


@cache
def index() -> Mapping[str, Country]:
    """Entries with the function of a port, and those that searoute lists as one, by country."""
    countries: dict[str, Country] = {}
    listed = unlocode.in_use()
    references: list[tuple[str, str]] = []
    for country, code, name, region, functions in unlocode.entries():
        if code == country:
            references.append((country, name))
        elif functions.startswith("1") or code in listed:
            ports = countries.setdefault(country, Country())
            ports.region[code] = region
            _add(ports, code, name)
    for country, text in references:
        _refer(countries.setdefault(country, Country()), text)
    for row in table("port_names.csv"):
        ports = countries.setdefault(row["locode"][:2], Country())
        for name in row["names"].split("|"):
            ports.ours.setdefault(key(name), set()).add(row["locode"])
    return countries


def _add(ports: Country, code: str, name: str) -> None:
    """ "Mumbai (ex Bombay)" is known by both; "Tincan/Lagos" and "Jakarta, Java" by what stands first, too."""
    official = " ".join(BRACKET.sub(" ", name).split()) or name
    ports.official.setdefault(key(official), set()).add(code)
    others = [inside.removeprefix("ex ") for inside in BRACKET.findall(name)]
    for other in (*others, re.split(r"\s*/\s*|,\s+", official)[0]):
        if folded := key(other):
            ports.shown.setdefault(folded, f"{name} ({code})")
            for form in (folded, *bare(folded), folded.replace(" ", "")):
                ports.other.setdefault(form, set()).add(code)
    ports.shown.setdefault(key(official), f"{name} ({code})")


def _refer(ports: Country, text: str) -> None:
    """ "Antwerp = Antwerpen": another name of the ports that have the second."""
    name, _, stands_for = text.partition("=")
    for code in sorted(ports.codes(key(BRACKET.sub(" ", stands_for)))):
        for other in (BRACKET.sub(" ", name), *BRACKET.findall(name)):
            if folded := key(other.removeprefix("ex ")):
                ports.other.setdefault(folded, set()).add(code)
