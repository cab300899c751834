"""The instruments, open to everyone: as pages and as JSON."""

import pytest
from django.test import Client

from roadstead.rulebook import instruments
from tests.conftest import CountQueries

AT = "/reference/instruments/"


def page(address: str, status: int = 200) -> str:
    answer = Client().get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def test_the_list_names_every_instrument_and_what_is_still_to_be_checked() -> None:
    text = page(AT)
    for one in instruments.shipped().in_force():
        assert one.record.title in text
    assert "References to be checked" in text
    assert AT in page("/reference/")


def test_an_unread_reference_is_marked_and_a_read_one_leads_to_its_source() -> None:
    text = page(f"{AT}isps-port-facility/")
    rows = {part.partition('"')[0]: part for part in text.split('<tr id="')[1:]}
    assert "to be checked" in rows["ACC"]
    assert "to be checked" not in rows["DRL"]
    assert "scanoya.se" in rows["DRL"]
    assert "How are people and vehicles identified" in rows["ACC"]


def test_versions_are_listed_and_another_one_is_not_there() -> None:
    text = page(f"{AT}statute-criteria/?version=2026-11-22")
    assert "2026-11-22" in text
    page(f"{AT}statute-criteria/?version=2020-01-01", 404)
    page(f"{AT}nothing/", 404)


def test_the_crosswalk_maps_and_says_that_it_merges_nothing() -> None:
    text = page(f"{AT}crosswalk/")
    assert "it merges nothing" in text
    assert "none fits" in text
    for element in instruments.shipped().latest("isps-government").elements():
        assert f"#{element}" in text


def test_programs_get_the_same_with_the_digest_of_each_question() -> None:
    said = Client().get("/reference/instruments.json").json()
    assert said["schema"] == "roadstead/instruments/1"
    assert len(said["crosswalk"]["rows"]) == 30
    facility = next(one for one in said["instruments"] if one["instrument"] == "isps-port-facility")
    question = facility["elements"][0]["questions"][0]
    version = instruments.shipped().latest("isps-port-facility")
    element = version.record.elements[0]
    assert question["digest"] == instruments.digest("isps-port-facility", element.code, element.questions[0])
    one = Client().get(f"{AT}isps-port-facility/instrument.json").json()
    assert one == facility


@pytest.mark.django_db
def test_they_ask_the_database_for_nothing(at_most_queries: CountQueries) -> None:
    with at_most_queries(0):
        for address in (AT, f"{AT}crosswalk/", f"{AT}failure-headings/", "/reference/instruments.json"):
            page(address)
