"""Sea ports of UN/LOCODE by name, within one country: an exact name or none, and what it might have meant."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from rapidfuzz import fuzz, process

from roadstead.core.names import fold
from roadstead.screening.entrances.data import table
from roadstead.screening.entrances.errors import FileError

NEAR = 85  # of 100, rapidfuzz's ratio: alike enough to be worth a person's look
_BRACKET = re.compile(r"\(([^()]*)\)?")
_SAME = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "pto": "puerto", "hbr": "harbour"}
_SAME |= {"harbor": "harbour", "term": "terminal", "isl": "island", "is": "island"}
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "ð": "d", "þ": "th", "ł": "l"} | dict.fromkeys("'’`´", "")
)
_KINDS = ("harbour", "harbours", "port", "pt", "terminal", "roads", "anchorage")
# How Canadian ports are told apart, as Schedule K writes provinces.
_REGIONS = {"ont": "ON", "que": "QC", "nfld": "NL", "nf": "NL", "lab": "NL", "pei": "PE", "nwt": "NT", "man": "MB"}


@dataclass(frozen=True, slots=True)
class Found:
    """What a name led to. locode: the one port of that name; several: all of that name; near: the likeliest meant."""

    locode: str | None = None
    several: tuple[str, ...] = ()
    near: str = ""


@dataclass(slots=True)
class _Country:
    """The ports of a country: codes by name (ours, UN/LOCODE's, what else it gives), and each code's subdivision."""

    ours: dict[str, set[str]] = field(default_factory=dict)
    official: dict[str, set[str]] = field(default_factory=dict)
    other: dict[str, set[str]] = field(default_factory=dict)
    region: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)

    def codes(self, name: str) -> set[str]:
        """What was settled by hand goes first, then an official name, then that name in another entry's brackets."""
        return self.ours.get(name) or self.official.get(name) or self.other.get(name) or set()


def find(country: str, name: str) -> Found:
    """Look a printed name up among the ports of a country (ISO code).

    Tried in turn: the whole name; without what stands in brackets or behind a comma; without a word that says only
    what kind of place it is. The first that is known decides; a name of several ports decides nothing.
    """
    ports = _index().get(country)
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
    ports = _index().get(country)
    return ports.region.get(code, "") if ports else ""


def key(text: str) -> str:
    """A name for comparison: folded, “St.” and “Saint”, “Harbor” and “Harbour” the same, “John's” one word."""
    words = fold(text.translate(_LETTERS)).split()
    return " ".join(_SAME.get(word, word) for word in words)


def _forms(name: str) -> Iterator[str]:
    plain = _BRACKET.sub(" ", name)
    first = re.split(r"\s*/\s*|,", plain)[0]
    for form in dict.fromkeys((key(name), key(plain), key(first))):
        if form:
            yield form
            yield from _bare(form)
            yield form.replace(" ", "")  # “Hai Phong” and “Haiphong” are one


def _bare(form: str) -> Iterator[str]:
    """ "Suva Harbor", "Port of Suva" as "Suva"; never a name that would have nothing left."""
    words = form.split()
    if len(words) > 1 and words[-1] in _KINDS:
        yield " ".join(words[:-1])
    if len(words) > 2 and words[:2] == ["port", "of"]:
        yield " ".join(words[2:])


def _region(name: str) -> str:
    """The province or State behind the last comma, in UN/LOCODE's letters; empty where there is none."""
    last = fold(name.rpartition(",")[2]) if "," in name else ""
    return _REGIONS.get(last, last.upper() if len(last) == 2 and last.isalpha() else "")


def _near(ports: _Country, name: str) -> str:
    wanted = key(re.split(r"[,(]", name)[0])
    found = process.extractOne(wanted, ports.shown.keys(), scorer=fuzz.ratio, score_cutoff=NEAR) if wanted else None
    return ports.shown[found[0]] if found else ""


@cache
def _index() -> Mapping[str, _Country]:
    """Entries with the function of a port, and those that searoute lists as one, by country."""
    countries: dict[str, _Country] = {}
    listed = _listed()
    references: list[tuple[str, str]] = []
    for country, code, name, region, functions in _entries():
        if code == country:
            references.append((country, name))
        elif functions.startswith("1") or code in listed:
            ports = countries.setdefault(country, _Country())
            ports.region[code] = region
            _add(ports, code, name)
    for country, text in references:
        _refer(countries.setdefault(country, _Country()), text)
    for row in table("port_names.csv"):
        ports = countries.setdefault(row["locode"][:2], _Country())
        for name in row["names"].split("|"):
            ports.ours.setdefault(key(name), set()).add(row["locode"])
    return countries


def _add(ports: _Country, code: str, name: str) -> None:
    """ "Mumbai (ex Bombay)" is known by both; "Tincan/Lagos" and "Jakarta, Java" by what stands first, too."""
    official = " ".join(_BRACKET.sub(" ", name).split()) or name
    ports.official.setdefault(key(official), set()).add(code)
    others = [inside.removeprefix("ex ") for inside in _BRACKET.findall(name)]
    for other in (*others, re.split(r"\s*/\s*|,\s+", official)[0]):
        if folded := key(other):
            ports.shown.setdefault(folded, f"{name} ({code})")
            for form in (folded, *_bare(folded), folded.replace(" ", "")):
                ports.other.setdefault(form, set()).add(code)
    ports.shown.setdefault(key(official), f"{name} ({code})")


def _refer(ports: _Country, text: str) -> None:
    """ "Antwerp = Antwerpen": another name of the ports that have the second."""
    name, _, stands_for = text.partition("=")
    for code in sorted(ports.codes(key(_BRACKET.sub(" ", stands_for)))):
        for other in (_BRACKET.sub(" ", name), *_BRACKET.findall(name)):
            if folded := key(other.removeprefix("ex ")):
                ports.other.setdefault(folded, set()).add(code)


def _entries() -> Iterator[tuple[str, str, str, str, str]]:
    """UN/LOCODE's rows: country, code, name, subdivision, functions. No withdrawn ones; references have no code."""
    for path in sorted((_folder("pyunlocode") / "csv").glob("*CodeListPart*.csv")):
        with path.open(encoding="cp1252", newline="") as lines:
            for change, country, place, name, _, region, functions, *_ in csv.reader(lines):
                if change == "=" or (place and change not in ("X", "x")):
                    yield country, country + place, name, region, functions


def _listed() -> frozenset[str]:
    text = (_folder("searoute") / "data" / "ports.geojson").read_text(encoding="utf-8")
    return frozenset(feature["properties"]["port"] for feature in json.loads(text)["features"])


def _folder(package: str) -> Path:
    """Where a package keeps its data, without importing it (searoute alone would cost a second)."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileError(f"the package {package}, which knows the ports, is not installed; run make start.")
    return Path(spec.origin).parent
