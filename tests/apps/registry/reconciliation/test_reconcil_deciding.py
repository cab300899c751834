"""Deciding what a name or number is: what it brings, who may, and that it can be taken back."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from roadstead.audit.models import Event
from roadstead.common.access.marks import Mark
from roadstead.registry.actions.facilities import correct_facility
from roadstead.registry.actions.facility_names import remove_name
from roadstead.registry.actions.keeping import RegisterError
from roadstead.registry.actions.reconciling import decide_facility, decide_port
from roadstead.registry.actions.reconciling_back import reverse_identity
from roadstead.registry.models import Facility, FacilityName, Identity, Port
from roadstead.registry.printed import printed
from roadstead.registry.queries.identities import identities
from tests import people
from tests.apps.registry.facilities import made
from tests.apps.registry.facilities.made import authority, headquarters, imported, row, written
from tests.apps.registry.reconciliation.acting import again, identity, keeper, keys, names, only, the

pytestmark = pytest.mark.django_db
EXCEPTED = next(one for one in printed(["NG"]) if one.number and one.certain and len(one.names) > 1)
NUMBER = "NGAPP-0901"  # which no advisory prints
KEY = f"exception-{EXCEPTED.key}"


@pytest.fixture(autouse=True)
def _world(db: None) -> None:
    made.world()


def last() -> str:
    return Event.objects.for_the_system("a test").order_by("-pk")[0].type


def test_an_exception_that_is_a_facility_gives_it_the_printed_names() -> None:
    one = written("Own Name (invented)")
    made_of_it = decide_facility(item=the(KEY), facility=one, why="the chart names both", by=keeper())
    assert names(one) == dict.fromkeys(EXCEPTED.names, "printed")
    assert (made_of_it.same, made_of_it.facility_id, made_of_it.text) == (True, one.pk, EXCEPTED.text)
    assert KEY not in keys()
    assert last() == "registry.identity_decided"
    sources = FacilityName.objects.for_the_system("a test").values_list("source", flat=True)
    assert set(sources) == {EXCEPTED.source}


def test_taken_back_the_names_go_and_the_item_is_there_again() -> None:
    one = written("Own Name (invented)")
    decided = decide_facility(item=the(KEY), facility=one, why="the chart names both", by=keeper())
    back = reverse_identity(identity=decided, why="the chart was of another year", by=keeper())
    assert names(one) == {}
    assert (back.reversed_why, back.reversed_at is not None) == ("the chart was of another year", True)
    assert KEY in keys()
    assert last() == "registry.identity_reversed"
    with pytest.raises(RegisterError, match="taken back already"):
        reverse_identity(identity=decided, why="again", by=keeper())
    decide_facility(item=the(KEY), facility=one, why="it was right", by=keeper())
    assert set(names(one)) == set(EXCEPTED.names)


def test_a_name_that_was_there_before_stays_when_it_is_taken_back() -> None:
    one = written(EXCEPTED.names[0])
    decided = decide_facility(item=the(KEY), facility=one, why="the same", by=keeper())
    assert set(names(one)) == set(EXCEPTED.names[1:])
    gone = FacilityName.objects.for_the_system("a test").get(name=EXCEPTED.names[1])
    remove_name(facility=one, name=gone.pk, by=keeper())
    reverse_identity(identity=decided, why="no", by=keeper())
    assert (again(one).name, names(one)) == (EXCEPTED.names[0], {})


def test_none_of_these_leaves_the_list_and_brings_nothing() -> None:
    one = written("Own Name (invented)")
    decided = decide_facility(item=the(KEY), facility=None, why="never registered", by=keeper())
    assert (decided.same, decided.facility_id, names(one), KEY in keys()) == (False, None, {}, False)
    reverse_identity(identity=decided, why="it is now", by=keeper())
    assert KEY in keys()


def test_a_row_of_an_import_that_is_the_facility_becomes_another_name_of_it() -> None:
    imported(row(IMO_Port_Facility_Number=NUMBER))
    imported(row(IMO_Port_Facility_Number=NUMBER, Facility_Name="Completely Different Wharf (invented)"))
    correct_facility(
        facility=made.held(NUMBER),
        revision=2,
        said={"name": "Example Terminal (invented)"},
        source="x",
        by=headquarters(),
    )
    item = only(kind="clash", country="NG")
    decide_facility(item=item, facility=made.held(NUMBER), why="renamed", by=keeper())
    assert names(made.held(NUMBER))["Completely Different Wharf (invented)"] == "alias"
    assert keys(kind="clash", country="NG") == []


def test_two_entries_are_said_to_be_two_and_never_one_by_a_decision() -> None:
    one, _two = (written("Deep Quay (invented)", port="NGAPP") for _ in range(2))
    item = only(kind="clash", country="NG")
    with pytest.raises(RegisterError, match="are merged"):
        decide_facility(item=item, facility=one, why="x", by=keeper())
    decided = decide_facility(item=item, facility=None, why="two gates", by=keeper())
    assert (decided.same, keys(kind="clash", country="NG")) == (False, [])


def test_a_port_that_is_decided_is_given_to_all_that_name_it_and_taken_again() -> None:
    held = [written(f"Terminal {n} (invented)", port_name="Apapa Quays") for n in range(2)]
    placed = written("Placed (invented)", port_name="Apapa Quays", port="NGAPP")
    decided = decide_port(item=only(kind="port"), port="NGAPP", why="a chart", by=keeper())
    assert [again(one).port_id for one in held] == ["NGAPP", "NGAPP"]
    assert "decided what “Apapa Quays” is" in again(held[0]).corrected["port"]["source"]
    assert (keys(kind="port"), decided.brought) == ([], {"ports": [one.pk for one in held]})
    reverse_identity(identity=decided, why="another Apapa", by=keeper())
    assert [again(one).port_id for one in held] == [None, None]
    assert again(held[0]).corrected == {}
    assert again(placed).port_id == "NGAPP"
    assert len(keys(kind="port")) == 1


def test_a_port_that_somebody_changed_since_stays_when_the_decision_is_taken_back() -> None:

    second = {"locode": "NGLOS", "name": "Lagos", "reason": "function", "standing": 1, "country_id": "NG"}
    Port.objects.create(**second)
    one = written("Terminal (invented)", port_name="Apapa Quays")
    decided = decide_port(item=only(kind="port"), port="NGAPP", why="a chart", by=keeper())
    correct_facility(facility=one, revision=2, said={"port": "NGLOS"}, source="a visit", by=keeper())
    reverse_identity(identity=decided, why="another Apapa", by=keeper())
    assert again(one).port_id == "NGLOS"


def test_entries_that_came_since_get_the_port_that_was_decided() -> None:
    written("First (invented)", port_name="Apapa Quays")
    first = decide_port(item=only(kind="port"), port="NGAPP", why="a chart", by=keeper())
    later = written("Later (invented)", port_name="Apapa Quays")
    item = only(kind="port")
    assert item.why.startswith("Decided to be NGAPP; entries came since.")
    again_said = decide_port(item=item, port="NGAPP", why="", by=keeper())
    assert (again_said.pk, again(later).port_id) == (first.pk, "NGAPP")
    assert identity(first.pk).brought["ports"][-1] == later.pk


def test_that_there_is_no_such_port_is_a_decision_too() -> None:
    one = written("Terminal (invented)", port_name="Nowhere")
    decide_port(item=only(kind="port"), port=None, why="an anchorage", by=keeper())
    assert (again(one).port_id, keys(kind="port")) == (None, [])


@pytest.mark.parametrize("code", ["GHTEM", "NGXXX", "x"])
def test_a_port_of_another_country_is_refused(code: str) -> None:
    written("Terminal (invented)", port_name="Nowhere")
    with pytest.raises(RegisterError, match="no such port in this country") as error:
        decide_port(item=only(kind="port"), port=code, why="x", by=keeper())
    assert error.value.field == "other"


@pytest.mark.parametrize(("why", "words"), [("  ", "Say how you know"), ("x" * 301, "at most 300")])
def test_a_decision_has_a_reason(why: str, words: str) -> None:
    with pytest.raises(RegisterError, match=words):
        decide_facility(item=the(KEY), facility=None, why=why, by=keeper())


def test_what_was_decided_is_not_decided_again() -> None:
    item = the(KEY)
    decide_facility(item=item, facility=None, why="x", by=keeper())
    with pytest.raises(RegisterError, match="decided already"):
        decide_facility(item=item, facility=written(), why="x", by=keeper())


def test_only_who_keeps_the_register_of_the_country_decides() -> None:
    item, one = the(KEY), written()
    for by in (keeper("GH"), people.viewer(authority()), people.viewer(people.holder("analyst"))):
        with pytest.raises(PermissionDenied):
            decide_facility(item=item, facility=one, why="x", by=by)
    decided = decide_facility(item=item, facility=one, why="x", by=keeper())
    with pytest.raises(Identity.DoesNotExist):
        reverse_identity(identity=decided, why="x", by=people.viewer(authority()))


def test_an_entry_of_another_country_is_refused() -> None:
    with pytest.raises(RegisterError, match="another country"):
        decide_facility(item=the(KEY), facility=written(code="GH"), why="x", by=headquarters())


def test_what_is_restricted_is_neither_decided_by_nor_told_to_others() -> None:
    hidden = written("Hidden (invented)", mark=Mark.RESTRICTED, people=[], reason="secret")
    with pytest.raises(Facility.DoesNotExist):
        decide_facility(item=the(KEY), facility=hidden, why="x", by=keeper())
    decided = decide_facility(item=the(KEY), facility=hidden, why="x", by=headquarters())
    assert list(identities(keeper())) == []
    assert [one.pk for one in identities(headquarters())] == [decided.pk]


def test_no_text_of_a_source_stands_in_an_event() -> None:
    decided = decide_facility(item=the(KEY), facility=written(), why="the chart of Bonny", by=keeper())
    reverse_identity(identity=decided, why="a wrong chart", by=keeper())
    said: list[Any] = list(
        Event.objects.for_the_system("a test")
        .filter(type__startswith="registry.identity")
        .values_list("data", flat=True)
    )
    assert len(said) == 2
    assert "Bonny" not in str(said)
