"""The elements of the Code: dated data with its sources; what nobody has read is shown as to be checked."""

import pytest

from roadstead.visits import isps


def test_every_element_has_a_title_and_a_reference_and_verified_ones_say_where() -> None:
    found = isps.elements()
    assert len(found) == 30
    assert all(one.title and one.reference for one in found.values())
    assert all(one.source.startswith("http") for one in found.values() if one.verified)
    assert isps.edition().as_of == "2026-11-22"


@pytest.mark.parametrize("code", ["GOV-3", "ACC", "MON", "SOC"])
def test_an_unread_reference_is_shown_as_to_be_checked(code: str) -> None:
    assert "to be checked" in isps.elements()[code].said


@pytest.mark.parametrize("code", ["DRL", "EXE", "DOS", "GOV-8"])
def test_a_read_reference_is_shown_as_it_is(code: str) -> None:
    one = isps.elements()[code]
    assert one.said == one.reference
