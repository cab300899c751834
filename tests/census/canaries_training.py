"""How offerings, requests for training and experts are planted, as rows: their actions have tests of their own."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from roadstead.common import clock
from roadstead.common.access.marks import Mark, Marked
from roadstead.search.writing import refresh
from roadstead.training.models import Expert, GateSaid, Offering, Request, Service, Voice
from tests.apps.engagement.planting import country
from tests.census import canaries_observed


def offering(made: Any) -> Marked:
    """One that is open and still to come."""
    return _offered(made, state="open")


def cancelled_offering(made: Any) -> Marked:
    return _offered(made, state="cancelled", state_why=f"{made.word} why")


def request(made: Any) -> Marked:
    """One that is open; none is for everyone, where an observation stands in."""
    if made.mark == Mark.PUBLIC:
        return canaries_observed.observation(made)
    return _asked(made, state="taken_up")


def withdrawn_request(made: Any) -> Marked:
    if made.mark == Mark.PUBLIC:
        return canaries_observed.observation(made)
    return _asked(made, state="withdrawn")


def expert(made: Any) -> Marked:
    """One of the roster; none is marked for anybody outside of the programme."""
    if made.mark not in (Mark.PROGRAMME, Mark.RESTRICTED):
        return canaries_observed.observation(made)
    return _expert(made)


def retired_expert(made: Any) -> Marked:
    if made.mark not in (Mark.PROGRAMME, Mark.RESTRICTED):
        return canaries_observed.observation(made)
    return _expert(made, retired_at=clock.now())


def _offered(made: Any, **said: Any) -> Offering:
    word, now, first = made.word, clock.now(), clock.today() + timedelta(days=40)
    texts = {name: f"{word} {name}" for name in ("title", "place", "language", "paid_by", "note", "state_why")}
    days = {"first_on": first, "last_on": first + timedelta(days=2), "nominate_by": first - timedelta(days=9)}
    record: Offering = Offering.objects.create(
        course="ips-legislation",
        body="programme",
        seats=12,
        made_by_id=made.by.user_id,
        made_at=now,
        changed_at=now,
        **(texts | days | said),
        **_marked(made, now),
    )
    return _reaching(record, made)


def _asked(made: Any, **said: Any) -> Request:
    word, now = made.word, clock.now()
    code = made.states[0] if made.states else "TG"
    texts = {name: f"{word} {name}" for name in ("aims", "language", "equipment", "state_why")}
    record: Request = Request.objects.create(
        country=country(code),
        course="ips-legislation",
        asked_at=now,
        changed_at=now,
        **texts,
        **said,
        **_marked(made, now),
    )
    by = made.by.user_id
    Voice.objects.create(request=record, uid=uuid4(), way="officer", by_id=by, words=f"{word} words", at=now)
    Voice.objects.create(request=record, uid=uuid4(), way="embassy", by_id=by, words=f"{word} more words", at=now)
    GateSaid.objects.create(request=record, gate="risk", says="no", why=f"{word} gate", by_id=by, at=now)
    return _reaching(record, made)


def _expert(made: Any, **said: Any) -> Expert:
    word, now, today = made.word, clock.now(), clock.today()
    record: Expert = Expert.objects.create(
        name=f"{word} name",
        organisation=f"{word} organisation",
        subjects=["ips-drills"],
        languages=["en"],
        note=f"{word} note",
        made_by_id=made.by.user_id,
        changed_at=now,
        **said,
        **_marked(made, now),
    )
    served = {"role": f"{word} role", "after": f"{word} after", "first_on": today, "last_on": today}
    Service.objects.create(expert=record, entered_by_id=made.by.user_id, entered_at=now, **served)
    return _reaching(record, made)


def _reaching(record: Any, made: Any) -> Any:
    record.states.set([country(code) for code in made.states])
    record.people.set({*made.people, made.by.user_id} if made.people else ())
    refresh(record._meta.label_lower, {str(record.pk)})
    return record


def _marked(made: Any, now: Any) -> dict[str, Any]:
    said = {"mark": made.mark, "mark_reason": f"{made.word} reason"}
    return said | {"marked_by_id": made.by.user_id, "marked_at": now}
