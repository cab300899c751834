"""What a page says of the mark of a record, whatever it is a record of."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from roadstead.common.access.marks import Mark, Marked
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.registry.reach import may_reach, reach_of

TONES = {Mark.PUBLIC: "good", Mark.PARTNER: "good", Mark.PROGRAMME: "quiet", Mark.RESTRICTED: "alarm"}


@dataclass(frozen=True, slots=True)
class Label:
    """A mark in a list: its word and colour."""

    value: str
    word: str
    tone: str


@dataclass(frozen=True, slots=True)
class MarkShown:
    """A mark on the page of its record, for the programme's own people. may_mark: whether this one may set another."""

    label: Label
    meaning: Any
    states: str
    people: tuple[str, ...]
    why: str
    by: str
    at: datetime
    may_mark: bool


def label(marked: Marked) -> Label:
    """The word for a mark, which anyone who reads the record may see."""
    mark = Mark(marked.mark)
    return Label(mark.value, str(mark.label), TONES[mark])


def mark_shown(marked: Marked, viewer: Viewer, *, keeps: bool) -> MarkShown:
    """A mark with its reason. keeps: whether the viewer keeps records of this kind. Three queries at most."""
    states = marked.states.all() if marked.mark == Mark.PARTNER else ()
    people = marked.people.all() if marked.mark == Mark.RESTRICTED else ()
    remarks = viewer.holds(Permission.RELEASE_INFORMATION) or viewer.user_id == marked.marked_by_id
    return MarkShown(
        label=label(marked),
        meaning=Mark(marked.mark).meaning,
        states=", ".join(one.name for one in states),
        people=tuple(one.name for one in people),
        why=marked.mark_reason,
        by=marked.marked_by.name,
        at=marked.marked_at,
        may_mark=keeps and remarks and may_reach(viewer, reach_of(marked)),
    )


def own_states(marked: Marked, viewer: Viewer) -> tuple[str, ...]:
    """The codes of the States that it is shared with, as far as this reader is to know; `states` was prefetched."""
    if marked.mark != Mark.PARTNER:
        return ()
    reach = viewer.reach(Permission.READ_SHARED, ScopeKind.COUNTRY)
    every = viewer.holds(Permission.READ_PROGRAMME) or reach is None
    return tuple(one.pk for one in marked.states.all() if every or one.pk in (reach or ()))
