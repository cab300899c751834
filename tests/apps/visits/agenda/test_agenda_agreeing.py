"""Agreement of the whole: by a named person of each side, bound to a digest, void when an item changes."""

from uuid import uuid4

import pytest

from roadstead.accounts.models import Notification
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.agenda_accepting import accept_items, agree_agenda
from roadstead.visits.actions.agenda_items import change_item, propose_item, withdraw_item
from roadstead.visits.actions.agenda_parties import AgendaError
from roadstead.visits.actions.agenda_uses import see_changes
from roadstead.visits.agenda.words import both
from roadstead.visits.models import AgendaAgreement, AgendaVersion, VisitStep
from roadstead.visits.presenters.agenda import agenda_shown, agenda_summary
from roadstead.visits.presenters.agenda_versions import compared
from roadstead.visits.queries import agenda as queries
from tests.apps.visits.agenda import planting
from tests.apps.visits.agenda.planting import accepted, agreed, digest, items, linked, standing, text


def test_the_whole_asks_that_both_accepted_every_item(visit, agenda, by, theirs):
    accepted(visit, by)
    with pytest.raises(AgendaError, match=f"{len(items(visit))} acceptances are still open"):
        agree_agenda(visit=visit, digest=digest(visit), name="Lea", office="", by=by)


def test_the_visit_is_agreed_once_both_sides_agreed(visit, agenda, by, theirs):
    accepted(visit, by, theirs)
    agree_agenda(visit=visit, digest=digest(visit), name="Lea Liaison", office="LANT-51", by=by)
    visit.refresh_from_db()
    assert visit.state == "notified"
    assert not queries.agenda_agreed(visit)
    agree_agenda(visit=visit, digest=digest(visit), name="Ngozi Authority", office="", by=theirs)
    visit.refresh_from_db()
    assert visit.state == "agreed"
    assert queries.agenda_agreed(visit)
    assert VisitStep.objects.for_the_system("a test").get(visit=visit, after="agreed").by_id == theirs.user_id


def test_a_side_names_who_agrees(visit, agenda, by, theirs):
    accepted(visit, by, theirs)
    with pytest.raises(AgendaError) as refused:
        agree_agenda(visit=visit, digest=digest(visit), name="  ", office="", by=by)
    assert refused.value.field == "name"


def test_agreeing_twice_is_agreeing_once(visit, agenda, by, theirs):
    agreed(visit, by, theirs)
    agree_agenda(visit=visit, digest=digest(visit), name="Somebody", office="", by=by)
    assert AgendaAgreement.objects.for_the_system("a test").count() == 2


def test_nobody_agrees_what_was_changed_meanwhile(visit, agenda, by, theirs):
    looked = digest(visit)
    propose_item(visit=visit, uid=uuid4(), text=text(), by=theirs)
    accepted(visit, by, theirs)
    with pytest.raises(AgendaError, match="Look at it anew"):
        agree_agenda(visit=visit, digest=looked, name="Lea", office="", by=by)


def test_a_change_makes_the_agreement_void_and_says_so_before(visit, agenda, by, theirs):
    agreed(visit, by, theirs)
    row = items(visit)[0]
    with pytest.raises(AgendaError) as refused:
        change_item(visit=visit, item=row.pk, revision=1, text=text(), by=theirs)
    assert refused.value.field == "reopen"
    assert queries.agenda_agreed(visit)
    change_item(visit=visit, item=row.pk, revision=1, text=text(), by=theirs, reopen=True)
    visit.refresh_from_db()
    assert visit.state == "notified"
    assert not queries.agenda_agreed(visit)
    rows = AgendaAgreement.objects.for_the_system("a test")
    assert all(one.void_at for one in rows)
    assert queries.ever_agreed(queries.agenda_of(visit)) is not None


def test_an_agreement_does_not_outlive_a_version_that_was_tampered_with(visit, agenda, by, theirs):
    agreed(visit, by, theirs)
    rows = AgendaVersion.objects.for_the_system("a test")
    rows.update(snapshot={"version": 1, "items": []})
    assert not queries.agenda_agreed(visit)


def test_acceptances_do_not_move_the_version(visit, agenda, by, theirs):
    before = digest(visit)
    accepted(visit, by, theirs)
    assert digest(visit) == before


def test_a_visit_without_notice_stays_planned(officer, by, theirs):
    made = planting.visit(officer, state="planned", notice_on=None)
    planting.begun(made, by)
    agreed(made, by, theirs)
    made.refresh_from_db()
    assert made.state == "planned"
    assert queries.agenda_agreed(made)


