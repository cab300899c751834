"""Notices of invented ships over real ports, each taken in and judged as any other."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

from roadstead.advisories import queries as advisories
from roadstead.arrivals import bridge
from roadstead.arrivals.actions.taking import take_notice
from roadstead.arrivals.enums import Origin
from roadstead.arrivals.queries.arrivals import readable
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.screening.generate import tables
from roadstead.screening.voyages import BERTH_SEPARATOR, MEASURES
from roadstead.wire.errors import NoticeError
from roadstead.wire.shapes import SCHEMA

SHIPS = 1_000
AHEAD = timedelta(days=10)
SEED = 20_261_123
NAMES = dict(zip(MEASURES, ("security_level_2", "access_points_guarded", "", "logged", "reported"), strict=True))


def make(*, by: Viewer, ships: int = SHIPS) -> int:
    """Take the notices in, where there is none yet; how many. Raises PermissionDenied."""
    if readable(by).exists():
        return 0
    taken = 0
    for document in documents(ships):
        try:
            notice = bridge.taken(json.dumps(document).encode())
        except NoticeError:  # a voyage may be invented so that its notice is refused, as it happens
            continue
        taken += take_notice(taken=notice, origin=Origin.IMPORT, by=by)[1]
    return taken


def documents(ships: int) -> Iterator[dict[str, Any]]:
    """Notices as `roadstead/notice/1`, of voyages over about two years until some days from now."""
    book = advisories.rule_book()
    until = (clock.now() + AHEAD).date()
    for table in tables(ships, seed=SEED, until=until, listings=book.listings, facilities=book.facilities):
        for _voyage, rows in groupby(table.to_pylist(), key=itemgetter("voyage_id")):
            yield _document(list(rows))


def _document(rows: list[dict[str, Any]]) -> dict[str, Any]:
    first = rows[0]
    return {
        "schema": SCHEMA,
        "vessel": {
            "name": f"INVENTED {int(first['vessel'])}",
            "flag": first["flag"],
            "type": first["vessel_type"],
            "commercial": True,
        },
        "arrival": {"port": first["arrival_port"], "eta": _said(first["arrival_at"])},
        "calls": [_call(row) for row in rows],
    }


def _call(row: dict[str, Any]) -> dict[str, Any]:
    berths = [name for name in (row["facility"] or "").split(BERTH_SEPARATOR) if name]
    measures = {NAMES[name]: row[name] for name in MEASURES if NAMES[name] and row[name] is not None}
    if row["dos_attempted"] is not None:
        measures["declaration_of_security"] = "attempted" if row["dos_attempted"] else "not_attempted"
    call = {
        "country": row["country"],
        "port": row["port"],
        "facility_name": berths[0] if len(berths) == 1 else None,
        "arrived": _said(row["arrived_at"]),
        "departed": _said(row["departed_at"]),
        "purpose": row["purpose"],
        "berths": [{"facility_name": name} for name in berths] if len(berths) > 1 else None,
        "measures": measures or None,
    }
    return {name: value for name, value in call.items() if value is not None}


def _said(moment: datetime | None) -> str | None:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None
