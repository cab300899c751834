"""The value out of a draft: texts are read, what is odd is remarked, and what is no notice is refused."""

from roadstead.wire.incoming import build_places, build_ship
from roadstead.wire.incoming.aboard import Cargo, Cdc, Count, Lack, People
from roadstead.wire.incoming.base import Remark
from roadstead.wire.incoming.draft import Draft, Tally
from roadstead.wire.incoming.places import Arrival, Call, Leg
from roadstead.wire.incoming.problem import RefusedError
from roadstead.wire.incoming.same import same_call
from roadstead.wire.incoming.value import Incoming, Kind, Transaction
from roadstead.wire.incoming.values import Values

MOST_CALLS = 500
MOST_CDC = 5_000
_TRANSACTIONS = {one.value: one for one in Transaction}
_KINDS = {one.value: one for one in Kind}


def build(draft: Draft) -> Incoming:
    """The notice. Raises RefusedError where neither ship nor arrival nor calls are told."""
    _refuse_hollow(draft)
    values = Values(draft, draft.fields)
    if zone := values.text("notice.zone"):
        draft.zone = zone
    kind = values.word("notice.kind", _KINDS)
    departure = build_places.leg(values.under("departure"), "arrives", "departs")
    last_port = build_places.leg(values.under("last_port"), "arrived", "departed")
    notice = values.under("notice")
    return Incoming(
        notice_id=notice.text("id"),
        transaction=values.word("notice.transaction", _TRANSACTIONS),
        kind=kind,
        created=notice.when("created"),
        parties=build_ship.parties(values),
        voyage=build_ship.voyage(values.under("voyage")),
        vessel=build_ship.vessel(values.under("vessel")),
        arrival=_arrival(values, kind, departure),
        departure=departure,
        next_port=build_places.leg(values.under("next_port"), "arrives", "departs"),
        last_port=last_port,
        calls=_calls(draft, last_port),
        calls_note=values.text("calls_note"),
        certificates=build_ship.certificates(values.under("certificates")),
        cargo=_cargo(draft, values.under("cargo")),
        crew=_people(draft, "crew", draft.crew),
        others=_people(draft, "others", draft.others),
        shape=" ".join(filter(None, (draft.shape, notice.text("version")))),
        not_understood=tuple(sorted(draft.unknown)),
        remarks=tuple(draft.remarks),
    )


def _refuse_hollow(draft: Draft) -> None:
    said = {name.partition(".")[0] for name in draft.fields}
    if not said & {"vessel", "arrival", "departure"} and not draft.calls:
        what = "names neither a ship nor an arrival nor a call, so it is no notice."
        raise RefusedError(draft.shape, what, "Check that this is the file you meant.")
    for name, many, most in (("calls", draft.calls, MOST_CALLS), ("cdc", draft.cdc, MOST_CDC)):
        if len(many) > most:
            raise RefusedError(name, f"are {len(many):,}; at most {most:,} are read.", "Is this one notice?")


def _arrival(values: Values, kind: Kind | None, departure: Leg | None) -> Arrival:
    """In an arrival notice of the US form, DEPART is when the ship means to leave that port again."""
    arrival = build_places.arrival(values.under("arrival"))
    if arrival.etd is None and departure and departure.departs and kind is not Kind.DEPARTURE:
        there = {departure.place.name, departure.place.city, None}
        if there & {arrival.place.name, arrival.place.city} - {None} or there == {None}:
            return Arrival(place=arrival.place, eta=arrival.eta, etd=departure.departs)
    return arrival


def _calls(draft: Draft, last_port: Leg | None) -> tuple[Call, ...]:
    """The calls as listed, and the last port where it is none of them: it is a call like the others."""
    calls = [build_places.call(Values(draft, one)) for one in draft.calls if one]
    if last_port is None:
        return tuple(calls)
    last = Call(place=last_port.place, arrived=last_port.arrives, departed=last_port.departs, is_last_port=True)
    if any(same_call(last, one) for one in calls):
        return tuple(calls)
    if calls:
        what = "is none of the calls that are listed; it is taken as one more."
        draft.remarks.append(Remark(at="last_port", what=what))
    return (last, *calls)


def _cargo(draft: Draft, values: Values) -> Cargo:
    return Cargo(
        description=values.text("description"),
        on_board=values.truth("on_board"),
        cdc_on_board=values.truth("cdc_on_board"),
        cdc=tuple(_cdc(Values(draft, one)) for one in draft.cdc if one),
    )


def _cdc(values: Values) -> Cdc:
    to, origin = values.under("destination"), values.under("origin")
    return Cdc(
        name=values.text("name"),
        un_number=values.text("un_number"),
        amount=values.text("amount"),
        cdc_class=values.text("cdc_class"),
        destination=build_places.place(to) if to.any() else None,
        origin=build_places.place(origin) if origin.any() else None,
        packaged=values.truth("packaged"),
        residue=values.truth("residue"),
    )


def _people(draft: Draft, group: str, tally: Tally | None) -> People | None:
    stated = Values(draft, draft.fields, f"{group}.").number("stated", most=100_000)
    if tally is None:
        return None if stated is None else People(stated=stated)
    lacks = ((item, tally.people - tally.filled[item]) for item in sorted(draft.items.get(group, ())))
    return People(
        listed=tally.people,
        stated=stated,
        by_nationality=tuple(Count(nationality=one, people=n) for one, n in sorted(tally.nationalities.items())),
        lacking=tuple(Lack(item=item, people=people) for item, people in lacks if people),
    )
