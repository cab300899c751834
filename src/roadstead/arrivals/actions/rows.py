"""The rows of a notice: the arrival, the version, the verdict. Nothing is written here."""

from typing import Any

import msgspec

from roadstead.arrivals import bridge
from roadstead.arrivals.enums import Cause, Origin
from roadstead.arrivals.intake import remembered
from roadstead.arrivals.intake.given import Given
from roadstead.arrivals.models import LONGEST_NAME, Arrival, Received, Verdict
from roadstead.wire.incoming.parties import Role

LONGEST_ADDRESS = 254


def arrival_of(given: Given, company: str) -> tuple[Arrival, Verdict]:
    """An arrival as it is announced first, and its verdict. Raises NoticeError."""
    at = given.received_at
    told = bridge.columns(given.decision, at, given.missing)
    arrival = Arrival(received_at=at, changed_at=at, company=company, **facts(given), **told)
    return arrival, verdict_of(arrival, given.decision.digest, Cause.RECEIVED, told)


def facts(given: Given) -> dict[str, Any]:
    """What is known of the voyage, as columns; whose ship it is, is not said by the notice."""
    vessel = given.incoming.vessel
    agent = given.incoming.party(Role.AGENT) or given.incoming.party(Role.REPORTER)
    address = (agent.email or "") if agent else ""
    return {
        "ship": (vessel.name or "")[:LONGEST_NAME],
        "imo": vessel.imo or "",
        "flag": vessel.flag or "",
        "port": given.port,
        "zone_id": remembered.zone(given.port),
        "eta": given.eta,
        "notice_id": given.number,
        "voyage": given.voyage,
        "agent": ((agent.name or agent.organisation or "") if agent else "")[:LONGEST_NAME],
        "agent_email": address if len(address) <= LONGEST_ADDRESS else "",
    }


def version_of(
    arrival: Arrival, given: Given, number: int, origin: Origin, by: int | None, *, current: bool = True
) -> Received:
    """A version of its notice. by: who took it in, None for the program."""
    return Received(
        arrival=arrival,
        number=number,
        current=current,
        content=given.content,
        stored=given.incoming.stored().decode(),
        findings=given.findings,
        differences=[msgspec.to_builtins(one) for one in given.changes],
        asked=given.asked,
        missing=given.missing,
        sha256=given.sha256,
        origin=origin,
        received_at=given.received_at,
        taken_by_id=by,
    )


def verdict_of(arrival: Arrival, digest: str, cause: Cause, told: dict[str, Any]) -> Verdict:
    """What was judged of the version that counts. told: its columns."""
    day = told["judged_at"].date()
    return Verdict(arrival=arrival, number=arrival.number, cause=cause, known_at=day, digest=digest, **told)
