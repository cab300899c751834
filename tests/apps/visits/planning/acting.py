"""Short forms of the actions of visits for the tests."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from roadstead.accounts.models import User
from roadstead.audit.models import Event
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.visits.actions import advancing, cancelling, clearing, deconflicting, marking, others, proposing
from roadstead.visits.actions.shape import Draft
from roadstead.visits.enums import Answer, Clearance, VisitKind, VisitState
from roadstead.visits.models import OtherVisit, Visit
from tests import people

FIRST = date(2027, 3, 1)


def draft(**said: Any) -> Draft:
    return Draft(**({"kind": VisitKind.LIAISON} | said))


def proposed(by: User, country: str = "NG", first: date | None = None, days: int = 5, **said: Any) -> Visit:
    """A visit that somebody proposed; with a first day, planned for so many days."""
    last = first + timedelta(days=days - 1) if first else None
    given = {"uid": said.pop("uid", uuid4()), "draft": draft(**said)}
    return proposing.propose_visit(country=country, first_on=first, last_on=last, by=people.viewer(by), **given)


def planned(by: User, country: str = "NG", first: date = FIRST, **said: Any) -> Visit:
    return proposed(by, country, first, **said)


def cleared(visit: Visit, by: User, clearance: Clearance = Clearance.GRANTED) -> Visit:
    said = {"clearance": clearance, "on": clock.today(), "note": "cable 12 (invented)"}
    return clearing.set_clearance(visit=visit, revision=anew(visit).revision, by=people.viewer(by), **said)


def notified(visit: Visit, by: User, benefit: str = "Drills are practised together.") -> Visit:
    said = {"on": clock.today(), "benefit": benefit}
    return advancing.give_notice(visit=visit, revision=anew(visit).revision, by=people.viewer(by), **said)


def step(visit: Visit, by: User, to: VisitState, why: str = "") -> Visit:
    held = anew(visit)
    return advancing.advance_visit(visit=held, revision=held.revision, to=to, why=why, by=people.viewer(by))


def cancelled(visit: Visit, by: User, why: str = "travel stopped") -> Visit:
    return cancelling.cancel_visit(visit=visit, revision=anew(visit).revision, why=why, by=people.viewer(by))


def shared(visit: Any, by: User, *states: str) -> None:
    marking.mark_visit(visit=visit, mark=Mark.PARTNER, states=states, reason="for a test", by=people.viewer(by))


def told(by: User, country: str = "NG", first: date = FIRST, days: int = 3, **said: Any) -> OtherVisit:
    """A visit of others that somebody told of."""
    given: dict[str, Any] = {"agency": "Customs (invented)", "purpose": "Container scanning"} | said
    uid = given.pop("uid", uuid4())
    what = others.Told(first_on=first, last_on=first + timedelta(days=days - 1), **given)
    return others.tell_other(uid=uid, country=country, told=what, by=people.viewer(by))


def answered(visit: Visit, other: OtherVisit, by: User, answer: Answer, why: str = "") -> None:
    deconflicting.answer_overlap(visit=visit, other=other, answer=answer, why=why, by=people.viewer(by))


def made(by: User, country: str, last: date, kind: str = "liaison") -> Visit:
    """A visit that was made, as a row: what led there has tests of its own."""
    now = clock.now()
    return Visit.objects.create(
        country_id=country,
        kind=kind,
        state=VisitState.MADE,
        first_on=last - timedelta(days=2),
        last_on=last,
        notice_on=last - timedelta(days=30),
        lead=by,
        proposed_by=by,
        proposed_at=now,
        changed_at=now,
        mark_reason="for a test",
        marked_by=by,
        marked_at=now,
    )


def anew(visit: Visit) -> Visit:
    """The visit as it stands now."""
    return Visit.objects.for_the_system("a test looks").select_related("country", "lead").get(pk=visit.pk)


def events(type_: str) -> list[Event]:
    return list(Event.objects.for_the_system("a test looks").filter(type=type_))


def words_to(person: User) -> list[str]:
    """What somebody was told."""
    return list(person.notifications.order_by("pk").values_list("text", flat=True))
