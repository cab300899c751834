"""Every port is real, lies where it should, and is of use; distances are those that sailors know."""

import numpy as np
import pytest

from roadstead.registry.loading import packages, searoute, unlocode
from roadstead.screening.generate import chains, commerce, network, pulls, trades
from roadstead.screening.generate import ports as loading
from roadstead.screening.generate.conduct import EPOCH
from roadstead.screening.generate.ports import Ports
from roadstead.screening.generate.seaways import Seaways

from .conftest import UNTIL

CLOSE = 30  # nautical miles between two sources' notions of one port
BOTH, NONE, PANAMA = 3, 0, 1


@pytest.fixture(scope="module")
def ports() -> Ports:
    return loading.load()


def test_there_are_ports_all_over_the_world(ports: Ports) -> None:
    foreign = [code for code, domestic in zip(ports.codes, ports.domestic, strict=True) if not domestic]
    assert len(set(ports.codes)) == len(ports.codes)
    assert len(foreign) >= 600
    assert len({code[:2] for code in foreign}) >= 130
    assert {"PR", "VI", "GU", "MP", "AS", "US"} == {code[:2] for code in set(ports.codes) - set(foreign)}


def test_every_code_is_in_unlocode(ports: Ports) -> None:
    entries = unlocode.read(packages.unlocode_lists()).entries
    assert not [code for code in ports.codes if code not in entries]


def test_every_position_is_confirmed_by_a_source_where_one_gives_it(ports: Ports) -> None:
    entries = unlocode.read(packages.unlocode_lists()).entries
    listed = searoute.read(packages.searoute_ports())
    far, confirmed = [], 0
    for code, latitude, longitude in zip(ports.codes, ports.latitude, ports.longitude, strict=True):
        known = [*listed[code].positions] if code in listed else []
        known += [entries[code].position] if entries[code].position else []
        away = [float(network.between(longitude, latitude, one.longitude, one.latitude)) for one in known]
        confirmed += bool(away) and min(away) <= CLOSE
        if away and min(away) > CLOSE:
            far.append(code)
    assert confirmed >= 0.9 * len(ports.codes)
    assert set(far) <= CORRECTED


# Set by hand: both sources are wrong there, or the only one is.
CORRECTED = {"JPKSM", "NGWAR", "TWMLI"}


def test_every_port_is_used(ports: Ports) -> None:
    known = commerce.load(ports, UNTIL)
    used = {port for service in known.services for port in service.ports}
    for weights in (*ports.loads.values(), *ports.discharges.values(), ports.stops["bunkers"]):
        used |= set(weights.nonzero()[0].tolist())
    assert not [code for number, code in enumerate(ports.codes) if number not in used]


@pytest.mark.parametrize(
    ("start", "end", "miles"),
    [
        ("NLRTM", "USNYC", 3_350),
        ("CNSHA", "USLAX", 5_700),
        ("SGSIN", "USNYC", 10_150),
        ("BRSSZ", "USNYC", 4_950),
        ("USHOU", "JPTYO", 9_250),
        ("CLVAP", "USPHL", 4_600),
        ("NGBON", "USHOU", 6_150),
        ("USDLH", "CAMTR", 1_160),
        ("RUNVS", "GRPIR", 760),
    ],
)
def test_distances_are_those_of_the_tables(ports: Ports, ways: Seaways, start: str, end: str, miles: float) -> None:
    assert ways.miles[BOTH][ports.number[start], ports.number[end]] == pytest.approx(miles, rel=0.08)


def test_canals_shorten_the_way_only_where_they_lie_on_it(ports: Ports, ways: Seaways) -> None:
    shanghai, york, rotterdam, singapore = (ports.number[code] for code in ("CNSHA", "USNYC", "NLRTM", "SGSIN"))
    assert ways.through_panama[BOTH, shanghai, york]
    assert not ways.through_suez[BOTH, shanghai, york]
    assert ways.through_suez[BOTH, singapore, rotterdam]
    assert not ways.through_suez[PANAMA].any()
    assert ways.miles[NONE, shanghai, york] > 1.3 * ways.miles[BOTH, shanghai, york]
    assert not ways.through_panama[BOTH, rotterdam, york]


def test_no_tramp_carries_cargo_between_us_ports(ports: Ports, ways: Seaways) -> None:
    known = commerce.load(ports, UNTIL)
    chance = np.random.default_rng(5)
    for trade in known.trades:
        if trade.pull:
            pull = pulls.pulls_of(trade, ports, ways, known)
            role = chance.integers(0, 2, 2_000)
            walked = pulls.walk_pulls(pull, role, np.zeros_like(role), chance.random((2_000, chains.STEPS + 1)))
            coast = np.array([country in pulls.COASTWISE for country in ports.countries])[walked.ports]
            laden = (walked.roles[:, 1:] == trades.LOADING) & (walked.roles[:, :-1] == trades.DISCHARGING)
            assert not (laden & coast[:, 1:] & coast[:, :-1]).any(), trade.name
            assert (walked.ports[:, 1:] != walked.ports[:, :-1]).all()
            assert (walked.roles[:, 0] == role).all()
            assert ports.domestic[walked.ports[:, 0]].all()


def test_eras_begin_with_the_one_that_holds_the_first_day(ports: Ports) -> None:
    eras = commerce.load(ports, UNTIL).eras
    assert [era.start <= UNTIL for era in eras] == [True]
    assert eras[0].suez < 0.5  # ships keep clear of the Red Sea
    assert eras[0].start.toordinal() > EPOCH
