"""Reading a register in: what is shown before, what lands after, and what a person corrected."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from roadstead.accounts.roles import Role
from roadstead.audit.models import Event
from roadstead.common.access.marks import Mark
from roadstead.registry.actions.facilities import correct_facility
from roadstead.registry.actions.facility_importing import discard_import, import_facilities
from roadstead.registry.actions.keeping import RegisterError
from roadstead.registry.models import Facility, FacilityImport, FacilityImportRow, FacilityName
from tests import people
from tests.apps.registry.facilities import made
from tests.apps.registry.facilities.made import headquarters, held, imported, read, row, written

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world(db: None) -> None:
    made.world()


def outcomes(one: FacilityImport) -> list[str]:
    return list(FacilityImportRow.objects.filter(of=one).order_by("line").values_list("outcome", flat=True))


def problems(one: FacilityImport) -> list[str]:
    rows = FacilityImportRow.objects.filter(of=one).order_by("line").values_list("problems", flat=True)
    return [words for found in rows for _column, words in found]


def count() -> int:
    return Facility.objects.for_the_system("a test").count()


def test_nothing_lands_before_it_is_confirmed() -> None:
    one = read(row())
    assert (outcomes(one), one.state, count()) == (["new"], "preview", 0)
    assert one.counts == {"new": 1, "changed": 0, "same": 0, "kept": 0, "rejected": 0, "warnings": 0, "rows": 1}


def test_what_lands_is_shared_with_its_own_state_and_says_where_it_is_from() -> None:
    imported(row(), on=date(2026, 9, 28))
    one = held()
    assert (one.name, one.country_id, one.port_id) == ("Example Terminal (invented)", "NG", "NGAPP")
    assert (one.latitude, one.longitude) == (Decimal("6.43333"), Decimal("3.36667"))
    assert (one.plan_approved, one.plan_withdrawn, one.reviewed_on) == ("yes", "no", date(2025, 3, 15))
    assert (one.source, one.as_of) == ("IMO GISIS export of 2026-09-28", date(2026, 3, 20))
    assert (one.mark, one.mark_reason) == (Mark.PARTNER, "the register of the State itself")
    assert [state.pk for state in one.states.all()] == ["NG"]
    assert one.folded == "example terminal invented"


def test_a_port_that_is_not_known_leaves_the_facility_without_one() -> None:
    imported(row(IMO_Port_Facility_Number="NGZZZ-0001"))
    assert held("NGZZZ-0001").port_id is None


def test_the_same_file_again_changes_nothing() -> None:
    imported(row(), on=date(2026, 9, 1))
    before = held().revision
    again = imported(row(), on=date(2026, 9, 28))
    assert outcomes(again) == ["same"]
    assert held().revision == before
    assert held().source == "IMO GISIS export of 2026-09-28", "it is as of the later export"


def test_what_changed_is_shown_with_both_values_and_then_lands() -> None:
    imported(row())
    one = read(row(Facility_Name="Renamed Terminal (invented)", Review_Date="01/06/2026"))
    assert FacilityImportRow.objects.get(of=one).changes == {
        "name": ["Example Terminal (invented)", "Renamed Terminal (invented)", "taken"],
        "reviewed_on": ["2025-03-15", "2026-06-01", "taken"],
    }
    assert held().name == "Example Terminal (invented)"
    import_facilities(imported=one, by=headquarters())
    assert (held().name, held().reviewed_on) == ("Renamed Terminal (invented)", date(2026, 6, 1))
    former = FacilityName.objects.for_the_system("a test").get(facility=held().pk)
    assert (former.name, former.kind) == ("Example Terminal (invented)", "former")


def test_a_blank_cell_changes_nothing() -> None:
    imported(row())
    assert outcomes(read(row(Description="", Review_Date="", Latitude="", Longitude=""))) == ["same"]


def test_a_plan_that_is_withdrawn_no_more_loses_its_day() -> None:
    imported(row(Security_Plan_Withdrawn="Yes", Withdrawn_Date="01/02/2026"))
    imported(row(Security_Plan_Withdrawn="No"))
    assert (held().plan_withdrawn, held().withdrawn_on) == ("no", None)


def test_what_a_person_corrected_is_kept_and_shown() -> None:
    imported(row())
    correct_facility(facility=held(), revision=1, said={"name": "Right Name"}, source="a letter", by=headquarters())
    one = read(row(Facility_Name="Wrong Again", Review_Date="01/06/2026"))
    assert outcomes(one) == ["kept"]
    changes = FacilityImportRow.objects.get(of=one).changes
    assert changes["name"] == ["Right Name", "Wrong Again", "kept"]
    import_facilities(imported=one, by=headquarters())
    assert (held().name, held().reviewed_on) == ("Right Name", date(2026, 6, 1)), "the rest of the row is taken over"
    assert held().corrected["name"]["was"] == "Wrong Again", "what its source says now"


def test_a_correction_that_the_source_caught_up_with_is_one_no_more() -> None:
    imported(row())
    correct_facility(facility=held(), revision=1, said={"name": "Right Name"}, source="a letter", by=headquarters())
    imported(row(Facility_Name="Right Name"))
    assert (held().name, held().corrected) == ("Right Name", {})


def test_a_corrected_position_is_kept_whole() -> None:
    imported(row())
    said = {"latitude": Decimal("6.5"), "longitude": held().longitude}
    correct_facility(facility=held(), revision=1, said=said, source="a visit", by=headquarters())
    imported(row(Latitude="062700N", Longitude="0032300E"))
    assert (held().latitude, held().longitude) == (Decimal("6.50000"), Decimal("3.36667"))


def test_what_was_changed_after_the_preview_is_not_overwritten() -> None:
    imported(row())
    one = read(row(Facility_Name="From the file"), row(IMO_Port_Facility_Number="NGAPP-0002"))
    correct_facility(facility=held(), revision=1, said={"name": "By a person"}, source="a letter", by=headquarters())
    done = import_facilities(imported=one, by=headquarters())
    assert held().name == "By a person"
    assert outcomes(done) == ["rejected", "new"], "the other row lands"
    assert "changed after the preview" in problems(done)[0]
    assert (done.counts["rejected"], done.counts["new"], done.counts["changed"]) == (1, 1, 0)


def test_a_number_entered_after_the_preview_is_not_entered_twice() -> None:
    one = read(row())
    written(number="NGAPP-0001")
    done = import_facilities(imported=one, by=headquarters())
    assert (outcomes(done), count()) == (["rejected"], 1)


def test_rows_that_are_wrong_are_told_and_the_good_ones_land() -> None:
    one = imported(
        row(),
        row(IMO_Port_Facility_Number="NGAPP-0002", Review_Date="31/02/2026"),
        row(IMO_Port_Facility_Number="XXAPP-0001", Country_Code="XX"),
        row(IMO_Port_Facility_Number="GHTEM-0001", Country_Code="NG"),
        row(IMO_Port_Facility_Number="NGAPP-0003"),
    )
    assert outcomes(one) == ["new", "rejected", "rejected", "rejected", "new"]
    assert count() == 2
    assert "there is no country XX" in problems(one)
    assert "GHTEM-0001 is a number of GH, and the column says NG" in problems(one)


def test_a_number_that_comes_twice_and_differs_is_taken_over_in_neither_row() -> None:
    one = imported(row(), row(Facility_Name="Another"), row(IMO_Port_Facility_Number="NGAPP-0002"))
    assert outcomes(one) == ["rejected", "rejected", "new"]
    assert problems(one) == ["line 3 says otherwise of this number", "line 2 says otherwise of this number"]
    assert (one.counts["rejected"], one.counts["new"]) == (2, 1)


def test_a_number_that_comes_twice_alike_counts_once() -> None:
    one = imported(row(), row())
    assert outcomes(one) == ["new", "rejected"]
    assert problems(one) == ["the same as line 2, which counts"]


def test_a_position_far_from_its_country_is_left_out_and_told() -> None:
    one = imported(row(Latitude="514000N", Longitude="0000500E"))
    assert outcomes(one) == ["new"]
    assert held().latitude is None
    assert "far from every port of NG" in problems(one)[0]
    assert one.counts["warnings"] == 1


def test_what_an_earlier_export_had_and_this_one_has_not_is_told_and_stays() -> None:
    imported(row(), row(IMO_Port_Facility_Number="NGAPP-0002"))
    imported(row(IMO_Port_Facility_Number="GHTEM-0001", Country_Code="GH"))
    one = imported(row())
    assert one.vanished == ["NGAPP-0002"], "of the country that the file speaks of"
    assert held("NGAPP-0002").merged_into_id is None


def test_an_older_state_than_the_register_has_is_told() -> None:
    imported(row())
    one = read(row(Last_Updated="01/01/2026", Facility_Name="Older"))
    assert problems(one) == ["the register has the state of 20/03/2026, a later one"]


def test_an_entry_that_one_may_not_read_is_neither_shown_nor_changed() -> None:
    other = people.viewer(people.holder(Role.HEADQUARTERS, name="Other", email="other@example.org"))
    written(number="NGAPP-0001", mark=Mark.RESTRICTED)
    one = read(row(), by=other)
    found = FacilityImportRow.objects.get(of=one)
    assert (found.outcome, found.changes) == ("rejected", {})
    assert "restricted" in found.problems[0][1]


def test_an_entry_merged_into_another_takes_nothing() -> None:
    imported(row(), row(IMO_Port_Facility_Number="NGAPP-0002"))
    merged = held("NGAPP-0002")
    merged.merged_into = held()
    merged.save(update_fields=["merged_into"])
    assert outcomes(read(row(IMO_Port_Facility_Number="NGAPP-0002", Facility_Name="New name"))) == ["rejected"]


def test_what_was_discarded_lands_no_more() -> None:
    one = discard_import(imported=read(row()), by=headquarters())
    assert (one.state, count()) == ("discarded", 0)
    with pytest.raises(RegisterError, match="discarded already"):
        import_facilities(imported=one, by=headquarters())


def test_it_is_taken_over_once() -> None:
    one = imported(row())
    with pytest.raises(RegisterError, match="taken over already"):
        import_facilities(imported=one, by=headquarters())


def test_only_who_read_the_file_decides() -> None:
    other = people.viewer(people.holder(Role.HEADQUARTERS, name="Other", email="other@example.org"))
    with pytest.raises(RegisterError, match="Who read a file"):
        import_facilities(imported=read(row()), by=other)


@pytest.mark.parametrize("role", [Role.LIAISON, Role.ANALYST, Role.AUTHORITY, Role.ADMINISTRATOR])
def test_only_headquarters_reads_a_register_in(role: Role) -> None:
    by = people.viewer(people.holder(role))
    with pytest.raises(PermissionDenied):
        read(row(), by=by)
    with pytest.raises(PermissionDenied):
        import_facilities(imported=read(row()), by=by)


def test_a_file_that_cannot_be_read_leaves_nothing() -> None:
    with pytest.raises(RegisterError, match="no row below it"):
        read()
    with pytest.raises(RegisterError, match="is yet to come"):
        read(row(), on=date(2099, 1, 1))
    assert not FacilityImport.objects.exists()


def test_one_event_tells_the_whole_import() -> None:
    imported(row(), row(IMO_Port_Facility_Number="NGAPP-0002"), row(IMO_Port_Facility_Number="broken"))
    rows = Event.objects.for_the_system("a test").order_by("number").values_list("type", "data")
    told = [(kind, data) for kind, data in rows if kind.startswith("registry.facilities")]
    assert [kind for kind, _data in told] == ["registry.facilities_read", "registry.facilities_imported"]
    assert told[1][1] == {"new": 2, "changed": 0, "same": 0, "kept": 0, "rejected": 1}


def many(number: int, **cells: str) -> list[dict[str, str]]:
    return [row(IMO_Port_Facility_Number=f"NG{n // 9_000:03}-{n % 9_000:04}", **cells) for n in range(number)]


@pytest.mark.long
@pytest.mark.timeout(300)
def test_twelve_thousand_facilities_land() -> None:
    for name in ("First name", "Second name"):
        imported(*many(12_000, Facility_Name=name))
    assert count() == 12_000
    assert Facility.objects.for_the_system("a test").filter(name="Second name").count() == 12_000


def test_an_import_asks_by_the_batch_and_not_by_the_row() -> None:
    imported(*many(2_400))
    asked = []
    for number in (1_200, 2_400):
        with CaptureQueriesContext(connection) as queries:
            imported(*many(number, Facility_Name=f"Name {number}"))
        asked.append(len(queries))
    assert asked[1] - asked[0] < 200, "some dozens for each batch of 500"


@pytest.mark.parametrize("number", [1_203])
def test_more_rows_than_one_batch_all_land(number: int) -> None:
    imported(*many(number))
    assert count() == number
    imported(*many(number, Facility_Name="Second name"))
    rows = Facility.objects.for_the_system("a test")
    assert rows.filter(name="Second name", revision=2).count() == number