def test_by_a_link_the_step_says_for_whom(visit, agenda, by):
    link, _secret = linked(visit, by)
    holder = Viewer(name=link.name)
    accepted(visit, by)
    accept_items(visit=visit, items=standing(visit), by=holder, link=link)
    agree_agenda(visit=visit, digest=digest(visit), name="Lea", office="", by=by)
    agree_agenda(visit=visit, digest=digest(visit), name=link.name, office="Director", by=holder, link=link)
    visit.refresh_from_db()
    assert visit.state == "agreed"
    step = VisitStep.objects.for_the_system("a test").get(visit=visit, after="agreed")
    assert step.why == "both sides agreed the agenda, Ngozi Host (invented) by a link"


def test_what_changed_since_one_looked_is_marked_until_one_says_so(visit, agenda, by, theirs):
    see_changes(visit=visit, version=1, by=by)
    row, gone = items(visit)[:2]
    change_item(visit=visit, item=row.pk, revision=1, text=text(block=row.block, purpose="Another"), by=theirs)
    new = propose_item(visit=visit, uid=uuid4(), text=text(purpose="New"), by=theirs)
    withdraw_item(visit=visit, item=gone.pk, revision=1, why="", by=theirs)
    held = queries.agenda_of(visit)

    def marks(person):
        shown = agenda_shown(visit, held, both(""), side="programme", person=person)
        every = [one for _b, _w, days in shown["blocks"] for _d, rows in days for one in rows]
        return {one.pk: one.mark for one in every if one.mark}, shown["gone"], [str(one.changed) for one in every]

    found, off, words = marks(by.user_id)
    assert found == {row.pk: "changed", new.pk: "new"}
    assert off == [gone.purpose]
    assert any("purpose" in one for one in words)
    see_changes(visit=visit, version=held.version, by=by)
    assert marks(by.user_id)[:2] == ({}, [])


def test_what_one_wrote_oneself_is_no_news(visit, agenda, theirs):
    see_changes(visit=visit, version=1, by=theirs)
    propose_item(visit=visit, uid=uuid4(), text=text(), by=theirs)
    shown = agenda_shown(visit, queries.agenda_of(visit), both(""), side="host", person=theirs.user_id)
    assert shown["looked"]
    assert shown["changes"] == 0


def test_versions_are_compared_field_by_field(visit, agenda, by):
    row = items(visit)[0]
    change_item(visit=visit, item=row.pk, revision=1, text=text(block=row.block, purpose="Another"), by=by)
    newer, older = queries.versions_of(queries.agenda_of(visit))
    (one,) = compared(older, newer, both(""))
    assert one["kind"] == "changed"
    assert ("Purpose", row.purpose, "Another") in [(str(name), was, now) for name, was, now in one["fields"]]
    assert len(compared(None, older, both(""))) == len(items(visit))


def test_the_other_side_is_told_once_until_they_look(visit, agenda, by, theirs, officer, host):
    for _again in range(2):
        propose_item(visit=visit, uid=uuid4(), text=text(), by=by)
    assert Notification.objects.filter(person=host, url__contains="/agenda/").count() == 1
    assert not Notification.objects.filter(person=officer, url__contains="/agenda/").exists()
    propose_item(visit=visit, uid=uuid4(), text=text(), by=theirs)
    (word,) = Notification.objects.filter(person=officer, url__contains="/agenda/")
    assert word.url == f"/desk/visits/{visit.pk}/agenda/"
    assert "Nigeria" not in word.text


def test_who_may_not_read_the_visit_is_told_nothing(officer, by, host):
    made = planting.visit(officer, mark="programme")
    planting.begun(made, by)
    propose_item(visit=made, uid=uuid4(), text=text(), by=by)
    assert not Notification.objects.filter(person=host, url__contains="/agenda/").exists()


def test_the_summary_of_the_workspace(visit, by, theirs):
    assert agenda_summary(visit, by)["agenda"] is None
    planting.begun(visit, by)
    accepted(visit, by, theirs)
    said = agenda_summary(visit, by)
    assert sum(count for _name, count, _accepted in said["agenda_blocks"]) == said["agenda_items"]
    assert all(count == both for _name, count, both in said["agenda_blocks"])
    assert said["agenda_url"].startswith("/desk/")
    assert agenda_summary(visit, theirs)["agenda_url"].startswith("/partner/")
