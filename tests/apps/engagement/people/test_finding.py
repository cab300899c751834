"""Finding people: by name, address, number, place, part and day; in lists, files and the pages of other apps."""

import csv
import io
from datetime import date

import pytest
from django.template import Context, Template
from django.test import Client

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import PUBLIC
from roadstead.engagement.presenters.people_part import people_reached
from roadstead.engagement.queries.positions import in_office
from tests import people
from tests.apps.engagement.people.acting import (
    LIST,
    events,
    facility,
    mark,
    organisation,
    page,
    part,
    read,
    written,
)
from tests.conftest import CountQueries


@pytest.fixture
def desk(liaison: User) -> Client:
    return people.client_of(liaison)


@pytest.fixture
def known(liaison: User) -> None:
    """Three people: one who was head, one who is, one at a facility."""
    agency, quay = organisation(liaison), facility(liaison)
    first = written(liaison, name="Émile N’Kossa (invented)", country="TG", emails="emile@example.org")
    second = written(
        liaison, name="Amina Bello (invented)", local_name="أمينة بيلو", country="NG", phones="+234 1 555 0100"
    )
    third = written(liaison, name="Kofi Mensah (invented)", country="GH", last_contact_on="2026-05-01")
    part(first, agency, liaison, since="2019-01-01", until="2024-01-01")
    part(second, agency, liaison, since="2024-01-01")
    part(third, quay, liaison, kind="pfso")


FOUND = {
    "q=emile+nkossa": "Émile",
    "q=bello": "Amina",
    "q=أمينة": "Amina",
    "q=emile@ex": "Émile",
    "q=%2B234+(0)1+555": "Amina",
    "q=15550100": "Amina",
    "q=north+quay": "Kofi",
    "country=GH": "Kofi",
    "part=pfso": "Kofi",
    "part=head&on=2023-06-30": "Émile",
    "part=head&on=2024-01-01": "Amina",
    "q=maritime+agency&on=2023-06-30&part=head": "Émile",
}


@pytest.mark.parametrize("query", FOUND)
@pytest.mark.usefixtures("known")
def test_somebody_is_found(desk: Client, query: str) -> None:
    text = page(desk, f"{LIST}?{query}")
    assert [name for name in ("Émile", "Amina", "Kofi") if name in text] == [FOUND[query]]


@pytest.mark.usefixtures("known")
def test_the_list_is_sorted_and_says_so(desk: Client) -> None:
    text = page(desk, f"{LIST}?sort=-contact")
    assert text.index("Kofi") < text.index("Amina")
    assert 'aria-sort="descending"' in text
    assert "Nobody fits" in page(desk, f"{LIST}?q=nobody&on=yesterday&part=king")


def test_who_was_head_in_2023(liaison: User) -> None:
    agency = organisation(liaison)
    before, after = written(liaison, name="Before (invented)"), written(liaison, name="After (invented)")
    part(before, agency, liaison, until="2023-07-01")
    part(after, agency, liaison, since="2023-07-01")
    found = {
        on: [one.contact.name for one in in_office(agency.pk, "head", date.fromisoformat(on), people.viewer(liaison))]
        for on in ("2023-06-30", "2023-07-01")
    }
    assert found == {"2023-06-30": ["Before (invented)"], "2023-07-01": ["After (invented)"]}
    assert in_office(agency.pk, "deputy", date(2023, 7, 1), people.viewer(liaison)) == []
    assert in_office(agency.pk, "head", date(2023, 7, 1), PUBLIC) == []


def test_a_place_that_is_withheld_finds_nobody_and_is_not_named(liaison: User, headquarters: User) -> None:
    hidden = organisation(headquarters, name="Quiet Office (invented)", mark="restricted")
    contact = written(headquarters)
    part(contact, hidden, headquarters)
    desk = people.client_of(liaison)
    assert "Quiet Office" not in page(desk, f"{LIST}{contact.pk}/")
    assert "Amina" not in page(desk, f"{LIST}?q=quiet+office")
    assert "Amina" in page(people.client_of(headquarters), f"{LIST}?q=quiet+office")


