"""What does not resolve: advisory exceptions, clashes of numbers and names, ports; of the countries that one keeps."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from roadstead.common.access.marks import Mark
from roadstead.registry.actions.facilities import correct_facility
from roadstead.registry.actions.facility_importing import discard_import
from roadstead.registry.actions.facility_names import add_name
from roadstead.registry.enums import FacilityNameKind
from roadstead.registry.models import Port, PortName, PortNameWord
from roadstead.registry.printed import printed
from roadstead.registry.queries.reconcil_candidates import facilities_like, ports_like
from roadstead.registry.queries.reconcil_one import item
from tests import people
from tests.apps.engagement.planting import country
from tests.apps.registry.facilities import made
from tests.apps.registry.facilities.made import headquarters, imported, officer, row, written
from tests.apps.registry.reconciliation.acting import again, items, keeper, keys, only, the

pytestmark = pytest.mark.django_db
NUMBERED = next(one for one in printed(["NG"]) if one.number and one.certain)
NAMELESS = next(one for one in printed(["CI"]) if not one.printed_number)

NUMBER = "NGAPP-0901"  # which no advisory prints


def claim(**cells: str) -> dict[str, str]:
    return row(IMO_Port_Facility_Number=NUMBER, **cells)


@pytest.fixture(autouse=True)
def _world(db: None) -> None:
    made.world()


def test_an_exception_waits_until_its_number_and_a_name_like_it_are_in_the_register() -> None:
    key = f"exception-{NUMBERED.key}"
    assert the(key).why == f"No entry has the number {NUMBERED.number}."
    entry = written("Nothing alike at all (invented)", number=NUMBERED.number)
    assert (the(key).kind, the(key).why) == ("clash", f"The register calls {NUMBERED.number} “{entry.name}”.")
    correct_facility(facility=entry, revision=1, said={"name": NUMBERED.names[0]}, source="a letter", by=headquarters())
    assert key not in keys()


def test_an_exception_without_a_number_waits_however_alike_a_name_is() -> None:
    country("CI")
    written(NAMELESS.names[0], code="CI")
    one = the(f"exception-{NAMELESS.key}", keeper("CI"))
    assert one.why == "It is printed without a number."
    found = item(keeper("CI"), one.key)
    assert found is not None
    best = facilities_like(*found)[0]
    assert (best.name, best.score, best.why) == (NAMELESS.names[0], 100, ("name alike, 100 of 100",))


def test_a_number_that_is_misprinted_never_resolves_by_itself() -> None:
    guessed = next(one for one in printed() if not one.certain)
    country(guessed.country)
    written(guessed.names[0], code=guessed.country, number=guessed.number)
    one = the(f"exception-{guessed.key}", keeper(guessed.country))
    assert one.why == f"The number is printed as {guessed.printed_number}, which is none."


def test_a_facility_of_two_numbers_asks_about_each() -> None:
    country("GQ")
    assert {"exception-GQ-CEIBA_1", "exception-GQ-CEIBA_2"} <= set(keys(keeper("GQ"))), keys(keeper("GQ"))


def test_exceptions_in_force_come_first() -> None:
    found = [one.in_force for one in items(kind="exception")]
    assert "yes" in found
    assert found == sorted(found, key=["yes", "unknown", "no"].index)


def test_candidates_say_why_with_port_and_distance() -> None:
    docked = next(one for one in printed() if one.ports)
    country(docked.country)
    Port.objects.create(
        locode=docked.ports[0],
        name="A port",
        country_id=docked.country,
        latitude=Decimal("4.05"),
        longitude=Decimal("9.68"),
        position_source="unlocode",
        position_check="agreed",
        reason="function",
        standing=1,
    )
    written("Another (invented)", code=docked.country)
    far = written(
        docked.names[0] + "s",
        code=docked.country,
        port=docked.ports[0],
        latitude=Decimal("5.05"),
        longitude=Decimal("9.68"),
    )
    found = item(keeper(docked.country), f"exception-{docked.key}")
    assert found is not None
    first = facilities_like(*found)[0]
    assert first.value == str(far.pk)
    assert f"the same port, {docked.ports[0]}" in first.why
    assert "60 nautical miles from that port" in first.why
    assert all(one.name != "Another (invented)" for one in facilities_like(*found))


def test_a_row_whose_name_is_far_from_the_register_clashes() -> None:
    imported(claim())
    imported(claim(Facility_Name="Completely Different Wharf (invented)"), on=date(2026, 5, 1))
    one = only(kind="clash", country="NG")
    assert one.text == "Completely Different Wharf (invented)"
    assert one.why == "The register called NGAPP-0901 “Example Terminal (invented)”."
    assert "export of 2026-05-01, line 2" in one.source


def test_a_row_that_calls_it_almost_the_same_does_not_clash() -> None:
    imported(claim())
    imported(claim(Facility_Name="Example Terminal No. 1 (invented)"))
    assert keys(kind="clash", country="NG") == []


def test_a_row_that_was_kept_out_by_a_correction_clashes_until_its_name_is_an_alias() -> None:
    imported(claim())
    one = made.held(NUMBER)
    correct_facility(facility=one, revision=1, said={"name": "Own Name (invented)"}, source="x", by=headquarters())
    imported(claim(Facility_Name="Completely Different Wharf (invented)"))
    assert only(kind="clash", country="NG").text == "Completely Different Wharf (invented)"
    kind = FacilityNameKind.ALIAS
    add_name(facility=one, name="Completely Different Wharf (invented)", kind=kind, source="x", by=headquarters())
    assert keys(kind="clash", country="NG") == []


def test_rows_that_contradict_each_other_in_one_file_clash() -> None:
    imported(claim())
    made.read(claim(), claim(Facility_Name="Second Claim Basin (invented)"))
    assert only(kind="clash", country="NG").text == "Second Claim Basin (invented)"


def test_rows_of_a_discarded_file_do_not_count() -> None:
    imported(claim())
    read = made.read(claim(Facility_Name="Second Claim Basin (invented)"))
    assert len(keys(kind="clash", country="NG")) == 1
    discard_import(imported=read, by=headquarters())
    assert keys(kind="clash", country="NG") == []


@pytest.mark.parametrize(
    ("numbers", "why"),
    [
        (("NGAPP-0007", None), "One of the two has no number."),
        (("NGAPP-0007", "NGAPP-0008"), "They have two numbers: NGAPP-0007, NGAPP-0008."),
        ((None, None), "Neither has a number."),
    ],
)
def test_entries_alike_in_name_and_place_are_a_pair(numbers: tuple[Any, Any], why: str) -> None:
    one, two = (
        written("Deep Quay (invented)", port="NGAPP", number=numbers[0]),
        written("The Deep Quay (invented)", port="NGAPP", number=numbers[1]),
    )
    written("Deep Quay (invented)", port_name="Elsewhere")
    found = only(kind="clash", country="NG")
    assert (found.entries, found.both) == ((one.pk, two.pk), True)
    assert found.why.endswith(why)


def test_entries_that_lie_close_are_a_pair_and_those_that_lie_far_are_not() -> None:
    place = {"latitude": Decimal("6.0999"), "longitude": Decimal("3.2999")}
    written("Deep Quay (invented)", **place)
    written("Deep Quay (invented)", latitude=Decimal("6.1001"), longitude=Decimal("3.3001"))
    written("Deep Quay (invented)", latitude=Decimal("8.5"), longitude=Decimal("3.3"))
    assert len(keys(kind="clash", country="NG")) == 1


def test_ports_that_are_not_found_are_asked_about_once_by_name() -> None:
    one, two = (written(f"Terminal {n} (invented)", port_name=name) for n, name in enumerate(["Apapa!", "APAPA"]))
    coded = written("Coded (invented)", number="NGZZZ-0001")
    written("Placed (invented)", port="NGAPP", port_name="Apapa")
    written("Silent (invented)")
    first, second = items(kind="port", country="NG")
    assert (first.text, first.entries, first.why) == ("Apapa!", (one.pk, two.pk), "2 facilities have no port.")
    assert (second.text, second.entries) == ("NGZZZ", (coded.pk,))


def test_ports_alike_are_offered_with_their_distance() -> None:
    name = PortName.objects.create(port_id="NGAPP", name="Apapa", kind="official", folded="apapa", skeleton="app")
    PortNameWord.objects.create(name=name, key="apapa", position=0)
    written("Terminal (invented)", port_name="Apapa", latitude=Decimal("6.45"), longitude=Decimal("3.36"))
    found = item(keeper(), only(kind="port", country="NG").key)
    assert found is not None
    best = ports_like(*found)[0]
    assert (best.value, best.why) == (
        "NGAPP",
        ("the very name", "0 nautical miles from the nearest of these facilities"),
    )


def test_a_port_is_offered_by_a_word_of_the_name_and_where_it_lies_beside() -> None:
    name = PortName.objects.create(port_id="NGAPP", name="Apapa", kind="official", folded="apapa", skeleton="app")
    PortNameWord.objects.create(name=name, key="apapa", position=0)
    Port.objects.create(
        locode="NGTIN",
        name="Tincan",
        country_id="NG",
        latitude=Decimal("6.5"),
        longitude=Decimal("3.36"),
        position_source="unlocode",
        position_check="agreed",
        reason="function",
        standing=1,
    )
    written("Terminal (invented)", port_name="Lagoon of Apapa", latitude=Decimal("6.45"), longitude=Decimal("3.36"))
    found = item(keeper(), only(kind="port", country="NG").key)
    assert found is not None
    beside = "3 nautical miles from the nearest of these facilities"
    first = ports_like(*found)[0]
    assert first.why[0] == "found by a word of the name, “apapa”"
    assert first.score < 100
    assert [(one.value, one.why[-1]) for one in ports_like(*found)] == [
        ("NGAPP", "0 nautical miles from the nearest of these facilities"),
        ("NGTIN", beside),
    ]


def test_a_key_of_nothing_is_no_item() -> None:
    for key in ("", "x", "pair", "pair-1-2", "pair-x", "row-1", "row-99999999999999999999", "port-NG-x", "exception-"):
        assert item(headquarters(), key) is None, key
    assert item(keeper("GH"), f"exception-{NUMBERED.key}") is None


def test_a_liaison_officer_sees_its_own_countries_and_headquarters_all() -> None:
    written("Ghana Terminal (invented)", code="GH", port_name="Nowhere")
    written("Nigeria Terminal (invented)", port_name="Nowhere")
    assert {one.country for one in items(keeper("NG"))} == {"NG"}
    assert {one.country for one in items(keeper("GH"))} == {"GH"}
    assert {"NG", "GH"} <= {one.country for one in items(headquarters())}
    assert items(people.viewer(made.authority())) == []


def test_what_one_may_not_read_is_in_no_item_and_no_candidate() -> None:
    hidden = written(
        "Hidden Quay (invented)", port="NGAPP", mark=Mark.RESTRICTED, people=[], port_name="x", reason="secret"
    )
    written("Hidden Quay (invented)", port="NGAPP")
    assert keys(kind="clash", country="NG") == []
    assert all(hidden.pk not in one.entries for one in items())
    assert again(hidden).mark == Mark.RESTRICTED


def test_the_list_asks_the_same_few_questions_however_long(django_assert_max_num_queries: Any) -> None:
    by = people.viewer(officer())
    for n in range(30):
        written(f"Terminal {n} (invented)", port_name=f"Nowhere {n}")
    with django_assert_max_num_queries(7):
        assert len(keys(by, kind="port")) == 30
