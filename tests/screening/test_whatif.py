"""A what-if says what two full screenings, held beside each other, would say."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from roadstead.screening import generate, layout
from roadstead.screening.drafts import Draft, Excepted, Put
from roadstead.screening.engines import DuckDB
from roadstead.screening.errors import ScreeningError
from roadstead.screening.impact import Impact, Tally
from roadstead.screening.screen import Order, screen
from roadstead.screening.whatif import impact
from tests.core.strategies import BOOK, TODAY

VOYAGES = 4_000
ZONES = {"USHOU": "Houston-Galveston", "USNYC": "New York"}
SINCE = date(2026, 3, 1)
DRAFTS = {
    "a country listed from a day on": Draft(add=(Put("EG", SINCE),)),
    "a country listed on every day": Draft(add=(Put("PA"),)),
    "a country taken off": Draft(remove=(Put("NG", SINCE),)),
    "one listed, another taken off": Draft(add=(Put("CN", SINCE),), remove=(Put("VE"),)),
    "a port listed alone": Draft(add=(Put("EG", SINCE, "EGPSD"),)),
    "a facility listed alone": Draft(add=(Put("EG", SINCE, "EGPSD-0001"),)),
    "an exception": Draft(exceptions=(Excepted("VE", "Jose Terminal"),)),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("whatif") / "voyages"
    made = generate.tables(VOYAGES, seed=3, until=TODAY, listings=BOOK.listings, facilities=BOOK.facilities)
    layout.write(made, place, book=BOOK, about={"invented": True})
    return place


def screened(folder: Path, tmp_path: Path, name: str, draft: Draft) -> dict[Any, dict[str, Any]]:
    output = tmp_path / f"{name}.parquet"
    screen(Order(str(folder), output, BOOK, TODAY, draft), DuckDB())
    return {row["voyage_id"]: row for row in pq.read_table(output).to_pylist()}


def rows(folder: Path) -> list[dict[str, Any]]:
    return pq.read_table(folder / "calls", partitioning="hive").to_pylist()


def heads(folder: Path) -> dict[Any, dict[str, Any]]:
    return {row["voyage_id"]: row for row in pq.read_table(folder / "voyages").to_pylist()}


def tally(keys: list[str], before: list[str], after: list[str]) -> dict[str, Tally]:
    counts: dict[str, Counter[str]] = {}
    for key, then, now in zip(keys, before, after, strict=True):
        count = counts.setdefault(key, Counter())
        count["voyages"] += 1
        if now == "applies" and then != now:
            count["newly_caught"] += 1
        elif now == "cannot_tell" and then != now:
            count["newly_unknown"] += 1
        elif now == "does_not_apply" and then != now:
            count["no_longer" if then == "applies" else "newly_settled"] += 1
    names = ("voyages", "newly_caught", "no_longer", "newly_unknown", "newly_settled")
    return {key: Tally(key, *(count[name] for name in names)) for key, count in counts.items()}


@pytest.mark.parametrize("name", DRAFTS)
def test_it_is_what_two_full_screenings_say(folder: Path, tmp_path: Path, name: str) -> None:
    draft = DRAFTS[name]
    then, now = screened(folder, tmp_path, "then", Draft()), screened(folder, tmp_path, "now", draft)
    found = impact(folder, BOOK, TODAY, draft, ZONES)
    calls = [row for row in rows(folder) if row["country"] in draft.countries]
    concerned = sorted({row["voyage_id"] for row in calls})
    told = heads(folder)

    assert found.arrivals == VOYAGES
    assert found.concerned == len(concerned)
    assert all(then[voyage] == now[voyage] for voyage in then.keys() - set(concerned))
    pairs = Counter((then[voyage]["outcome"], now[voyage]["outcome"]) for voyage in concerned)
    assert {(a, b): count for a, b, count in found.outcomes} == pairs
    assert any(a != b for a, b in pairs), "the draft changes nothing; take another"
    moved = [voyage for voyage in concerned if then[voyage]["outcome"] != now[voyage]["outcome"]]
    assert found.ships == len({told[voyage]["vessel"] for voyage in moved})
    newly = [now[voyage] for voyage in moved if now[voyage]["outcome"] == "applies"]
    assert {(a, b): count for a, b, count in found.consequences} == Counter(
        (row["boarding"], row["armed_guards"]) for row in newly
    )

    def same(tallies: tuple[Tally, ...], keys: list[tuple[Any, str]]) -> None:
        outcomes = [(then[voyage]["outcome"], now[voyage]["outcome"]) for voyage, _ in keys]
        expected = tally([key for _, key in keys], [a for a, _ in outcomes], [b for _, b in outcomes])
        assert {entry.key: entry for entry in tallies} == expected

    same(found.months, [(voyage, f"{told[voyage]['arrival_at']:%Y-%m}") for voyage in concerned])
    same(found.arrival_ports, [(voyage, told[voyage]["arrival_port"]) for voyage in concerned])
    same(found.vessel_types, [(voyage, told[voyage]["vessel_type"]) for voyage in concerned])
    same(found.flags, [(voyage, told[voyage]["flag"] or "not given") for voyage in concerned])
    same(found.operators, [(voyage, told[voyage]["operator"] or "not given") for voyage in concerned])
    same(found.countries, sorted({(row["voyage_id"], row["country"]) for row in calls}))
    same(found.ports, sorted({(row["voyage_id"], row["port"] or row["country"]) for row in calls}))
    zones = [ZONES.get(told[voyage]["arrival_port"], "no zone on record") for voyage in concerned]
    same(found.zones, list(zip(concerned, zones, strict=True)))
    at_sea(found, draft, then, now, told)


def at_sea(found: Impact, draft: Draft, then: Any, now: Any, told: Any) -> None:
    first = draft.first_day
    expected = {
        voyage
        for voyage, head in told.items()
        if first is not None
        and head["last_departed_at"].date() < first <= head["arrival_at"].date()
        and now[voyage]["outcome"] == "applies" != then[voyage]["outcome"]
    }
    assert found.at_sea_in_all == len(expected)
    assert {int(ship.voyage_id) for ship in found.at_sea} == expected


def test_calls_without_a_terminal_are_counted(folder: Path) -> None:
    """An exception where none was: calls that name no terminal can no longer be told."""
    found = impact(folder, BOOK, TODAY, Draft(exceptions=(Excepted("VE", "Jose Terminal"),)), ZONES)
    assert found.calls_without_terminal > 0


@pytest.mark.parametrize(
    ("draft", "named"),
    [
        (Draft(), "empty"),
        (Draft(add=(Put("NG"),)), "Nigeria"),
        (Draft(remove=(Put("FR"),)), "France"),
        (Draft(exceptions=(Excepted("FR", "Le Havre"),)), "France"),
    ],
)
def test_a_draft_that_cannot_be(folder: Path, draft: Draft, named: str) -> None:
    with pytest.raises(ScreeningError, match=named):
        impact(folder, BOOK, TODAY, draft, ZONES)


def test_a_place_without_voyages(tmp_path: Path) -> None:
    with pytest.raises(ScreeningError, match="generate"):
        impact(tmp_path, BOOK, TODAY, Draft(add=(Put("EG"),)), ZONES)
