"""Finding a port by whatever people call it: code, name in any accent or spelling, former name.

Three steps, each one query with an index, each taken only while places are left: the code; names that are the text,
begin with it, or have a word that does; names that sound alike, re-ranked by spelling.
"""

import re
from dataclasses import dataclass

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Length
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from roadstead.common.fields import starts_with
from roadstead.common.folding import fold, skeleton, without_generic
from roadstead.registry.enums import NameKind
from roadstead.registry.models import Port, PortName, PortNameWord
from roadstead.registry.queries.ports import normal_code, normal_country

CANDIDATES = 60  # names read for an exact or prefix match
SOUND_ALIKES = 300  # names read for a match by spelling
LIKE_ENOUGH = 76  # of 100; below, two names are different names
SHORTEST_MISSPELT = 4  # letters; shorter words are all alike
MOST = 50

_HINT = re.compile(r"^(?P<name>.+?)\s*,\s*(?P<hint>[A-Za-z]{2,3})\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PortMatch:
    """A port found. `matched` is the name or code that fits; `kind` says what it is: "code", "official",
    "alternative", "former" or "alias". `exact` is False for a beginning or another spelling; `score` is 0 to 100.
    """

    code: str
    name: str
    country: str
    country_name: str
    subdivision: str
    latitude: float | None
    longitude: float | None
    matched: str
    kind: str
    exact: bool
    score: float

    @property
    def label(self) -> str:
        """The name, and the other name that matched: "Mumbai, formerly Bombay"."""
        if fold(self.matched) == fold(self.name):
            return self.name
        names = {"name": self.name, "other": self.matched}
        if self.kind == NameKind.FORMER:
            return _("%(name)s, formerly %(other)s") % names
        if self.kind in (NameKind.ALTERNATIVE, NameKind.ALIAS):
            return _("%(name)s, also %(other)s") % names
        return self.name


@dataclass(frozen=True, slots=True)
class _Within:
    """The ports to look among: of a country by its code, of what was written behind a comma, or all."""

    country: str | None = None
    hint: str | None = None

    def condition(self, path: str = "") -> Q:
        """As a condition on Port, or on a table that leads to Port by `path` (ending in "__")."""
        condition = Q((f"{path}retired", False))
        if self.country is not None:
            condition &= Q((f"{path}country_id", normal_country(self.country)))
        if self.hint is not None:
            places = ("country_id", "subdivision", "country__alpha3")
            condition &= Q(*((f"{path}{place}", self.hint) for place in places), _connector=Q.OR)
        return condition


def find_ports(text: str, *, country: str | None = None, limit: int = 10) -> list[PortMatch]:
    """The ports that a text may mean, best first; at most four queries whatever the text.

    `text` may be a code with or without a space, a name, its beginning or one of its words, a former name, or a
    misspelling; ", TX", ", NG" or ", NGA" behind a name limits it to that subdivision or country. `country` limits
    to one country by its code. `limit` is at most 50.
    """
    limit = max(0, min(limit, MOST))
    name, hint = _split_hint(text)
    key = fold(name)
    if not key or not limit:
        return []
    if hint is not None:
        # A hint that fits nothing was part of the name, or wrong: better every port of that name than none.
        found = _search(key, _Within(country, hint), limit) or _search(key, _Within(country), limit)
    else:
        found = _by_code(text, _Within(country))
        found += _by_name(key, _Within(country)) if found else _search(key, _Within(country), limit)
    by_port: dict[str, PortMatch] = {}
    for match in found:
        by_port.setdefault(match.code, match)
    return list(by_port.values())[:limit]


def _search(key: str, within: _Within, limit: int) -> list[PortMatch]:
    found = _by_name(key, within)
    unsure = not any(match.exact for match in found) and len({match.code for match in found}) < limit
    return found + _by_sound(key, within) if unsure and len(key) >= SHORTEST_MISSPELT else found


def _split_hint(text: str) -> tuple[str, str | None]:
    match = _HINT.match(text[:200])
    return (match["name"], match["hint"].upper()) if match else (text, None)


def _by_code(text: str, within: _Within) -> list[PortMatch]:
    code = normal_code(text)
    if code is None:
        return []
    ports = Port.objects.select_related("country").filter(within.condition(), pk=code)
    return [_match(port, port.locode, "code", exact=True, score=100) for port in ports]


def _by_name(key: str, within: _Within) -> list[PortMatch]:
    """Names that are the key, then those that begin with it, then those with a word that does; surer ports first.

    Of names that are the key, a port's own name goes before what the trade calls another port.
    """
    closeness = Case(
        When(key=key, position=0, name__kind=NameKind.ALIAS, then=Value(1)),
        When(key=key, position=0, then=Value(0)),
        When(key=key, then=Value(2)),
        When(position=0, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    words = (
        PortNameWord.objects.filter(starts_with("key", key), within.condition("name__port__"))
        .select_related("name__port__country")
        .annotate(closeness=closeness, how_long=Length("name__folded"))
        .order_by("closeness", "name__port__standing", "how_long", "name__port_id", "name_id")
    )
    return [
        _match(
            word.name.port,
            word.name.name,
            word.name.kind,
            exact=word.name.folded == key,
            score=fuzz.ratio(key, word.name.folded),
        )
        for word in words[:CANDIDATES]
    ]


def _by_sound(key: str, within: _Within) -> list[PortMatch]:
    """Names that sound alike, the closest in spelling first."""
    heard = skeleton(key)
    if len(heard) < 2:
        return []
    scored = [(_likeness(key, heard, name), name) for name in _sound_alikes(heard, within)]
    close = [(score, name) for score, name in scored if score >= LIKE_ENOUGH]
    close.sort(key=lambda item: (-round(item[0] / 5), item[1].port.standing, -item[0], item[1].port_id, item[1].pk))
    return [_match(name.port, name.name, name.kind, exact=False, score=score) for score, name in close]


def _sound_alikes(heard: str, within: _Within) -> QuerySet[PortName]:
    """Names with the same consonants first, then with the same first ones."""
    beginning = heard[: max(2, min(3, len(heard) - 1))]
    same = Case(When(skeleton=heard, then=Value(0)), default=Value(1), output_field=IntegerField())
    return (
        PortName.objects.filter(starts_with("skeleton", beginning), within.condition("port__"))
        .select_related("port__country")
        .annotate(same=same, how_long=Length("skeleton"))
        .annotate(
            off=Case(
                When(how_long__gte=len(heard), then=F("how_long") - len(heard)), default=len(heard) - F("how_long")
            )
        )
        .order_by("same", "off", "port__standing", "port_id", "pk")[:SOUND_ALIKES]
    )


def _likeness(key: str, heard: str, name: PortName) -> float:
    """0 to 100; a name with the same consonants is credited, since vowels are what people misspell."""
    likeness = max(
        fuzz.ratio(key, name.folded),
        fuzz.ratio(without_generic(key), without_generic(name.folded)),
        0.95 * fuzz.token_sort_ratio(key, name.folded),
    )
    return min(99.0, likeness + 12) if name.skeleton == heard else likeness


def _match(port: Port, matched: str, kind: str, *, exact: bool, score: float) -> PortMatch:
    return PortMatch(
        code=port.locode,
        name=port.name,
        country=port.country_id,
        country_name=port.country.name,
        subdivision=port.subdivision,
        latitude=None if port.latitude is None else float(port.latitude),
        longitude=None if port.longitude is None else float(port.longitude),
        matched=matched,
        kind=kind,
        exact=exact,
        score=round(score, 1),
    )
