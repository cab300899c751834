"""What somebody has at hand on a visit: its notes, the answers to the checklist, places, people."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries.facilities import Rows as Facilities
from roadstead.registry.queries.facilities import facilities
from roadstead.visits.isps import elements
from roadstead.visits.models import ChecklistAnswer, LegFacility, NoteOther, TeamMember, Visit, VisitNote
from roadstead.visits.observed_enums import Looked


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a checklist is: unknown is counted by itself, never as a no."""

    seen: int
    not_seen: int
    not_looked_at: int


def visits(viewer: Viewer) -> GuardedQuerySet[Visit]:
    """The visits that somebody may read, with the names that a page shows."""
    return Visit.objects.visible_to(viewer).select_related("country", "lead")


def notes_of(visit: Visit, viewer: Viewer) -> list[VisitNote]:
    """The notes of a visit, the first first."""
    return list(VisitNote.objects.visible_to(viewer).filter(visit=visit.pk).select_related("begun_by"))


def others_of(notes: list[VisitNote]) -> dict[int, list[NoteOther]]:
    """What was put aside of some notes that were read for a viewer, by note."""
    found: dict[int, list[NoteOther]] = {}
    rows = NoteOther.objects.filter(note__in=[one.pk for one in notes]).stated().select_related("by")
    for one in rows if notes else ():
        found.setdefault(one.note_id, []).append(one)
    return found


def answers_of(visit: Visit, viewer: Viewer) -> dict[tuple[int | None, str], ChecklistAnswer]:
    """The answers of a visit by facility (None: the State) and element."""
    rows = ChecklistAnswer.objects.visible_to(viewer).filter(visit=visit.pk)
    return {(one.facility_id, one.element): one for one in rows}


def tally(answers: dict[tuple[int | None, str], ChecklistAnswer], facility: int | None) -> Tally:
    """How far the checklist of one facility, or of the State, is. What has no answer was not looked at."""
    said = [answers[key].looked for code in elements() if (key := (facility, code)) in answers]
    seen, not_seen = said.count(Looked.SEEN), said.count(Looked.NOT_SEEN)
    return Tally(seen, not_seen, len(elements()) - seen - not_seen)


def team_of(visit: Visit) -> list[TeamMember]:
    """The team of a visit that was read for a viewer."""
    return list(visit.team.all().stated().select_related("person"))


def note_of(uid: str, visit: Visit, viewer: Viewer) -> VisitNote | None:
    """One note of a visit by the identifier that its device made; None for what there is not."""
    try:
        key = UUID(uid)
    except ValueError:
        return None
    return VisitNote.objects.visible_to(viewer).filter(visit=visit.pk, uid=key).first()


def facilities_of(visit: Visit, viewer: Viewer) -> list[Any]:
    """The facilities that are toured; where none is planned, those of the country that may be read, 200 at most."""
    toured = LegFacility.objects.visible_to(viewer).filter(leg__in=visit_legs(visit)).order_by().values("facility")
    rows: Facilities = facilities(viewer).filter(country=visit.country_id).order_by("name", "pk")
    planned = list(rows.filter(pk__in=toured))
    return planned or list(rows[:200])


def visit_legs(visit: Visit) -> Any:
    """The keys of the legs of a visit that was read for a viewer."""
    return visit.legs.all().stated().order_by().values("pk")
