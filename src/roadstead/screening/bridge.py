"""Rows of the voyage table as the core's values: what the judge would be told of the same voyage."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from roadstead.core.identity import facility_number
from roadstead.core.names import fold
from roadstead.core.notice import Berth, Call, Measures, Notice, Vessel
from roadstead.core.truth import from_bool
from roadstead.screening.voyages import BERTH_SEPARATOR, MEASURES

NO_BERTH = Berth()


def berths_of(text: str | None) -> tuple[Berth, ...]:
    """The facilities that one text names, `|` between them; an empty part is a berth that nobody named."""
    if text is None or not text.strip():
        return (NO_BERTH,)
    return tuple(_berth(part.strip()) for part in text.split(BERTH_SEPARATOR))


def _berth(text: str) -> Berth:
    if not text:
        return NO_BERTH
    if facility_number(text) is not None:
        return Berth(facility=text)
    # The column holds numbers and names alike; what reads as no number is compared as both.
    return Berth(facility=text, facility_name=text if fold(text) else None)


def call_of(row: Mapping[str, Any]) -> Call:
    """One row as a call. Times must be aware and in UTC."""
    port = (row.get("port") or "").strip() or None
    measures = Measures(*(from_bool(row.get(name)) for name in MEASURES))
    return Call(
        country=row.get("country") or (port or "")[:2],
        departed=row["departed_at"],
        port=port,
        arrived=row.get("arrived_at"),
        berths=berths_of(row.get("facility")),
        purpose=row.get("purpose") or "cargo",
        measures=measures,
    )


def notice_of(rows: Sequence[Mapping[str, Any]]) -> Notice:
    """The rows of one voyage (at least one) as a notice."""
    first = rows[0]
    return Notice(Vessel(), first.get("arrival_port") or "", first["arrival_at"], tuple(map(call_of, rows)))


def notices(rows: Iterable[Mapping[str, Any]]) -> dict[Any, Notice]:
    """Every voyage of a table as a notice, by voyage_id."""
    by_voyage: dict[Any, list[Mapping[str, Any]]] = {}
    for row in rows:
        by_voyage.setdefault(row["voyage_id"], []).append(row)
    return {voyage: notice_of(calls) for voyage, calls in by_voyage.items()}
