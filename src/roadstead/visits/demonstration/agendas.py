"""The agenda of a visit: proposed by the programme, countered by the host, accepted and agreed by both."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from roadstead.common.invented import Chance
from roadstead.visits.agenda import snapshots, templates, zones
from roadstead.visits.agenda_enums import Block, Side
from roadstead.visits.demonstration.ground import Ground
from roadstead.visits.demonstration.heap import Heap, moment, uid
from roadstead.visits.demonstration.visits import Made
from roadstead.visits.enums import VisitState
from roadstead.visits.models import (
    Agenda,
    AgendaAcceptance,
    AgendaAgreement,
    AgendaItem,
    AgendaLook,
    AgendaVersion,
)

S = VisitState
AGREED = (S.AGREED, S.UNDER_WAY, S.MADE, S.REPORTED)
SHIFT = timedelta(minutes=45)  # by which the host moves an item
BOTH_TONGUES = timedelta(days=365 * 4)  # before it agendas were in English


def lay_agenda(made: Made, ground: Ground, heap: Heap, on: date, *, countered: bool = False) -> None:
    """The agenda of a visit, as far as its state has brought it. countered: the host’s word waits for an answer."""
    trip = made.trip
    if trip.first is None or trip.state not in (S.PLANNED, S.NOTIFIED, *AGREED):
        return
    chance = Chance("agenda", trip.country, trip.back)
    if trip.state is S.PLANNED and chance.happens(60):
        return
    begun = min(trip.first - timedelta(days=50), on - timedelta(days=6))
    own = ground.language if trip.first > on - BOTH_TONGUES else ""
    said = {"zone": ground.zone, "language": own, "begun_by": made.lead, "begun_at": moment(begun)}
    agenda = heap.add(Agenda(visit=made.visit, uid=uid("agenda", trip.country, trip.back), version=1, **said))
    made.items = _items(made, ground, agenda, begun, heap, on)
    versions = [_version(agenda, made.items, Side.PROGRAMME, made.lead.name, begun, heap)]
    host, answered = ground.speaker(trip.first), begun + timedelta(days=2)
    moved = chance.some_of(made.items, 2 if countered else 1) if countered or chance.happens(55) else []
    if moved and trip.state is not S.PLANNED:
        _counter(moved, host, answered)
        agenda.version = 2
        versions.append(_version(agenda, made.items, Side.HOST, host, answered, heap))
    heap.add(AgendaLook(agenda=agenda, person=made.lead, version=1 if countered else agenda.version, at=moment(begun)))
    if trip.state is S.PLANNED:
        return
    waiting = {one.uid for one in moved} if countered else set()
    agreed = trip.state in AGREED
    for item in made.items:
        for side, name, who in _sides(made, ground, host):
            if agreed or (side == item.side if item.uid in waiting else chance.happens(80)):
                _accept(item, side, name, who, answered, heap)
    if agreed:
        for side, name, who in _sides(made, ground, host):
            _agree(versions[-1], side, name, who, answered + timedelta(days=2), heap)


def _items(made: Made, ground: Ground, agenda: Any, begun: date, heap: Heap, on: date) -> list[Any]:
    stays = [templates.Stay(leg.port.name, leg.first_on, leg.last_on) for leg in made.legs if leg.port is not None]
    trip = made.trip
    drafts = templates.drafts(trip.kind, first=trip.first, last=trip.last, stays=stays, language=agenda.language)
    if begun < on - BOTH_TONGUES:  # of each part what came first: more of the oldest agendas helps nobody
        drafts = list({one.block: one for one in reversed(drafts)}.values())[::-1]
    return [
        heap.add(
            AgendaItem(
                agenda=agenda,
                uid=uid("item", trip.country, trip.back, number),
                block=one.block,
                position=number,
                purpose=one.purpose,
                purpose_local=one.purpose_local,
                place=one.place or (ground.land.capital if one.block != Block.PORTS else ""),
                starts_at=zones.moment(one.starts, ground.zone) if one.starts else None,
                ends_at=zones.moment(one.ends, ground.zone) if one.ends else None,
                zone=ground.zone,
                people=ground.speaker(begun) if one.block == Block.GOVERNMENT else "",
                prepare=one.prepare,
                prepare_local=one.prepare_local,
                side=Side.PROGRAMME,
                by_name=made.lead.name,
                changed_at=moment(begun),
            )
        )
        for number, one in enumerate(drafts, 1)
    ]


def _counter(items: Sequence[Any], host: str, day: date) -> None:
    """The host would begin later."""
    for one in items:
        if one.starts_at is not None:
            one.starts_at, one.ends_at = one.starts_at + SHIFT, one.ends_at + SHIFT
        one.revision, one.side, one.by_name, one.changed_at = 2, Side.HOST, host, moment(day)


def _version(agenda: Any, items: Sequence[Any], side: Side, name: str, day: date, heap: Heap) -> Any:
    taken = snapshots.taken(agenda.version, items)
    said = {"side": side, "name": name, "at": moment(day)}
    digest = snapshots.digest(taken)
    return heap.add(AgendaVersion(agenda=agenda, number=agenda.version, snapshot=taken, digest=digest, **said))


def _sides(made: Made, ground: Ground, host: str) -> tuple[tuple[Side, str, Any], ...]:
    return ((Side.PROGRAMME, made.lead.name, made.lead), (Side.HOST, host, ground.host))


def _accept(item: Any, side: Side, name: str, who: Any, day: date, heap: Heap) -> None:
    said = {"side": side, "name": name, "person": who, "at": moment(day, 11)}
    heap.add(AgendaAcceptance(item=item, revision=item.revision, **said))


def _agree(version: Any, side: Side, name: str, who: Any, day: date, heap: Heap) -> None:
    said = {"side": side, "name": name, "person": who, "at": moment(day, 12)}
    office = "Port Security Authority" if side is Side.HOST else "Programme"
    heap.add(AgendaAgreement(version=version, digest=version.digest, office=office, **said))