def test_whom_to_call_on_a_page_of_another_app(liaison: User, nigeria: User, at_most_queries: CountQueries) -> None:
    agency = organisation(liaison)
    for number in range(5):
        contact = written(liaison, name=f"Person {number} (invented)", country="NG", emails=f"p{number}@example.org")
        part(contact, agency, liaison, kind="officer")
    template = Template(
        "{% load people %}{% people_there viewer organisation=agency as reached %}"
        '{% include "engagement/parts/people.html" %}'
    )
    with at_most_queries(5):
        shown = template.render(Context({"viewer": people.viewer(liaison), "agency": agency.pk}))
    assert shown.count("@example.org</a>") == 5
    assert "Nobody is known there." in template.render(Context({"viewer": people.viewer(nigeria), "agency": agency.pk}))
    mark(contact, Mark.PARTNER, liaison, states=["NG"])
    shared = people_reached(people.viewer(nigeria), country="NG")
    assert [(one.name, one.href, one.part.place) for one in shared] == [("Person 4 (invented)", "", "")]
    assert len(people_reached(people.viewer(liaison), country="NG")) == 5
    assert people_reached(people.viewer(people.holder(Role.AUTHORITY, "GH", name="Other")), country="NG") == []


def test_addresses_of_restricted_entries_stand_on_their_own_page_alone(liaison: User) -> None:
    contact = written(liaison, country="NG", emails="secret@example.org")
    part(contact, organisation(liaison), liaison)
    mark(contact, Mark.RESTRICTED, liaison)
    assert "secret@example.org" not in page(people.client_of(liaison), LIST)
    assert [one.email for one in people_reached(people.viewer(liaison), country="NG")] == [""]


def exported(client: Client, form: str, query: str = "") -> bytes:
    response = client.get(f"{LIST}export.{form}?{query}")
    assert response.status_code == 200
    return response.content


@pytest.mark.usefixtures("known")
def test_files_hold_what_the_list_shows_and_nothing_that_runs(desk: Client, liaison: User) -> None:
    written(liaison, name="=HYPERLINK(1)", note="@SUM(1)")
    rows = list(csv.DictReader(io.StringIO(exported(desk, "csv").decode())))
    names = [row["name"] for row in rows]
    assert "'=HYPERLINK(1)" in names
    assert {row["note"] for row in rows if row["name"].startswith("'=")} == {"'@SUM(1)"}
    assert {row["phones"] for row in rows if row["name"].startswith("Amina")} == {"'+234 1 555 0100"}
    assert len(exported(desk, "csv", "country=GH").splitlines()) == 2
    assert exported(desk, "xlsx").startswith(b"PK")
    assert desk.get(f"{LIST}export.exe").status_code == 404
    told = events("engagement.contacts_exported")
    assert {one.data["form"] for one in told} == {"csv", "xlsx"}
    assert {one.data["people"] for one in told} == {4, 1}


@pytest.mark.usefixtures("known")
def test_our_own_export_comes_in_again_as_it_was(desk: Client, liaison: User) -> None:
    written(
        liaison, name="Plus (invented)", emails="plus@example.org", phones="+1 202 555 0100; +1 202 555 0101 (home)"
    )
    for form in ("csv", "vcf"):
        made = read(liaison, exported(desk, form, "q=plus"), f"people.{form}")
        assert made.counts == {"new": 0, "changed": 0, "same": 1, "kept": 0, "rejected": 0}, form


def test_one_person_as_a_vcard(desk: Client, liaison: User) -> None:
    contact = written(
        liaison, name="Ana; Líka, “x”\nTEL:1".replace("\n", " "), country="NG", emails="ana@example.org", note="a\nb"
    )
    response = desk.get(f"{LIST}{contact.pk}/card.vcf")
    assert response["Content-Type"] == "text/vcard; charset=utf-8"
    entries = response.content.decode()
    assert entries.count("BEGIN:VCARD") == 1
    assert "EMAIL;TYPE=pref:ana@example.org" in entries
    assert "NOTE:a\\nb" in entries
    assert events("engagement.contacts_exported", contact)


def test_restricted_people_in_a_file_are_recorded_one_by_one(desk: Client, liaison: User) -> None:
    contact = written(liaison)
    mark(contact, Mark.RESTRICTED, liaison)
    exported(desk, "vcf")
    assert [one.data["way"] for one in events("engagement.restricted_read", contact)] == ["export"]
    assert b"Amina" not in exported(people.client_of(people.holder(Role.HEADQUARTERS)), "vcf")
