"""Interactions at the officers' desk: logged in seconds, found, changed, completed, taken away as a file."""

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from roadstead.accounts.models import User
from roadstead.audit.models import Event
from roadstead.common.access.marks import Mark
from roadstead.engagement.interaction_enums import InteractionKind
from roadstead.engagement.models import Commitment, Interaction, Referral
from roadstead.files.models import Attachment
from tests import people
from tests.apps.engagement.interactions import acting
from tests.apps.engagement.interactions.acting import (
    INVITATION,
    LIST,
    anew,
    completed,
    linked,
    marked,
    promised,
    written,
)
from tests.apps.engagement.people import acting as persons
from tests.apps.engagement.people.acting import page
from tests.conftest import CountQueries


def short(**said: object) -> dict[str, object]:
    return {"uid": str(uuid4()), "kind": "call", "held_on": "2026-11-20", "subject": "The gates", **said}


def only() -> Interaction:
    return Interaction.objects.for_the_system(acting.WHY).get()


class TestLogging:
    def test_a_few_fields_are_enough(self, liaison: User) -> None:
        contact = persons.written(liaison, country="NG")
        client = people.client_of(liaison)
        response = client.post(f"{LIST}new/", short(contacts=[contact.pk]))
        record = only()
        assert response.status_code == 302
        assert response.headers["Location"] == f"{LIST}{record.pk}/"
        assert (record.state, linked(record, "countries")) == ("draft", ["NG"])

    def test_it_can_be_completed_at_once_and_says_what_is_missing(self, liaison: User) -> None:
        client = people.client_of(liaison)
        client.post(f"{LIST}new/", short(countries=["NG"], summary="All are shut.", complete="1"))
        assert only().state == "complete"
        response = client.post(f"{LIST}new/", short(complete="1"), follow=True)
        assert "Write what was said" in response.content.decode()
        assert "still a draft" in response.content.decode()

    def test_the_same_form_twice_writes_once(self, liaison: User) -> None:
        client, form = people.client_of(liaison), short(countries=["NG"])
        assert client.post(f"{LIST}new/", form).headers == client.post(f"{LIST}new/", form).headers
        assert only()

    def test_what_is_wrong_is_said_and_nothing_is_lost(self, liaison: User) -> None:
        response = people.client_of(liaison).post(f"{LIST}new/", short(held_on="soon", summary="Kept words"))
        assert response.status_code == 422
        assert "Kept words" in response.content.decode()

    def test_people_of_one_s_countries_are_offered_and_others_are_found(
        self, liaison: User, headquarters: User
    ) -> None:
        near = persons.written(liaison, name="Near (invented)", country="NG")
        far = persons.written(liaison, name="Far (invented)", country="TG")
        client = people.client_of(liaison)
        text = page(client, f"{LIST}new/?country=NG")
        assert "Near (invented)" in text
        assert "Far (invented)" not in text
        response = client.post(f"{LIST}new/", short(find="far", more="1", contacts=[near.pk], countries=["NG"]))
        text = response.content.decode()
        assert response.status_code == 200
        assert re.search(rf'value="{near.pk}"[^>]*checked', text)
        assert f'value="{far.pk}"' in text
        assert "The gates" in text
        assert not Interaction.objects.for_the_system(acting.WHY).exists()


