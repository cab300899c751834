"""Short forms of the actions of visits for the tests."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from roadstead.accounts.models import User
from roadstead.audit.models import Event
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.visits.actions import (
    advancing,
    asking,
    benefiting,
    cancelling,
    clearing,
    deconflicting,
    marking,
    others,
    proposing,
)
from roadstead.visits.actions.shape import Draft
from roadstead.visits.enums import Answer, Clearance, Reply, VisitKind, VisitState
from roadstead.visits.models import Asking, OtherVisit, Visit
from tests import people

FIRST = date(2027, 3, 1)


def draft(**said: Any) -> Draft:
    return Draft(**({"kind": VisitKind.LIAISON} | said))


def proposed(by: User, country: str = "NG", first: date | None = None, days: int = 5, **said: Any) -> Visit:
    """A visit that somebody proposed; with a first day, planned for so many days."""
    last = first + timedelta(days=days - 1) if first else None
    given = {"uid": said.pop("uid", uuid4()), "past": said.pop("past", False), "draft": draft(**said)}
    return proposing.propose_visit(country=country, first_on=first, last_on=last, by=people.viewer(by), **given)


def planned(by: User, country: str = "NG", first: date = FIRST, **said: Any) -> Visit:
    return proposed(by, country, first, **said)


def benefited(visit: Visit, by: User, benefit: str = "Drills are practised together.") -> Visit:
    """What the host gains was recorded, without asking anybody."""
    said = {"benefit": benefit, "redundancy": "Nobody else comes.", "unasked_why": "Nobody has an account (invented)."}
    held = anew(visit)
    return benefiting.record_benefit(visit=held, revision=held.revision, by=people.viewer(by), **said)


def asked(visit: Visit, by: User, until: date | None = None) -> Asking:
    said = {"answer_by": until or clock.today() + timedelta(7), "words": "Is anything of yours near?"}
    return asking.ask_others(visit=visit, revision=anew(visit).revision, by=people.viewer(by), **said)


def replied(visit: Visit, by: User, answer: Reply, why: str = "", agency: str = "Customs (invented)") -> None:
    asking.reply_asking(visit=visit, agency=agency, answer=answer, why=why, by=people.viewer(by))


def cleared(visit: Visit, by: User, clearance: Clearance = Clearance.GRANTED) -> Visit:
    if anew(visit).deconflicted_at is None:
        benefited(visit, by)
    said = {"clearance": clearance, "on": clock.today(), "note": "cable 12 (invented)"}
    return clearing.set_clearance(visit=visit, revision=anew(visit).revision, by=people.viewer(by), **said)


def notified(visit: Visit, by: User) -> Visit:
    """Notice was given; what the host gains is recorded first, where it was not."""
    if anew(visit).deconflicted_at is None:
        benefited(visit, by)
    said: dict[str, Any] = {"on": clock.today()}
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


def made(by: User, country: str, last: date, kind: str = "liaison", **said: Any) -> Visit:
    """A visit that was made, as a row: what led there has tests of its own."""
    now = clock.now()
    given: dict[str, Any] = {"state": VisitState.MADE, "notice_on": last - timedelta(days=30), "benefit": "Drills"}
    given |= {"redundancy": "Nobody else came.", "deconflicted_at": now, "mark_reason": "for a test"}
    given |= {"clearance": Clearance.GRANTED, "clearance_on": last - timedelta(days=9)}
    given |= dict.fromkeys(("lead", "proposed_by", "marked_by", "deconflicted_by"), by)
    given |= dict.fromkeys(("proposed_at", "changed_at", "marked_at"), now)
    days = {"first_on": last - timedelta(days=2), "last_on": last}
    return Visit.objects.create(country_id=country, kind=kind, **(given | days | said))


def anew(visit: Visit) -> Visit:
    """The visit as it stands now."""
    return Visit.objects.for_the_system("a test looks").select_related("country", "lead").get(pk=visit.pk)


def events(type_: str) -> list[Event]:
    return list(Event.objects.for_the_system("a test looks").filter(type=type_))


def words_to(person: User) -> list[str]:
    """What somebody was told."""
    return list(person.notifications.order_by("pk").values_list("text", flat=True))
