"""Interactions as a list or a page of the desk shows them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.interaction_enums import InteractionState, topic_word
from roadstead.engagement.models import Commitment, CommitmentMove, Interaction
from roadstead.engagement.presenters.people import name_of_person
from roadstead.engagement.queries.promises import moves_of
from roadstead.engagement.queries.taking_part import TakingPart, bodies_named, people_named, taking_part
from roadstead.registry.presenters.marked import Label, label

TONES = {InteractionState.DRAFT: "ask", InteractionState.COMPLETE: "good", InteractionState.DISCARDED: "quiet"}


@dataclass(frozen=True, slots=True)
class Link:
    """A name with its page, "" where it has none."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class InteractionLine:
    """An interaction in a list. when: day, and local time with its zone."""

    row: Interaction
    kind: str
    state: str
    tone: str
    when: str
    countries: tuple[Link, ...]
    people: tuple[Link, ...]
    officers: tuple[str, ...]
    organisations: tuple[Link, ...]
    topics: tuple[str, ...]
    mark: Label


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise. state: open, overdue, kept, dropped; owner: "" for nobody, or who may not be read."""

    row: Commitment
    side: str
    owner: str
    state: str
    word: str
    tone: str
    moves: tuple[CommitmentMove, ...] = ()


def interaction_lines(rows: Iterable[Interaction], viewer: Viewer) -> list[InteractionLine]:
    """Interactions in a list; eight queries for what they name."""
    held = list(rows)
    found = taking_part([one.pk for one in held], viewer)
    return [interaction_line(one, found[one.pk]) for one in held]


def interaction_line(one: Interaction, part: TakingPart) -> InteractionLine:
    """One, with what it names."""
    state = InteractionState(one.state)
    return InteractionLine(
        row=one,
        kind=str(one.get_kind_display()),
        state=str(state.label),
        tone=TONES[state],
        when=when(one),
        countries=tuple(Link(name, f"/desk/countries/{code}/") for code, name in part.countries),
        people=tuple(Link(name_of_person(each), f"/desk/people/{each.pk}/") for each in part.contacts),
        officers=tuple(name for _pk, name in part.officers),
        organisations=tuple(Link(name, f"/desk/organisations/{pk}/") for pk, name in part.organisations),
        topics=tuple(topic_word(str(each)) for each in one.topics),
        mark=label(one),
    )


def when(one: Interaction) -> str:
    """The day, and the local time with its zone, in words."""
    day = date_format(one.held_on, "j F Y")
    if one.held_at is None:
        return day
    zone = one.zone.replace("_", " ")
    return _("%(day)s, %(time)s (%(zone)s)") % {"day": day, "time": time_format(one.held_at, "H:i"), "zone": zone}


def promise_lines(rows: Collection[Commitment], viewer: Viewer) -> list[PromiseLine]:
    """Promises; three queries at most, for their owners and how their days were moved."""
    people = people_named({one.contact_id for one in rows if one.contact_id}, viewer)
    bodies = bodies_named({one.organisation_id for one in rows if one.organisation_id}, viewer)
    moves = moves_of(rows) if rows else {}
    return [_promise(one, people, bodies, tuple(moves.get(one.pk, ()))) for one in rows]


def page_of(interaction: int) -> str:
    """The page of an interaction."""
    return reverse("engagement:interaction", args=[interaction])


def _promise(one: Commitment, people: Any, bodies: Any, moves: tuple[CommitmentMove, ...]) -> PromiseLine:
    owner = one.officer.name if one.officer is not None else ""
    if one.contact_id in people:
        owner = name_of_person(people[one.contact_id])
    if one.organisation_id in bodies:
        owner = bodies[one.organisation_id][1]
    state, word, tone = _standing(one, clock.today())
    return PromiseLine(one, str(one.get_side_display()), owner, state, word, tone, moves)


def _standing(one: Commitment, on: date) -> tuple[str, str, str]:
    if one.kept_on:
        return "kept", _("kept"), "good"
    if one.dropped_on:
        return "dropped", _("dropped"), "quiet"
    if one.due_on and one.due_on < on:
        return "overdue", _("overdue"), "alarm"
    return "open", _("open"), "ask"
