"""Voyages that might come in, as rows of the voyage table: ties, slips, several berths, doubtful stops, US calls."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from roadstead.core.notice import Purpose
from roadstead.screening.voyages import MEASURES
from tests.core import strategies as made

Places = st.SearchStrategy[str]
truths = st.sampled_from([True, False, None])
purposes = st.one_of(st.none(), st.none(), st.just("cargo"), st.sampled_from([str(purpose) for purpose in Purpose]))


def _facility(country: str) -> st.SearchStrategy[str | None]:
    one = made.berths(country).map(lambda berth: berth.get("facility") or berth.get("facility_name"))
    several = st.lists(one, min_size=2, max_size=3).map(lambda berths: "|".join(berth or "" for berth in berths))
    return st.one_of(one, one, one, several)


@st.composite
def calls(draw: st.DrawFn, voyage: int, number: int, eta: datetime, where: Places) -> dict[str, Any]:
    """One row."""
    country = draw(where)
    departed = eta - timedelta(hours=draw(made.hours_before), seconds=draw(st.sampled_from([0, 0, 1])))
    port = draw(st.sampled_from(made.PORTS[country])) if country in made.PORTS and draw(st.booleans()) else None
    done = draw(st.one_of(st.none(), st.just(True), st.just(False)))
    measures = dict.fromkeys(MEASURES, done) if draw(st.booleans()) else {name: draw(truths) for name in MEASURES}
    return {
        "voyage_id": voyage,
        "arrival_port": "USHOU",
        "arrival_at": eta,
        "call_no": number,
        "country": None if port and draw(st.booleans()) else country,
        "port": port,
        "facility": draw(_facility(country)),
        "arrived_at": departed - timedelta(hours=draw(st.integers(0, 90))) if draw(st.booleans()) else None,
        "departed_at": departed,
        "purpose": draw(purposes),
        **measures,
    }


@st.composite
def voyages(draw: st.DrawFn, number: int, where: Places) -> list[dict[str, Any]]:
    """The rows of one voyage: one to nine calls."""
    eta = datetime.combine(draw(made.days), datetime.min.time(), UTC) + timedelta(seconds=draw(st.integers(0, 86_399)))
    return [draw(calls(number, place + 1, eta, where)) for place in range(draw(st.integers(1, 9)))]


@st.composite
def tables(draw: st.DrawFn, most: int = 12, where: Places = made.countries) -> list[dict[str, Any]]:
    """The rows of several voyages."""
    return [row for number in range(draw(st.integers(1, most))) for row in draw(voyages(number + 1, where))]
