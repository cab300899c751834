"""Holding positions against their country and subdivision."""

import pytest

from roadstead.registry.enums import DropReason, PositionCheck, PositionSource
from roadstead.registry.loading.positions import Gazetteer, Override, Place, Placement, Placer, distance_nm
from roadstead.registry.loading.unlocode import Position


def places(country: str, subdivision: str, latitude: float, longitude: float, count: int = 6) -> list[Place]:
    """Places a tenth of a degree apart, northward."""
    return [
        Place(f"{country}{i:03}", country, subdivision, Position(latitude + i / 10, longitude)) for i in range(count)
    ]


HERE = Position(10.0, 100.0)
KNOWN = [*places("AA", "NO", 10, 100), *places("AA", "SU", 3, 100), *places("BB", "", 10, 120)]


@pytest.fixture
def placer() -> Placer:
    overrides = {
        "AAHND": Override(Position(1, 1), PositionSource.NONE, "known better"),
        "AATAK": Override(None, PositionSource.SEAROUTE, "known better"),
    }
    return Placer(KNOWN, overrides, ["XZ"])


def used(placement: Placement) -> tuple[Position | None, str, str]:
    return placement.position, placement.source.value, placement.check.value


def reasons(placement: Placement) -> list[DropReason]:
    return [refusal.reason for refusal in placement.refused]


def test_distance() -> None:
    assert distance_nm(Position(0, 0), Position(1, 0)) == pytest.approx(60, abs=0.1)
    assert distance_nm(Position(0, 179.5), Position(0, -179.5)) == pytest.approx(60, abs=0.1)
    assert distance_nm(HERE, HERE) == pytest.approx(0, abs=0.001)


def test_two_sources_that_agree_need_no_neighbours(placer: Placer) -> None:
    lonely = Position(-60, -30)
    placement = placer.place("AANEW", "NO", lonely, (Position(-60.5, -30),))
    assert used(placement) == (lonely, "unlocode", "agreed")


def test_a_surrounded_position_is_used(placer: Placer) -> None:
    assert used(placer.place("AANEW", "NO", HERE, ())) == (HERE, "unlocode", "surrounded")
    assert used(placer.place("AANEW", "", None, (HERE,))) == (HERE, "searoute", "surrounded")


def test_a_lost_sign_is_refused(placer: Placer) -> None:
    placement = placer.place("AANEW", "NO", Position(-10, 100), ())
    assert used(placement) == (None, "", "")
    assert reasons(placement) == [DropReason.FAR_FROM_COUNTRY]


def test_a_position_in_another_country_is_refused(placer: Placer) -> None:
    assert reasons(placer.place("AANEW", "", Position(10, 120), ())) == [DropReason.FAR_FROM_COUNTRY]


def test_the_same_name_in_another_state_is_refused(placer: Placer) -> None:
    placement = placer.place("AANEW", "SU", None, (HERE,))
    assert reasons(placement) == [DropReason.FAR_FROM_SUBDIVISION]
    assert placement.position is None


def test_the_second_source_stands_in_for_a_wrong_first(placer: Placer) -> None:
    placement = placer.place("AANEW", "NO", Position(-10, 100), (HERE,))
    assert used(placement) == (HERE, "searoute", "surrounded")
    assert reasons(placement) == [DropReason.FAR_FROM_COUNTRY]


def test_where_both_are_plausible_unlocode_is_used_and_the_difference_told(placer: Placer) -> None:
    placement = placer.place("AANEW", "", HERE, (Position(3, 100),))
    assert used(placement) == (HERE, "unlocode", "surrounded")
    assert reasons(placement) == [DropReason.SOURCES_DIFFER]
    assert not placement.searoute_confirms


def test_a_source_that_contradicts_itself_is_not_used(placer: Placer) -> None:
    placement = placer.place("AANEW", "", None, (HERE, Position(3, 100)))
    assert placement.position is None
    assert reasons(placement) == [DropReason.AMBIGUOUS, DropReason.AMBIGUOUS]


def test_one_wrong_neighbour_does_not_vouch_for_another() -> None:
    lost = Place("AALST", "AA", "NO", Position(-40, 10))
    gazetteer = Gazetteer([*KNOWN, lost, Place("BBXXX", "BB", "", Position(-40.5, 10))])
    assert not gazetteer.in_country("AANEW", Position(-40.4, 10))


def test_neighbours_across_the_180th_meridian_count() -> None:
    gazetteer = Gazetteer(places("FJ", "", -17, 179.9))
    assert gazetteer.in_country("FJNEW", Position(-17, -179.9))


def test_a_decision_by_hand_outranks_the_sources(placer: Placer) -> None:
    placement = placer.place("AAHND", "NO", HERE, (HERE,))
    assert used(placement) == (Position(1, 1), "authored", "authored")
    assert placement.note == "known better"
    assert set(reasons(placement)) == {DropReason.SET_BY_HAND}
    assert used(placer.place("AATAK", "NO", HERE, (Position(3, 100),)))[:2] == (Position(3, 100), "searoute")


def test_an_override_of_what_is_not_there_is_an_error(placer: Placer) -> None:
    with pytest.raises(ValueError, match="gives none"):
        placer.place("AATAK", "NO", HERE, ())


def test_no_country_to_hold_it_against(placer: Placer) -> None:
    placement = placer.place("XZNEW", "", Position(-60, -30), ())
    assert placement.check is PositionCheck.NO_COUNTRY
    assert placer.place("XZNEW", "", None, ()).position is None
