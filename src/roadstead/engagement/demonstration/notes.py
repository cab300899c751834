"""Invented notes about countries, so that each file has something to read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import Chance, invented
from roadstead.engagement.actions.shape import Content
from roadstead.engagement.actions.writing import write_information
from roadstead.engagement.enums import InformationKind
from roadstead.registry.demonstration import Land

END = "Invented for the demonstration: no real place, person or event is meant."


@dataclass(frozen=True, slots=True)
class Note:
    """What is written of a country. shared: with that State, too."""

    title: str
    text: str
    shared: bool = False
    days: int = 0


NOTES = (
    Note("Telephone call before the next visit", "They propose the second week of the month, and ask for an agenda."),
    Note("Two Statements of Compliance run out", "The authority knows, and says that the audits are planned."),
    Note("New gate house", "Photographs were sent. Visitors wait outside now until somebody comes for them."),
    Note("Who decides on security levels", "The ministry decides; the authority tells ports within the hour."),
    Note("Asked for a seminar on drills", "Twenty people of five facilities would come. The embassy helps with rooms."),
    Note("Change at the head of the authority", "The new director was an inspector, and knows the facilities."),
    Note("What a good drill looks like", "One page, with the questions to ask afterwards.", shared=True),
    Note("Lights along the fence: a list", "Walk the fence an hour after sunset.", shared=True, days=200),
    Note("Exercise calendar of the region", "Dates that neighbours have named so far.", shared=True, days=120),
    Note("Form for a Declaration of Security", "The form that most ships know, with notes.", shared=True),
)


def write_notes(lands: Sequence[Land], *, on: date, by: Viewer) -> None:
    """One note on each country, and for every second one something that is shared with it."""
    for place, land in enumerate(lands):
        chance = Chance("note", land.code)
        _write(chance.one_of([one for one in NOTES if not one.shared]), land, on, by)
        if place % 2 == 0:
            _write(chance.one_of([one for one in NOTES if one.shared]), land, on, by)


def _write(note: Note, land: Land, on: date, by: Viewer) -> None:
    until = on + timedelta(days=note.days) if note.days else None
    kind = InformationKind.DOCUMENT if note.shared else InformationKind.NOTE
    title = invented(f"{note.title}, {land.name}")
    write_information(
        uid=uuid5(NAMESPACE_URL, f"roadstead/demonstration/note/{land.code}/{note.title}"),
        content=Content(kind, title, f"{note.text}\n\n{END}", (land.code,), until),
        mark=Mark.PARTNER if note.shared else Mark.PROGRAMME,
        states=(land.code,) if note.shared else (),
        reason="it helps them" if note.shared else "",
        by=by,
    )
