"""Receipts of reports: what was reported and how it was judged, signed with the key of this installation."""

import json
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings

from roadstead.arrivals.actions.measuring import instant
from roadstead.arrivals.models import Applied, Arrival, MeasuresReport, Receipt, Received, Verdict
from roadstead.arrivals.relieving import relief_of
from roadstead.arrivals.weighed import Weighed
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.core.logbook import COVERED, SCHEMA
from roadstead.core.texts import DUTIES
from roadstead.publication import keyring, receipt


def issue(report: MeasuresReport, held: Weighed, by: Viewer) -> Receipt:
    """Make and keep the receipt of a report. Called inside of an action. Raises KeyringError."""
    now, uid = clock.now(), uuid4()
    at = instant(now)
    ring = Path(settings.DATA_DIR) / keyring.FOLDER
    keys = keyring.read(ring) or keyring.begin(ring, at)
    content = _content(str(uid), report, held, by, now)
    body = receipt.made(content, keys, keyring.signing_key(ring, keys), at)
    return Receipt.objects.create(
        uid=uid,
        log=report.log,
        report=report,
        document=body.decode(),
        sha256=sha256(body).hexdigest(),
        issued_at=now,
    )


def _content(number: str, report: MeasuresReport, held: Weighed, by: Viewer, now: datetime) -> dict[str, Any]:
    log, stay, said = report.log, held.standing.one("stay"), held.standing.one("declaration")
    return {
        "number": number,
        "issued_at": instant(now),
        "issuer": settings.SITE_ADDRESS,
        "company": log.company,
        "ship": {"imo": log.imo, "name": log.ship},
        "call": {"country": log.country, "port": log.port, **stay},
        "reported_at": instant(report.reported_at),
        "duties": [{"code": code, "text": DUTIES[code], "met": truth.value} for code, truth in held.logged.met.items()],
        "declaration": dict(said) or None,
        "pictures": [dict(one.content) for one in held.standing.all_of("photo")],
        "arrivals": [_arrival(one, now) for one in _judged(report, by)],
        "log": {
            "schema": SCHEMA,
            "uid": str(log.uid),
            "head": log.head,
            "entries": [
                {
                    **{name: getattr(one.value, name) for name in COVERED},
                    "previous": one.previous,
                    "digest": one.digest,
                }
                for one in held.rows
            ],
        },
    }


def _judged(report: MeasuresReport, by: Viewer) -> list[Arrival]:
    """The arrivals whose verdict has this report in it."""
    keys = Applied.objects.filter(report=report).stated().values_list("arrival_id", flat=True)
    return list(Arrival.objects.visible_to(by).filter(pk__in=list(keys)))


def _arrival(arrival: Arrival, now: datetime) -> dict[str, Any]:
    """The verdict in force, with all that it rests on: whoever has the rule book can judge it again."""
    verdict = Verdict.objects.filter(arrival=arrival).stated().order_by("-pk")[0]
    version = Received.objects.filter(arrival=arrival, current=True).stated().get()
    _notice, _decision, found = relief_of(arrival, now.date())
    return {
        "port": arrival.port,
        "eta": instant(arrival.eta),
        "outcome": verdict.outcome,
        "boarding": verdict.boarding,
        "armed_guards": verdict.armed_guards,
        "duties_not_met": verdict.unmet.split(),
        "duties_not_known": verdict.unsure.split(),
        "edition": verdict.edition,
        "known_at": verdict.known_at.isoformat(),
        "rule_book": verdict.book,
        "decision": verdict.digest,
        "relief": {"state": found.state, "text": found.text, "missing": [one.text for one in found.missing]},
        "notice": json.loads(version.content),
    }
