"""Single ports and facilities put on the list and taken off it, and what of that contradicts itself."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadstead.core.advisory import PlaceListing
from roadstead.rulebook import schema as s
from roadstead.rulebook.errors import RuleBookError
from roadstead.rulebook.loader import load, read, shipped
from roadstead.rulebook.publishing import check, publish
from tests.rulebook.new import ID, TODAY, edition, later

QUAY = s.FacilityRecord(name="Invented Quay of Mombasa", sources=("ours",), numbers=("KEMBA-9999",))
PORT = s.ListCountries(countries=("KE",), ports=("KEMBA",))
FACILITY = s.ListCountries(countries=("KE",), facilities=("KE-QUAY",))
WHOLE = s.ListCountries(countries=("KE",))
OFF = s.DelistCountries(countries=("KE",))
NEW = {"facilities": {"KE-QUAY": QUAY}}
NEXT = date(2026, 12, 20)


def places(local: Path) -> dict[str, tuple[date | None, date | None]]:
    """The places of Kenya that are listed by themselves, each with its first and its last day."""
    found = [one for one in load(extra=local).listings if isinstance(one, PlaceListing)]
    return {one.place: (one.start.exact, one.end.exact if one.end else None) for one in found}


def test_a_port_and_a_facility_each_have_a_spell_of_their_own(local: Path) -> None:
    publish(local, edition(changes=(PORT, FACILITY), **NEW), today=TODAY)
    off = s.DelistCountries(countries=("KE",), ports=("KEMBA",))
    publish(local, later("2027-01-05-psa-10-26", off), today=NEXT)
    began = date(2026, 12, 15)
    assert places(local) == {"KEMBA": (began, date(2027, 1, 5)), "KE-QUAY": (began, None)}


def test_the_record_comes_back_as_it_was_given(local: Path) -> None:
    new = edition(changes=(PORT, FACILITY), **NEW)
    assert read([publish(local, new, today=TODAY).folder]).editions[ID].record == new.record


def test_taking_the_country_off_the_list_takes_all_its_places_off(local: Path) -> None:
    publish(local, edition(changes=(PORT, FACILITY), **NEW), today=TODAY)
    publish(local, later("2027-01-05-psa-10-26", OFF), today=NEXT)
    assert {end for _, end in places(local).values()} == {date(2027, 1, 5)}


def test_one_edition_turns_a_part_into_the_whole_and_another_the_whole_into_a_part(local: Path) -> None:
    publish(local, edition(changes=(PORT,)), today=TODAY)
    publish(local, later("2027-01-05-psa-10-26", OFF, WHOLE), today=NEXT)
    narrowed = later(
        "2027-02-05-psa-11-26", OFF, PORT, number="11-26", known=date(2027, 1, 20), effective=date(2027, 2, 5)
    )
    publish(local, narrowed, today=date(2027, 1, 20))
    kenya = [one for one in load(extra=local).listings if one.country == "KE"]
    assert sorted((one.start.exact, one.end.exact if one.end else None, type(one).__name__) for one in kenya) == [
        (date(2026, 12, 15), date(2027, 1, 5), "PlaceListing"),
        (date(2027, 1, 5), date(2027, 2, 5), "Listing"),
        (date(2027, 2, 5), None, "PlaceListing"),
    ]


WRONG: list[tuple[tuple[Any, ...], str, str]] = [
    ((s.ListCountries(countries=("NG",), ports=("NGAPP",)),), "changes[0].ports", "NG is listed as a whole"),
    ((WHOLE, PORT), "changes[1].ports", "KE is listed as a whole"),
    ((PORT, WHOLE), "changes[1].countries", "KEMBA of KE is listed by itself"),
    ((PORT, PORT), "changes[1].ports", "KEMBA is already listed"),
    ((s.DelistCountries(countries=("KE",), ports=("KEMBA",)),), "changes[0].ports", "KEMBA is not listed by itself"),
    ((s.DelistCountries(countries=("NG",), ports=("NGAPP",)),), "changes[0].ports", "NG is, as a whole"),
    (
        (s.ListCountries(countries=("KE",), facilities=("KE-NONE",)),),
        "changes[0].facilities",
        "no facility has the key",
    ),
    (
        (FACILITY, s.ExceptFacilities(facilities=("KE-QUAY",))),
        "changes[1].facilities",
        "only single ports or facilities",
    ),
    ((PORT, s.DelistCountries(countries=("KE",), ports=("KEMBA",))), "countries", "contradict each other"),
]


@pytest.mark.parametrize(("changes", "field", "words"), WRONG, ids=[words for _, _, words in WRONG])
def test_what_contradicts_itself_is_refused(changes: tuple[Any, ...], field: str, words: str, local: Path) -> None:
    with pytest.raises(RuleBookError, match=words) as caught:
        check(local, edition(changes=changes, **NEW), today=TODAY)
    assert (caught.value.record, caught.value.field) == (ID, field)


def test_no_place_is_listed_by_itself_on_a_day_on_which_its_country_is(local: Path) -> None:
    publish(local, edition(changes=(WHOLE,)), today=TODAY)
    off = s.DelistCountries(countries=("KE",), effective=date(2027, 2, 1))
    on = s.ListCountries(countries=("KE",), ports=("KEMBA",), effective=date(2027, 1, 5))
    with pytest.raises(RuleBookError, match="listed by itself while KE is listed as a whole"):
        publish(local, later("2027-01-05-psa-10-26", off, on), today=NEXT)


@pytest.mark.parametrize(
    "said",
    [
        {"countries": ("KE",), "ports": ("NGAPP",)},
        {"countries": ("KE", "GH"), "ports": ("KEMBA",)},
        {"countries": ("KE",), "ports": ("KEMBA", "KEMBA")},
        {"countries": ("KE",), "ports": ("KEMBA",), "kind": "recommendation"},
    ],
)
def test_ports_and_facilities_are_those_of_the_one_country(said: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="`ports` and `facilities`"):
        s.ListCountries(**said)


def test_the_listing_of_a_whole_country_is_what_it_was() -> None:
    assert not any(isinstance(one, PlaceListing) for one in shipped().listings)
