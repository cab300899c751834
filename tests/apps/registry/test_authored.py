"""Our own files: whole, dated, and about codes that exist."""

from collections import Counter
from datetime import date

import pytest

from roadstead.registry.enums import Confidence, NameKind
from roadstead.registry.loading import authored, packages, unlocode
from roadstead.registry.loading.authored import Authored


@pytest.fixture(scope="module")
def ours() -> Authored:
    return authored.read(packages.AUTHORED)


@pytest.fixture(scope="module")
def known_codes() -> frozenset[str]:
    return frozenset(unlocode.read(packages.unlocode_lists()).entries)


def test_zones_and_their_ports(ours: Authored) -> None:
    assert len(ours.zones.zones) == 41
    assert len(ours.zone_ports()) == 215
    assert ours.zones.as_of == date(2026, 2, 9)
    assert ours.zones.source


def test_only_whittier_stands_in_two_zones(ours: Authored) -> None:
    tally = Counter(member.locode for zone in ours.zones.zones for member in zone.members)
    assert [code for code, count in tally.items() if count > 1] == ["USWQF"]
    conflicting = {
        zone.name for zone in ours.zones.zones for member in zone.members if member.confidence is Confidence.CONFLICT
    }
    assert conflicting == {"Prince William Sound (Valdez)", "Western Alaska (Anchorage)"}


def test_every_code_exists(ours: Authored, known_codes: frozenset[str]) -> None:
    named = ours.zone_ports() | ours.advisory_ports | {alias.locode for alias in ours.aliases} | set(ours.overrides)
    assert named <= known_codes


def test_each_alias_is_written_once(ours: Authored) -> None:
    tally = Counter((alias.locode, alias.name) for alias in ours.aliases)
    assert max(tally.values()) == 1
    assert not any(alias.kind is NameKind.OFFICIAL for alias in ours.aliases)
    assert sum(alias.kind is NameKind.FORMER for alias in ours.aliases) >= 60


def test_positions_set_by_hand_are_rounded_and_have_a_reason(ours: Authored) -> None:
    for code, override in ours.overrides.items():
        assert override.why, code
        assert (override.position is None) != (override.take.value == ""), code


def test_a_release_is_named() -> None:
    assert packages.unlocode_release() == "2023-1"


def test_a_missing_package_is_named() -> None:
    with pytest.raises(packages.MissingPackageError, match="no_such_package"):
        packages.folder("no_such_package")


def test_the_digest_is_stable() -> None:
    assert packages.digest() == packages.digest()
    assert len(packages.digest()) == 64
