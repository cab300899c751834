"""Entries that may be one person: the same address or number, or a like name in the same country."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.db.models import Count
from rapidfuzz import fuzz, process

from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.engagement.addressbook.draft import Draft
from roadstead.engagement.models import Contact, ContactPoint, ToldApart
from roadstead.engagement.queries.contacts import readable_people
from roadstead.engagement.queries.parts import with_points

LIKE_ENOUGH = 88  # of 100, without regard to the order of the names
MOST = 10
MOST_PAIRS = 500
MOST_COMPARED = 3_000  # people of one country whose names are held against each other
EMAIL, PHONE, NAME = "email", "phone", "name"


@dataclass(frozen=True, slots=True)
class Alike:
    """An entry that may be the same person. why: email, phone, name; score: of a name, 100 is the same."""

    contact: Contact
    why: tuple[str, ...]
    score: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that may be one person."""

    one: Contact
    other: Contact
    why: tuple[str, ...]
    score: int


def alike(draft: Draft, viewer: Viewer, *, besides: int = 0) -> list[Alike]:
    """The entries that may be the person of a draft, the surest first; three queries."""
    rows = readable_people(viewer).filter(forgotten_at__isnull=True).exclude(pk=besides)
    why: dict[int, set[str]] = {}
    for kind, points in ((EMAIL, draft.emails), (PHONE, draft.phones)):
        same = ContactPoint.objects.visible_to(viewer).filter(kind=kind, compared__in=[one.compared for one in points])
        for pk in same.values_list("contact", flat=True) if points else ():
            why.setdefault(pk, set()).add(kind)
    scores: dict[int, int] = {}
    if folded := fold(draft.name):
        named = dict(rows.filter(country=draft.country or None).values_list("pk", "folded"))
        for pk, score in like_names(folded, named):
            why.setdefault(pk, set()).add(NAME)
            scores[pk] = score
    found = [
        Alike(one, tuple(sorted(why[one.pk])), scores.get(one.pk, 0))
        for one in rows.filter(pk__in=why).select_related("country").prefetch_related(with_points())
    ]
    return sorted(found, key=lambda each: (-len(each.why), -each.score, each.contact.pk))[:MOST]


def like_names(folded: str, named: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Whose names are like one, with how like."""
    found = process.extract(folded, named, scorer=fuzz.token_sort_ratio, score_cutoff=LIKE_ENOUGH, limit=MOST)
    yield from ((int(pk), round(score)) for _name, score, pk in found)


def pairs(viewer: Viewer, *, country: str = "") -> list[Pair]:
    """Entries that may be one person, the surest first.

    With a country, its names are compared as they sound; without one, only names that are the very same.
    """
    rows = readable_people(viewer).filter(forgotten_at__isnull=True)
    rows = rows.filter(country=country) if country else rows
    why: dict[tuple[int, int], dict[str, int]] = {}
    for kind, keys in _same_points(rows):
        for one in combinations(sorted(keys), 2):
            why.setdefault(one, {})[kind] = 100
    for score, one in _like(rows) if country else _same_names(rows):
        why.setdefault(one, {})[NAME] = score
    for pair in ToldApart.objects.visible_to(viewer).values_list("one", "other"):
        why.pop(pair, None)
    order = sorted(why, key=lambda one: (-len(why[one]), -sum(why[one].values()), one))[:MOST_PAIRS]
    people = {one.pk: one for one in rows.filter(pk__in={pk for both in order for pk in both})}
    return [
        Pair(people[a], people[b], tuple(sorted(why[a, b])), why[a, b].get(NAME, 0))
        for a, b in order
        if a in people and b in people
    ]


def _same_points(rows: Any) -> Iterator[tuple[str, set[int]]]:
    mine = ContactPoint.objects.filter(contact__in=rows.order_by().values("pk")).stated()
    shared = mine.order_by().values("kind", "compared").annotate(n=Count("contact", distinct=True)).filter(n__gt=1)
    named = {(one["kind"], one["compared"]) for one in shared[:MOST_PAIRS]}
    held: dict[tuple[str, str], set[int]] = {}
    for kind, compared, pk in mine.filter(compared__in={one[1] for one in named}).values_list(
        "kind", "compared", "contact"
    ):
        if (kind, compared) in named:
            held.setdefault((kind, compared), set()).add(pk)
    yield from ((kind, set(sorted(keys)[:MOST])) for (kind, _compared), keys in held.items())


def _same_names(rows: Any) -> Iterator[tuple[int, tuple[int, int]]]:
    several = rows.exclude(folded="").order_by().values("country", "folded").annotate(n=Count("pk"))
    names = {one["folded"] for one in several.filter(n__gt=1)[:MOST_PAIRS]}
    held: dict[tuple[str, str], list[int]] = {}
    for pk, country, folded in rows.filter(folded__in=names).values_list("pk", "country", "folded"):
        held.setdefault((country or "", folded), []).append(pk)
    for keys in held.values():
        yield from ((100, one) for one in combinations(sorted(keys)[:MOST], 2))


def _like(rows: Any) -> Iterator[tuple[int, tuple[int, int]]]:
    found: Iterable[tuple[int, str]] = rows.exclude(folded="").values_list("pk", "folded")[:MOST_COMPARED]
    named = {pk: " ".join(sorted(folded.split())) for pk, folded in found}
    keys, names = list(named), list(named.values())
    if not names:
        return
    for at in range(len(keys) - 1):
        later = process.extract(names[at], names[at + 1 :], scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH, limit=MOST)
        for _name, score, offset in later:
            one, other = sorted((keys[at], keys[at + 1 + offset]))
            yield round(score), (one, other)
