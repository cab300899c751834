"""Information at the officers' desk."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common.access.marks import Mark
from roadstead.engagement.models import Information
from tests import people
from tests.apps.engagement.acting import anew, events, mark, shared, written
from tests.apps.engagement.planting import plant

LIST = "/desk/information/"


def page(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def form(**said: object) -> dict[str, object]:
    return {"uid": str(uuid4()), "kind": "note", "title": "A note", "text": "Some words.", "mark": "programme", **said}


def test_an_empty_list_says_what_to_do(analyst: User) -> None:
    assert "Write the first note" in page(people.client_of(analyst), LIST)
    watch = people.holder(Role.WATCH)
    assert "Write the first note" not in page(people.client_of(watch), LIST)


def test_the_list_says_who_may_see_each(liaison: User) -> None:
    record = written(liaison, title="About guards", countries=["TG"])
    shared(record, liaison, "NG")
    text = page(people.client_of(liaison), LIST)
    for words in ("About guards", "Shared with States", "Nigeria", "Togo", f'href="/desk/information/{record.pk}/"'):
        assert words in text


def test_writing_through_the_form(analyst: User) -> None:
    client = people.client_of(analyst)
    text = page(client, f"{LIST}new/")
    assert 'name="uid" value="' in text
    said = form(title="New", countries=["NG"], valid_until="2099-01-31")
    for _ in range(2):  # a form sent twice
        response = client.post(f"{LIST}new/", said, follow=True)
        assert response.status_code == 200
    record = Information.objects.for_the_system("a test looks").get()
    assert response.redirect_chain[-1][0] == f"{LIST}{record.pk}/"
    assert (record.title, record.mark) == ("New", Mark.PROGRAMME)


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(liaison: User) -> None:
    client = people.client_of(liaison)
    response = client.post(f"{LIST}new/", form(title="", text="Kept words", mark="partner", states=["NG"]))
    text = response.content.decode()
    assert response.status_code == 422
    assert "Kept words" in text
    response = client.post(f"{LIST}new/", form(text="Kept words", mark="partner", states=["NG"], reason=""))
    text = response.content.decode()
    assert response.status_code == 422
    assert "Kept words" in text
    assert "Say why it is marked so." in text
    assert 'value="NG" class="usa-checkbox__input" id="id_states_' in text
    assert not Information.objects.for_the_system("a test looks").exists()


def test_a_form_offers_what_its_reader_may_set(analyst: User, liaison: User, headquarters: User) -> None:
    offered = {
        one.name: [
            value for value in Mark.values if f'id="id_mark_{value}"' in page(people.client_of(one), f"{LIST}new/")
        ]
        for one in (analyst, liaison, headquarters)
    }
    assert offered == {
        analyst.name: ["programme", "restricted"],
        liaison.name: ["partner", "programme", "restricted"],
        headquarters.name: ["public", "partner", "programme", "restricted"],
    }
    text = page(people.client_of(liaison), f"{LIST}new/")
    states = text[text.index("rs-mark__states") : text.index("rs-mark__people")]
    assert 'value="NG"' in states
    assert 'value="TG"' not in states


def test_a_state_out_of_reach_is_no_choice(liaison: User) -> None:
    said = form(mark="partner", states=["NG", "TG"], reason="useful")
    response = people.client_of(liaison).post(f"{LIST}new/", said)
    assert response.status_code == 422
    assert not Information.objects.for_the_system("a test looks").exists()


def test_two_who_change_at_once_see_both_texts(analyst: User, liaison: User) -> None:
    record = written(analyst)
    address = f"{LIST}{record.pk}/change/"
    faster, slower = people.client_of(liaison), people.client_of(analyst)
    assert faster.post(address, form(revision=1, text="The faster text")).status_code == 302
    response = slower.post(address, form(revision=1, text="The slower text"))
    text = response.content.decode()
    assert response.status_code == 409
    assert "The faster text" in text
    assert "The slower text" in text
    assert 'name="revision" value="2"' in text
    assert anew(record).text == "The faster text"
    assert slower.post(address, form(revision=2, text="Both texts")).status_code == 302
    assert anew(record).text == "Both texts"


def test_the_record_says_its_mark_with_why_and_who(liaison: User) -> None:
    record = written(liaison)
    mark(record, liaison, Mark.PARTNER, states=["NG"], reason="They asked for it")
    text = page(people.client_of(liaison), f"{LIST}{record.pk}/")
    for words in ("Shared with States", "Nigeria", "They asked for it", "Lea Liaison", "Nobody outside the programme"):
        assert words in text
    assert "set the mark" in text or "marked" in text, "the history stands below"


def test_marking_through_the_form(liaison: User) -> None:
    record, client = written(liaison), people.client_of(liaison)
    address = f"{LIST}{record.pk}/mark/"
    text = page(client, address)
    seen = text.split('name="seen" value="')[1].split('"')[0]
    assert client.post(address, {"mark": "partner", "reason": "useful", "seen": seen}).status_code == 422
    said = {"mark": "partner", "states": ["NG"], "reason": "useful", "seen": seen}
    assert client.post(address, said).status_code == 302
    assert anew(record).mark == Mark.PARTNER
    late = client.post(address, {"mark": "programme", "reason": "no", "seen": seen})
    assert late.status_code == 422
    assert "marked it again since" in late.content.decode()


def test_withdrawing_through_the_form(liaison: User) -> None:
    record, client = written(liaison), people.client_of(liaison)
    address = f"{LIST}{record.pk}/withdraw/"
    assert "Withdraw" in page(client, address)
    assert client.post(address, {"why": ""}).status_code == 422
    assert client.post(address, {"why": "superseded by a newer note"}).status_code == 302
    assert "superseded by a newer note" in page(client, f"{LIST}{record.pk}/")
    assert client.post(address, {"why": "again"}).status_code == 422


def test_what_one_may_not_do_is_not_offered_and_refused(analyst: User, headquarters: User) -> None:
    record, client = written(headquarters), people.client_of(analyst)
    mark(record, headquarters, Mark.PUBLIC)
    text = page(client, f"{LIST}{record.pk}/")
    assert f"{record.pk}/change/" not in text
    assert f"{record.pk}/mark/" not in text
    assert client.post(f"{LIST}{record.pk}/change/", form(revision=1)).status_code == 403
    assert client.post(f"{LIST}{record.pk}/withdraw/", {"why": "no"}).status_code == 403
    assert client.post(f"{LIST}{record.pk}/mark/", {"mark": "programme", "reason": "no"}).status_code == 403


@pytest.mark.parametrize("below", ["", "change/", "mark/", "withdraw/", "as/", "files/", "files/1/"])
def test_what_may_not_be_read_answers_as_what_does_not_exist(liaison: User, headquarters: User, below: str) -> None:
    """To the word, and by the very same queries."""
    record = written(liaison, mark=Mark.RESTRICTED, reason="a source")
    client = people.client_of(headquarters)
    answers = []
    for number in (record.pk, record.pk + 1000, 2**80):
        with CaptureQueriesContext(connection) as asked:
            response = client.get(f"{LIST}{number}/{below}")
        assert response.status_code == 404
        answers.append((response.content.decode().replace(f"/{number}/", "/N/"), len(asked)))
    assert answers[0] == answers[1]
    assert answers[0][0] == answers[2][0]
    assert client.post(f"{LIST}{record.pk}/{below}").status_code in (404, 405)
    assert not events("engagement.restricted_read")


class TestSeeAs:
    def test_before_it_is_shared_they_would_not_see_it(self, liaison: User) -> None:
        record, client = written(liaison, title="Unmistakable", text="Peculiar words"), people.client_of(liaison)
        text = page(client, f"{LIST}{record.pk}/as/?state=NG")
        assert "The people of Nigeria would not see this" in text
        assert "Peculiar words" not in text
        assert "would not see this" in page(client, f"{LIST}{record.pk}/as/")

    def test_once_shared_it_stands_as_they_see_it(self, liaison: User) -> None:
        record, client = written(liaison, text="Peculiar words"), people.client_of(liaison)
        mark(record, liaison, Mark.PARTNER, states=["NG", "GH"], reason="A reason of ours")
        text = page(client, f"{LIST}{record.pk}/as/?state=NG")
        assert "Peculiar words" in text
        seen = text[text.index("rs-as-seen") :]
        assert "A reason of ours" not in seen
        assert "Ghana" not in seen
        assert "would not see this" in page(client, f"{LIST}{record.pk}/as/?state=")

    def test_public_is_for_everyone(self, headquarters: User) -> None:
        record, client = written(headquarters, text="Peculiar words"), people.client_of(headquarters)
        mark(record, headquarters, Mark.PUBLIC)
        assert "Peculiar words" in page(client, f"{LIST}{record.pk}/as/")
        assert "Peculiar words" in page(client, f"{LIST}{record.pk}/as/?state=TG")

    def test_only_through_the_eyes_of_ones_own_states(self, liaison: User, analyst: User) -> None:
        record = written(liaison)
        page(people.client_of(liaison), f"{LIST}{record.pk}/as/?state=TG", 403)
        page(people.client_of(analyst), f"{LIST}{record.pk}/as/?state=NG", 403)

    def test_a_countrys_code_that_is_none_is_refused_kindly(self, headquarters: User) -> None:
        record = written(headquarters)
        page(people.client_of(headquarters), f"{LIST}{record.pk}/as/?state=ZZ")


class TestRestricted:
    def test_each_reading_is_recorded_and_a_glance_is_not(self, liaison: User, analyst: User) -> None:
        record = written(liaison, mark=Mark.RESTRICTED, people=[analyst.pk], reason="a source")
        client = people.client_of(analyst)
        for _ in range(2):
            page(client, f"{LIST}{record.pk}/")
        client.head(f"{LIST}{record.pk}/")
        page(client, LIST)
        read = events("engagement.restricted_read", record)
        assert [(one.actor, one.data) for one in read] == [(analyst.pk, {"named": True, "way": "page"})] * 2

    def test_breaking_the_glass_is_recorded_as_such(self, liaison: User, headquarters: User) -> None:
        record = written(liaison, title="Unmistakable", mark=Mark.RESTRICTED, reason="a source")
        assert "Unmistakable" not in page(people.client_of(headquarters), LIST)
        client = people.client_of(headquarters, power=True)
        assert "Unmistakable" in page(client, LIST)
        page(client, f"{LIST}{record.pk}/")
        (read,) = events("engagement.restricted_read", record)
        assert read.data == {"named": False, "way": "page"}
        assert read.elevation is not None

    def test_looking_through_other_eyes_is_reading(self, liaison: User) -> None:
        record = written(liaison, mark=Mark.RESTRICTED, reason="a source")
        page(people.client_of(liaison), f"{LIST}{record.pk}/as/?state=NG")
        assert events("engagement.restricted_read", record)[0].data["way"] == "preview"

    def test_reading_anything_else_leaves_no_trace(self, liaison: User) -> None:
        record = written(liaison)
        page(people.client_of(liaison), f"{LIST}{record.pk}/")
        assert not events("engagement.restricted_read")


def test_text_is_text(liaison: User) -> None:
    record = plant(title="<b>Bold</b>", text="<script>alert(1)</script>\n\nSecond {{ paragraph }}")
    text = page(people.client_of(liaison), f"{LIST}{record.pk}/")
    assert "<script>alert" not in text
    assert "<b>Bold" not in text
    assert "<p>Second {{ paragraph }}</p>" in text
