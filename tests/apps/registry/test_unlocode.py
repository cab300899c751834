"""Reading UN/LOCODE as it is published."""

from pathlib import Path

import pytest

from roadstead.registry.enums import NameKind
from roadstead.registry.loading import packages, unlocode
from roadstead.registry.loading.names import GivenName, collect, split
from roadstead.registry.loading.unlocode import Position, parse_position


@pytest.mark.parametrize(
    ("text", "latitude", "longitude"),
    [
        ("1036N 10331E", 10.6, 103.516667),
        ("3406S 01826E", -34.1, 18.433333),
        ("0000N 00000E", 0, 0),
        ("5443N 18000W", 54.716667, -180),
    ],
)
def test_positions_are_degrees_and_minutes(text: str, latitude: float, longitude: float) -> None:
    position = parse_position(text)
    assert position is not None
    assert position.latitude == pytest.approx(latitude, abs=1e-6)
    assert position.longitude == pytest.approx(longitude, abs=1e-6)


@pytest.mark.parametrize("text", ["", "1060N 10331E", "9100N 09100E", "4530N 18100E", "2444N 05045", "10.6 103.5"])
def test_what_is_no_position(text: str) -> None:
    assert parse_position(text) is None


def test_lines_of_the_list(tmp_path: Path) -> None:
    part = tmp_path / "part.csv"
    part.write_text(
        ',"IN",,".INDIA",,,,,,,,\n'
        ',"IN","BOM","Mumbai (ex Bombay)","Mumbai (ex Bombay)","MH","123456--","AA","0501",,"1858N 07249E",\n'
        '"=","IN",,"Bombay = Mumbai (ex Bombay)","Bombay = Mumbai (ex Bombay)",,,,,,,\n'
        '"X","BG","GTB","General-Toshevo","General-Toshevo","08","--3-----","XX","2301",,,\n'
        ',"BE","OST","Oostende (Ostend)","Oostende (Ostend)","VWV","123-----","AI","1201",,"5112N 00255E",\n'
        ',"BE","OST","Ostend (Oostende)","Ostend (Oostende)","VWV","123-----","AI","1201",,"5112N 00255E",\n'
        ',"DJ","DCT","Doraleh","Doraleh",,"1-------","RL","2301",,"1136N 04396E",\n',
        encoding="cp1252",
    )
    codes = unlocode.read([part])
    assert set(codes.entries) == {"INBOM", "BEOST", "DJDCT"}
    assert codes.entries["BEOST"].names == ("Oostende (Ostend)", "Ostend (Oostende)")
    assert codes.references == (unlocode.Reference("IN", "Bombay", "Mumbai (ex Bombay)"),)
    assert [(row.code, row.reason) for row in codes.dropped] == [("BGGTB", "withdrawn"), ("DJDCT", "malformed")]


def test_the_package_is_read_in_its_own_encoding() -> None:
    entries = unlocode.read(packages.unlocode_lists()).entries
    assert entries["SEGOT"].names == ("Göteborg",)
    assert entries["KHKOS"].position == Position(10.6, pytest.approx(103.516667))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mumbai (ex Bombay)", [("Mumbai", NameKind.OFFICIAL), ("Bombay", NameKind.FORMER)]),
        ("Port Klang (Pelabuhan Klang)", [("Port Klang", "official"), ("Pelabuhan Klang", "alternative")]),
        ("Tincan/Lagos", [("Tincan/Lagos", "official"), ("Tincan", "alternative")]),
        ("Jakarta, Java", [("Jakarta, Java", "official"), ("Jakarta", "alternative")]),
        ("Apra (Agana)", [("Apra", "official"), ("Agana", "alternative")]),
        ("Kangerdluarssoruseg (Færingehavn", [("Kangerdluarssoruseg", "official"), ("Færingehavn", "alternative")]),
        ("Houston", [("Houston", "official")]),
    ],
)
def test_names_in_an_entry(text: str, names: list[tuple[str, str]]) -> None:
    assert [(given.name, given.kind) for given in split(text)] == names


def test_names_are_kept_once_and_the_kind_set_by_hand_holds() -> None:
    ours = [GivenName("Leningrad", NameKind.FORMER), GivenName("Saint-Pétersbourg", NameKind.ALTERNATIVE)]
    shown, names = collect(["Saint Petersburg (Leningrad)"], ["St Petersburg"], ours)
    assert shown == "Saint Petersburg"
    assert {given.name: given.kind for given in names} == {
        "Saint Petersburg": "official",
        "Leningrad": "former",
        "Saint-Pétersbourg": "alternative",
    }


def test_a_port_is_not_shown_under_the_name_of_an_airport() -> None:
    shown, names = collect(["Shanghai Hongqiao International Apt"], ["Shanghai"], [])
    assert shown == "Shanghai"
    assert len(names) == 2
