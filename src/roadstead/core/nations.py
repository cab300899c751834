"""The nations that one voyage touches: every country with each of its ties, and the ties that nobody told us.

A tie is a fact, not a judgement: no weight is given, and none is hidden. A country appears once, with all its ties.
Of people only counts by nationality are read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from roadstead.core.country import country_name
from roadstead.core.texts import said

# Each tie by its code, in the order in which it is told; `unknown`: how it is said that nobody told us.
TIES: dict[str, str] = {
    "flag": "the ship flies its flag",
    "owner": "the owner is there",
    "operator": "the operator is there",
    "charterer": "the charterer is there",
    "insurer": "the insurer is there",
    "class_society": "the classification society is there",
    "crew": "{count} of the crew are its nationals",
    "crew_one": "one of the crew is its national",
    "passengers": "{count} of the passengers are its nationals",
    "passengers_one": "one of the passengers is its national",
    "cargo_from": "cargo comes from there",
    "cargo_to": "cargo goes there",
    "call": "the ship called there ({days})",
    "arrival": "the ship arrives there ({days})",
}
UNKNOWN_TIES: dict[str, str] = {
    "flag": "the flag",
    "owner": "the country of the owner",
    "operator": "the country of the operator",
    "charterer": "the country of the charterer",
    "insurer": "the country of the insurer",
    "class_society": "the country of the classification society",
    "crew": "the nationalities of the crew",
    "passengers": "the nationalities of the passengers",
    "cargo_from": "where the cargo comes from",
    "cargo_to": "where the cargo goes",
    "call": "the ports of call",
    "arrival": "the country of arrival",
}
_PLACES = ("flag", "owner", "operator", "charterer", "insurer", "class_society")
_ORDER = {code: place for place, code in enumerate(TIES)}


@dataclass(frozen=True, slots=True)
class Voyage:
    """What is told of a voyage: countries by their codes. None is unknown; an empty tuple or mapping is surely none.

    charterer: "" where the ship is not chartered. crew, passengers: heads by nationality. uncounted_crew,
    uncounted_passengers: heads whose nationality nobody told.
    """

    flag: str | None = None
    owner: str | None = None
    operator: str | None = None
    charterer: str | None = None
    insurer: str | None = None
    class_society: str | None = None
    crew: Mapping[str, int] | None = None
    passengers: Mapping[str, int] | None = None
    uncounted_crew: int = 0
    uncounted_passengers: int = 0
    cargo_from: Sequence[str] | None = None
    cargo_to: Sequence[str] | None = None
    calls: Sequence[tuple[str, date | None]] | None = None
    arrival: tuple[str, date | None] | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie. values: what its sentence in `TIES` is filled with."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return TIES[self.code].format(**self.values)


@dataclass(frozen=True, slots=True)
class Nation:
    """A country and all that ties it to the voyage."""

    country: str
    name: str
    ties: tuple[Tie, ...]

    @property
    def sentence(self) -> str:
        """All of it in one sentence."""
        return f"{self.name}: {joined([tie.text for tie in self.ties])}."


@dataclass(frozen=True, slots=True)
class Nations:
    """The countries, those with the most ties first. unknown: codes of the ties that nobody told, in order."""

    touched: tuple[Nation, ...]
    unknown: tuple[str, ...]

    @property
    def unknown_sentence(self) -> str:
        """What is not known, in one sentence; "" for nothing."""
        return f"Not known: {joined([UNKNOWN_TIES[code] for code in self.unknown])}." if self.unknown else ""


def nations(voyage: Voyage) -> Nations:
    """Every country that a voyage touches."""
    found: dict[str, list[Tie]] = {}
    for country, tie in _ties(voyage):
        found.setdefault(country, []).append(tie)
    made = [
        Nation(country, country_name(country), tuple(sorted(ties, key=lambda tie: _ORDER[tie.code])))
        for country, ties in found.items()
    ]
    made.sort(key=lambda one: (-len(one.ties), _ORDER[one.ties[0].code], one.name.casefold()))
    return Nations(tuple(made), tuple(_unknown(voyage)))


def joined(parts: Sequence[str]) -> str:
    """One, two and three."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _ties(voyage: Voyage) -> Iterator[tuple[str, Tie]]:
    for code in _PLACES:
        if country := getattr(voyage, code):
            yield country, Tie(code)
    for code in ("crew", "passengers"):
        for country, count in (getattr(voyage, code) or {}).items():
            if count > 0:
                yield country, Tie(f"{code}_one") if count == 1 else Tie(code, {"count": str(count)})
    for code in ("cargo_from", "cargo_to"):
        yield from ((country, Tie(code)) for country in dict.fromkeys(getattr(voyage, code) or ()))
    yield from _days("call", voyage.calls or ())
    yield from _days("arrival", [voyage.arrival] if voyage.arrival else ())


def _days(code: str, stops: Sequence[tuple[str, date | None]]) -> Iterator[tuple[str, Tie]]:
    """One tie for each country, with the days of all stops there."""
    days: dict[str, list[date | None]] = {}
    for country, day in stops:
        days.setdefault(country, []).append(day)
    for country, found in days.items():
        known = [said(day) for day in sorted(day for day in found if day)]
        open_days = ["a day not known"] * (len(found) - len(known))
        yield country, Tie(code, {"days": joined([*known, *open_days])})


def _unknown(voyage: Voyage) -> Iterator[str]:
    """The ties that nobody told, in whole or in part."""
    uncounted = {"crew": voyage.uncounted_crew, "passengers": voyage.uncounted_passengers}
    names = {"call": "calls"}
    for code in UNKNOWN_TIES:
        if getattr(voyage, names.get(code, code)) is None or uncounted.get(code):
            yield code
