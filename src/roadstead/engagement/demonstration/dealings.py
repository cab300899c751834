"""What was said with a country in twenty years, what was promised then, and what is still open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import Chance, invented
from roadstead.engagement.actions.interaction_shape import FIELDS
from roadstead.engagement.actions.inventing_dealings import Dealing
from roadstead.engagement.demonstration.dealings_words import KINDS, STRANGER, TALKS
from roadstead.engagement.demonstration.following import follow
from roadstead.engagement.interaction_enums import InteractionKind, InteractionState, Origin
from roadstead.engagement.models import Interaction
from roadstead.registry.actions.inventing import SHARED, UNSHARED
from roadstead.registry.demonstration import Land, Officers
from roadstead.registry.reach import person_of

YEARS, A_YEAR = 20, (2, 4)  # interactions of a country in a year, for each time that the world is as large as usual
SHOWN_A_YEAR = 12
QUIET_EVERY, QUIET, QUIET_SHOWN = 9, 205, "GQ"  # countries; days without a word; that of the portfolio that is shown
LEFT_OPEN = 4  # that many before the last one of a portfolio that is shown, something was left open
IN_ROOMS = (InteractionKind.MEETING, InteractionKind.EVENT)


@dataclass(frozen=True, slots=True)
class Partners:
    """Whom one deals with. people: contact, first day of its part and that after it, organisation; bodies: numbers."""

    people: Sequence[tuple[Any, date, date | None, int]]
    bodies: Sequence[int]

    def met_on(self, day: date) -> list[tuple[Any, int]]:
        """Who had a part on a day, and was spoken to on that one or later, as their entry says."""
        return [
            (one, body)
            for one, since, until, body in self.people
            if since <= day <= (one.last_contact_on or date.min) and (until is None or day < until)
        ]


def key_of(country: str, number: int) -> UUID:
    """The same for the same thing, so that nothing is invented twice."""
    return uuid5(NAMESPACE_URL, f"roadstead/demonstration/interaction/{country}/{number}")


def dealings_of(
    land: Land, partners: Partners, officers: Officers, on: date, *, scale: int, shown: bool, zone: str, by: Viewer
) -> Iterator[Dealing]:
    """Everything with one country, the newest first. shown: of the portfolio that is looked at first."""
    chance = Chance("dealings", land.code)
    rate = SHOWN_A_YEAR if shown else chance.between(*A_YEAR)
    quiet = land.code == QUIET_SHOWN if shown else chance.below(QUIET_EVERY) == 0
    number, many = 0, rate * scale
    while (back := number * 365 // many + (QUIET if quiet else 0)) < YEARS * 365:
        own = Chance("dealing", land.code, number)
        day = on - timedelta(days=back + own.between(1, max(1, 365 // many)))
        yield _dealing(land, number, day, own, partners, officers, on, shown=shown, zone=zone, by=by)
        number += 1


def _dealing(
    land: Land,
    number: int,
    day: date,
    chance: Chance,
    partners: Partners,
    officers: Officers,
    on: date,
    *,
    shown: bool,
    zone: str,
    by: Viewer,
) -> Dealing:
    kind, talk, lead = chance.one_of(KINDS), chance.one_of(TALKS), officers.lead(land.code, day)
    there = partners.met_on(day)
    met = chance.some_of(there, chance.between(1, 2)) if there and chance.happens(75) else []
    bodies = {body for _one, body in met if body} or set(chance.some_of(partners.bodies, 1))
    draft = shown and number == 1 and chance.happens(60)
    at = datetime.combine(day, time(16, chance.below(60)), UTC)
    room = kind in IN_ROOMS
    shared = room and chance.happens(20) and not draft
    row = Interaction(
        uid=key_of(land.code, number),
        kind=kind,
        held_on=day,
        held_at=time(chance.between(8, 16), chance.below(4) * 15) if room else None,
        zone=zone if room else "",
        place=land.capital if room else "",
        subject=invented(talk.subject),
        summary=invented(talk.summary),
        topics=[str(one) for one in talk.topics],
        written_by=lead,
        written_at=at,
        changed_at=at,
        stamps={name: [at.isoformat(), lead.pk, 1] for name in FIELDS},
        mark=Mark.PARTNER if shared else Mark.PROGRAMME,
        mark_reason=SHARED if shared else UNSHARED,
        marked_by_id=person_of(by),
        marked_at=at,
        **_standing(draft, land, at),
    )
    made = Dealing(row, [one for one, _body in met], [lead.pk], sorted(bodies))
    if not draft:
        follow(made, chance, lead, officers, on, left_open=shown and number == LEFT_OPEN and chance.happens(60))
    return made


def _standing(draft: bool, land: Land, at: datetime) -> dict[str, Any]:
    """Complete; or a draft that came as an invitation, with somebody whom nobody knows."""
    if not draft:
        return {"state": InteractionState.COMPLETE, "completed_at": at + timedelta(hours=1)}
    came = {"origin": Origin.ICS, "origin_id": f"invented-{land.code.lower()}@calendar.example"}
    return {"state": InteractionState.DRAFT, "strangers": [STRANGER]} | came
