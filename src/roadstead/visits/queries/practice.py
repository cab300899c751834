"""Best practice that somebody may read, and which of it helps whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries.facilities import facilities_by_key
from roadstead.visits.models import BestPractice, Observation
from roadstead.visits.queries.observed import observations, shortfalls

MOST = 500  # best practices that are looked through
Rows = GuardedQuerySet[BestPractice]


@dataclass(frozen=True, slots=True)
class PracticesAsked:
    """What is asked of a list; an empty field asks nothing."""

    text: str = ""
    element: str = ""
    cargo: str = ""


@dataclass(frozen=True, slots=True)
class Like:
    """A facility with open shortfalls that a best practice answers: their elements, and the cargo in common."""

    facility: Any
    elements: tuple[str, ...]
    cargo: tuple[str, ...]


def practices(viewer: Viewer) -> Rows:
    """All that somebody may read."""
    return BestPractice.objects.visible_to(viewer)


def released(viewer: Viewer) -> Rows:
    """Of these, what was released and holds; where it came from is not told with it."""
    return practices(viewer).filter(mark__in=(Mark.PUBLIC, Mark.PARTNER), withdrawn_at__isnull=True)


def find_practices(rows: Rows, asked: PracticesAsked) -> list[BestPractice]:
    """What fits, by title."""
    for word in asked.text.split()[:8]:
        rows = rows.filter(title__icontains=word) | rows.filter(text__icontains=word)
    found = list(rows.order_by("title", "pk")[:MOST])
    if asked.element:
        found = [one for one in found if asked.element in one.elements]
    return [one for one in found if fits_cargo(one, [asked.cargo])] if asked.cargo else found


def fits_cargo(practice: BestPractice, cargo: Iterable[str]) -> bool:
    """Whether it is about such cargo; one without a kind is about all."""
    return not practice.cargo or bool(set(practice.cargo) & set(cargo))


def like_problems(practice: BestPractice, viewer: Viewer) -> list[Like]:
    """The facilities with like problems: an open shortfall of the same element, and cargo of the same kind."""
    rows = shortfalls(viewer).filter(element__in=practice.elements, facility__isnull=False)
    rows = rows.exclude(facility=practice.origin_facility_id) if practice.origin_facility_id else rows
    by_facility: dict[int, set[str]] = {}
    for facility, element in rows.order_by().values_list("facility", "element"):
        by_facility.setdefault(facility, set()).add(element)
    held = facilities_by_key(list(by_facility), viewer)
    found = [
        Like(held[key], tuple(sorted(codes)), tuple(sorted(set(practice.cargo) & set(held[key].cargo))))
        for key, codes in by_facility.items()
        if key in held and fits_cargo(practice, held[key].cargo)
    ]
    return sorted(found, key=lambda one: one.facility.name)


def helping(viewer: Viewer, seen: Iterable[Observation]) -> list[BestPractice]:
    """What was released that helps with some shortfalls, for the facility of each by its cargo."""
    held = list(seen)
    places = facilities_by_key({one.facility_id for one in held if one.facility_id}, viewer)
    wanted = [(one.element, places[one.facility_id].cargo if one.facility_id in places else None) for one in held]
    return [
        one
        for one in released(viewer).order_by("title", "pk")[:MOST]
        if any(code in one.elements and (cargo is None or fits_cargo(one, cargo)) for code, cargo in wanted)
    ]


def helping_here(viewer: Viewer, *, facility: int | None = None) -> list[BestPractice]:
    """What helps with the open shortfalls that a viewer may read, all of them or those of one facility."""
    rows = shortfalls(viewer, facilities=[facility] if facility else ())
    return helping(viewer, rows.exclude(element=""))


def observation(pk: int, viewer: Viewer) -> Observation | None:
    """One observation from which a best practice is written."""
    return observations(viewer).filter(pk=pk).first()
