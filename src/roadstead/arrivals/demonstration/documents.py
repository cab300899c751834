"""Notices of invented ships over real ports, as `roadstead/notice/1`: calls, an agent ashore, people as numbers."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from roadstead.advisories import queries as advisories
from roadstead.arrivals.queries.invented import NUMBER, VOYAGES
from roadstead.common.invented import Chance, invented
from roadstead.screening.generate.maker import Maker
from roadstead.screening.voyages import BERTH_SEPARATOR, MEASURES
from roadstead.wire.shapes import SCHEMA

SEED = 20_261_123
AGENCIES = 60
NATIONALITIES = ("PH", "IN", "CN", "UA", "ID", "RU", "MM", "TR", "PL", "RO", "GR", "VN")
NAMES = dict(zip(MEASURES, ("security_level_2", "access_points_guarded", "", "logged", "reported"), strict=True))
Json = dict[str, Any]


def number_of(voyage: int) -> str:
    """The number of a notice: they sort as the voyages do."""
    return f"{NUMBER}{voyage:07}"


def documents(first: int, last: int, until: date) -> Iterator[Json]:
    """The notices of the voyages from first to last, by when they arrive. until: the day of the last arrival of all."""
    table = _maker(until, advisories.rule_book().digest).part(first, first - 1, last)
    for _voyage, rows in groupby(table.to_pylist(), key=itemgetter("voyage_id")):
        yield _document(list(rows))


@lru_cache(maxsize=1)
def _maker(until: date, book: str) -> Maker:
    held = advisories.rule_book()
    return Maker(VOYAGES, SEED, until, tuple(held.listings), tuple(held.facilities))


def _document(rows: list[Json]) -> Json:
    first = rows[0]
    voyage, eta = int(first["voyage_id"]), first["arrival_at"]
    return {
        "schema": SCHEMA,
        "notice": {"id": number_of(voyage), "transaction": "initial", "kind": "arrival", "created": _said(made(rows))},
        "voyage": {"type": "Foreign to US", "number": f"V{voyage % 1_000:03}"},
        "vessel": {
            "name": f"INVENTED {int(first['vessel'])}",
            "flag": first["flag"],
            "type": first["vessel_type"],
            "commercial": True,
        },
        "arrival": {"port": first["arrival_port"], "eta": _said(eta)},
        "calls": [_call(row) for row in rows],
        "agent": _agent(first["arrival_port"], voyage),
        "crew": _crew(voyage),
    }


def made(rows: list[Json]) -> datetime:
    """When the notice was made: four days and some hours before arrival; a few come late."""
    chance, eta = Chance("notice made", int(rows[0]["voyage_id"])), rows[0]["arrival_at"]
    hours = chance.between(30, 95) if chance.happens(4) else chance.between(97, 230)
    moment: datetime = eta - timedelta(hours=hours, minutes=chance.below(60))
    return moment


def _agent(port: str, voyage: int) -> Json:
    """One of the agencies of the port; none of them is there, and no address leads anywhere."""
    which = 1 + (sum(port.encode()) * 7 + Chance("agency", voyage).below(3)) % AGENCIES
    name = invented(f"Gulf & Coast Agency {which}")
    return {
        "name": name,
        "organisation": name,
        "phone": f"+999 555 {which:04}",
        "email": f"duty@agency-{which}.example",
    }


def _crew(voyage: int) -> Json:
    chance = Chance("crew", voyage)
    people, other = chance.between(14, 26), chance.between(0, 6)
    first, second = chance.some_of(NATIONALITIES, 2)
    counts = {first: people - other, second: other}
    return {"stated": people, "by_nationality": {land: number for land, number in counts.items() if number}}


def _call(row: Json) -> Json:
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


def shifted(document: Json, hours: int, at: datetime) -> Json:
    """The same notice once more, with another hour of arrival."""
    eta = datetime.fromisoformat(document["arrival"]["eta"]) + timedelta(hours=hours)
    notice = document["notice"] | {"transaction": "update", "created": _said(at)}
    return document | {"notice": notice, "arrival": document["arrival"] | {"eta": _said(eta)}}
