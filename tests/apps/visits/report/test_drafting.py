"""The first wording says who was met, what was promised, and what was made of the agenda that both sides agreed."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest

from roadstead.accounts.models import User
from roadstead.common import clock as now
from roadstead.common.access.marks import Mark
from roadstead.engagement.interaction_enums import Side
from roadstead.engagement.models import Commitment, Contact, Interaction
from roadstead.visits.models import AgendaAgreement, AgendaItem, AgendaVersion, Leg, LegFacility, Visit
from roadstead.visits.queries import agenda
from tests import people
from tests.apps.visits.agenda import planting
from tests.apps.visits.observed import acting as seen
from tests.apps.visits.report import acting


def met(by: User, on: date, promise: str, mark: Mark = Mark.PROGRAMME, **said: object) -> Interaction:
    """A meeting in Nigeria that was logged, with a person and a promise."""
    at = now.now()
    marked = {"mark": mark, "mark_reason": "for a test", "marked_by": by, "marked_at": at}
    wrote = {"written_by": by, "written_at": at}
    one = Interaction.objects.create(
        subject="Opening call", held_on=on, held_at=time(9), zone="Africa/Lagos", state="complete",
        completed_at=at, changed_at=at, **wrote, **marked,
    )  # fmt: skip
    one.countries.add("NG")
    if mark == Mark.PARTNER:
        one.states.add("NG")
    ada = Contact.objects.create(name="Ada Met (invented)", **marked)
    if mark == Mark.PARTNER:
        ada.states.add("NG")
    one.contacts.add(ada)
    Commitment.objects.create(interaction=one, what=promise, side=Side.THEIRS, **wrote, **said)
    return one


def test_who_was_met_and_what_was_promised(liaison: User, trip: Visit) -> None:
    day = trip.first_on or now.today()
    met(liaison, day, "The new rules are sent.", due_on=day + timedelta(30))
    met(liaison, day - timedelta(90), "A list of officers is sent.", kept_on=day)
    met(liaison, day - timedelta(95), "A map is sent.")
    met(liaison, day - timedelta(99), "Kept long ago.", kept_on=day - timedelta(80))
    acting.drafted(liaison, trip)
    assert acting.section(trip, "people").text == f"– {day}, Opening call: Ada Met (invented)"
    said = acting.section(trip, "promises").text
    assert f"– the other side: The new rules are sent. (due {day + timedelta(30)})" in said
    assert f"– From before: the other side: A list of officers is sent. (kept on {day})" in said
    assert "Kept long ago." not in said
    coming = acting.section(trip, "next_steps").text
    assert "The new rules are sent." in coming
    assert "A map is sent." in coming
    assert "A list of officers" not in coming


def test_the_host_is_told_of_meetings_and_promises_that_it_was_given(liaison: User, hosted: Visit) -> None:
    day = hosted.first_on or now.today()
    met(liaison, day, "Between us.")
    met(liaison, day - timedelta(9), "Ours alone, before.")
    acting.drafted(liaison, hosted)
    for secret in ("Between us.", "Ours alone, before.", "Ada Met"):
        assert secret in acting.text(hosted) or secret == "Ada Met"
        assert secret not in acting.text(hosted, "host")
    met(liaison, day, "Said to both.", Mark.PARTNER)
    acting.drafted(liaison, hosted)
    assert "Said to both." in acting.section(hosted, "promises", "host").text
    assert "Ada Met (invented)" in acting.section(hosted, "people", "host").text


def test_what_is_restricted_is_promised_in_no_draft(liaison: User, trip: Visit) -> None:
    one = met(liaison, trip.first_on or now.today(), "For two of us.")
    one.mark = Mark.RESTRICTED
    one.save(update_fields=["mark"])
    one.people.add(liaison)
    acting.drafted(liaison, trip)
    assert "For two of us." not in acting.text(trip)


@pytest.fixture
def agreed(liaison: User) -> Visit:
    """A visit with an agenda that both sides agreed as it stood; then one item went, one changed, one came."""
    trip = planting.visit(liaison, state="notified")
    planting.begun(trip, people.viewer(liaison))
    held = agenda.agenda_of(trip)
    version = AgendaVersion.objects.filter(agenda=held).stated().order_by("-number").first()
    for side in ("programme", "host"):
        AgendaAgreement.objects.create(
            version=version, digest=version.digest, side=side, name="A name (invented)", at=now.now(), void_at=now.now()
        )
    first, second = planting.items(trip)[:2]
    first.withdrawn_at, first.withdrawn_why = now.now(), "The minister was away"
    first.save(update_fields=["withdrawn_at", "withdrawn_why"])
    second.people = "Ada Host (invented), +234 801 234 5678, ada@example.org"
    second.save(update_fields=["people"])
    given = {"agenda": held, "block": "ports", "position": 99, "purpose": "A second gate", "by_name": "Lea"}
    AgendaItem.objects.create(uid=uuid4(), side="programme", changed_at=now.now(), **given)
    trip.state, trip.clearance, trip.clearance_on = "under_way", "granted", now.today()
    trip.save(update_fields=["state", "clearance", "clearance_on"])
    return trip


def test_the_agenda_is_told_as_made_beside_what_was_agreed(liaison: User, agreed: Visit) -> None:
    acting.drafted(liaison, agreed)
    said = acting.text(agreed)
    assert "Agreed, and not made: " in said
    assert "(The minister was away)" in said
    assert "A second gate (added after both sides agreed)" in said
    assert "(changed after both sides agreed)" in said


def test_how_to_reach_somebody_stands_in_no_report(liaison: User, agreed: Visit) -> None:
    acting.drafted(liaison, agreed)
    for of in ("programme", "host"):
        assert "Ada Host (invented)" in acting.section(agreed, "people", of).text
        assert "801" not in acting.text(agreed, of)
        assert "ada@" not in acting.text(agreed, of)


def test_a_section_of_which_the_records_say_nothing_any_more_is_empty_unless_somebody_edited_it(
    liaison: User, trip: Visit
) -> None:
    leg = Leg.objects.create(visit=trip, position=1, place="Lagos", first_on=trip.first_on, last_on=trip.last_on)
    facility = seen.facility(liaison)
    tour = LegFacility.objects.create(leg=leg, facility=facility)
    seen.note(liaison, trip, text="Lamps along the quay.", facility=str(facility.pk))
    acting.drafted(liaison, trip)
    assert "Lamps" in acting.section(trip, "facility").text
    LegFacility.objects.for_the_system("the tour is dropped").filter(pk=tour.pk).delete()
    acting.drafted(liaison, trip)
    one = acting.section(trip, "facility")
    assert one.text == ""
    assert acting.versions(one)[0].startswith("– Lamps")
