"""Items: from a template, proposed, countered, accepted, taken off; by both sides, at once, and twice."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from roadstead.visits.actions.agenda_accepting import accept_items
from roadstead.visits.actions.agenda_items import change_item, propose_item, withdraw_item
from roadstead.visits.actions.agenda_parties import AgendaError, StaleItemError
from roadstead.visits.agenda import templates
from roadstead.visits.enums import VisitKind
from roadstead.visits.models import AgendaItem, Visit
from roadstead.visits.queries import agenda as queries
from tests import people
from tests.apps.visits.agenda.planting import begun, items, standing, text
from tests.apps.visits.agenda.planting import visit as planted

PARTS = {"seminar": {"government", "embassy"}, "reciprocal": {"hq", "field", "ports", "culture"}}


@pytest.mark.parametrize("kind", VisitKind.values)
def test_each_kind_of_visit_has_a_template_in_its_own_parts(kind, officer, by):
    made = planted(officer, kind=kind)
    begun(made, by)
    rows = items(made)
    assert {one.block for one in rows} == PARTS.get(kind, {"government", "embassy", "ports"})
    assert all(one.purpose and one.purpose_local for one in rows)
    ports = [one for one in rows if one.block == "ports"]
    assert {one.place for one in ports} == ({"Lagos (invented)", "Onne (invented)"} if ports else set())


def test_a_template_speaks_every_language_it_names():
    for kind in VisitKind.values:
        for language in templates.languages():
            for one in templates.drafts(kind, first=None, last=None, stays=(), language=language):
                assert one.purpose_local
                assert bool(one.prepare) == bool(one.prepare_local)
                assert one.starts is None


def test_times_are_written_by_the_clocks_of_the_place_and_kept_in_utc(visit, agenda, by):
    made = propose_item(visit=visit, uid=uuid4(), text=text(), by=by)
    assert made.starts_at == datetime(2027, 3, 2, 8, tzinfo=UTC)


def test_a_time_that_clocks_leave_out_is_refused(visit, agenda, by):
    said = text(zone="Europe/Paris", starts=datetime(2027, 3, 28, 2, 30))
    with pytest.raises(AgendaError, match="put forward") as refused:
        propose_item(visit=visit, uid=uuid4(), text=said, by=by)
    assert refused.value.field == "starts"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"purpose": " "}, "purpose"),
        ({"block": "x"}, "block"),
        ({"zone": "Mars/Base"}, "zone"),
        ({"ends": datetime(2027, 3, 2, 8)}, "ends"),
        ({"starts": None, "ends": datetime(2027, 3, 2, 8)}, "starts"),
        ({"purpose": "x" * 1001}, "purpose"),
        ({"place": "x" * 201}, "place"),
        ({"travel_minutes": 4000}, "travel_minutes"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_field(said, field, visit, agenda, by):
    with pytest.raises(AgendaError) as refused:
        propose_item(visit=visit, uid=uuid4(), text=text(**said), by=by)
    assert refused.value.field == field


def test_a_form_sent_twice_proposes_once(visit, agenda, theirs):
    uid, before = uuid4(), len(items(visit))
    first = propose_item(visit=visit, uid=uid, text=text(), by=theirs)
    again = propose_item(visit=visit, uid=uid, text=text(), by=theirs)
    assert first.pk == again.pk
    assert len(items(visit)) == before + 1
    assert first.side == "host"


def test_a_change_voids_what_both_sides_accepted_of_that_item_alone(visit, agenda, by, theirs):
    for one in (by, theirs):
        accept_items(visit=visit, items=standing(visit), by=one)
    row, other = items(visit)[:2]
    changed = change_item(visit=visit, item=row.pk, revision=1, text=text(purpose="Another"), by=theirs)
    held = queries.acceptances_of(agenda)
    assert changed.revision == 2
    assert not {(row.pk, "host"), (row.pk, "programme")} & held.keys()
    assert {(other.pk, "host"), (other.pk, "programme")} <= held.keys()


def test_accepting_twice_is_accepting_once(visit, agenda, theirs):
    assert accept_items(visit=visit, items=standing(visit), by=theirs) == len(items(visit))
    assert accept_items(visit=visit, items=standing(visit), by=theirs) == 0


def test_nobody_accepts_what_they_did_not_look_at(visit, agenda, by, theirs):
    looked = standing(visit)
    row = items(visit)[0]
    change_item(visit=visit, item=row.pk, revision=1, text=text(), by=by)
    with pytest.raises(StaleItemError):
        accept_items(visit=visit, items=looked, by=theirs)
    assert not queries.acceptances_of(agenda)


def test_two_who_change_one_item_at_once(visit, agenda, by, theirs):
    row = items(visit)[0]
    change_item(visit=visit, item=row.pk, revision=1, text=text(purpose="Ours"), by=by)
    with pytest.raises(StaleItemError) as refused:
        change_item(visit=visit, item=row.pk, revision=1, text=text(purpose="Theirs"), by=theirs)
    assert refused.value.current.purpose == "Ours"
    change_item(visit=visit, item=row.pk, revision=1, text=text(purpose="Ours"), by=by)  # the same form, again
    assert items(visit)[0].revision == 2


def test_an_item_that_was_taken_off_is_kept_with_why(visit, agenda, theirs, by):
    row = items(visit)[0]
    said = {"visit": visit, "item": row.pk, "revision": 1, "why": "a holiday"}
    withdraw_item(**said, by=theirs)
    withdraw_item(**said, by=theirs)  # the same form, again
    assert row.pk not in standing(visit)
    kept = AgendaItem.objects.for_the_system("a test").get(pk=row.pk)
    assert (kept.withdrawn_why, kept.revision) == ("a holiday", 2)
    with pytest.raises(AgendaError, match="Ngozi Authority took this item off"):
        change_item(visit=visit, item=row.pk, revision=2, text=text(), by=by)


def test_each_change_is_a_version_that_stays(visit, agenda, by):
    propose_item(visit=visit, uid=uuid4(), text=text(), by=by)
    versions = queries.versions_of(queries.agenda_of(visit))
    assert [one.number for one in versions] == [2, 1]
    assert len(versions[0].snapshot["items"]) == len(versions[1].snapshot["items"]) + 1
    assert versions[0].digest != versions[1].digest


def test_who_only_reads_writes_nothing(visit, agenda):
    for role in ("embassy", "analyst"):
        reader = people.viewer(people.holder(role))
        with pytest.raises(PermissionDenied):
            propose_item(visit=visit, uid=uuid4(), text=text(), by=reader)


def test_another_state_does_not_find_the_visit(visit, agenda):
    ghana = people.viewer(people.holder("authority", "GH"))
    with pytest.raises(Visit.DoesNotExist):
        propose_item(visit=visit, uid=uuid4(), text=text(), by=ghana)


def test_the_agenda_of_a_visit_that_is_over_stays(officer, by):
    made = planted(officer)
    begun(made, by)
    Visit.objects.filter(pk=made.pk).for_the_system("a test").update(state="cancelled", cancelled_why="for a test")
    with pytest.raises(AgendaError, match="stays as it is"):
        propose_item(visit=made, uid=uuid4(), text=text(), by=by)


def test_beginning_twice_begins_once(visit, agenda, by):
    assert begun(visit, by).pk == agenda.pk
    assert agenda.version == 1
