"""Values that no voyage can have: found before anything is judged, named with their voyage.

The same texts and times are refused as in a notice; what a code may be is the core's own to say.
"""

from collections.abc import Callable

import ibis
import ibis.expr.types as ir

from roadstead.core.identity import IdentityError, parse_country, parse_locode
from roadstead.core.notice import Purpose
from roadstead.screening.engines import Engine
from roadstead.screening.errors import ScreeningError
from roadstead.screening.lines import shown

EARLIEST, LATEST = 1990, 2100  # years; a time outside is a slip of the keyboard
MOST_EXAMPLES = 5
MOST_PLACES = 2_000_000  # different places that a table may name


def refuse_bad(calls: ir.Table, place: str, engine: Engine) -> None:
    """Raises ScreeningError with up to five examples of each kind of value that cannot be."""
    problems = [*_times(calls, engine), *_places(calls, engine)]
    if problems:
        raise ScreeningError("\n  ".join([f"{place} cannot be screened:", *problems]))


def _times(calls: ir.Table, engine: Engine) -> list[str]:
    first, after = ibis.timestamp(f"{EARLIEST}-01-01 00:00:00"), ibis.timestamp(f"{LATEST + 1}-01-01 00:00:00")

    def outside(time: ir.Value) -> ir.BooleanValue:
        return ((time < first) | (time >= after)).fill_null(False)

    wrong = {
        "a row without voyage_id": calls.voyage_id.isnull(),
        "arrival_at is missing": calls.arrival_at.isnull(),
        "departed_at is missing": calls.departed_at.isnull(),
        f"arrival_at lies outside the years {EARLIEST} to {LATEST}": outside(calls.arrival_at),
        f"departed_at lies outside the years {EARLIEST} to {LATEST}": outside(calls.departed_at),
        "departed_at is before the call's own arrived_at": (calls.departed_at < calls.arrived_at).fill_null(False),
    }
    names = {f"wrong_{number}": test for number, test in enumerate(wrong.values())}
    counts = engine.fetch(
        calls.aggregate(**{name: test.cast("int64").sum() for name, test in names.items()})
    ).to_pylist()
    found = counts[0] if counts else {}
    return [
        f"{what}: {found[name]:,} {'row' if found[name] == 1 else 'rows'}{_examples(calls, test, engine)}."
        for (what, test), name in zip(wrong.items(), names, strict=True)
        if found.get(name)
    ]


def _places(calls: ir.Table, engine: Engine) -> list[str]:
    columns = ("country", "port", "purpose")
    different = engine.fetch(calls.select(*columns).distinct().limit(MOST_PLACES + 1))
    if different.num_rows > MOST_PLACES:
        return [f"it names more than {MOST_PLACES:,} different places; are country and port the right columns?"]
    said: list[str] = []
    for row in different.to_pylist():
        problem = _wrong(row)
        if problem and len(said) < MOST_EXAMPLES:
            same = ibis.and_(*[calls[name].identical_to(ibis.literal(row[name], "string")) for name in columns])
            said.append(f"{problem}{_examples(calls, same, engine)}.")
    return said


def _wrong(row: dict[str, str | None]) -> str | None:
    country, port, purpose = row["country"], row["port"], row["purpose"]
    if purpose is not None and purpose not in frozenset(Purpose):
        return f"purpose “{shown(purpose)}” should be one of {', '.join(Purpose)}"
    if country is None and port is None:
        return "a call names neither a country nor a port; give at least one"
    for said, parse in ((country, parse_country), (port, parse_locode)):
        problem = _unlike(said, parse) if said is not None else None
        if problem:
            return problem
    if country and port and port[:2] != country:
        return f"{port} is in {port[:2]}, but the country given is {country}"
    return None


def _unlike(said: str, parse: Callable[[str], str]) -> str | None:
    """What is wrong with a code; one that only a kind reader would understand is asked for in its one right form."""
    if not said:
        return "a country or port is an empty text; leave out what is not known (null)"
    try:
        known = parse(said)
    except IdentityError as error:
        return str(error).rstrip(".")
    return None if known == said else f"“{shown(said)}” should be written {known}"


def _examples(calls: ir.Table, test: ir.BooleanValue, engine: Engine) -> str:
    rows = engine.fetch(calls.filter(test).select("voyage_id", "call_no").limit(MOST_EXAMPLES)).to_pylist()
    named = [f"voyage {row['voyage_id']} call {row['call_no']}" for row in rows]
    return f" ({', '.join(named)})" if named else ""


def refuse_split_arrivals(heads: ir.Table, place: str, engine: Engine) -> None:
    """A voyage is one arrival: its rows must agree on when. Raises ScreeningError."""
    rows = engine.fetch(heads.filter(heads.first_arrival != heads.arrival_at).select("voyage_id").limit(MOST_EXAMPLES))
    if rows.num_rows:
        named = ", ".join(str(row["voyage_id"]) for row in rows.to_pylist())
        raise ScreeningError(f"{place} cannot be screened: rows of one voyage differ in arrival_at (voyage {named}).")
