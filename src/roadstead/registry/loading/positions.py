"""Is a position in the country, and the state or province, that its code belongs to?

No Python package carries country polygons, so a country is known by its places: every position in UN/LOCODE (ports,
railway stations, airports, towns; some 92,000) and every city in pyworldatlas. `Placer.place` applies these rules:

1. A position set by hand is used.
2. UN/LOCODE and searoute within 60 nautical miles of each other: UN/LOCODE's position is used ("agreed").
3. Otherwise a position must be *surrounded*:
   a. by its country: two other places of the country lie within 100 nautical miles (one, where the country has fewer
      than five places in all), or its nearest known place within 400 nautical miles is one of its own country; and
   b. by its subdivision, where the code names one that has at least five positions: two other places of the
      subdivision lie within 60 nautical miles, or the nearest known place of the country is in that subdivision.
   UN/LOCODE's position is used if it is surrounded; if not, searoute's, if it is (and searoute's own positions for
   the code, where it gives several, agree within 60 nautical miles).
4. Otherwise the port has no position. Whatever was refused is reported with the rule it failed.

Codes of an area outside any country (XZ) cannot be held against one; their positions are taken and marked so.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from roadstead.registry.enums import DropReason, PositionCheck, PositionSource
from roadstead.registry.loading.unlocode import Position

AGREE_NM = 60
COUNTRY_NM = 100
SUBDIVISION_NM = 60
NEAREST_NM = 400
WELL_KNOWN = 5  # positions from which on a country or subdivision can be judged by two neighbours
EARTH_NM = 3440.065  # mean radius of the Earth in nautical miles
_CELL = COUNTRY_NM / EARTH_NM

Vector = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """A known place: `code` its UN/LOCODE or "" for a city, `subdivision` "" if not known."""

    code: str
    country: str
    subdivision: str
    position: Position


@dataclass(frozen=True, slots=True)
class Refusal:
    """A position that was not taken, and why."""

    source: PositionSource
    position: Position
    reason: DropReason


@dataclass(frozen=True, slots=True)
class Placement:
    """The position used for a code, if any, with its source and check; what was refused; whether the sources differ."""

    position: Position | None
    source: PositionSource
    check: PositionCheck
    note: str = ""
    refused: tuple[Refusal, ...] = ()
    searoute_confirms: bool = False


@dataclass(frozen=True, slots=True)
class Override:
    """A decision by hand: a position, or the source to take it from."""

    position: Position | None
    take: PositionSource
    why: str


def distance_nm(one: Position, other: Position) -> float:
    """Great-circle distance in nautical miles."""
    return _arc(_vector(one), _vector(other))


class Gazetteer:
    """Known places, in cubes of 100 nautical miles on the unit sphere: no pole and no 180th meridian to mind."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._cells: dict[tuple[int, int, int], list[tuple[Place, Vector]]] = defaultdict(list)
        self._countries: Counter[str] = Counter()
        self._subdivisions: Counter[tuple[str, str]] = Counter()
        for place in places:
            vector = _vector(place.position)
            self._cells[_cell(vector)].append((place, vector))
            self._countries[place.country] += 1
            self._subdivisions[place.country, place.subdivision] += 1

    def in_country(self, code: str, position: Position) -> bool:
        """Rule 3a."""
        country = code[:2]
        wanted = 2 if self._countries[country] >= WELL_KNOWN else 1
        if self._has(wanted, position, COUNTRY_NM, lambda place: place.country == country and place.code != code):
            return True
        nearest = self._nearest(position, lambda place: place.code != code)
        return nearest is not None and nearest.country == country

    def in_subdivision(self, code: str, subdivision: str, position: Position) -> bool:
        """Rule 3b; True where there is nothing to judge by."""
        country = code[:2]
        if not subdivision or self._subdivisions[country, subdivision] < WELL_KNOWN:
            return True

        def is_neighbour(place: Place) -> bool:
            return place.subdivision == subdivision and place.country == country and place.code != code

        if self._has(2, position, SUBDIVISION_NM, is_neighbour):
            return True
        nearest = self._nearest(
            position, lambda place: place.country == country and place.code != code and place.subdivision != ""
        )
        return nearest is not None and nearest.subdivision == subdivision

    def _has(self, wanted: int, position: Position, within: float, counts: Callable[[Place], bool]) -> bool:
        vector = _vector(position)
        closest = math.cos(within / EARTH_NM)
        found = 0
        for ring in (0, 1):
            for place, other in self._ring(vector, ring):
                if counts(place) and _dot(vector, other) >= closest:
                    found += 1
                    if found == wanted:
                        return True
        return False

    def _nearest(self, position: Position, counts: Callable[[Place], bool]) -> Place | None:
        vector = _vector(position)
        best, nearest = math.cos(NEAREST_NM / EARTH_NM), None
        for ring in range(NEAREST_NM // COUNTRY_NM + 2):
            for place, other in self._ring(vector, ring):
                if (closeness := _dot(vector, other)) > best and counts(place):
                    best, nearest = closeness, place
            # Whatever lies in a farther ring is at least `ring` cubes away.
            if nearest is not None and math.acos(min(1.0, best)) <= ring * _CELL:
                break
        return nearest

    def _ring(self, vector: Vector, ring: int) -> Iterator[tuple[Place, Vector]]:
        x, y, z = _cell(vector)
        for i in range(-ring, ring + 1):
            for j in range(-ring, ring + 1):
                edge = ring in (abs(i), abs(j))
                for k in range(-ring, ring + 1) if edge else {-ring, ring}:
                    yield from self._cells.get((x + i, y + j, z + k), ())


class Placer:
    """Decides the position of each code by the rules at the head of this file."""

    def __init__(self, places: Iterable[Place], overrides: dict[str, Override], areas: Iterable[str]) -> None:
        self._gazetteer = Gazetteer(places)
        self._overrides = overrides
        self._areas = frozenset(areas)

    def place(
        self, code: str, subdivision: str, unlocode: Position | None, searoute: tuple[Position, ...]
    ) -> Placement:
        """The position to use for a code, given what the sources say of it."""
        if code in self._overrides:
            return self._by_hand(self._overrides[code], unlocode, searoute)
        if code[:2] in self._areas:
            return _outside_countries(unlocode, searoute)
        if unlocode is not None and any(distance_nm(unlocode, other) <= AGREE_NM for other in searoute):
            return Placement(unlocode, PositionSource.UNLOCODE, PositionCheck.AGREED, searoute_confirms=True)
        return self._surrounded(code, subdivision, unlocode, searoute)

    def _surrounded(
        self, code: str, subdivision: str, unlocode: Position | None, searoute: tuple[Position, ...]
    ) -> Placement:
        refused: list[Refusal] = []
        if unlocode is not None:
            reason = self._fault(code, subdivision, unlocode)
            if reason is None:
                differ = tuple(Refusal(PositionSource.SEAROUTE, p, DropReason.SOURCES_DIFFER) for p in searoute[:1])
                return Placement(unlocode, PositionSource.UNLOCODE, PositionCheck.SURROUNDED, refused=differ)
            refused.append(Refusal(PositionSource.UNLOCODE, unlocode, reason))
        good: list[Position] = []
        for position in searoute:
            reason = self._fault(code, subdivision, position)
            if reason is None:
                good.append(position)
            else:
                refused.append(Refusal(PositionSource.SEAROUTE, position, reason))
        if any(distance_nm(good[0], other) > AGREE_NM for other in good[1:]):
            refused += [Refusal(PositionSource.SEAROUTE, position, DropReason.AMBIGUOUS) for position in good]
            good = []
        if good:
            source, check = PositionSource.SEAROUTE, PositionCheck.SURROUNDED
            return Placement(good[0], source, check, refused=tuple(refused), searoute_confirms=True)
        return Placement(None, PositionSource.NONE, PositionCheck.NONE, refused=tuple(refused))

    def _fault(self, code: str, subdivision: str, position: Position) -> DropReason | None:
        if not self._gazetteer.in_country(code, position):
            return DropReason.FAR_FROM_COUNTRY
        if not self._gazetteer.in_subdivision(code, subdivision, position):
            return DropReason.FAR_FROM_SUBDIVISION
        return None

    def _by_hand(self, override: Override, unlocode: Position | None, searoute: tuple[Position, ...]) -> Placement:
        given = {PositionSource.UNLOCODE: unlocode, PositionSource.SEAROUTE: searoute[0] if searoute else None}
        position = override.position or given.get(override.take)
        source = override.take if override.position is None else PositionSource.AUTHORED
        if position is None:
            raise ValueError(f"position_overrides.yaml takes a position from {override.take}, which gives none.")
        refused = tuple(
            Refusal(source_, other, DropReason.SET_BY_HAND)
            for source_, other in given.items()
            if other is not None and distance_nm(position, other) > AGREE_NM
        )
        confirms = any(distance_nm(position, other) <= AGREE_NM for other in searoute)
        return Placement(position, source, PositionCheck.AUTHORED, override.why, refused, confirms)


def _outside_countries(unlocode: Position | None, searoute: tuple[Position, ...]) -> Placement:
    if unlocode is not None:
        return Placement(unlocode, PositionSource.UNLOCODE, PositionCheck.NO_COUNTRY)
    if searoute:
        return Placement(searoute[0], PositionSource.SEAROUTE, PositionCheck.NO_COUNTRY, searoute_confirms=True)
    return Placement(None, PositionSource.NONE, PositionCheck.NONE)


def _vector(position: Position) -> Vector:
    latitude, longitude = math.radians(position.latitude), math.radians(position.longitude)
    return (
        math.cos(latitude) * math.cos(longitude),
        math.cos(latitude) * math.sin(longitude),
        math.sin(latitude),
    )


def _cell(vector: Vector) -> tuple[int, int, int]:
    return (math.floor(vector[0] / _CELL), math.floor(vector[1] / _CELL), math.floor(vector[2] / _CELL))


def _dot(one: Vector, other: Vector) -> float:
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]


def _arc(one: Vector, other: Vector) -> float:
    return EARTH_NM * math.acos(max(-1.0, min(1.0, _dot(one, other))))
