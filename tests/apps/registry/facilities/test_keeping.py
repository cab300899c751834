"""Entering, correcting and naming facilities; and who may."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from roadstead.accounts.roles import Role
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.facilities import correct_facility, mark_facility, take_back, write_facility
from roadstead.registry.actions.facility_names import add_name, remove_name
from roadstead.registry.actions.keeping import RegisterError, StaleError
from roadstead.registry.enums import FacilityNameKind
from roadstead.registry.models import Facility, FacilityName
from tests import people
from tests.apps.registry.facilities import made
from tests.apps.registry.facilities.made import headquarters, held, imported, officer, row, written

pytestmark = pytest.mark.django_db
ALIAS = FacilityNameKind.ALIAS


@pytest.fixture(autouse=True)
def _world(db: None) -> None:
    made.world()


def correct(one: Facility, by: Viewer | None = None, source: str = "a letter", **said: Any) -> Facility:
    return correct_facility(facility=one, revision=one.revision, said=said, source=source, by=by or headquarters())


def test_a_facility_is_entered_for_the_programme_alone() -> None:
    one = written("Quay Ñ (invented)", number="NGAPP-0007", port="NGAPP", cargo=["oil", "gas", "oil"])
    assert (one.mark, one.folded, one.cargo, one.port_id) == (
        Mark.PROGRAMME,
        "quay n invented",
        ["gas", "oil"],
        "NGAPP",
    )
    assert one.corrected == {}


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "…"}, "name"),
        ({"source": ""}, "source"),
        ({"number": "NGAPP1"}, "number"),
        ({"number": "GHTEM-0001"}, "number"),
        ({"port": "GHTEM"}, "port"),
        ({"port": "NGXXX"}, "port"),
        ({"operator": 999_999}, "operator"),
        ({"cargo": ["gold"]}, "cargo"),
        ({"reviewed_on": date(2099, 1, 1)}, "reviewed_on"),
        ({"approved_on": date(2020, 1, 2), "reviewed_on": date(2020, 1, 1)}, "reviewed_on"),
        ({"soc_issued_on": date(2020, 1, 2), "soc_expires_on": date(2020, 1, 1)}, "soc_expires_on"),
        ({"plan_withdrawn": "no", "withdrawn_on": date(2020, 1, 1)}, "withdrawn_on"),
        ({"latitude": Decimal(1)}, "latitude"),
        ({"latitude": Decimal(91), "longitude": Decimal(1)}, "latitude"),
        ({"latitude": Decimal(1), "longitude": Decimal(181)}, "longitude"),
        ({"berths": -1}, "berths"),
        ({"name": "x" * 201}, "name"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(said: dict[str, Any], field: str) -> None:
    with pytest.raises(RegisterError) as refused:
        written(**said)
    assert refused.value.field == field


def test_a_number_is_given_once() -> None:
    written(number="NGAPP-0007")
    with pytest.raises(RegisterError, match="Another entry"):
        written("Another", number="NGAPP-0007")


def test_a_correction_keeps_what_its_source_says_who_made_it_and_why() -> None:
    imported(row())
    one = correct(held(), name="Right Name", berths=3)
    assert (one.name, one.berths, one.folded, one.revision) == ("Right Name", 3, "right name", 2)
    kept = one.corrected["name"]
    assert (kept["was"], kept["by"], kept["source"]) == (
        "Example Terminal (invented)",
        headquarters().user_id,
        "a letter",
    )
    again = correct(held(), name="Righter Name", source="a visit")
    assert again.corrected["name"]["was"] == "Example Terminal (invented)", "not the last correction"
    assert again.source.startswith("IMO GISIS export of")


def test_a_correction_to_what_the_source_says_is_none() -> None:
    imported(row())
    correct(held(), name="Right Name")
    assert correct(held(), name="Example Terminal (invented)").corrected == {}


def test_nothing_changed_is_no_new_revision() -> None:
    imported(row())
    assert correct(held(), name="Example Terminal (invented)", source="").revision == 1


def test_a_correction_says_where_it_is_from() -> None:
    imported(row())
    with pytest.raises(RegisterError) as refused:
        correct(held(), name="Right Name", source=" ")
    assert refused.value.field == "because"


def test_who_was_slower_overwrites_nothing() -> None:
    imported(row())
    stale = held()
    correct(held(), name="First")
    with pytest.raises(StaleError) as refused:
        correct(stale, name="Second")
    current: Any = refused.value.current
    assert (current.name, held().name) == ("First", "First")


def test_the_value_of_the_source_is_taken_back_and_a_position_whole() -> None:
    imported(row())
    correct(held(), name="Right Name", latitude=Decimal("6.5"), longitude=Decimal("3.4"))
    take_back(facility=held(), revision=2, field="name", by=headquarters())
    assert (held().name, held().folded) == ("Example Terminal (invented)", "example terminal invented")
    assert set(held().corrected) == {"latitude", "longitude"}
    take_back(facility=held(), revision=3, field="longitude", by=headquarters())
    assert (held().latitude, held().longitude, held().corrected) == (Decimal("6.43333"), Decimal("3.36667"), {})
    with pytest.raises(RegisterError, match="was not corrected"):
        take_back(facility=held(), revision=4, field="name", by=headquarters())
    with pytest.raises(StaleError):
        take_back(facility=held(), revision=3, field="name", by=headquarters())


def test_a_facility_has_further_names_each_once() -> None:
    imported(row())
    add_name(facility=held(), name="  Old  Quay ", kind=ALIAS, source="a chart", by=headquarters())
    kept = FacilityName.objects.for_the_system("a test").get()
    assert (kept.name, kept.folded, kept.kind) == ("Old Quay", "old quay", "alias")
    for wrong in ("Old Quay", "Example terminal (INVENTED)", "…", "x" * 201):
        with pytest.raises(RegisterError):
            add_name(facility=held(), name=wrong, kind=ALIAS, source="a chart", by=headquarters())
    with pytest.raises(RegisterError, match="where this name is from"):
        add_name(facility=held(), name="New", kind=ALIAS, source="", by=headquarters())
    late = clock.today() + timedelta(days=400)
    with pytest.raises(RegisterError, match="yet to come"):
        add_name(facility=held(), name="New", kind=ALIAS, source="x", until=late, by=headquarters())
    remove_name(facility=held(), name=kept.pk, by=headquarters())
    assert not FacilityName.objects.for_the_system("a test").exists()
    with pytest.raises(RegisterError, match="removed already"):
        remove_name(facility=held(), name=kept.pk, by=headquarters())


def test_an_officer_keeps_the_register_of_his_countries_alone() -> None:
    imported(row())
    own, other = people.viewer(officer("NG")), people.viewer(officer("GH"))
    assert correct(held(), by=own, name="By the officer").name == "By the officer"
    for act in (
        lambda: correct(held(), by=other, name="By another"),
        lambda: take_back(facility=held(), revision=2, field="name", by=other),
        lambda: add_name(facility=held(), name="New", kind=ALIAS, source="x", by=other),
        lambda: mark_facility(facility=held(), mark=Mark.PROGRAMME, reason="x", by=other),
        lambda: write_facility(country="NG", said={"name": "x", "source": "y"}, by=other),
    ):
        with pytest.raises(PermissionDenied):
            act()


@pytest.mark.parametrize("role", [Role.ANALYST, Role.WATCH, Role.AUTHORITY, Role.FACILITY, Role.EMBASSY])
def test_others_keep_nothing(role: Role) -> None:
    imported(row())
    with pytest.raises(PermissionDenied):
        correct(held(), by=people.viewer(people.holder(role)), name="New")


def test_what_one_may_not_read_is_not_there() -> None:
    one = written(number="NGAPP-0009", mark=Mark.RESTRICTED)
    other = people.viewer(officer("NG"))
    with pytest.raises(Facility.DoesNotExist):
        correct(one, by=other, name="New")


def test_an_entry_merged_into_another_is_not_corrected() -> None:
    imported(row(), row(IMO_Port_Facility_Number="NGAPP-0002"))
    one = held("NGAPP-0002")
    one.merged_into = held()
    one.save(update_fields=["merged_into"])
    with pytest.raises(RegisterError, match="merged into another"):
        correct(one, name="New")
