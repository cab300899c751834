"""Two entries of one facility become one: every field chosen, everything follows, or nothing happens."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile

from roadstead.audit.models import Event
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.engagement.models import Position
from roadstead.files import actions as files
from roadstead.files.queries import attachments_of
from roadstead.registry import followers
from roadstead.registry.actions.facilities import correct_facility
from roadstead.registry.actions.facility_names import add_name
from roadstead.registry.actions.facility_proposals import may_propose, propose_change, return_proposal
from roadstead.registry.actions.keeping import RegisterError, StaleError
from roadstead.registry.actions.merging import merge_facilities
from roadstead.registry.actions.merging_preview import CHOSEN, preview
from roadstead.registry.actions.reconciling import decide_facility
from roadstead.registry.enums import FacilityNameKind
from roadstead.registry.facility_fields import LABELS
from roadstead.registry.models import Facility, FacilityProposal, Merger
from roadstead.registry.queries.facilities import FacilitiesAsked, facilities, find_facilities, own_facilities
from roadstead.registry.queries.facility_imports import imported_changes
from tests import people
from tests.apps.engagement.people import acting
from tests.apps.registry.facilities import made
from tests.apps.registry.facilities.made import authority, headquarters, imported, row, written
from tests.apps.registry.reconciliation.acting import again, items, keeper, merged, names, the

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world(db: None, settings: Any, tmp_path: Any) -> None:
    settings.DATA_DIR = tmp_path
    made.world()


def two(**said: Any) -> tuple[Facility, Facility]:
    return written("Deep Quay (invented)", port="NGAPP", berths=2), written("Tall Quay (invented)", **said)


def refused(one: Facility, other: Facility, words: str, **said: Any) -> RegisterError:
    with pytest.raises(RegisterError, match=words) as error:
        merged(one, other, **said)
    assert again(other).merged_into_id is None
    return error.value


def test_every_field_is_chosen_with_or_beside_another() -> None:
    assert {name for fields in CHOSEN.values() for name in fields} == set(LABELS) - {"country"}


def test_what_is_chosen_holds_and_the_rest_stays() -> None:
    one, other = two(berths=5, description="Deep water.")
    row_made = merged(one, other, berths="merged", description="merged")
    kept = again(one)
    assert (kept.name, kept.port_id, kept.berths, kept.description) == (one.name, "NGAPP", 5, "Deep water.")
    assert again(other).merged_into_id == one.pk
    assert kept.corrected["berths"]["was"] == 2
    assert kept.corrected["berths"]["source"] == f"merged from another entry, number {other.pk}"
    assert (row_made.kept_id, row_made.merged_id, row_made.why) == (one.pk, other.pk, "the same gate")


def test_nothing_that_differs_is_decided_silently_not_even_what_is_empty() -> None:
    one, other = two()
    by = keeper()
    look = preview(one, other, by)
    assert look.differ == ("name", "port", "berths")
    for key in look.differ:
        choices = {each: "kept" for each in look.differ if each != key}
        with pytest.raises(RegisterError, match="Choose which") as error:
            merge_facilities(kept=one, merged=other, choices=choices, why="x", seen=look.seen, by=by)
        assert error.value.field == f"take_{key}"
    assert not Merger.objects.for_the_system("a test").exists()


def test_the_name_that_was_not_chosen_finds_it_still() -> None:
    one, other = two()
    merged(one, other)
    assert names(one) == {"Tall Quay (invented)": "alias"}
    third = written("Third Quay (invented)")
    merged(one, third, name="merged")
    assert again(one).name == "Third Quay (invented)"
    assert set(names(one)) == {"Tall Quay (invented)", "Deep Quay (invented)"}


def test_the_merged_entry_is_in_no_list_and_no_search() -> None:
    one, other = two()
    merged(one, other)
    by = headquarters()
    assert [each.pk for each in facilities(by)] == [one.pk]
    assert [each.pk for each in find_facilities(facilities(by), FacilitiesAsked(text="tall"))] == [one.pk]
    assert all(other.pk not in each.entries for each in items())


def test_everything_that_belongs_to_it_follows() -> None:
    one, other = two(mark=Mark.PARTNER, states=["NG"])
    by = people.holder("liaison", name="Lea Keeps", email="lea.keeps@example.org")
    add_name(facility=other, name="Old Quay (invented)", kind=FacilityNameKind.FORMER, source="x", by=keeper())
    right: dict[str, Any] = {"may": Permission.KEEP_REGISTER, "scope": {"country": "NG"}}
    upload = ContentFile(b"Some words.", name="plan.txt")
    file = files.attach(record=other, upload=upload, by=keeper(), **right)
    person = acting.written(by, country="NG")
    Position.objects.create(contact=person, facility_id=other.pk, kind="pfso", source="x")
    item = the(next(each.key for each in items(kind="exception")))
    identity = decide_facility(item=item, facility=other, why="x", by=keeper())
    proposal = propose_change(facility=other, said={"berths": 3}, word="", by=people.viewer(authority()))
    return_proposal(proposal=proposal, word="no", by=keeper())
    before = written("Earlier (invented)")
    merged(other, before)
    row_made = merged(one, other)
    assert {"Old Quay (invented)", "Tall Quay (invented)", "Earlier (invented)"} <= set(names(one))
    assert [each.pk for each in attachments_of(again(one), keeper())] == [file.pk]
    assert Position.objects.for_the_system("a test").get().facility_id == one.pk
    assert row_made.moved["registry.Identity.facility"] == [identity.pk]
    assert FacilityProposal.objects.for_the_system("a test").get().facility_id == one.pk
    assert again(before).merged_into_id == one.pk
    # What was seen there, reported and answered has tests of its own, beside its tables.
    elsewhere = ("visits.", "assessments.")
    assert set(row_made.moved) == {one for one in followers.FOLLOWERS if not one.startswith(elsewhere)}


def test_what_somebody_may_not_read_follows_too_and_is_not_counted() -> None:
    one, other = two()
    hidden = acting.written(people.holder("headquarters", name="Hal Hides", email="hal@example.org"), country="NG")
    type(hidden).objects.for_the_system("a test").filter(pk=hidden.pk).update(mark=Mark.RESTRICTED)
    Position.objects.create(contact=hidden, facility_id=other.pk, kind="pfso", source="x")
    assert all(count == 0 for _word, count, _staying in preview(one, other, keeper()).follows)
    merged(one, other)
    assert Position.objects.for_the_system("a test").get().facility_id == one.pk
    told = Event.objects.for_the_system("a test").get(type="registry.facilities_merged")
    assert told.data["followed"] == 0


def test_every_relation_to_a_facility_has_somebody_who_speaks_for_it() -> None:
    assert followers.unknown() == []
    assert "engagement.Position.facility" in followers.relations()


def test_a_relation_that_nobody_speaks_for_refuses_every_merge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(followers.FOLLOWERS, "engagement.Position.facility")
    refused(*two(), words="engagement.Position.facility; nothing is merged")


def test_nobody_speaks_twice_for_a_relation() -> None:
    with pytest.raises(ValueError, match="said twice"):
        followers.register(followers.FOLLOWERS["files"])


def test_what_stands_against_it_refuses() -> None:
    one, other = two()
    refused(one, one, "not merged with itself")
    third = written("Third (invented)", code="GH")
    with pytest.raises(RegisterError, match="two countries: NG and GH"):
        merged(one, third, by=headquarters())
    shared = written("Shared (invented)", mark=Mark.PARTNER, states=["NG"])
    propose_change(facility=shared, said={"berths": 3}, word="", by=people.viewer(authority()))
    refused(one, shared, "A proposal of a partner waits")
    merged(one, other)
    with pytest.raises(RegisterError, match="merged into another"):
        merged(other, one)


def test_two_numbers_in_force_must_be_explained() -> None:
    one, other = written("A (invented)", number="NGAPP-0901"), written("B (invented)", number="NGAPP-0902")
    error = refused(one, other, "one facility has two", numbers_why=" ")
    assert error.field == "numbers_why"
    assert merged(one, other, numbers_why="renumbered in 2024").why == "the same gate / renumbered in 2024"


def test_a_number_of_a_withdrawn_plan_needs_no_explanation() -> None:
    one = written("A (invented)", number="NGAPP-0901")
    other = written("B (invented)", number="NGAPP-0902", plan_withdrawn="yes")
    assert not preview(one, other, keeper()).two_numbers
    assert merged(one, other).why == "the same gate"


def test_the_number_is_chosen_too_and_the_other_one_leads_to_the_entry_still() -> None:
    imported(row(IMO_Port_Facility_Number="NGAPP-0901"), row(IMO_Port_Facility_Number="NGAPP-0902"))
    one, other = made.held("NGAPP-0901"), made.held("NGAPP-0902")
    merged(one, other, number="merged")
    assert (again(one).number, again(other).number) == ("NGAPP-0902", "NGAPP-0901")
    assert {each.number for each in imported_changes(again(one))} == {"NGAPP-0901", "NGAPP-0902"}
    read = made.read(row(IMO_Port_Facility_Number="NGAPP-0901", Facility_Name="Again"))
    assert read.counts["rejected"] == 1


def test_an_entry_without_a_number_takes_the_other_ones() -> None:
    one, other = two(number="NGAPP-0902")
    merged(one, other, number="merged")
    assert (again(one).number, again(other).number) == ("NGAPP-0902", None)


def test_the_officer_of_either_number_reaches_the_entry_kept() -> None:
    shared: dict[str, Any] = {"mark": Mark.PARTNER, "states": ["NG"]}
    one = written("A (invented)", number="NGAPP-0901", **shared)
    other = written("B (invented)", number="NGAPP-0902", **shared)
    theirs = people.viewer(people.holder("facility", "NGAPP-0902"))
    assert [each.pk for each in own_facilities(theirs)] == [other.pk]
    merged(one, other)
    assert [each.pk for each in own_facilities(theirs)] == [one.pk]
    assert may_propose(again(one), theirs)
    assert not may_propose(written("C (invented)", number="NGAPP-0903", **shared), theirs)


@pytest.mark.parametrize(
    ("marks", "left"),
    [
        (({"mark": Mark.PARTNER, "states": ["NG"]}, {}), (Mark.PROGRAMME, [])),
        (({}, {"mark": Mark.PARTNER, "states": ["NG"]}), (Mark.PROGRAMME, [])),
        (
            ({"mark": Mark.PARTNER, "states": ["NG", "GH"]}, {"mark": Mark.PARTNER, "states": ["NG"]}),
            (Mark.PARTNER, ["NG"]),
        ),
        (
            ({"mark": Mark.PARTNER, "states": ["GH"]}, {"mark": Mark.PARTNER, "states": ["NG"]}),
            (Mark.PROGRAMME, []),
        ),
        (({}, {"mark": Mark.RESTRICTED, "people": []}), (Mark.RESTRICTED, [])),
        (({"mark": Mark.PUBLIC}, {}), (Mark.PROGRAMME, [])),
    ],
)
def test_the_stricter_mark_holds(marks: Any, left: tuple[Mark, list[str]]) -> None:
    by = people.elevated(people.holder("headquarters", name="Hal Elevated", email="hal@example.org"))
    from roadstead.registry.actions.facilities import write_facility

    said = {"source": "x", "cargo": [], "plan_approved": "unknown", "plan_withdrawn": "unknown"}
    one, other = (
        write_facility(country="NG", said=said | {"name": name}, by=by, reason="x", **mark)
        for name, mark in zip(("A (invented)", "B (invented)"), marks, strict=True)
    )
    merged(one, other, by=by)
    kept = again(one)
    assert (kept.mark, sorted(kept.states.values_list("pk", flat=True))) == left


def test_what_changed_since_the_preview_refuses() -> None:
    one, other = two()
    seen = preview(one, other, keeper()).seen
    correct_facility(facility=other, revision=1, said={"draught_m": 9}, source="x", by=keeper())
    with pytest.raises(StaleError):
        merged(one, other, seen=seen)
    seen = preview(one, again(other), keeper()).seen
    add_name(facility=other, name="New name (invented)", kind=FacilityNameKind.ALIAS, source="x", by=keeper())
    with pytest.raises(StaleError):
        merged(one, other, seen=seen)
    assert again(other).merged_into_id is None


def test_a_choice_that_cannot_be_refuses_whole() -> None:
    from datetime import date

    one = written("A (invented)", approved_on=date(2024, 1, 1), reviewed_on=date(2025, 1, 1))
    other = written("B (invented)", approved_on=date(2010, 1, 1), reviewed_on=date(2011, 1, 1))
    error = refused(one, other, "is before", reviewed_on="merged")
    assert error.field == "reviewed_on"
    assert again(one).corrected == {}


@pytest.mark.parametrize("why", ["", "  ", "x" * 301])
def test_a_merge_has_a_reason(why: str) -> None:
    assert refused(*two(), words="Say", why=why).field == "why"


def test_who_may_not_keep_the_register_or_read_both_merges_nothing() -> None:
    one, other = two()
    for by in (keeper("GH"), people.viewer(people.holder("analyst"))):
        with pytest.raises(PermissionDenied):
            merged(one, other, by=by)
    hidden = written("Hidden (invented)", mark=Mark.RESTRICTED, people=[], reason="x")
    with pytest.raises(Facility.DoesNotExist):
        merge_facilities(kept=one, merged=hidden, choices={}, why="x", seen="", by=keeper())


def test_it_is_told_with_both_entries() -> None:
    one, other = two()
    merged(one, other, berths="merged")
    told = Event.objects.for_the_system("a test").filter(type__contains="merged").order_by("pk")
    assert [(each.type, each.subject) for each in told] == [
        ("registry.facilities_merged", str(one.pk)),
        ("registry.facility_merged_away", str(other.pk)),
    ]
    assert told[0].data["taken"] == ["berths"]
