"""Ports like the country’s own come first, with their reasons; what stands against one never hides it."""

from datetime import date

from roadstead.hosting import matching, reasons
from roadstead.hosting.matching import HostPort, Unit, Wanted, rank

UNIT = Unit(1, "Invented unit", places=10, a_year=2, shows=frozenset({"plans"}), elements=frozenset({"PFSP-1"}))
WANTED = Wanted(
    cargo={"containers": 6, "oil": 2},
    facilities=7,
    tonnes=20_000_000,
    topics=frozenset({"plans"}),
    open={"PFSP-1": 2, "ACC": 2},
    size=6,
    first_on=date(2026, 9, 7),
    last_on=date(2026, 9, 11),
)


def _port(code: str, **said: object) -> HostPort:
    given = {"name": code, "zone": "Invented zone", "unit": UNIT} | said
    return HostPort(code, **given)  # type: ignore[arg-type]


def test_the_port_most_like_the_countrys_own_comes_first() -> None:
    like = _port("USAAA", cargo=frozenset({"containers", "oil"}), tonnes=22_000_000, ships=40)
    other = _port("USBBB", cargo=frozenset({"fish"}), tonnes=400_000_000, ships=2)
    found = rank(WANTED, [other, like])
    assert [one.port.code for one in found] == ["USAAA", "USBBB"]
    points = {one.kind: one.points for one in found[0].reasons}
    assert points[matching.CARGO] == 30
    assert points[matching.TRAFFIC] == 15
    assert points[matching.TURN] == 10
    assert points[matching.TOPICS] == 15
    assert points[matching.OPEN] == 8
    assert "containers, oil" in reasons.in_short(found[0])


def test_what_is_not_known_gives_no_points_and_says_so() -> None:
    found = rank(Wanted(), [_port("USAAA", unit=None)])[0]
    assert found.points == 0
    assert not any(one.known for one in found.reasons)
    assert all(text for _one, text in reasons.sentences(found))


def test_what_stands_against_a_port_puts_it_last_and_says_why() -> None:
    busy = Unit(2, "Busy", places=10, a_year=2, busy=((date(2026, 9, 10), date(2026, 9, 20), "exercise"),))
    small = Unit(3, "Small", places=4, a_year=2)
    full = Unit(4, "Full", places=10, a_year=1, by_year={2026: 1})
    ports = [
        _port("USBUS", unit=busy),
        _port("USSMA", unit=small),
        _port("USFUL", unit=full),
        _port("USNON", unit=None),
    ]
    found = rank(WANTED, [*ports, _port("USAAA")])
    assert found[0].port.code == "USAAA"
    said = {one.port.code: " ".join(reasons.against(one)) for one in found[1:]}
    assert "exercise" in said["USBUS"]
    assert "takes 4 people, and 6 come" in said["USSMA"]
    assert "1 delegations a year" in said["USFUL"]
    assert "Invented zone" in said["USNON"]


def test_whose_turn_it_is_is_seen() -> None:
    fresh, tired = Unit(1, "Fresh", 10, 4), Unit(2, "Tired", 10, 4, hosted=5)
    found = rank(Wanted(), [_port("USAAA", unit=tired), _port("USBBB", unit=fresh)])
    assert [one.port.code for one in found] == ["USBBB", "USAAA"]
