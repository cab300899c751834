"""What is signed: one canonical JSON text, and its digest."""

import json
from datetime import datetime
from hashlib import sha256
from typing import Any

from roadstead.arrivals.models import Letter, Received

SCHEMA = "roadstead/letter/1"


def content_of(letter: Letter, version: Received, *, signed_by: str) -> str:
    """The letter with all that it speaks of, as one text: the same for the same letter, on every machine."""
    ship, verdict, decided, before = letter.arrival, letter.verdict, letter.decision, letter.withdraws
    told: dict[str, Any] = {
        "schema": SCHEMA,
        "uid": str(letter.uid),
        "reference": letter.reference,
        "kind": letter.kind,
        "zone": letter.zone_id,
        "arrival": {
            "uid": str(ship.uid),
            "ship": ship.ship,
            "imo": ship.imo,
            "flag": ship.flag,
            "port": ship.port,
            "eta": _said(ship.eta),
            "version": version.number,
            "notice": f"sha256:{version.sha256}",
        },
        "verdict": {"outcome": verdict.outcome, "edition": verdict.edition, "digest": verdict.digest},
        "decision": decided and {"uid": str(decided.uid), "kind": decided.kind, "at": _said(decided.decided_at)},
        "withdraws": before and before.reference,
        "addressee": letter.addressee,
        "subject": letter.subject,
        "text": letter.text,
        "grounds": letter.grounds,
        "signed": {"by": signed_by, "as": letter.signed_as, "at": _said(letter.signed_at)},
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(content: str) -> str:
    """SHA-256 of what was signed."""
    return "sha256:" + sha256(content.encode()).hexdigest()


def _said(at: datetime | None) -> str:
    return at.isoformat().replace("+00:00", "Z") if at else ""