class TestChanging:
    def full(self, **said: object) -> dict[str, object]:
        plain = {"revision": "1", "kind": "meeting", "held_on": "2026-11-20", "subject": "Drills", "countries": ["NG"]}
        return plain | said

    def test_everything_can_be_written_later(self, liaison: User) -> None:
        record, body = written(liaison), persons.organisation(liaison)
        said = {"held_at": "09:30", "zone": "Africa/Lagos", "place": "Marina", "organisations": [body.pk]}
        said |= {"elements": ["isps-access"], "tags": "fences, lights", "summary": "Shut.", "officers": [liaison.pk]}
        response = people.client_of(liaison).post(f"{LIST}{record.pk}/change/", self.full(**said))
        assert response.status_code == 302
        now = anew(record)
        assert (now.place, now.zone, now.topics) == ("Marina", "Africa/Lagos", ["isps-access", "fences", "lights"])
        text = page(people.client_of(liaison), f"{LIST}{record.pk}/")
        for words in ("09:30 (Africa/Lagos)", "access to the port facility", "fences", "Maritime Agency (invented)"):
            assert words in text

    def test_the_form_begins_with_what_stands(self, liaison: User) -> None:
        record = written(liaison, topics=["isps-dos", "own word"], place="Marina")
        text = page(people.client_of(liaison), f"{LIST}{record.pk}/change/")
        assert 'value="own word"' in text
        assert re.search(r'value="isps-dos"[^>]*checked', text)
        assert re.search(r'value="NG"[^>]*checked', text)

    def test_who_was_slower_sees_both(self, liaison: User, analyst: User) -> None:
        record = written(liaison)
        address = f"{LIST}{record.pk}/change/"
        people.client_of(analyst).post(address, self.full(place="Accra"))
        response = people.client_of(liaison).post(address, self.full(place="Lagos", summary="Mine"))
        text = response.content.decode()
        assert response.status_code == 409
        for words in ("Somebody was faster", "Accra", "Lagos", "Mine", 'name="revision" value="2"'):
            assert words in text
        people.client_of(liaison).post(address, self.full(place="Lagos", revision="2"))
        assert anew(record).place == "Lagos"

    def test_a_draft_is_completed_with_one_button(self, liaison: User) -> None:
        record = written(liaison, summary="Shut.")
        client = people.client_of(liaison)
        assert "It is complete" in page(client, f"{LIST}{record.pk}/")
        client.post(f"{LIST}{record.pk}/complete/")
        assert anew(record).state == "complete"

    def test_it_is_taken_back_with_a_reason(self, liaison: User) -> None:
        record, client = written(liaison), people.client_of(liaison)
        assert client.post(f"{LIST}{record.pk}/discard/", {"why": ""}).status_code == 422
        client.post(f"{LIST}{record.pk}/discard/", {"why": "the wrong day"})
        assert "the wrong day" in page(client, f"{LIST}{record.pk}/")
        assert "Drills" not in page(client, LIST)
        assert "Drills" in page(client, f"{LIST}?state=discarded")


class TestFollowing:
    def test_a_promise_is_written_and_kept(self, liaison: User) -> None:
        record, client = written(liaison), people.client_of(liaison)
        said = {"uid": str(uuid4()), "what": "Send the plan", "side": "ours", "owner": f"officer:{liaison.pk}"}
        client.post(f"{LIST}{record.pk}/promises/new/", said | {"due_on": "2026-11-30"})
        row = Commitment.objects.for_the_system(acting.WHY).get()
        text = page(client, f"{LIST}{record.pk}/")
        for words in ("Send the plan", "Lea Liaison", "30 November 2026"):
            assert words in text
        address = f"{LIST}{record.pk}/promises/{row.pk}/"
        assert client.post(f"{address}kept/", {"on": "2027-01-01"}).status_code == 422
        assert client.post(f"{address}kept/", {"on": "2026-11-22"}).status_code == 302
        assert client.post(f"{address}dropped/", {"why": "x"}).status_code == 422
        assert "kept" in page(client, f"{LIST}{record.pk}/")

    def test_a_question_is_passed_on_and_answered(self, liaison: User, analyst: User) -> None:
        record, client = written(liaison), people.client_of(liaison)
        said = {"uid": str(uuid4()), "question": "Who keeps the log?", "whom": f"officer:{analyst.pk}"}
        client.post(f"{LIST}{record.pk}/questions/new/", said)
        row = Referral.objects.for_the_system(acting.WHY).get()
        address = f"{LIST}{record.pk}/questions/{row.pk}/"
        assert people.client_of(analyst).post(address, {"answer": ""}).status_code == 422
        assert people.client_of(analyst).post(address, {"answer": "The harbour office."}).status_code == 302
        assert "The harbour office." in page(client, f"{LIST}{record.pk}/")

    def test_parts_of_another_record_are_not_there(self, liaison: User) -> None:
        record, other = written(liaison), written(liaison)
        row = promised(other, liaison)
        client = people.client_of(liaison)
        assert client.get(f"{LIST}{record.pk}/promises/{row.pk}/kept/").status_code == 404
        assert client.get(f"{LIST}{record.pk}/questions/9/").status_code == 404

    def test_a_file_is_attached_and_removed(self, liaison: User) -> None:
        record, client = written(liaison), people.client_of(liaison)
        upload = SimpleUploadedFile("notes.txt", b"Some words.\n")
        client.post(f"{LIST}{record.pk}/files/", {"file": upload, "description": "notes"})
        file = Attachment.objects.for_the_system(acting.WHY).get()
        assert f"/files/{file.pk}/" in page(client, f"{LIST}{record.pk}/")
        client.post(f"{LIST}{record.pk}/files/{file.pk}/", {"why": "the wrong one"})
        assert f"/files/{file.pk}/" not in page(client, f"{LIST}{record.pk}/")

    def test_an_invitation_is_brought_in_and_a_broken_one_refused(self, liaison: User) -> None:
        client = people.client_of(liaison)
        for words in ("It is a draft now", "It was brought in before"):
            upload = SimpleUploadedFile("a.ics", INVITATION.encode())
            response = client.post(f"{LIST}bring/", {"file": upload}, follow=True)
            assert words in response.content.decode()
        assert "Stranger (invented)" in page(client, f"{LIST}{only().pk}/")
        response = client.post(f"{LIST}bring/", {"file": SimpleUploadedFile("a.ics", b"Hello")})
        assert response.status_code == 422


