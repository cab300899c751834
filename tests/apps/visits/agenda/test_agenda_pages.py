"""The pages of both sides, what they take away, and what they refuse."""

import re
from uuid import uuid4

import pytest

from roadstead.visits.actions.agenda_items import change_item, propose_item, withdraw_item
from roadstead.visits.agenda import paper
from roadstead.visits.models import Agenda
from roadstead.visits.presenters import agenda_files
from roadstead.visits.queries import agenda as queries
from tests import people
from tests.apps.visits.agenda import planting
from tests.apps.visits.agenda.planting import agreed, digest, items, text, typed


@pytest.fixture
def desk(officer):
    return people.client_of(officer)


@pytest.fixture
def partner(host):
    return people.client_of(host)


def at_desk(visit):
    return f"/desk/visits/{visit.pk}/agenda/"


def at_partner(visit):
    return f"/partner/visits/{visit.pk}/agenda/"


def test_an_officer_begins_it_from_the_template(visit, desk):
    page = desk.get(at_desk(visit))
    assert "Begin the agenda" in page.content.decode()
    answer = desk.post(f"{at_desk(visit)}begin/", {"zone": "Africa/Lagos", "language": "fr"}, follow=True)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "Rencontres avec les autorités" in page
    assert "Opening call on the Designated Authority" in page
    assert "UTC+01:00, Africa/Lagos" in page


@pytest.mark.parametrize("tail", ["", "items/new/", "versions/", "print/", "agenda.pdf", "agenda.ics"])
def test_both_sides_open_the_same_pages(tail, visit, agenda, desk, partner):
    assert desk.get(at_desk(visit) + tail).status_code == 200
    assert partner.get(at_partner(visit) + tail).status_code == 200


def test_both_sides_agree_on_their_own_screens(visit, agenda, desk, partner):
    for client, base in ((desk, at_desk(visit)), (partner, at_partner(visit))):
        said = [f"{one.pk}:{one.revision}" for one in items(visit)]
        client.post(f"{base}accept/", {"item": said})
    for client, base in ((desk, at_desk(visit)), (partner, at_partner(visit))):
        client.post(f"{base}agree/", {"digest": digest(visit), "name": "A Person", "office": "An office"})
    visit.refresh_from_db()
    assert visit.state == "agreed"
    assert "Both sides agreed this agenda" in partner.get(at_partner(visit)).content.decode()


def test_where_somebody_was_faster_both_texts_stand_and_nothing_is_lost(visit, agenda, by, partner):
    row = items(visit)[0]
    change_item(visit=visit, item=row.pk, revision=1, text=text(purpose="The officer’s words"), by=by)
    answer = partner.post(f"{at_partner(visit)}items/{row.pk}/", typed(revision=1, purpose="The host’s words"))
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Somebody was faster" in page
    assert "The officer’s words" in page
    assert "The host’s words" in page
    again = partner.post(f"{at_partner(visit)}items/{row.pk}/", typed(revision=2, purpose="The host’s words"))
    assert again.status_code == 302
    assert items(visit)[0].purpose == "The host’s words"


def test_an_item_that_was_taken_off_meanwhile_gives_back_what_was_typed(visit, agenda, by, partner):
    row = items(visit)[0]
    withdraw_item(visit=visit, item=row.pk, revision=1, why="", by=by)
    answer = partner.post(f"{at_partner(visit)}items/{row.pk}/", typed(revision=1, purpose="Still mine"))
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Still mine" in page
    assert "Lea Liaison took this item off the agenda meanwhile" in page
    name = re.search(r'name="uid" value="([0-9a-f-]+)"', page)
    assert name
    assert name[1] != str(row.uid)  # under the name of the item that is gone it would be taken for one sent twice
    assert f'action="{at_partner(visit)}items/new/"' in page
    assert partner.post(f"{at_partner(visit)}items/new/", typed(uid=name[1], purpose="Still mine")).status_code == 302
    assert [one for one in items(visit) if one.purpose == "Still mine"]


def test_what_is_wrong_is_said_beside_its_field(visit, agenda, desk):
    answer = desk.post(f"{at_desk(visit)}items/new/", typed(purpose="", ends="2027-03-02T08:00"))
    assert answer.status_code == 422
    assert "Say what the item is for" in answer.content.decode()


def test_whom_the_mark_withholds_it_from_finds_nothing(officer, by, partner):
    made = planting.visit(officer, mark="programme")
    planting.begun(made, by)
    for tail in ("", "items/new/", "agenda.pdf", "versions/"):
        assert partner.get(at_partner(made) + tail).status_code == 404


def test_an_embassy_reads_and_writes_nothing(visit, agenda):
    embassy = people.client_of(people.holder("embassy", "NG"))
    page = embassy.get(at_partner(visit))
    assert page.status_code == 200
    assert "Propose an item" not in page.content.decode()
    assert embassy.post(f"{at_partner(visit)}items/new/", typed()).status_code == 403
    assert embassy.post(f"{at_partner(visit)}accept/", {"item": "1:1"}).status_code == 403


def test_the_host_does_not_see_the_links_nor_the_desk(visit, agenda, partner):
    assert partner.get(f"{at_desk(visit)}links/").status_code == 403


@pytest.mark.parametrize("language", ["", "fr", "ar"])
def test_the_paper_speaks_both_languages(language, officer, by, theirs):
    made = planting.visit(officer)
    held = planting.begun(made, by, language=language)
    agreed(made, by, theirs)
    said = agenda_files.content(made, held)
    assert paper.make(said) == paper.make(said)
    assert paper.make(said).startswith(b"%PDF")
    assert b"/StructTreeRoot" in paper.make(said)
    purposes = [item["purpose"] for _head, rows in said["blocks"] for item in rows]
    assert all(bool(local) == bool(language) for _english, local in purposes)
    assert said["rtl"] == (language == "ar")
    assert all(signed for _side, signed in said["agreements"])


def test_markup_in_a_text_is_a_text_on_paper(visit, agenda, by):
    propose_item(visit=visit, uid=uuid4(), text=text(purpose='#panic("x") $x$ [a] *b* @c \\'), by=by)
    assert paper.make(agenda_files.content(visit, queries.agenda_of(visit))).startswith(b"%PDF")


def test_a_script_without_a_font_is_still_printed(visit, agenda, by):
    propose_item(visit=visit, uid=uuid4(), text=text(purpose_local="港口保安访问"), by=by)
    assert paper.make(agenda_files.content(visit, queries.agenda_of(visit))).startswith(b"%PDF")


def test_the_page_costs_as_much_for_many_items(visit, agenda, by, desk, at_most_queries):
    desk.get(at_desk(visit))
    with at_most_queries(40) as few:
        desk.get(at_desk(visit))
    for _one in range(30):
        propose_item(visit=visit, uid=uuid4(), text=text(), by=by)
    with at_most_queries(len(few)):
        desk.get(at_desk(visit))


def test_the_database_refuses_two_agendas_of_one_visit(visit, agenda, officer):
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError), transaction.atomic():
        Agenda.objects.create(visit=visit, begun_by=officer, begun_at=agenda.begun_at)
