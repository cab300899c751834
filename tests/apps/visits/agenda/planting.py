"""Visits and agendas for the tests: visits as rows, agendas by the actions themselves."""

from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django.test import Client

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.agenda_accepting import accept_items, agree_agenda
from roadstead.visits.actions.agenda_begin import begin_agenda
from roadstead.visits.actions.agenda_links import give_link
from roadstead.visits.actions.agenda_shape import ItemText
from roadstead.visits.models import Leg, Visit
from roadstead.visits.queries import agenda as queries
from tests.apps.engagement.planting import country


def visit(lead: Any, *, state: str = "notified", mark: str = "partner", **fields: Any) -> Any:
    """A visit to Nigeria of which notice was given, shared with it, with two legs."""
    now = clock.now()
    given: dict[str, Any] = {
        "country": country("NG"),
        "kind": "liaison",
        "first_on": date(2027, 3, 1),
        "last_on": date(2027, 3, 4),
        "notice_on": date(2026, 11, 1),
        "benefit": "Drills are practised together.",
        "redundancy": "Nobody else comes.",
        "deconflicted_at": now,
        "mark": mark,
        "mark_reason": "for a test",
        "marked_at": now,
        "proposed_at": now,
        "changed_at": now,
        "state": state,
    }
    people = dict.fromkeys(("lead", "proposed_by", "marked_by", "deconflicted_by"), lead)
    made = Visit.objects.create(**(given | people | fields))
    made.states.set([country("NG")] if mark == "partner" else [])
    for number, place in enumerate(("Lagos (invented)", "Onne (invented)"), start=1):
        days = {"first_on": date(2027, 3, number + 1), "last_on": date(2027, 3, number + 1)}
        way = {"travel_minutes": 95, "travel_by": "aircraft"} if number == 2 else {}
        Leg.objects.create(visit=made, position=number, place=place, **days, **way)
    return made


def begun(made: Any, by: Viewer, *, language: str = "fr") -> Any:
    """Its agenda, from the template."""
    return begin_agenda(visit=made, zone="Africa/Lagos", language=language, by=by)


def linked(
    made: Any, by: Viewer, *, name: str = "Ngozi Host (invented)", days: int = 30, language: str = "fr"
) -> tuple[Any, str]:
    """A link for somebody of the host, with its secret."""
    said = {"name": name, "email": "host@example.org", "language": language, "days": days}
    return give_link(visit=made, uid=uuid4(), by=by, **said)


def opened(secret: str, *, own: str = "yes", name: str = "") -> tuple[Client, str]:
    """A browser in which the link was opened and somebody said who they are; and where its pages begin."""
    client = Client()
    answer = client.get(f"/agenda/{secret}/", follow=True)
    assert answer.status_code == 200
    base = answer.request["PATH_INFO"].removesuffix("who/")
    answer = client.post(f"{base}who/", {"own": own, "name": name}, follow=True)
    assert answer.status_code == 200
    return client, base


def items(made: Any) -> list[Any]:
    return queries.items_of(queries.agenda_of(made))


def standing(made: Any) -> dict[int, int]:
    """The items with their revisions, as somebody looks at them now."""
    return {one.pk: one.revision for one in items(made)}


def digest(made: Any) -> str:
    agenda = queries.agenda_of(made)
    return str(queries.version_of(agenda, agenda.version).digest)


def accepted(made: Any, *bys: Viewer) -> None:
    """Every item accepted by each."""
    for by in bys:
        accept_items(visit=made, items=standing(made), by=by)


def agreed(made: Any, *bys: Viewer) -> None:
    """The whole accepted and agreed by each."""
    accepted(made, *bys)
    for by in bys:
        agree_agenda(visit=made, digest=digest(made), name=by.name, office="an office", by=by)


def text(**said: Any) -> ItemText:
    """What somebody writes into an item."""
    given = {"block": "ports", "purpose": "A quay", "starts": datetime(2027, 3, 2, 9), "zone": "Africa/Lagos"}
    return ItemText(**(given | said))


def typed(**said: Any) -> dict[str, Any]:
    """The same as a form sends it."""
    given = {"uid": str(uuid4()), "block": "ports", "purpose": "A quay", "zone": "Africa/Lagos"}
    given |= {"starts": "2027-03-02T09:00", "ends": "2027-03-02T10:30"}
    return {**given, **said}
