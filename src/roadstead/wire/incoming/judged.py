"""What the judge is given of a notice that came in: the `roadstead/notice/1` document, and what it lacks."""

from collections.abc import Mapping
from typing import Any

from roadstead.core.notice import Declaration, Purpose
from roadstead.wire.incoming.base import When, Zone
from roadstead.wire.incoming.places import Arrival, Call, Measures, Place, Sureness
from roadstead.wire.incoming.ship import Vessel
from roadstead.wire.shapes import LONGEST_NAME, SCHEMA

Places = Mapping[str, str]
_PURPOSES = frozenset(Purpose)
_DECLARATIONS = frozenset(Declaration)
_MEASURES = ("security_level_2", "access_points_guarded", "logged", "reported")


def document(vessel: Vessel, arrival: Arrival, calls: tuple[Call, ...], places: Places) -> dict[str, Any]:
    """The document; only calls that can be judged are in it."""
    return {
        "schema": SCHEMA,
        "vessel": _filled(
            name=_short(vessel.name), imo=vessel.imo, flag=vessel.flag, type=_short(vessel.type),
            commercial=vessel.commercial,
        ),
        "arrival": _filled(port=_port(arrival.place, places.get("arrival")), eta=_utc(arrival.eta)),
        "calls": [
            _call(call, places.get(f"calls[{number}]"), arrival.eta)
            for number, call in enumerate(calls)
            if not _lacks(call, places.get(f"calls[{number}]"))
        ],
    }  # fmt: skip


def missing(arrival: Arrival, calls: tuple[Call, ...], places: Places) -> tuple[str, ...]:
    """The paths of what is missing for a verdict, in the order of the document."""
    found = []
    if _port(arrival.place, places.get("arrival")) is None:
        found.append("arrival.port")
    if _utc(arrival.eta) is None:
        found.append("arrival.eta")
    for number, call in enumerate(calls):
        at = f"calls[{number}]"
        found += [f"{at}.{name}" for name in _lacks(call, places.get(at))]
    return tuple(found)


def _lacks(call: Call, resolved: str | None) -> tuple[str, ...]:
    lacks = [] if resolved or call.place.country or _port(call.place, None) else ["country"]
    return (*lacks, *(() if _utc(call.departed) else ("departed",)))


def _call(call: Call, resolved: str | None, eta: When | None) -> dict[str, Any]:
    port = _port(call.place, resolved)
    berths = [_filled(facility=_short(one.facility), facility_name=_short(one.facility_name)) for one in call.berths]
    departed, arrived = call.departed, call.arrived
    if arrived and departed and arrived.moment and departed.moment and arrived.moment > departed.moment:
        arrived = None  # the remark at reading says so; only the departure ranks a call
    return _filled(
        country=port[:2] if port else call.place.country,
        port=port,
        facility=_short(call.place.facility),
        facility_name=_short(call.place.facility_name),
        arrived=_utc(arrived),
        departed=_utc(_before(departed, eta)),
        purpose=_purpose(call.purpose),
        berths=berths or None,
        measures=_measures(call.measures) if call.measures else None,
    )


def _before(departed: When | None, eta: When | None) -> When | None:
    """Noon stands for a day; on the day of the arrival itself the ship left before it came."""
    if not (departed and eta and departed.moment and eta.moment) or departed.zone is not Zone.DAY:
        return departed
    same_day = departed.moment.date() == eta.moment.date()
    return eta if same_day and departed.moment > eta.moment else departed


def _purpose(said: str | None) -> str | None:
    """A purpose in words that are not ours is “other”: the judge counts such a call, and asks."""
    return said if said is None or said in _PURPOSES else Purpose.OTHER.value


def _measures(measures: Measures) -> dict[str, Any] | None:
    said = measures.declaration_of_security
    filled = _filled(
        **{name: getattr(measures, name) for name in _MEASURES},
        declaration_of_security=said if said in _DECLARATIONS else None,
    )
    return filled or None


def _port(place: Place, resolved: str | None) -> str | None:
    """A UN/LOCODE that was resolved or given; a candidate is a guess that nobody has confirmed."""
    return resolved or (place.locode if place.sureness is Sureness.GIVEN else None)


def _utc(when: When | None) -> str | None:
    return when.moment.isoformat().replace("+00:00", "Z") if when and when.moment else None


def _short(text: str | None) -> str | None:
    return text[:LONGEST_NAME] if text else None


def _filled(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
