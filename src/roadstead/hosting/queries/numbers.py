"""How many delegations were hosted since 2005, by year, country, port and topic; and which countries never came."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from roadstead.common.access.viewer import Viewer
from roadstead.hosting.enums import TOOK_PLACE, OfferState
from roadstead.hosting.models import HostingRequest, Offer
from roadstead.registry.in_scope import needs_officer
from roadstead.registry.queries import country_rows_where

YEAR, COUNTRY, PORT, TOPIC = "year", "country", "port", "topic"
KINDS = (YEAR, COUNTRY, PORT, TOPIC)


@dataclass(frozen=True, slots=True)
class Hosted:
    """One visit that took place, as far as it is counted. people: None where nobody wrote how many came."""

    pk: int
    country: str
    name: str
    first_on: date
    people: int | None
    topics: tuple[str, ...]
    ports: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Number:
    """One line of the numbers. people: of the visits of which it is known, `known`."""

    key: str
    name: str
    visits: int
    people: int
    known: int
    last: date


def hosted(viewer: Viewer) -> list[Hosted]:
    """Every visit that took place, as far as somebody may read it; two queries."""
    rows = HostingRequest.objects.visible_to(viewer).filter(state__in=TOOK_PLACE).order_by("first_on", "pk")
    said = list(rows.values_list("pk", "country", "country__name", "first_on", "size", "topics"))
    places: dict[int, list[tuple[str, str]]] = defaultdict(list)
    keys = rows.order_by().values("pk")
    offers = Offer.objects.filter(request__in=keys, state=OfferState.ACCEPTED).stated()
    for pk, code, name in offers.values_list("request", "port", "port__name"):
        places[pk].append((code, name))
    return [
        Hosted(pk, code, name, first, people, tuple(topics), tuple(places[pk]))
        for pk, code, name, first, people, topics in said
        if first is not None  # what took place has its days
    ]


def counted(found: Iterable[Hosted], by: str, words: dict[str, str]) -> list[Number]:
    """The visits by one of KINDS, the most first; by year the latest first. words: topics by their codes."""
    groups: dict[tuple[str, str], list[Hosted]] = defaultdict(list)
    for one in found:
        for key in _keys(one, by, words):
            groups[key].append(one)
    lines = [_number(key, name, some) for (key, name), some in groups.items()]
    if by == YEAR:
        return sorted(lines, key=lambda one: one.key, reverse=True)
    return sorted(lines, key=lambda one: (-one.visits, one.name))


def never_hosted(viewer: Viewer) -> list[Any]:
    """The countries with a coast that the programme looks after, of which no visit is on record, by name."""
    there = Counter(one.country for one in hosted(viewer))
    return list(country_rows_where(needs_officer()).exclude(pk__in=list(there)).order_by("name"))


def _keys(one: Hosted, by: str, words: dict[str, str]) -> list[tuple[str, str]]:
    if by == YEAR:
        return [(str(one.first_on.year), str(one.first_on.year))]
    if by == COUNTRY:
        return [(one.country, one.name)]
    if by == PORT:
        return list(one.ports)
    return [(code, words.get(code, code)) for code in one.topics]


def _number(key: str, name: str, some: list[Hosted]) -> Number:
    people = [one.people for one in some if one.people is not None]
    return Number(key, name, len(some), sum(people), len(people), max(one.first_on for one in some))
