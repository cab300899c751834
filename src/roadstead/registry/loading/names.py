"""The names that one entry of UN/LOCODE holds: "Mumbai (ex Bombay)", "Port Klang (Pelabuhan Klang)", "Tincan/Lagos"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from roadstead.common.folding import fold
from roadstead.registry.enums import NameKind

_BRACKET = re.compile(r"\(([^()]*)\)?")
AIRPORT = " Apt"
_LARGE_PLACES = re.compile(r"\s*/\s*|,\s+")


@dataclass(frozen=True, slots=True)
class GivenName:
    """A name and what it is."""

    name: str
    kind: NameKind


def split(text: str) -> Iterator[GivenName]:
    """The names in one entry, the official one first.

    What stands in brackets is a former name ("ex …") or another one. Behind a slash or a comma stands the place the
    port belongs to ("Tincan/Lagos", "Jakarta, Java"): the part before it is a name, the part behind is not.
    """
    official = " ".join(_BRACKET.sub(" ", text).split()) or text
    yield GivenName(official, NameKind.OFFICIAL)
    for inside in _BRACKET.findall(text):
        former = inside.lower().startswith("ex ")
        name = inside[3:].strip() if former else inside.strip()
        if fold(name):
            yield GivenName(name, NameKind.FORMER if former else NameKind.ALTERNATIVE)
    first = _LARGE_PLACES.split(official)[0].strip()
    if first and first != official:
        yield GivenName(first, NameKind.ALTERNATIVE)


def collect(
    printed: Iterable[str], listed: Iterable[str], authored: Iterable[GivenName]
) -> tuple[str, tuple[GivenName, ...]]:
    """The name to show and every name once: UN/LOCODE's `printed`, our `authored`, and searoute's `listed`.

    Two names that fold to the same text are one; the kind set by hand holds, then UN/LOCODE's. Where UN/LOCODE prints
    an airport ("Shanghai Hongqiao International Apt") for what searoute lists as a port, searoute's name is shown.
    """
    official = [name for text in printed for name in split(text)]
    second = [GivenName(n.name, _not_official(n.kind)) for n in official[1:]]
    other = [GivenName(next(split(text)).name, NameKind.ALTERNATIVE) for text in listed]
    names: dict[str, GivenName] = {fold(official[0].name): official[0]}
    for given in (*authored, *second, *other):
        names.setdefault(fold(given.name), given)
    names.pop("", None)
    shown = other[0].name if other and official[0].name.endswith(AIRPORT) else official[0].name
    return shown, tuple(names.values())


def _not_official(kind: NameKind) -> NameKind:
    """Of a code printed twice, the second name is an alternative."""
    return NameKind.ALTERNATIVE if kind is NameKind.OFFICIAL else kind
