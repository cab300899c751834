"""The people of the demonstration: as many as its organisations and facilities have, once."""

from collections.abc import Collection, Sequence
from typing import Any

from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.contact_marking import mark_contact
from roadstead.engagement.actions.importing import read_contacts
from roadstead.engagement.actions.inventing import invent_people
from roadstead.engagement.demonstration.address_books import cards, file_of, waiting
from roadstead.engagement.demonstration.notes import write_notes
from roadstead.engagement.demonstration.people import Crowd
from roadstead.engagement.models import Contact, ContactImport
from roadstead.registry.demonstration import SOURCE, bodies_of, lands, terminals_by_country

BOOK, CARDS, NEWER = "invented-people.csv", "invented-cards.csv", "invented-newer.csv"
RESTRICTED_EVERY, MOST_RESTRICTED = 23, 12  # countries
WHY = "asked that few know of the conversation; invented"


def make_world(*, by: Viewer, liaison: Viewer, scale: int = 1, only: Collection[str] | None = None) -> None:
    """Make what is missing. Raises PermissionDenied where this person may not do so."""
    if _read(NEWER):
        return
    on, found = clock.today(), lands(only)
    terminals = terminals_by_country(found, on, scale)
    crowds = [Crowd(land, on) for land in found]
    for crowd in crowds:
        crowd.fill(bodies_of(crowd.land, scale), terminals[crowd.land.code], scale)
    told: dict[str, Any] = {"source": SOURCE, "by": by}
    if not _read(BOOK):
        rows = [row for crowd in crowds for row in crowd.rows]
        shared = {uid: crowd.land.code for crowd in crowds for uid in crowd.shared}
        invent_people(content=file_of(rows), name=BOOK, shared=shared, **told)
    if not _read(CARDS) and (again := list(cards(crowds))):
        invent_people(content=file_of(again), name=CARDS, shared={}, **told)
    write_notes(found, on=on, by=by)
    _restrict(crowds, liaison, by)
    if crowds:
        content = file_of(waiting(crowds[-1], on))
        read_contacts(file_name=NEWER, content=content, source=SOURCE, by=liaison)


def _read(name: str) -> bool:
    return ContactImport.objects.filter(file_name=name).exists()


def _restrict(crowds: Sequence[Crowd], liaison: Viewer, by: Viewer) -> None:
    """Some people of whom few know; the liaison officer is among those few."""
    uids = [crowd.rows[-1]["uid"] for crowd in crowds[::RESTRICTED_EVERY] if crowd.rows][:MOST_RESTRICTED]
    people = [liaison.user_id] if liaison.user_id else []
    for one in Contact.objects.visible_to(by).filter(uid__in=uids, mark=Mark.PROGRAMME):
        mark_contact(contact=one, mark=Mark.RESTRICTED, people=people, reason=WHY, by=by)
