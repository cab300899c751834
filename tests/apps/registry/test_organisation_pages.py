"""Organisations at the officers' desk, in a browser's eyes."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common.access.marks import Mark
from roadstead.registry.models import Facility, Organisation
from tests import people
from tests.apps.registry.entering import anew, country, entered, events, shared
from tests.conftest import CountQueries, FrozenClock

pytestmark = pytest.mark.django_db
LIST = "/desk/organisations/"


@pytest.fixture(autouse=True)
def _countries(clock: FrozenClock) -> None:
    for code in ("NG", "GH", "TG"):
        country(code)


@pytest.fixture
def liaison() -> User:
    return people.holder(Role.LIAISON, "NG", "GH", name="Lea Liaison")


@pytest.fixture
def headquarters() -> User:
    return people.holder(Role.HEADQUARTERS, name="Hal Quarters")


def page(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def form(**said: str) -> dict[str, str]:
    return {"kind": "port_authority", "name": "Ports Authority", "country": "NG", "source": "a letter", **said}


class TestList:
    def test_an_empty_list_says_what_to_do(self, liaison: User) -> None:
        assert "Enter the first" in page(people.client_of(liaison), LIST)
        assert "Enter the first" not in page(people.client_of(people.holder(Role.ANALYST)), LIST)

    def test_it_is_searched_filtered_and_sorted(self, liaison: User) -> None:
        entered(liaison, name="Alpha", place="Lagos")
        entered(liaison, name="Beta", country="GH")
        client = people.client_of(liaison)
        both = page(client, f"{LIST}?sort=-name")
        assert both.index("Beta") < both.index("Alpha")
        assert 'aria-sort="descending"' in both
        for query in ("q=lagos", "q=ALPHA", "country=NG", "q=alpha&kind=port_authority"):
            text = page(client, f"{LIST}?{query}")
            assert ">Alpha<" in text, query
            assert ">Beta<" not in text, query
        assert "Nothing fits" in page(client, f"{LIST}?q=gamma")
        assert "Nothing fits" in page(client, f"{LIST}?standing=ended")
        assert "Alpha" in page(client, f"{LIST}?kind=nonsense&standing=%00&sort=%00&page=9&country=%00")

    def test_it_is_taken_away_without_formulas(self, liaison: User) -> None:
        entered(liaison, name='=HYPERLINK("https://evil.example")', duties="Guards")
        response = people.client_of(liaison).get(f"{LIST}export.csv")
        (row,) = csv.DictReader(io.StringIO(response.content.decode()))
        assert row["name"] == '\'=HYPERLINK("https://evil.example")'
        assert (row["duties"], row["country"], row["there now"]) == ("Guards", "NG", "yes")
        assert people.client_of(liaison).get(f"{LIST}export.xlsx").content.startswith(b"PK")
        assert people.client_of(liaison).get(f"{LIST}export.exe").status_code == 404

    def test_what_a_restricted_one_says_is_not_taken_away_unseen(self, headquarters: User) -> None:
        entered(headquarters, name="Source", duties="Peculiar words", mark=Mark.RESTRICTED, reason="a source")
        text = people.client_of(headquarters).get(f"{LIST}export.csv").content.decode()
        assert "Source" in text
        assert "Peculiar" not in text

    def test_its_queries_do_not_grow(self, liaison: User, at_most_queries: CountQueries) -> None:
        for number in range(30):
            entered(liaison, name=f"Authority {number}")
        client = people.client_of(liaison)
        page(client, LIST)
        with at_most_queries(people.SIGNED_IN + 4):
            assert "30 organisations" in page(client, LIST)


class TestOne:
    def test_everything_with_its_source_and_mark(self, liaison: User) -> None:
        ministry = entered(liaison, name="Ministry of Transport", kind="ministry")
        record = entered(
            liaison,
            parent=ministry.pk,
            duties="Approves plans",
            phone="+234 1",
            source="a letter",
            email="a@example.org",
        )
        text = page(people.client_of(liaison), f"{LIST}{record.pk}/")
        for words in ("Approves plans", "Ministry of Transport", "+234 1", "a letter", "mailto:a@example.org"):
            assert words in text
        for words in (
            "Programme",
            "As written; not shared yet.",
            "Lea Liaison",
            "entered",
            "Nigeria",
            "Port authority",
        ):
            assert words.lower() in text.lower()
        assert "Ports Authority" in page(people.client_of(liaison), f"{LIST}{ministry.pk}/"), "it has for parts"

    def test_the_facilities_that_it_operates_as_far_as_they_may_be_read(self, liaison: User) -> None:
        record = entered(liaison, kind="operator")
        for name, mark in (("Open Terminal", "programme"), ("Hidden Terminal", "restricted")):
            given = {"mark": mark, "mark_reason": "test", "marked_by": liaison, "marked_at": record.marked_at}
            Facility.objects.create(name=name, country_id="NG", operator=record, source="test", **given)
        text = page(people.client_of(people.holder(Role.ANALYST)), f"{LIST}{record.pk}/")
        assert "Open Terminal" in text
        assert "Hidden Terminal" not in text

    def test_what_may_not_be_read_answers_as_what_there_is_not(self, liaison: User, headquarters: User) -> None:
        record = entered(headquarters, mark=Mark.RESTRICTED, reason="a source")
        client = people.client_of(liaison)
        for below in ("", "change/", "mark/", "retire/", "files/"):
            assert client.get(f"{LIST}{record.pk}/{below}").status_code == 404, below
            assert client.get(f"{LIST}{record.pk + 1000}/{below}").status_code == 404, below
        assert not events("registry.restricted_read")

    def test_reading_a_restricted_one_is_recorded(self, headquarters: User) -> None:
        record = entered(headquarters, mark=Mark.RESTRICTED, reason="a source")
        page(people.client_of(headquarters), f"{LIST}{record.pk}/")
        assert events("registry.restricted_read")[0].data == {"named": True, "way": "page"}


class TestForms:
    def test_writing_and_changing(self, liaison: User) -> None:
        client = people.client_of(liaison)
        assert 'value="NG" selected' in page(client, f"{LIST}new/?country=NG&kind=embassy")
        response = client.post(f"{LIST}new/", form(duties="Guards"), follow=True)
        record = Organisation.objects.for_the_system("a test looks").get()
        assert response.redirect_chain[-1][0] == f"{LIST}{record.pk}/"
        assert "Guards" in page(client, f"{LIST}{record.pk}/change/")
        assert client.post(f"{LIST}{record.pk}/change/", form(name="Harbour", revision="1")).status_code == 302
        assert anew(record).name == "Harbour"

    def test_a_form_sent_twice_writes_once(self, liaison: User) -> None:
        client = people.client_of(liaison)
        assert client.post(f"{LIST}new/", form()).status_code == 302
        again = client.post(f"{LIST}new/", form())
        assert again.status_code == 422
        assert "already" in again.content.decode()
        assert Organisation.objects.for_the_system("a test looks").count() == 1

    def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(self, liaison: User) -> None:
        response = people.client_of(liaison).post(f"{LIST}new/", form(website="nonsense", duties="Kept words"))
        text = response.content.decode()
        assert response.status_code == 422
        assert "Kept words" in text
        assert 'id="id_website-error"' in text

    def test_two_who_change_at_once_see_both(self, liaison: User, headquarters: User) -> None:
        record = entered(liaison)
        address = f"{LIST}{record.pk}/change/"
        assert people.client_of(headquarters).post(address, form(place="Lagos", revision="1")).status_code == 302
        client = people.client_of(liaison)
        late = client.post(address, form(place="Abuja", revision="1"))
        assert late.status_code == 409
        assert "Lagos" in late.content.decode()
        assert 'value="Abuja"' in late.content.decode()
        assert client.post(address, form(place="Abuja", revision="2")).status_code == 302

    def test_marking_retiring_and_files(self, liaison: User) -> None:
        record, client = entered(liaison), people.client_of(liaison)
        here = f"{LIST}{record.pk}/"
        assert "Who may see" in page(client, f"{here}mark/")
        said = {"mark": "partner", "states": ["NG"], "reason": "their own"}
        assert client.post(f"{here}mark/", said).status_code == 302
        assert anew(record).mark == Mark.PARTNER
        assert client.post(f"{here}mark/", {"mark": "partner", "reason": ""}).status_code == 422
        assert "Attach" in page(client, f"{here}files/")
        upload = SimpleUploadedFile("words.txt", b"Some words.\n")
        assert client.post(f"{here}files/", {"file": upload, "description": "Letter"}).status_code == 302
        text = page(client, here)
        assert "words.txt" in text
        number = text.split(f"{here}files/")[-1].split("/")[0]
        assert "words.txt" in page(client, f"{here}files/{number}/")
        assert client.post(f"{here}files/{number}/", {"why": "wrong file"}).status_code == 302
        assert client.get(f"{here}files/{number}/").status_code == 404
        assert client.post(f"{here}retire/", {"why": ""}).status_code == 422
        assert client.post(f"{here}retire/", {"why": "dissolved"}).status_code == 302
        assert "No longer there" in page(client, here)
        assert "dissolved" in page(client, here)

    def test_what_one_may_not_do_is_not_offered_and_refused(self, liaison: User, headquarters: User) -> None:
        record = shared(headquarters, "TG", country="TG")
        client = people.client_of(liaison)
        text = page(client, f"{LIST}{record.pk}/")
        assert f"{record.pk}/change/" not in text
        assert f"{record.pk}/mark/" not in text
        assert client.post(f"{LIST}{record.pk}/change/", form(country="NG", revision="1")).status_code == 403
        assert client.post(f"{LIST}{record.pk}/retire/", {"why": "no"}).status_code == 403
        assert client.post(f"{LIST}{record.pk}/mark/", {"mark": "programme", "reason": "no"}).status_code == 403
        assert 'value="TG"' not in page(client, f"{LIST}new/")
        assert client.post(f"{LIST}new/", form(country="TG")).status_code == 422
