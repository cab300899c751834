"""What the advisory says, as small tables that calls and voyages are joined to. Days are UTC days.

Countries by day rather than by span of days: an equality join is the one that every engine does well.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pyarrow as pa

from roadstead.core.advisory import Boarding, Guards, Regime
from roadstead.core.consequences import boarding_and_guards
from roadstead.core.notice import Berth
from roadstead.core.truth import NO, UNKNOWN, YES, Truth
from roadstead.screening.bridge import berths_of
from roadstead.screening.timeline import CODES, FIRST_DAY, LAST_DAY, ONE_DAY, Stretch, Timeline, visit_days

NEVER = date(9999, 12, 31)  # stands for “on no day” in a comparison
NO_EDITION = ""


def span(timeline: Timeline) -> tuple[date, date]:
    """The days that the tables cover; a day before or after them is as the first or the last of them."""
    starts = [stretch.start for stretch in timeline.stretches if stretch.start > FIRST_DAY] + timeline.wording_cuts()[
        1:
    ]
    return (min(starts) - ONE_DAY, max(starts)) if starts else (FIRST_DAY, FIRST_DAY)


def standings(timeline: Timeline) -> pa.Table:
    """How countries stand: at_country, at_day, listed_code (0 no, 1 unknown, 2 yes) and what `Stretch` says beside it.

    Only days on which the country is, or may be, listed.
    """
    first, last = span(timeline)
    stretches = [entry for entry in timeline.stretches if entry.listed is not NO and entry.end > first]
    stretches = [entry for entry in stretches if entry.start <= last]
    starts = np.array([_number(max(entry.start, first)) for entry in stretches], dtype=np.int32)
    ends = np.array([_number(min(entry.end, last + ONE_DAY)) for entry in stretches], dtype=np.int32)
    lengths = np.maximum(ends - starts, 0)
    which = np.repeat(np.arange(len(stretches)), lengths)
    offset = np.arange(len(which)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    columns = {
        "at_country": pa.array([entry.country for entry in stretches], pa.string()).take(pa.array(which)),
        "at_day": pa.array((starts[which] + offset).astype(np.int32) if len(which) else [], pa.int32()).cast(
            pa.date32()
        ),
    }
    return pa.table(columns | {name: values.take(pa.array(which)) for name, values in _said(stretches).items()})


def _said(stretches: Sequence[Stretch]) -> dict[str, pa.Array]:
    return {
        "exceptions": pa.array([entry.exceptions for entry in stretches], pa.int32()),
        "listed_code": pa.array([CODES[entry.listed] for entry in stretches], pa.int8()),
        "visit_open": pa.array([entry.visit_open or NEVER for entry in stretches], pa.date32()),
        "visit_listed": pa.array([entry.visit_listed or NEVER for entry in stretches], pa.date32()),
        "asks": pa.array([entry.asks for entry in stretches], pa.bool_()),
        "by_port": pa.array([entry.by_port for entry in stretches], pa.bool_()),
        "in_part": pa.array([entry.in_part for entry in stretches], pa.bool_()),
    }


def berths(timeline: Timeline, asked: pa.Table) -> pa.Table:
    """Whether berths are excepted, for each combination asked: at_exceptions, at_port, at_facility (texts never null).

    Adds excepted_code and duties_only_code (0 no, 1 unknown, 2 yes); where a listing is of single places also
    there_code, there_open and there_listed, which say of the berths what `Stretch` says of a country. Compared by the
    core's own matching.
    """
    excepted, duties_only = [], []
    there: list[tuple[int | None, date | None, date | None]] = []
    by_number = {stretch.exceptions: stretch for stretch in timeline.stretches}
    for number, port, facility in zip(*(asked.column(name).to_pylist() for name in BERTH_KEY), strict=True):
        at = by_number[number]
        place = (at.country, at.start, port or None, berths_of(facility))
        excepted.append(CODES[at.snapshot.excepted(*place)])
        duties_only.append(CODES[at.snapshot.duties_only(*place)])
        there.append(_there(at, *place[2:]))
    asked = asked.append_column("excepted_code", pa.array(excepted, pa.int8()))
    asked = asked.append_column("duties_only_code", pa.array(duties_only, pa.int8()))
    for number, (name, kind) in enumerate(THERE):
        asked = asked.append_column(name, pa.array([row[number] for row in there], kind))
    return asked


def _there(at: Stretch, port: str | None, berths: tuple[Berth, ...]) -> tuple[int | None, date | None, date | None]:
    """Whether a place is listed and from which days a visit counts; nothing where the country is listed as a whole."""
    if not at.in_part:
        return None, None, None
    visit_open, visit_listed = visit_days(at.snapshot, at.country, at.start, port, berths)
    listed = CODES[at.snapshot.listed_there(at.country, at.start, port, berths)]
    return listed, visit_open or NEVER, visit_listed or NEVER


THERE = (("there_code", pa.int8()), ("there_open", pa.date32()), ("there_listed", pa.date32()))
BERTH_KEY = ("at_exceptions", "at_port", "at_facility")


def wordings(timeline: Timeline) -> tuple[pa.Table, pa.Table]:
    """Two tables. The first: on_day, edition, wording (a number), for every day covered.

    The second: wording, brings, guards_met (0 no, 1 unknown, 2 yes), boarding, armed_guards.
    """
    first, last = span(timeline)
    cuts = [day for day in timeline.wording_cuts() if day <= last]
    regimes: list[Regime | None] = [None]
    editions, numbers = [], []
    for start in cuts:
        snapshot = timeline.snapshot_on(start)
        edition, regime = snapshot.edition_on(start), snapshot.regime_on(start)
        if regime not in regimes:
            regimes.append(regime)
        editions.append((edition.psa or edition.id) if edition else NO_EDITION)
        numbers.append(regimes.index(regime))
    days = np.arange(_number(first), _number(last) + 1, dtype=np.int32)
    which = np.searchsorted(np.array([_number(day) for day in cuts]), days, side="right") - 1
    by_day = {
        "on_day": pa.array(days, pa.int32()).cast(pa.date32()),
        "edition": pa.array(editions, pa.string()).take(pa.array(which)),
        "wording": pa.array(numbers, pa.int8()).take(pa.array(which)),
    }
    return pa.table(by_day), _consequences(regimes)


def _consequences(regimes: Sequence[Regime | None]) -> pa.Table:
    rows: list[tuple[int, int, int, Boarding, Guards]] = [
        (number, CODES[brings], CODES[met], *boarding_and_guards(brings, met, regime))
        for number, regime in enumerate(regimes)
        for brings in TRUTHS
        for met in TRUTHS
    ]
    names = ("in_wording", "in_brings", "in_guards_met", "boarding", "armed_guards")
    types = (pa.int8(), pa.int8(), pa.int8(), pa.string(), pa.string())
    columns = zip(*rows, strict=True)
    return pa.table({n: pa.array(map(_plain, c), t) for n, c, t in zip(names, columns, types, strict=True)})


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value


def _number(day: date) -> int:
    return (min(max(day, FIRST_DAY), LAST_DAY + ONE_DAY) - date(1970, 1, 1)).days


TRUTHS: tuple[Truth, ...] = (NO, UNKNOWN, YES)
