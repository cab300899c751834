"""How reciprocal visits and host units are planted, as rows: their actions have tests of their own."""

from typing import Any
from uuid import uuid4

from roadstead.common import clock
from roadstead.common.access.marks import Mark, Marked
from roadstead.hosting.models import Asker, Delegate, HostingRequest, HostUnit
from roadstead.registry.models import Zone
from roadstead.search.writing import refresh
from tests.apps.engagement.planting import country
from tests.census import canaries_observed

PLACEABLE = (Mark.PROGRAMME, Mark.RESTRICTED)  # a unit is never shared with anybody outside of the programme


def request(made: Any) -> Marked:
    """One that was asked for, with who asked and who comes; none is for everyone, where an observation stands in."""
    return _request(made, state="asked") if made.mark != Mark.PUBLIC else canaries_observed.observation(made)


def withdrawn_request(made: Any) -> Marked:
    if made.mark == Mark.PUBLIC:
        return canaries_observed.observation(made)
    return _request(made, state="withdrawn", state_why=f"{made.word} why")


def unit(made: Any) -> Marked:
    """A unit that hosts; an observation stands in for what is shared."""
    return _unit(made) if made.mark in PLACEABLE else canaries_observed.observation(made)


def retired_unit(made: Any) -> Marked:
    if made.mark not in PLACEABLE:
        return canaries_observed.observation(made)
    return _unit(made, retired_at=clock.now())


def _request(made: Any, **said: Any) -> HostingRequest:
    word, now = made.word, clock.now()
    record = HostingRequest.objects.create(
        country=country(made.states[0] if made.states else "TG"),
        origin="authority",
        aims=f"{word} aims",
        languages=f"{word} languages",
        written_by_id=made.by.user_id,
        asked_at=now,
        changed_at=now,
        **{"state_why": f"{word} asked"} | said,
        **_marked(made, now),
    )
    record.states.set(made.states)
    record.people.set({*made.people, made.by.user_id} if made.people else ())
    name = {"name": f"{word} name", "office": f"{word} office"}
    Asker.objects.create(uid=uuid4(), request=record, origin="authority", at=now, **name)
    named = {"named_by_id": made.by.user_id, "named_at": now}
    Delegate.objects.create(request=record, country_id=record.country_id, **name, **named)
    refresh(record._meta.label_lower, {str(record.pk)})
    return record


def _unit(made: Any, **said: Any) -> HostUnit:
    word, now = made.word, clock.now()
    source = {"district": "Eighth", "as_of": clock.today(), "source": "the tests"}
    zone, _new = Zone.objects.get_or_create(name="Houston-Galveston", defaults=source)
    texts = {name: f"{word} {name}" for name in ("name", "languages", "note")}
    who = {"written_by_id": made.by.user_id, "written_at": now}
    record = HostUnit.objects.create(zone=zone, **texts, **who, **said, **_marked(made, now))
    record.people.set({*made.people, made.by.user_id} if made.people else ())
    return record


def _marked(made: Any, now: Any) -> dict[str, Any]:
    said = {"mark": made.mark, "mark_reason": f"{made.word} reason"}
    return said | {"marked_by_id": made.by.user_id, "marked_at": now}
