"""What an operator does, for the tests: ships, logs, entries, reports. All of it is invented."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.arrivals.actions.fleets import add_ship, confirm_ship
from roadstead.arrivals.actions.measuring import Sent, begin_log, keep_entry
from roadstead.arrivals.actions.reporting import Reported, report_measures
from roadstead.arrivals.actions.taking import take_notice
from roadstead.arrivals.enums import Origin
from roadstead.arrivals.models import Arrival, LogEntry, MeasuresLog, Ship
from roadstead.wire.incoming.reading import read
from roadstead.wire.incoming.value import Incoming
from tests.people import holder, viewer

OURS, THEIRS = "EXAMPLE SHIPPING", "OTHER LINES (INVENTED)"
IMO, OTHER = "9074729", "9321483"
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
DONE = (
    ("stay", {"arrived": "2026-05-28T00:00:00Z", "departed": "2026-05-30T00:00:00Z", "facility": "Quay (invented)"}),
    ("duty", {"code": "C1", "done": "yes"}),
    ("duty", {"code": "C2", "done": "yes"}),
    ("declaration", {"outcome": "refused", "who": "port facility security officer", "at": "2026-05-28T01:00:00Z"}),
    ("duty", {"code": "C4", "done": "yes"}),
)


def operator(company: str = OURS, name: str = "") -> User:
    """Somebody of a company."""
    said = name or f"Opal {company.title()}"
    return holder(Role.OPERATOR, company, name=said, email=f"{said.split()[0].lower()}.{len(company)}@example.org")


def ship(by: User, imo: str = IMO, company: str = OURS, *, watch: User | None = None) -> Ship:
    """A ship of a fleet; confirmed where a watch is given."""
    made = add_ship(imo=imo, name="INVENTED ONE", company=company, by=viewer(by))
    if watch is not None:
        confirm_ship(ship=made, by=viewer(watch))
        made.refresh_from_db()
    return made


def log(by: User, of: Ship, port: str = "IRBND") -> MeasuresLog:
    """A log that was just begun."""
    return begin_log(uid=uuid4(), ship=of, country=port[:2], port=port, by=viewer(by))


def enter(by: User, log: MeasuresLog, kind: str, uid: UUID | None = None, corrects: str = "", **said: Any) -> LogEntry:
    """An entry, as a phone sends it."""
    sent = Sent(uid=uid or uuid4(), kind=kind, content=said, at=NOW, corrects=corrects)
    return keep_entry(log=log, sent=sent, sent_at=NOW, device="phone", by=viewer(by))


def done(by: User, log: MeasuresLog) -> None:
    """All five duties but the report."""
    for kind, said in DONE:
        enter(by, log, kind, **said)


def report(by: User, log: MeasuresLog) -> Reported:
    return report_measures(log=log, by=viewer(by))


def notice(
    by: User, imo: str = IMO, company: str = "", name: str = "INVENTED ONE", country: str = "IR", created: str = ""
) -> Arrival:
    """A notice of a ship that called in Iran, and comes to Houston."""
    calls = [
        {"country": country, "port": "IRBND" if country == "IR" else None, "departed": "2026-05-30T02:00:00Z"},
        {"country": "NL", "port": "NLRTM", "departed": "2026-05-10T12:00:00Z"},
    ]
    said = {
        "schema": "roadstead/notice/1",
        "vessel": {"name": name, "imo": imo, "flag": "PA", "commercial": True},
        "arrival": {"port": "USHOU", "eta": "2026-06-20T06:00:00Z"},
        "calls": [{key: value for key, value in one.items() if value} for one in calls],
    }
    found = read(json.dumps(said).encode())[0]
    assert isinstance(found, Incoming)
    return take_notice(incoming=found, origin=Origin.PAGE, by=viewer(by), company=company)[0]
