"""The scenarios as rows of the voyage table, where the table can tell them."""

from typing import Any

from roadstead.core.identity import facility_number
from roadstead.core.notice import Notice
from roadstead.core.truth import NO, UNKNOWN, YES
from roadstead.screening.bridge import berths_of
from roadstead.screening.voyages import BERTH_SEPARATOR, MEASURES
from tests.core.strategies import parsed
from tests.scenarios.reading import good, notice_of

PLAIN = {YES: True, NO: False, UNKNOWN: None}


def scenarios() -> dict[str, list[dict[str, Any]]]:
    """Rows of every scenario, by the day as of which it is known; one voyage for each."""
    found: dict[str, list[dict[str, Any]]] = {}
    for number, (_, scenario) in enumerate(good()):
        notice = parsed(notice_of(scenario["given"]))
        rows = rows_of(number, notice)
        if rows is not None:
            found.setdefault(scenario.get("known_at", "2026-11-22"), []).extend(rows)
    return found


def rows_of(voyage: int, notice: Notice) -> list[dict[str, Any]] | None:
    """A notice's calls as rows; None where a berth gives a number and another name, for which there is no column."""
    rows = []
    for number, call in enumerate(notice.calls):
        texts = [berth.facility_name or berth.facility or "" for berth in call.berths]
        facility = BERTH_SEPARATOR.join(texts) if any(texts) else None
        same = [(b.facility, b.facility_name) for b in berths_of(facility)] == [
            (
                b.facility or (b.facility_name if facility_number(b.facility_name or "") is None else None),
                b.facility_name,
            )
            for b in call.berths
        ]
        if not same:
            return None
        values = call.measures
        told = (values.security_level_2, values.access_points_guarded, values.declaration_attempted)
        measures = (*told, values.logged, values.reported)
        rows.append(
            {
                "voyage_id": voyage,
                "arrival_port": notice.arrival_port,
                "arrival_at": notice.eta,
                "call_no": number,
                "country": call.country,
                "port": call.port,
                "facility": facility,
                "arrived_at": call.arrived,
                "departed_at": call.departed,
                "purpose": call.purpose,
                **{name: PLAIN[value] for name, value in zip(MEASURES, measures, strict=True)},
            }
        )
    return rows or None
