"""A notice as JSON with all that we keep: `roadstead/notice/1` and its further fields.

Reading it gives the same content again, down to the digest.
"""

from typing import Any

import msgspec

from roadstead.wire.incoming.aboard import Cdc, People
from roadstead.wire.incoming.base import When, Zone
from roadstead.wire.incoming.places import Arrival, Call, Leg, Place
from roadstead.wire.incoming.value import Incoming
from roadstead.wire.shapes import SCHEMA


def extended(incoming: Incoming) -> dict[str, Any]:
    """The document, without what was not said."""
    found: dict[str, Any] = {
        "schema": SCHEMA,
        "notice": _plain(
            id=incoming.notice_id,
            transaction=incoming.transaction,
            kind=incoming.kind,
            created=_time(incoming.created),
            zone=_assumed(incoming),
        ),
        "voyage": _fields(incoming.voyage),
        "vessel": _vessel(incoming),
        "arrival": _arrival(incoming.arrival),
        "departure": _leg(incoming.departure, "arrives", "departs"),
        "next_port": _leg(incoming.next_port, "arrives", "departs"),
        "last_port": _leg(incoming.last_port, "arrived", "departed"),
        "calls": [_call(one) for one in incoming.calls if not one.is_last_port],
        "calls_note": incoming.calls_note,
        "certificates": _fields(incoming.certificates),
        "cargo": _fields(incoming.cargo) | {"cdc": [_cdc(one) for one in incoming.cargo.cdc]},
        "crew": _people(incoming.crew),
        "others": _people(incoming.others),
    }
    found |= {one.role.value: _fields(one) for one in incoming.parties}
    return {name: value for name, value in found.items() if value not in (None, {})}


def encoded(incoming: Incoming) -> bytes:
    """The document as JSON."""
    return msgspec.json.encode(extended(incoming))


def _vessel(incoming: Incoming) -> dict[str, Any]:
    vessel = incoming.vessel
    found = _fields(vessel)
    found["imo"] = found.pop("imo_said", None) or vessel.imo
    found["flag_name"] = found.pop("flag_said", None)
    return _plain(**found)


def _arrival(arrival: Arrival) -> dict[str, Any]:
    return _place(arrival.place) | _plain(eta=_time(arrival.eta), etd=_time(arrival.etd))


def _leg(leg: Leg | None, arrives: str, departs: str) -> dict[str, Any] | None:
    if leg is None:
        return None
    return _place(leg.place) | _plain(**{arrives: _time(leg.arrives), departs: _time(leg.departs)})


def _call(call: Call) -> dict[str, Any]:
    return _place(call.place) | _plain(
        arrived=_time(call.arrived),
        departed=_time(call.departed),
        purpose=call.purpose,
        ship_level=call.ship_level,
        port_level=call.port_level,
        berths=[_fields(one) for one in call.berths] or None,
        measures=_fields(call.measures) if call.measures else None,
    )


def _place(place: Place) -> dict[str, Any]:
    found = _fields(place)
    for name in ("name", "code", "locode", "sureness", "country_said"):
        found.pop(name, None)
    return found | _plain(port=place.code or place.locode, port_name=place.name, country_name=place.country_said)


def _cdc(cdc: Cdc) -> dict[str, Any]:
    found = _fields(cdc)
    for name in ("destination", "origin"):
        place = getattr(cdc, name)
        found[name] = _place(place) if place else None
    return _plain(**found)


def _people(people: People | None) -> dict[str, Any] | None:
    if people is None:
        return None
    counts = {one.nationality: one.people for one in people.by_nationality}
    only_stated = people.stated is not None and not people.listed
    return _plain(
        stated=people.stated,
        by_nationality=None if only_stated else counts,
        lacking={one.item: one.people for one in people.lacking} or None,
    )


def _fields(part: msgspec.Struct) -> dict[str, Any]:
    """The plain fields of a part: texts, numbers, truths and times."""
    values = {name: getattr(part, name) for name in part.__struct_fields__ if name != "role"}
    times = {name: _time(value) for name, value in values.items() if isinstance(value, When)}
    return _plain(**{name: value for name, value in values.items() if isinstance(value, str | int | bool)}, **times)


def _time(when: When | None) -> str | None:
    return when.said if when else None


def _assumed(incoming: Incoming) -> str | None:
    """The zone that was assumed for times without one: one for the whole notice."""
    times = (incoming.arrival.eta, incoming.arrival.etd, incoming.created, *(one.departed for one in incoming.calls))
    return next((one.zone_name for one in times if one and one.zone is Zone.ASSUMED), None)


def _plain(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None and value != ""}
