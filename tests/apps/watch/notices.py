"""Notices for the tests: one ship after another on its way to Houston. All of it is invented."""

import json
from typing import Any

from roadstead.arrivals.actions.taking import take_in, take_notice
from roadstead.arrivals.enums import Cause, Origin
from roadstead.arrivals.models import Arrival, Change, Sending, Verdict
from roadstead.common.access.viewer import Viewer
from roadstead.wire.incoming.reading import read
from roadstead.wire.incoming.value import Incoming

ZONE = "Houston-Galveston"
IMO = ("9074729", "9321483", "9395044", "9481336", "9176187")


def document(number: int = 1, *, country: str = "GH", port: str = "USHOU", eta: str = "2026-06-20") -> dict[str, Any]:
    """A notice of a ship that called in one country, and in two others that are on no list."""
    calls = [
        {"country": country, "port": None, "departed": "2026-05-28T12:00:00Z"},
        {"country": "NL", "port": "NLRTM", "departed": "2026-05-20T12:00:00Z"},
        {"country": "ES", "port": "ESALG", "departed": "2026-05-10T12:00:00Z"},
    ]
    return {
        "schema": "roadstead/notice/1",
        "vessel": {"name": f"INVENTED {number}", "imo": IMO[number % len(IMO)], "flag": "PA", "commercial": True},
        "arrival": {"port": port, "eta": f"{eta}T06:00:00Z"},
        "calls": [{name: value for name, value in one.items() if value} for one in calls],
    }


def body(number: int = 1, **more: str) -> bytes:
    return json.dumps(document(number, **more)).encode()


def take(by: Viewer, number: int = 1, **more: str) -> Arrival:
    """Take one in."""
    return take_notice(incoming=incoming(number, **more), origin=Origin.IMPORT, by=by)[0]


def incoming(number: int = 1, **more: str) -> Incoming:
    """One as it is read."""
    found = read(body(number, **more))[0]
    assert isinstance(found, Incoming)
    return found


def sent(by: Viewer, number: int, company: str = "") -> Sending:
    """A file with one, and its receipt."""
    return take_in(body=body(number), name="notices.json", origin=Origin.PAGE, by=by, company=company)


def changed(ship: Arrival) -> Change:
    """A change of its verdict, as an edition would have made it."""
    before = Verdict.objects.filter(arrival=ship).stated().latest("pk")
    told = {one.name: getattr(before, one.attname) for one in Verdict._meta.fields if one.name not in ("id", "arrival")}
    after = Verdict.objects.create(arrival=ship, **told | {"outcome": "applies", "cause": Cause.RULES, "caught": 1})
    return Change.objects.create(
        arrival=ship, before=before, after=after, cause=Cause.RULES, queued_at=before.judged_at
    )
