"""People outside the programme at the officers' desk."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.engagement.models import Contact, Position
from tests import people
from tests.apps.engagement.people.acting import (
    LIST,
    WHY,
    anew,
    events,
    facility,
    organisation,
    page,
    part,
    points,
    written,
)
from tests.conftest import CountQueries, FrozenClock


def form(**said: str) -> dict[str, str]:
    return {"name": "Amina Bello (invented)", "source": "a card", "consent": "unknown", **said}


@pytest.fixture
def desk(liaison: User) -> Client:
    return people.client_of(liaison)


def test_an_empty_list_says_what_to_do(desk: Client, analyst: User) -> None:
    assert "Write the first person" in page(desk, LIST)
    text = page(people.client_of(analyst), LIST)
    assert "Write the first person" not in text
    assert "Whom liaison officers and headquarters write will stand here." in text


def test_writing_a_person_through_the_form(desk: Client) -> None:
    said = form(
        local_name="أمينة بيلو",
        country="NG",
        emails="amina@example.org (office)\na.bello@example.com",
        phones="+234 1 555 0100 (office)",
        languages="French, en",
        consent="given",
        consent_on="2026-01-31",
        last_contact_on="2026-10-01",
        note="Met at the seminar.",
    )
    response = desk.post(f"{LIST}new/", said, follow=True)
    contact = Contact.objects.for_the_system(WHY).get()
    assert response.redirect_chain[-1][0] == f"{LIST}{contact.pk}/"
    assert (contact.country_id, contact.languages, contact.mark) == ("NG", ["fr", "en"], "programme")
    assert points(contact) == ["amina@example.org", "a.bello@example.com"]
    text = response.content.decode()
    for words in (
        "أمينة بيلو",
        "preferred",
        "French, English",
        "given",
        "a card",
        "1 October 2026",
        "Met at the seminar.",
    ):
        assert words in text
    assert 'href="tel:+23415550100"' in text


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(desk: Client) -> None:
    response = desk.post(
        f"{LIST}new/", form(name="", emails="nobody", phones="12", languages="Klingonese", note="Kept")
    )
    text = response.content.decode()
    assert response.status_code == 422
    for words in (
        "“nobody” is no e-mail address",
        "“12” is no telephone number",
        "“Klingonese” is no language",
        "Kept",
    ):
        assert words in text
    assert not Contact.objects.for_the_system(WHY).exists()


def test_two_who_change_at_once_lose_nothing(desk: Client, liaison: User, headquarters: User) -> None:
    contact = written(liaison)
    stale = form(revision="1", note="mine")
    people.client_of(headquarters).post(f"{LIST}{contact.pk}/change/", form(revision="1", note="theirs"))
    response = desk.post(f"{LIST}{contact.pk}/change/", stale)
    text = response.content.decode()
    assert response.status_code == 409
    assert "Somebody was faster" in text
    assert "mine" in text
    assert "theirs" in text
    assert anew(contact).note == "theirs"
    desk.post(f"{LIST}{contact.pk}/change/", form(revision="2", note="mine"))
    assert (anew(contact).note, anew(contact).revision) == ("mine", 3)
    assert [one.data["fields"] for one in events("engagement.contact_changed", contact)] == [
        ["note"],
        ["source", "note"],
    ]


def test_the_timeline_says_who_was_what_when(desk: Client, liaison: User, clock: FrozenClock) -> None:
    contact, agency = written(liaison), organisation(liaison)
    part(contact, agency, liaison, kind="deputy", since="2021-01-01", until="2023-03-01")
    part(contact, agency, liaison, kind="head", since="2023-03-01")
    text = page(desk, f"{LIST}{contact.pk}/")
    assert text.index("since 1 March 2023") < text.index("1 January 2021 to 1 March 2023")
    assert "Maritime Agency (invented)" in text


def test_a_part_is_found_chosen_written_ended_and_removed(desk: Client, liaison: User, clock: FrozenClock) -> None:
    contact, agency, quay = written(liaison, country="NG"), organisation(liaison), facility(liaison)
    at = f"{LIST}{contact.pk}/parts/new/"
    assert "Maritime Agency (invented)" in page(desk, f"{at}?q=maritime")
    assert "North Quay (invented)" in page(desk, f"{at}?q=NGAPP-0001")
    assert "Nothing in the register is called so" in page(desk, f"{at}?q=nowhere")
    said = {"q": "maritime", "place": f"organisation:{agency.pk}", "kind": "head", "valid_from": "2024-05-01"}
    assert "This field is required" in desk.post(at, said).content.decode()
    desk.post(at, said | {"source": "a letter"})
    desk.post(at, said | {"source": "a letter", "place": f"facility:{quay.pk}", "kind": "pfso"})
    rows = list(Position.objects.for_the_system("a test").order_by("pk"))
    assert [(one.organisation_id, one.facility_id, one.kind) for one in rows] == [
        (agency.pk, None, "head"),
        (None, quay.pk, "pfso"),
    ]
    response = desk.post(f"{LIST}{contact.pk}/parts/{rows[0].pk}/end/", {"until": "2024-04-01"})
    assert "It ends after it begins." in response.content.decode()
    desk.post(f"{LIST}{contact.pk}/parts/{rows[0].pk}/end/", {"until": "2025-01-01"})
    desk.post(f"{LIST}{contact.pk}/parts/{rows[1].pk}/remove/", {"why": "a slip"})
    assert [str(one.valid_until) for one in Position.objects.for_the_system("a test").all()] == ["2025-01-01"]
    for type_ in ("position_added", "position_ended", "position_removed"):
        assert events(f"engagement.{type_}", contact)


def test_retiring_and_taking_up_again(desk: Client, liaison: User) -> None:
    contact = written(liaison)
    desk.post(f"{LIST}{contact.pk}/retire/")
    assert "Amina" not in page(desk, LIST)
    assert "Amina" in page(desk, f"{LIST}?standing=ended")
    desk.post(f"{LIST}{contact.pk}/retire/", {"again": "1"})
    assert "Amina" in page(desk, LIST)


def test_files_of_a_person(desk: Client, liaison: User) -> None:
    contact = written(liaison)
    upload = SimpleUploadedFile("card.txt", b"A visiting card.")
    response = desk.post(f"{LIST}{contact.pk}/files/", {"file": upload, "description": "The card"}, follow=True)
    text = response.content.decode()
    assert "card.txt" in text
    number = re.findall(rf"{LIST}{contact.pk}/files/(\d+)/", text)[0]
    desk.post(f"{LIST}{contact.pk}/files/{number}/", {"why": "a slip"})
    assert "card.txt</bdi>" not in page(desk, f"{LIST}{contact.pk}/")


def test_marks_decide_who_reads_and_writes(liaison: User, headquarters: User, analyst: User) -> None:
    contact = written(liaison)
    desk = people.client_of(liaison)
    desk.post(f"{LIST}{contact.pk}/mark/", {"mark": "restricted", "reason": "asked for it"})
    assert anew(contact).mark == "restricted"
    for address in ("", "change/", "card.vcf", "parts/new/", "mark/", "files/"):
        other = people.client_of(headquarters).get(f"{LIST}{contact.pk}/{address}")
        assert other.status_code == 404, address
    assert "Amina" not in page(people.client_of(headquarters), f"{LIST}?q=amina")
    page(desk, f"{LIST}{contact.pk}/")
    assert events("engagement.restricted_read", contact)


def test_who_reads_the_programme_reads_people_and_who_keeps_them_writes(analyst: User, liaison: User) -> None:
    contact = written(liaison)
    client = people.client_of(analyst)
    assert "Change" not in page(client, f"{LIST}{contact.pk}/").split("rs-record")[1].split("History")[0]
    for address in ("new/", "duplicates/", "import/", f"{contact.pk}/change/", f"{contact.pk}/parts/new/"):
        page(client, LIST + address, 403)
    authority = people.client_of(people.holder(Role.AUTHORITY, "NG"))
    page(authority, LIST, 403)
    page(authority, f"{LIST}{contact.pk}/", 403)


def test_pages_cost_the_same_however_many_there_are(desk: Client, liaison: User, at_most_queries: CountQueries) -> None:
    agency = organisation(liaison)
    for number in range(30):
        contact = written(liaison, name=f"Person {number} (invented)", emails=f"p{number}@example.org")
        part(contact, agency, liaison, kind="officer")
    with at_most_queries(people.SIGNED_IN + 8):
        page(desk, LIST)
    with at_most_queries(people.SIGNED_IN + 11):
        page(desk, f"{LIST}{contact.pk}/")
