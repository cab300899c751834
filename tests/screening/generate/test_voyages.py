"""What the voyages look like: plausible in time, speed, place, season and in what they leave out."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from roadstead.core.advisory import ListingKind
from roadstead.core.identity import facility_number
from roadstead.screening.generate import commerce
from roadstead.screening.generate.fleet import invented_number
from roadstead.screening.generate.ports import DOMESTIC
from roadstead.screening.generate.seaways import Seaways
from roadstead.screening.generate.spelling import misspelt
from roadstead.screening.voyages import MEASURES, SCHEMA

from .conftest import COUNT, UNTIL, Made

OFFSHORE = 400  # nautical miles from which a speed can be told from waiting
FASTEST, SLOWEST = 21.5, 4.0  # knots made good, waiting included


def test_the_table_is_the_contract(made: Made) -> None:
    assert made.table.schema.equals(SCHEMA)
    ids = made.table["voyage_id"].to_pylist()
    assert sorted(set(ids)) == list(range(1, COUNT + 1))
    assert ids == sorted(ids)
    for rows in made.voyages.values():
        assert [row["call_no"] for row in rows] == list(range(1, len(rows) + 1))


def test_no_voyage_is_empty_or_endless_and_most_name_five_foreign_calls(made: Made) -> None:
    sizes = Counter(len(rows) for rows in made.voyages.values())
    assert (min(sizes), max(sizes)) == (1, 10)
    foreign = [sum(abroad(row) for row in rows) for rows in made.voyages.values()]
    assert sum(count >= 5 for count in foreign) > 0.7 * COUNT
    assert sum(count == 0 for count in foreign) > 0
    assert 0.1 < sum(any(not abroad(row) for row in rows) for rows in made.voyages.values()) / COUNT < 0.4


def test_a_ship_arrives_stays_and_leaves_in_that_order(made: Made) -> None:
    for rows in made.voyages.values():
        times = [rows[0]["arrival_at"]]
        for row in rows:  # the latest call first
            times += [row["departed_at"], row["arrived_at"]]
        assert all(later >= earlier for later, earlier in pairwise(times))  # type: ignore[operator]


def test_arrivals_fill_the_period_and_end_with_it(made: Made) -> None:
    arrivals = [rows[0]["arrival_at"] for rows in made.voyages.values()]
    end = datetime(UNTIL.year, UNTIL.month, UNTIL.day, tzinfo=UTC) + timedelta(days=1)
    assert end - timedelta(days=3) < max(arrivals) < end + timedelta(days=4)  # type: ignore[type-var, operator]
    assert timedelta(days=725) < max(arrivals) - min(arrivals) < timedelta(days=735)  # type: ignore[type-var, operator]


def test_ships_arrive_in_us_ports_and_every_port_is_known(made: Made) -> None:
    assert {row["arrival_port"][:2] for row in made.rows} <= DOMESTIC  # type: ignore[index]
    assert {"PR", "VI", "GU"} <= {row["arrival_port"][:2] for row in made.rows}  # type: ignore[index]
    known = {*made.ports.codes, None}
    assert {row["port"] for row in made.rows} <= known
    assert all(row["country"] or row["port"] for row in made.rows)
    assert all(row["port"][:2] == row["country"] for row in made.rows if row["port"] and row["country"])  # type: ignore[index]


def test_speeds_are_those_of_ships(made: Made, ways: Seaways) -> None:
    """Not even the shortest way, with both canals open, is sailed faster than ships go."""
    seen = 0
    for rows in made.voyages.values():
        stops = [(rows[0]["arrival_port"], rows[0]["arrival_at"], None)]
        stops += [(row["port"], row["arrived_at"], row["departed_at"]) for row in rows]
        for (port, arrived, _), (before, _, departed) in pairwise(stops):
            if port is None or before is None or port == before:
                continue
            a, b = made.ports.number[before], made.ports.number[port]  # type: ignore[index]
            hours = (arrived - departed).total_seconds() / 3600  # type: ignore[operator]
            if ways.miles[3, a, b] > OFFSHORE:
                seen += 1
                assert ways.miles[3, a, b] / hours < FASTEST, rows
    assert seen > 2 * COUNT


def test_a_slow_passage_is_rare(made: Made, ways: Seaways) -> None:
    """Between two calls of a notice that names every call, hardly a ship drifts."""
    slow = legs = 0
    for rows in made.voyages.values():
        first = rows[0]
        if first["port"] is None:
            continue
        a, b = made.ports.number[first["port"]], made.ports.number[first["arrival_port"]]  # type: ignore[index]
        hours = (first["arrival_at"] - first["departed_at"]).total_seconds() / 3600  # type: ignore[operator]
        if ways.miles[3, a, b] > OFFSHORE:
            legs += 1
            slow += ways.miles[3, a, b] / hours < SLOWEST
    assert slow < 0.1 * legs


def test_a_few_per_cent_of_arrivals_come_from_listed_countries(made: Made) -> None:
    ever = {spell.country for spell in made.book.listings if spell.kind is ListingKind.CONDITIONS}
    now = {
        spell.country for spell in made.book.listings if spell.kind is ListingKind.CONDITIONS and (spell.end is None)
    }
    shares = [
        sum(any(country_of(row) in lands for row in rows) for rows in made.voyages.values()) / COUNT
        for lands in (ever, now)
    ]
    assert 0.05 < shares[0] < 0.14
    assert 0.03 < shares[1] < 0.10
    assert len({country_of(row) for row in made.rows} & ever) >= 15


def test_the_seasons_are_there(made: Made) -> None:
    months: dict[str, Counter[int]] = {}
    for rows in made.voyages.values():
        kind, month = rows[0]["vessel_type"], rows[0]["arrival_at"].month  # type: ignore[attr-defined]
        months.setdefault(str(kind), Counter())[month] += 1
        if rows[0]["arrival_port"] in ("USJNU", "USKTN", "USSGY"):
            assert 4 <= month <= 10
    bulk = months["Bulk Carrier"]
    assert bulk[10] + bulk[11] > 1.15 * (bulk[6] + bulk[7])
    boxes = months["Container Ship"]
    assert boxes[8] + boxes[10] > 1.1 * (boxes[2] + boxes[12])


def test_measures_are_told_of_listed_countries_and_go_together(made: Made) -> None:
    told = [row for row in made.rows if any(row[name] is not None for name in MEASURES)]
    listed = {spell.country for spell in made.book.listings if spell.kind is ListingKind.CONDITIONS}
    assert sum(country_of(row) in listed for row in told) > 0.8 * len(told)
    said = [[row[name] for name in MEASURES if row[name] is not None] for row in told]
    assert sum(all(values) for values in said) > 0.75 * len(said)
    assert any(values.count(False) >= 2 for values in said)
    assert any(None in [row[name] for name in MEASURES] for row in told)


def test_terminals_are_mostly_missing_and_written_as_people_write_them(made: Made) -> None:
    ruled = {facility.country for facility in made.book.facilities}
    names = {name for entry in made.book.facilities for name in (entry.name, *entry.other_names)}
    plain = [row for row in made.rows if country_of(row) not in ruled]
    assert 0.01 < sum(row["facility"] is not None for row in plain) / len(plain) < 0.1
    given = [str(row["facility"]) for row in made.rows if country_of(row) in ruled and row["facility"]]
    missing = [row for row in made.rows if country_of(row) == "NG" and not row["facility"]]
    assert missing
    assert any(text in names for text in given)
    assert any(facility_number(text) for text in given)
    assert any("|" in text for text in given)


def test_purposes_are_those_of_the_contract_and_mostly_cargo(made: Made) -> None:
    purposes = Counter(row["purpose"] for row in made.rows)
    cargo = purposes[None] + purposes["cargo"] + purposes["passengers"]
    assert cargo > 0.88 * len(made.rows)
    assert purposes["canal_transit"] > 0
    assert purposes["bunkers"] > 0
    assert purposes["ship_to_ship"] > 0
    assert {row["country"] for row in made.rows if row["purpose"] == "canal_transit"} <= {"PA", "EG", None}


def test_ships_and_companies_cannot_be_taken_for_real_ones(made: Made) -> None:
    assert all(str(row["operator"]).endswith("(invented)") for row in made.rows)
    for row in made.rows:
        number = str(row["vessel"])
        assert re.fullmatch(r"0\d{6}", number)
        right = sum(factor * int(digit) for factor, digit in zip((7, 6, 5, 4, 3, 2), number, strict=False)) % 10
        assert right != int(number[-1])


def test_a_ship_keeps_her_flag_type_and_company(made: Made) -> None:
    ships: dict[object, set[tuple[object, ...]]] = {}
    for row in made.rows:
        ships.setdefault(row["vessel"], set()).add((row["flag"], row["vessel_type"], row["operator"]))
    assert all(len(facts) == 1 for facts in ships.values())
    assert len({invented_number(place) for place in range(5_000)}) == 5_000


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("NGAPP-0001", "NGAPP0001"), ("IDTPP0001", "IDTPP0010"), ("Port of Monrovia", "Port of onrovia")],
)
def test_misspelt(text: str, wrong: str) -> None:
    assert misspelt(text) == wrong


def test_every_service_has_a_us_call(made: Made) -> None:
    for service in commerce.load(made.ports, UNTIL).services:
        if service.ports:
            assert any(made.ports.domestic[port] for port in service.ports), service.name
            assert all(a != b for a, b in pairwise((*service.ports, service.ports[0]))), service.name
            assert any(not made.ports.domestic[port] for port in service.ports), service.name


def country_of(row: dict[str, object]) -> str:
    return str(row["country"] or str(row["port"])[:2])


def abroad(row: dict[str, object]) -> bool:
    return country_of(row) not in DOMESTIC and row["purpose"] != "canal_transit"
