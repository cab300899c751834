"""Interactions are written once, changed by who looked at the latest, completed, and taken back with a reason."""

from datetime import time
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common.access.marks import Mark
from roadstead.engagement.actions.interaction_shape import InteractionError, StaleInteractionError
from roadstead.engagement.actions.interaction_states import complete_interaction, discard_interaction
from roadstead.engagement.actions.interactions import change_interaction
from roadstead.engagement.interaction_enums import InteractionState
from roadstead.engagement.models import Interaction
from tests import people
from tests.apps.engagement.interactions import acting
from tests.apps.engagement.interactions.acting import anew, completed, linked, said, written
from tests.apps.engagement.people import acting as persons
from tests.conftest import FrozenClock


def test_a_form_sent_twice_writes_once(liaison: User) -> None:
    uid = uuid4()
    assert written(liaison, uid).pk == written(liaison, uid).pk
    assert len(persons.events("engagement.interaction_written")) == 1


def test_somebody_else_s_form_is_not_told_what_it_met(liaison: User, analyst: User) -> None:
    uid = uuid4()
    written(liaison, uid)
    with pytest.raises(InteractionError, match="sent before"):
        written(analyst, uid)


def test_it_is_for_the_programme_and_its_writer_took_part(liaison: User) -> None:
    record = written(liaison)
    assert (record.mark, record.state) == (Mark.PROGRAMME, InteractionState.DRAFT)
    assert linked(record, "officers") == [liaison.pk]


def test_without_countries_those_of_its_people_and_organisations_are_meant(liaison: User) -> None:
    contact = persons.written(liaison, country="NG")
    body = persons.organisation(liaison, country="GH")
    record = written(liaison, countries=[], contacts=[contact.pk], organisations=[body.pk])
    assert linked(record, "countries") == ["GH", "NG"]
    assert linked(written(liaison, countries=["TG"], contacts=[contact.pk]), "countries") == ["TG"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"subject": " "}, "subject"),
        ({"subject": "x" * 201}, "subject"),
        ({"summary": "x" * 20_001}, "summary"),
        ({"held_on": acting.TODAY.replace(year=1026)}, "held_on"),
        ({"held_at": time(9)}, "zone"),
        ({"held_at": time(9), "zone": "Nowhere/City"}, "zone"),
        ({"topics": ["x" * 61]}, "topics"),
        ({"topics": [str(n) for n in range(21)]}, "topics"),
        ({"contacts": [987]}, "contacts"),
        ({"organisations": [987]}, "organisations"),
        ({"officers": [987]}, "officers"),
        ({"countries": ["ZZ"]}, "countries"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(liaison: User, given: dict[str, object], field: str) -> None:
    with pytest.raises(InteractionError) as told:
        written(liaison, **given)
    assert told.value.field == field
    assert not Interaction.objects.for_the_system(acting.WHY).exists()


def test_a_person_that_one_may_not_read_cannot_be_named(liaison: User, headquarters: User) -> None:
    hidden = persons.written(headquarters)
    persons.mark(hidden, Mark.RESTRICTED, headquarters)
    with pytest.raises(InteractionError, match="list of people"):
        written(liaison, contacts=[hidden.pk])


def test_only_who_keeps_engagement_writes(nigeria: User) -> None:
    watch = people.holder(Role.WATCH)
    for who in (nigeria, watch):
        with pytest.raises(PermissionDenied):
            written(who)


def test_a_change_stamps_its_fields_and_counts_the_revision(liaison: User, analyst: User, clock: FrozenClock) -> None:
    record = written(liaison)
    clock.set("2026-11-23")
    by = people.viewer(analyst)
    change_interaction(interaction=record, revision=1, said=said(place="Lagos"), by=by)
    now = anew(record)
    assert now.revision == 2
    assert now.stamps["place"] == ["2026-11-23T12:00:00+00:00", analyst.pk, 2]
    assert now.stamps["subject"][1:] == [liaison.pk, 1]
    (event,) = persons.events("engagement.interaction_changed", record)
    assert event.data["fields"] == ["place", "officers"]


def test_who_was_slower_is_told_and_writes_nothing(liaison: User, analyst: User) -> None:
    record = written(liaison)
    change_interaction(interaction=record, revision=1, said=said(place="Lagos"), by=people.viewer(liaison))
    with pytest.raises(StaleInteractionError) as told:
        change_interaction(interaction=record, revision=1, said=said(place="Accra"), by=people.viewer(analyst))
    assert told.value.current.place == "Lagos"
    assert anew(record).place == "Lagos"


def test_the_same_again_changes_nothing(liaison: User) -> None:
    record = written(liaison)
    change_interaction(interaction=record, revision=1, said=said(officers=[liaison.pk]), by=people.viewer(liaison))
    assert anew(record).revision == 1


def test_a_change_keeps_whom_its_writer_may_not_see(liaison: User, headquarters: User) -> None:
    contact = persons.written(headquarters, country="NG")
    record = written(liaison, contacts=[contact.pk])
    persons.mark(contact, Mark.RESTRICTED, headquarters)
    change_interaction(interaction=record, revision=1, said=said(place="Lagos"), by=people.viewer(liaison))
    assert linked(record, "contacts") == [contact.pk]


class TestCompleting:
    def test_it_counts_as_contact_of_its_people(self, liaison: User) -> None:
        contact = persons.written(liaison, country="NG")
        record = completed(liaison, contacts=[contact.pk])
        assert anew(record).state == InteractionState.COMPLETE
        assert persons.anew(contact).last_contact_on == acting.TODAY
        complete_interaction(interaction=record, by=people.viewer(liaison))
        assert len(persons.events("engagement.interaction_completed", record)) == 1

    def test_a_later_contact_stays(self, liaison: User) -> None:
        contact = persons.written(liaison, country="NG", last_contact_on="2026-11-22")
        completed(liaison, contacts=[contact.pk], held_on=acting.TODAY.replace(day=1))
        assert persons.anew(contact).last_contact_on == acting.TODAY

    @pytest.mark.parametrize(
        ("given", "field"),
        [
            ({"summary": ""}, "summary"),
            ({"countries": []}, "countries"),
            ({"held_on": acting.TODAY.replace(day=24)}, "held_on"),
        ],
    )
    def test_what_is_missing_is_said(self, liaison: User, given: dict[str, object], field: str) -> None:
        with pytest.raises(InteractionError) as told:
            completed(liaison, **given)
        assert told.value.field == field


class TestTakingBack:
    def test_it_stays_with_its_reason_and_is_changed_no_more(self, liaison: User) -> None:
        record, by = completed(liaison), people.viewer(liaison)
        with pytest.raises(InteractionError, match="why"):
            discard_interaction(interaction=record, why=" ", by=by)
        discard_interaction(interaction=record, why="the wrong country", by=by)
        assert anew(record).discarded_why == "the wrong country"
        with pytest.raises(InteractionError, match="taken back"):
            change_interaction(interaction=record, revision=3, said=said(), by=by)


def test_the_database_holds_what_the_actions_promise(liaison: User) -> None:
    record = written(liaison)
    rows = Interaction.objects.for_the_system(acting.WHY).filter(pk=record.pk)
    wrong = ({"subject": ""}, {"kind": "x"}, {"held_at": time(9)}, {"state": "complete"}, {"state": "discarded"})
    for fields in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**fields)
