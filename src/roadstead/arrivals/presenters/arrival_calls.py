"""The calls of an arrival: on a map, on a timeline, each with verdict, duties and what they rest on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from roadstead.arrivals.models import Applied, Arrival
from roadstead.core.country import country_name
from roadstead.core.decision import CallVerdict, Decision, Reason
from roadstead.core.notice import Notice
from roadstead.core.texts import DUTIES
from roadstead.registry.queries.ports import PortInfo
from roadstead.wire.incoming.places import Call as Told
from roadstead.wire.incoming.value import Incoming

TONES = {"yes": "alarm", "no": "quiet", "unknown": "ask"}
DUTY_TONES = {"yes": "good", "no": "alarm", "unknown": "ask"}
FIELDS = {
    "C1": "security_level_2",
    "C2": "access_points_guarded",
    "C3": "declaration_of_security",
    "C4": "logged",
    "C5": "reported",
}


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of a call: whether it was met, and what says so."""

    code: str
    text: str
    met: str
    tone: str
    evidence: str


@dataclass(frozen=True, slots=True)
class CallShown:
    """A call, the most recent first. tone: of how it counts; levels: as the notice gives them; words: of the ship."""

    place: str
    code: str
    country: str
    facilities: str
    arrived: datetime | None
    departed: datetime
    purpose: str
    caught: str
    tone: str
    slot: int | None
    reasons: tuple[Reason, ...]
    duties: tuple[Duty, ...]
    levels: str
    words: str


def shown(
    notice: Notice,
    decision: Decision,
    ports: dict[str, PortInfo],
    told: Sequence[Told | None],
    logged: dict[int, Applied],
) -> list[CallShown]:
    """The calls beside what was found of them. told: as the notice has them; logged: by call, the report of a log."""
    return [
        _call(notice, found, ports, told[found.index] if found.index < len(told) else None, logged.get(found.index))
        for found in decision.calls
    ]


def judged_calls(incoming: Incoming, missing: Sequence[str]) -> list[Told | None]:
    """The calls as the notice gives them, in the order of the judge, who is not given those that lack something."""
    lacking = {path.partition(".")[0] for path in missing}
    return [call for number, call in enumerate(incoming.calls) if f"calls[{number}]" not in lacking]


def applied(arrival: Arrival) -> dict[int, Applied]:
    """Which report of a log went into which call of the version that counts."""
    rows = Applied.objects.filter(arrival=arrival, version=arrival.number).stated()
    return {one.place: one for one in rows}


def points(notice: Notice, decision: Decision, ports: dict[str, PortInfo], arrival: Arrival) -> list[dict[str, Any]]:
    """What the map draws: the calls from the first to the last, then the port of arrival."""
    rows = [(one.port or "", TONES[one.caught.value], one.departed) for one in decision.calls]
    rows.sort(key=lambda row: row[2])
    rows.append((arrival.port, "here", arrival.eta))
    return [_point(ports[code], tone, at) for code, tone, at in rows if code in ports and _placed(ports[code])]


def _placed(port: PortInfo) -> bool:
    return port.latitude is not None and port.longitude is not None


def _point(port: PortInfo, tone: str, at: datetime) -> dict[str, Any]:
    said = _("arrives %(day)s") if tone == "here" else _("departed %(day)s")
    words = {
        "alarm": _("counts against the ship"),
        "ask": _("may count against the ship"),
        "quiet": _("does not count"),
        "here": _("port of arrival"),
    }[tone]
    name = f"{port.name}, {port.country_name}"
    return {
        "at": [float(port.longitude or 0), float(port.latitude or 0)],
        "name": name,
        "tone": tone,
        "words": f"{said % {'day': f'{at:%Y-%m-%d}'}}; {words}",
    }


def _call(
    notice: Notice, found: CallVerdict, ports: dict[str, PortInfo], told: Told | None, report: Applied | None
) -> CallShown:
    call = notice.calls[found.index]
    named = [one.facility_name or one.facility or "" for one in call.berths]
    port = ports.get(call.port or "")
    return CallShown(
        place=port.name if port else call.port or (told.place.said if told else ""),
        code=call.port or "",
        country=country_name(call.country),
        facilities=", ".join(filter(None, named)),
        arrived=call.arrived,
        departed=call.departed,
        purpose=str(call.purpose).replace("_", " "),
        caught=found.caught.value,
        tone=TONES[found.caught.value],
        slot=found.slot,
        reasons=tuple(found.reasons),
        duties=tuple(_duties(found, told, report)),
        levels=_levels(told),
        words=(told.measures.said or "") if told and told.measures else "",
    )


def _duties(found: CallVerdict, told: Told | None, report: Applied | None) -> Iterator[Duty]:
    for one in found.duties:
        met = one.met.value
        yield Duty(one.code, DUTIES[one.code], met, DUTY_TONES[met], _evidence(one.code, told, report))


def _evidence(code: str, told: Told | None, report: Applied | None) -> str:
    """What says whether a duty was met; "" where nothing does."""
    if report is not None:
        day = f"{report.applied_at:%Y-%m-%d}"
        return _("the ship’s log of measures, reported and taken in on %(day)s") % {"day": day}
    value = getattr(told.measures, FIELDS[code], None) if told and told.measures else None
    if value is None:
        return ""
    if code == "C3":
        return _("the notice says: %(said)s") % {"said": str(value).replace("_", " ")}
    return _("the notice says so") if value else _("the notice says that it was not done")


def _levels(told: Told | None) -> str:
    """The security levels during the call, as the notice gives them."""
    if told is None or (told.ship_level is None and told.port_level is None):
        return ""
    ship, port = told.ship_level or _("not given"), told.port_level or _("not given")
    return _("security level of the ship: %(ship)s, of the port: %(port)s") % {"ship": ship, "port": port}
