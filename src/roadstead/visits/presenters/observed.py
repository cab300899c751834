"""Observations as pages show them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.presenters.marked import Label, label
from roadstead.registry.queries.facilities import facilities_by_key
from roadstead.visits.isps import Element, elements
from roadstead.visits.models import Observation, Visit
from roadstead.visits.observed_enums import ObservationKind, ObservationState
from roadstead.visits.queries.observed import remarks_of

KIND_TONES = {ObservationKind.SHORTFALL: "alarm", ObservationKind.STRENGTH: "good", ObservationKind.BEYOND: "quiet"}
LONGEST_LINE = 140  # characters of a text in a list


@dataclass(frozen=True, slots=True)
class Shown:
    """An observation. facility: "" where this reader may not know it; noted_by: within the programme."""

    pk: int
    text: str
    line: str
    remark: str
    kind: str
    kind_word: str
    tone: str
    reference: str
    element: str
    country: str
    country_code: str
    facility: str
    state: str
    state_word: str
    state_why: str
    noted_at: Any
    noted_by: str
    mark: Label
    href: str


def shown(rows: Iterable[Observation], viewer: Viewer) -> list[Shown]:
    """Some observations for one reader; one query for all their facilities."""
    held = list(rows)
    names = facility_names(held, viewer)
    desk = viewer.holds(Permission.READ_PROGRAMME)
    page = "/desk/observations/" if desk else "/partner/observations/"
    return [_shown(one, names.get(one.facility_id or 0, ""), f"{page}{one.pk}/", desk) for one in held]


def facility_names(rows: Collection[Any], viewer: Viewer) -> dict[int, str]:
    """The names of the facilities that some records are about, as far as they may be read."""
    keys = {one.facility_id for one in rows if one.facility_id}
    return {key: one.name for key, one in facilities_by_key(keys, viewer).items()}


def _shown(one: Observation, facility: str, href: str, desk: bool) -> Shown:
    element = elements().get(one.element)
    kind = ObservationKind(one.kind)
    return Shown(
        pk=one.pk,
        text=one.text,
        line=cut(one.text),
        remark=one.remark,
        kind=one.kind,
        kind_word=str(kind.label),
        tone=KIND_TONES[kind],
        reference=reference_of(one.reference, element),
        element=element.label if element else "",
        country=one.country.name,
        country_code=one.country_id,
        facility=facility,
        state=one.state,
        state_word=str(ObservationState(one.state).label),
        state_why=one.state_why,
        noted_at=one.noted_at,
        noted_by=one.noted_by.name if desk else "",
        mark=label(one),
        href=href,
    )


def remarks(observation: Observation, viewer: Viewer) -> list[tuple[Any, str, str]]:
    """What its host said of an observation: when, who and what; within the host and the programme with the name."""
    named = viewer.holds(Permission.READ_PROGRAMME) or viewer.holds(Permission.RECOMMEND)
    return [(one.at, one.by.name if named else "", one.text) for one in remarks_of(observation)]


def reference_of(reference: str, element: Element | None) -> str:
    """A reference as it is shown: what was taken from an element that nobody has read says so."""
    return element.said if element is not None and element.reference == reference else reference


def cut(text: str) -> str:
    """A text as one line of a list."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…"


def lines(rows: Iterable[Observation], viewer: Viewer) -> Iterator[Sequence[object]]:
    """Rows of a file."""
    for one in shown(rows, viewer):
        noted = one.noted_at.strftime("%Y-%m-%dT%H:%M:%SZ")
        about = (one.pk, one.country_code, one.facility, one.kind, one.element, one.reference)
        yield (*about, one.text, one.remark, one.state, noted, one.mark.value)


def places(found: Iterable[Any]) -> list[tuple[int, str]]:
    """Facilities to choose from."""
    return [(one.pk, f"{one.name} ({one.number})" if one.number else one.name) for one in found]


def visit_name(visit: Visit) -> str:
    """A visit in words: its title, or country and day."""
    day = visit.first_on.isoformat() if visit.first_on else ""
    return visit.title or f"{visit.country.name} {day}".strip()