class TestMarks:
    def test_a_withheld_one_is_not_there_and_a_restricted_reading_is_recorded(
        self, liaison: User, analyst: User
    ) -> None:
        record = written(liaison)
        marked(record, Mark.RESTRICTED, liaison)
        client = people.client_of(analyst)
        for part in ("", "change/", "promises/new/", "files/"):
            assert client.get(f"{LIST}{record.pk}/{part}").status_code == 404
        assert "Drills" not in page(client, LIST)
        page(people.client_of(liaison), f"{LIST}{record.pk}/")
        assert Event.objects.for_the_system(acting.WHY).filter(type="engagement.restricted_read").exists()

    def test_the_mark_is_set_on_its_page(self, liaison: User) -> None:
        record, client = written(liaison), people.client_of(liaison)
        said = {"mark": "partner", "states": ["NG"], "reason": "they took part", "seen": record.marked_at.isoformat()}
        assert client.post(f"{LIST}{record.pk}/mark/", said).status_code == 302
        assert anew(record).mark == Mark.PARTNER

    def test_a_person_s_name_is_shown_to_who_may_read_the_person(self, liaison: User, headquarters: User) -> None:
        contact = persons.written(headquarters, name="Hidden Person (invented)", country="NG")
        record = written(headquarters, contacts=[contact.pk])
        persons.mark(contact, Mark.RESTRICTED, headquarters)
        for address in (LIST, f"{LIST}{record.pk}/", f"{LIST}export.csv"):
            assert "Hidden Person" in page(people.client_of(headquarters), address)
            assert "Hidden Person" not in page(people.client_of(liaison), address)


class TestList:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("q=gate", ["Gates"]),
            ("country=GH", ["Gates"]),
            ("kind=call", ["Gates"]),
            ("state=complete", ["Lights"]),
            ("follows=overdue", ["Lights"]),
            ("follows=promised", ["Gates", "Lights"]),
            ("follows=asked", ["Gates"]),
            ("mine=1", ["Lights"]),
            ("sort=subject", ["Gates", "Lights"]),
            ("sort=-subject", ["Lights", "Gates"]),
            ("q=nothing", []),
        ],
    )
    def test_it_is_narrowed_and_sorted(self, liaison: User, analyst: User, query: str, found: list[str]) -> None:
        gates = written(analyst, subject="Gates", kind=InteractionKind.CALL, countries=["GH"])
        lights = completed(liaison, subject="Lights", held_on=acting.TODAY.replace(month=10))
        promised(lights, liaison, due_on=acting.TODAY.replace(day=1))
        promised(gates, liaison)
        acting.asked(gates, liaison, officer=analyst.pk)
        text = page(people.client_of(liaison), f"{LIST}?{query}")
        assert re.findall(r">(Gates|Lights)</a>", text) == found
        if not found:
            assert "Nothing fits" in text

    def test_an_empty_one_says_what_to_do(self, liaison: User) -> None:
        watch = people.holder("watch")
        assert "Log the first interaction" in page(people.client_of(liaison), LIST)
        assert "Log the first" not in page(people.client_of(watch), LIST)

    def test_a_file_holds_no_formula(self, liaison: User) -> None:
        written(liaison, subject="=HYPERLINK(1)")
        text = page(people.client_of(liaison), f"{LIST}export.csv")
        assert "'=HYPERLINK(1)" in text
        assert people.client_of(liaison).get(f"{LIST}export.xlsx").status_code == 200
        assert people.client_of(liaison).get(f"{LIST}export.pdf").status_code == 404

    def test_the_queries_do_not_grow(self, liaison: User, at_most_queries: CountQueries) -> None:
        for number in range(20):
            contact = persons.written(liaison, name=f"Person {number} (invented)", country="NG")
            body = persons.organisation(liaison, name=f"Body {number} (invented)")
            record = written(liaison, contacts=[contact.pk], organisations=[body.pk])
            promised(record, liaison)
        client = people.client_of(liaison)
        with at_most_queries(people.SIGNED_IN + 11):
            page(client, LIST)
        with at_most_queries(people.SIGNED_IN + 20):
            page(client, f"{LIST}{record.pk}/")


def test_it_is_found_by_the_search(liaison: User, analyst: User) -> None:
    record = written(liaison, subject="Fences at the basin")
    client = people.client_of(liaison)
    assert f"/desk/engagement/{record.pk}/" in page(client, "/search/?q=fences")
    marked(record, Mark.RESTRICTED, liaison)
    assert "Fences" not in page(people.client_of(analyst), "/search/?q=fences")
