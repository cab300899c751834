"""A merge undone: both entries are exactly as they were, or what stands against it is said and nothing happens."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile

from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.files import actions as files
from roadstead.files.queries import attachments_of
from roadstead.registry.actions.facilities import correct_facility, mark_facility
from roadstead.registry.actions.facility_names import add_name, remove_name
from roadstead.registry.actions.keeping import RegisterError
from roadstead.registry.actions.merging_back import part_facilities
from roadstead.registry.actions.merging_fields import snapshot
from roadstead.registry.enums import FacilityNameKind
from roadstead.registry.models import Facility, FacilityName, Merger
from tests import people
from tests.apps.registry.facilities import made
from tests.apps.registry.facilities.made import headquarters, written
from tests.apps.registry.reconciliation.acting import again, keeper, merged, names

pytestmark = pytest.mark.django_db
ALIAS = FacilityNameKind.ALIAS


@pytest.fixture(autouse=True)
def _world(db: None, settings: Any, tmp_path: Any) -> None:
    settings.DATA_DIR = tmp_path
    made.world()


def two() -> tuple[Facility, Facility]:
    one = written("Deep Quay (invented)", number="NGAPP-0901", berths=2, mark=Mark.PARTNER, states=["NG"])
    correct_facility(facility=one, revision=1, said={"berths": 3}, source="a letter", by=headquarters())
    more: dict[str, Any] = {"latitude": Decimal("6.1"), "longitude": Decimal("3.1"), "draught_m": Decimal("9.5")}
    more |= {"soc_expires_on": date(2027, 1, 1), "cargo": ["oil"], "port": "NGAPP", "berths": 7}
    return again(one), written("Tall Quay (invented)", number="NGAPP-0902", **more)


def everything(one: Facility, other: Facility) -> dict[str, Any]:
    sides = (again(one), again(other))
    return {str(each.pk): [snapshot(each), names(each), each.folded, each.merged_into_id] for each in sides}


def refused(row: Merger, words: str) -> None:
    with pytest.raises(RegisterError, match=words):
        part_facilities(merger=row, by=keeper())


ALL = dict.fromkeys(("name", "number", "berths", "position", "draught_m", "soc_expires_on", "cargo", "port"), "merged")


@pytest.mark.parametrize("chosen", [{}, ALL])
def test_both_are_exactly_as_they_were(chosen: dict[str, str]) -> None:
    one, other = two()
    add_name(facility=other, name="Old Quay (invented)", kind=ALIAS, source="x", by=keeper())
    add_name(facility=one, name="Same (invented)", kind=ALIAS, source="x", by=keeper())
    add_name(facility=other, name="Same (invented)", kind=ALIAS, source="x", by=keeper())
    right: dict[str, Any] = {"may": Permission.KEEP_REGISTER, "scope": {"country": "NG"}}
    file = files.attach(record=other, upload=ContentFile(b"Words.", name="plan.txt"), by=keeper(), **right)
    before = everything(one, other)
    row = merged(one, other, **chosen)
    assert everything(one, other) != before
    part_facilities(merger=row, by=keeper())
    assert everything(one, other) == before
    assert [each.pk for each in attachments_of(again(other), keeper())] == [file.pk]
    assert Merger.objects.for_the_system("a test").get().reversed_at is not None
    refused(row, "undone already")


def test_it_can_be_merged_again_afterwards() -> None:
    one, other = two()
    part_facilities(merger=merged(one, other, **ALL), by=keeper())
    merged(one, other)
    assert again(other).merged_into_id == one.pk


def test_a_field_that_was_changed_since_stands_against_it() -> None:
    one, other = two()
    row = merged(one, other)
    correct_facility(facility=one, revision=again(one).revision, said={"calls": 9}, source="x", by=keeper())
    refused(row, "“Deep Quay .invented.” was changed since: calls a year")
    assert again(other).merged_into_id == one.pk


def test_a_mark_that_was_set_since_stands_against_it() -> None:
    one, other = two()
    row = merged(one, other)
    said: dict[str, Any] = {"mark": Mark.PARTNER, "states": ["NG"], "reason": "x"}
    mark_facility(facility=again(one), by=keeper(), **said)
    refused(row, "marked again since")


def test_a_name_that_followed_and_is_gone_stands_against_it() -> None:
    one, other = two()
    added = add_name(facility=other, name="Old Quay (invented)", kind=ALIAS, source="x", by=keeper())
    row = merged(one, other)
    remove_name(facility=one, name=added.pk, by=keeper())
    refused(row, r"1 of what followed \(other names\) is not there")


def test_the_name_not_chosen_that_was_removed_stands_against_it() -> None:
    one, other = two()
    row = merged(one, other)
    alias = FacilityName.objects.for_the_system("a test").get(facility=one.pk)
    remove_name(facility=one, name=alias.pk, by=keeper())
    refused(row, "The name that was not chosen was removed")


def test_a_later_merge_is_undone_first() -> None:
    one, other = two()
    row = merged(one, other)
    third = written("Third (invented)")
    later = merged(third, one)
    refused(row, "itself merged into another since")
    part_facilities(merger=later, by=keeper())
    second = merged(one, third)
    refused(row, "Another entry was merged into it since")
    part_facilities(merger=second, by=keeper())
    part_facilities(merger=row, by=keeper())
    assert again(other).merged_into_id is None


def test_what_was_added_since_stays_with_the_entry_kept() -> None:
    one, other = two()
    row = merged(one, other)
    add_name(facility=one, name="New (invented)", kind=ALIAS, source="x", by=keeper())
    part_facilities(merger=row, by=keeper())
    assert (names(one), names(other)) == ({"New (invented)": "alias"}, {})


def test_only_who_keeps_the_register_undoes_it() -> None:
    row = merged(*two())
    for by in (keeper("GH"), people.viewer(people.holder("analyst"))):
        with pytest.raises(PermissionDenied):
            part_facilities(merger=row, by=by)
    with pytest.raises(Merger.DoesNotExist):
        part_facilities(merger=row, by=people.viewer(made.authority()))
