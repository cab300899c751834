"""Calls of which a ship reported measures, as rows by facility: for the page of the facility."""

import json
from collections.abc import Iterator
from typing import Any

from roadstead.arrivals.models import CallReported
from roadstead.arrivals.models.settled import LONGEST_FACILITY
from roadstead.common.folding import fold
from roadstead.core.notice import Call
from roadstead.wire.notice import read_notice

ANSWERS = ("security_level_2", "access_points_guarded", "logged", "reported")
SAID: dict[bool | None, str] = {True: "yes", False: "no"}
Facilities = set[tuple[str, str]]


def rows_of(arrival: int, content: str) -> Iterator[CallReported]:
    """The rows of one notice, not yet kept. Calls that name no facility, or report nothing, have none."""
    if '"measures"' not in content:
        return
    document = json.loads(content)
    notice = read_notice(content.encode())[0]
    for place, (told, call) in enumerate(zip(document["calls"], notice.calls, strict=True)):
        if measures := told.get("measures"):
            for number, name in sorted(_facilities(told)):
                yield _row(arrival, place, call, measures, number, name)


def _facilities(told: dict[str, Any]) -> Facilities:
    """Number and folded name of each facility of a call."""
    given = [(one.get("facility"), one.get("facility_name")) for one in (told, *(told.get("berths") or ()))]
    return {
        ((number or "").strip().upper()[:LONGEST_FACILITY], fold(name or ""))
        for number, name in given
        if number or name
    }


def _row(arrival: int, place: int, call: Call, measures: dict[str, Any], number: str, name: str) -> CallReported:
    answers = {one: SAID.get(measures.get(one), "unknown") for one in ANSWERS}
    return CallReported(
        arrival_id=arrival,
        place=place,
        country=call.country,
        port=call.port or "",
        number=number,
        name=name,
        departed=call.departed,
        declaration=measures.get("declaration_of_security") or "",
        **answers,
    )
