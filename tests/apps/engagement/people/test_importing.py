"""Address books in: CSV and vCard, read and shown first, taken over when confirmed, however badly they are written."""

import csv
import io
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.engagement.actions.contact_shape import ContactError
from roadstead.engagement.actions.importing import MOST_ENTRIES, confirm_import, entries_of
from roadstead.engagement.addressbook.draft import FileError
from roadstead.engagement.models import Contact, ContactImportRow, Position
from tests import people
from tests.apps.engagement.people.acting import (
    LIST,
    WHY,
    anew,
    events,
    everyone,
    facility,
    imported,
    mark,
    organisation,
    outcomes,
    page,
    points,
    read,
    remarks,
    written,
)

CARD = """BEGIN:VCARD
VERSION:4.0
UID:urn:uuid:1
FN:Amina Bello (invented)
X-LOCAL-NAME:أمينة بيلو
EMAIL;TYPE=work:second@example.org
EMAIL;PREF=1:amina@example.org
TEL;VALUE=uri;TYPE="voice,home":tel:+234-1-555-0100
LANG;PREF=2:en
LANG;PREF=1:fr
ORG:Maritime Agency (invented);Ports
TITLE:Director
ADR:;;1 Quay;Lagos;;;Nigeria
NOTE:Met at\\nthe seminar
PHOTO;ENCODING=b;TYPE=JPEG:not base64
 at all
END:VCARD
"""
OLD = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Nu=C3=B1ez;Jos=C3=A9;;;\r\n"
    "TEL;HOME;PREF:+1 202 555 0100\r\nEND:VCARD\r\n"
)


@pytest.fixture
def desk(liaison: User) -> Client:
    return people.client_of(liaison)


def one() -> Contact:
    return Contact.objects.for_the_system(WHY).get()


def test_a_vcard_becomes_a_person(liaison: User) -> None:
    agency = organisation(liaison)
    imported(liaison, CARD, "a.vcf")
    contact = one()
    assert (contact.uid, contact.local_name, contact.country_id) == ("urn:uuid:1", "أمينة بيلو", "NG")
    assert (contact.languages, contact.note, contact.source) == (["fr", "en"], "Met at\nthe seminar", "a file")
    assert points(contact) == ["amina@example.org", "second@example.org"]
    assert points(contact, "phone") == ["+234-1-555-0100"]
    row = Position.objects.for_the_system("a test").get()
    assert (row.organisation_id, row.kind, row.title) == (agency.pk, "other", "Director")
    assert contact.mark == Mark.PROGRAMME


def test_what_a_vcard_says_badly_is_left_out_and_said(liaison: User) -> None:
    made = imported(liaison, CARD.replace("Nigeria", "Atlantis").replace("+234-1-555-0100", "*1#"), "a.vcf")
    assert (one().country_id, points(one(), "phone"), outcomes(made)) == (None, [], [(1, "new")])
    assert "left out: “Atlantis” is no country" in remarks(made)


def test_older_telephones_are_read_too(liaison: User) -> None:
    imported(liaison, OLD, "old.vcf")
    assert (one().name, points(one(), "phone")) == ("José Nuñez", ["+1 202 555 0100"])


def test_a_bad_card_spoils_no_other(liaison: User) -> None:
    bad = "BEGIN:VCARD\nVERSION:3.0\nFN\nEND:VCARD\nBEGIN:VCARD\nFN:Never ends\nBEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n"
    made = imported(liaison, bad + CARD, "b.vcf")
    assert outcomes(made) == [(1, "rejected"), (5, "rejected"), (7, "rejected"), (10, "new")]
    for words in ("The card cannot be read", "The card never ends", "Give the person a name."):
        assert words in remarks(made)


def test_a_table_becomes_people_in_every_script(liaison: User) -> None:
    quay = facility(liaison)
    names = ("李小龙", "Юрий Гагарин", "ナオミ", "Ngũgĩ wa Thiong’o", "മലയാളി", "👩🏽‍✈️ Ana", "عبد الله")
    lines = [f"{name};;NG;p{number}@example.org" for number, name in enumerate(names)]
    text = "Full name;E-mail;Country;emails\n".replace("E-mail", "note") + "\n".join(lines)
    made = imported(liaison, text)
    assert made.counts["new"] == len(names)
    assert everyone() == sorted(names)
    imported(liaison, "name,facility,part,from\nPort Officer (invented),ngapp-0001,pfso,2025-01-01\n")
    assert Position.objects.for_the_system("a test").get().facility_id == quay.pk


def test_rows_that_are_wrong_say_so_and_the_good_ones_land(desk: Client, liaison: User) -> None:
    text = (
        "name,emails,country,consent,consent_on,from,until,phones\n"
        "Good (invented),good@example.org,NG,given,2026-01-01,,,\n"
        ",a@example.org,,,,,,\n"
        "Bad (invented),nobody,Atlantis,maybe,2099-01-01,2024-01-01,2023-01-01,12\n"
        "Twice (invented),GOOD@example.org,,,,,,\n"
        "\n"
        "More (invented),,,,,,,,,surplus\n"
    )
    upload = SimpleUploadedFile("people.csv", text.encode())
    response = desk.post(f"{LIST}import/", {"file": upload, "source": "the seminar"})
    address = response.headers["Location"]
    shown = page(desk, address)
    assert everyone() == []
    for words in (
        "Take 1 entry over",
        "Give the person a name.",
        "“nobody” is no e-mail address",
        "“Atlantis” is no country",
        "“maybe” is none of",
        "That day is still to come.",
        "It ends after it begins.",
        "“12” is no telephone number",
        "The same person stands in line 2 already.",
        "more cells than there are columns",
    ):
        assert words in shown, words
    left = desk.get(f"{address}left-out.csv").content.decode()
    assert [row["line"] for row in csv.DictReader(io.StringIO(left))] == ["3", "4", "5", "7"]
    desk.post(f"{address}end/", {"take": "1"})
    assert everyone() == ["Good (invented)"]
    assert one().source == "the seminar"
    after = page(desk, address)
    assert "What became of the file" in after
    assert "nobody@" not in after
    assert set(ContactImportRow.objects.for_the_system("a test").values_list("name", flat=True)) == {""}
    [told] = events("engagement.contacts_imported")
    assert told.data == {"new": 1, "changed": 0, "same": 0, "rejected": 4}
    [told] = events("engagement.contact_written", one())
    assert told.data["imported"] > 0


def test_a_file_is_discarded_without_a_trace_of_anybody(desk: Client, liaison: User) -> None:
    made = read(liaison, CARD)
    desk.post(f"{LIST}import/{made.pk}/end/", {"discard": "1"})
    assert everyone() == []
    assert list(ContactImportRow.objects.for_the_system("a test").values_list("name", "values")) == [("", {})]
    with pytest.raises(ContactError, match="ended already"):
        confirm_import(made=made, by=people.viewer(liaison))


def test_the_same_person_is_met_again(liaison: User) -> None:
    imported(liaison, CARD)
    assert read(liaison, CARD).counts["same"] == 1
    by_uid = CARD.replace("FN:Amina Bello", "FN:Dr Amina B.").replace("amina@", "new@").replace("second@", "other@")
    made = imported(liaison, by_uid)
    contact = one()
    assert outcomes(made) == [(1, "changed")]
    assert contact.name == "Amina Bello (invented)", "what we have is not overwritten"
    assert points(contact) == ["amina@example.org", "second@example.org", "new@example.org", "other@example.org"]
    made = imported(
        liaison, "name,emails,languages,last_contact_on\nBello Amina (invented),AMINA@example.org,ar,2026-01-01\n"
    )
    assert (anew(contact).languages, str(anew(contact).last_contact_on)) == (["fr", "en"], "2026-01-01")
    assert events("engagement.contact_changed", contact)[0].data["fields"] == ["last_contact_on"]


def test_one_address_with_two_names_is_left_to_a_person(liaison: User) -> None:
    written(liaison, name="Harbour Master (invented)", emails="port@example.org")
    made = imported(liaison, "name,emails\nZoë Quist,port@example.org\n")
    assert outcomes(made) == [(2, "rejected")]
    assert "a person with another name" in remarks(made)
    written(liaison, name="Other (invented)", emails="other@example.org")
    made = imported(liaison, "name,emails\nHarbour Master (invented),port@example.org; other@example.org\n")
    assert "It meets several people" in remarks(made)


def test_who_refused_is_not_brought_back(liaison: User) -> None:
    written(liaison, emails="amina@example.org", consent="refused", note="")
    made = imported(liaison, "name,emails,note\nAmina Bello (invented),amina@example.org,x\n")
    assert outcomes(made) == [(2, "rejected")]
    assert one().note == ""


def test_an_entry_without_an_address_is_not_written_twice(liaison: User) -> None:
    text = "name,country,phones\nAmina Bello (invented),NG,+234 1 555 0100\n"
    imported(liaison, text)
    made = imported(liaison, text)
    assert outcomes(made) == [(2, "rejected")]
    assert "no address to tell them apart" in remarks(made)


def test_an_entry_joined_with_another_is_met_as_that_one(liaison: User) -> None:
    from roadstead.engagement.actions.joining import merge_contacts

    imported(liaison, CARD)
    old, kept = one(), written(liaison, name="Amina Bello (invented)")
    merge_contacts(kept=kept, merged=old, why="one", by=people.viewer(liaison))
    made = imported(liaison, CARD.replace("amina@", "third@").replace("second@", "fourth@"))
    assert outcomes(made) == [(1, "changed")]
    assert "third@example.org" in points(kept)


def test_nothing_tells_of_an_entry_that_may_not_be_read(liaison: User, headquarters: User) -> None:
    imported(headquarters, CARD)
    hidden = one()
    mark(hidden, Mark.RESTRICTED, headquarters)
    made = imported(liaison, CARD)
    assert outcomes(made) == [(1, "new")]
    assert not remarks(made).count("person")
    mine = Contact.objects.for_the_system(WHY).exclude(pk=hidden.pk).get()
    assert mine.uid == ""
    assert anew(hidden).uid == "urn:uuid:1"


def test_a_place_that_is_not_found_is_said_and_the_person_lands(liaison: User) -> None:
    made = imported(liaison, "name,organisation\nAmina Bello (invented),Nowhere Office\n")
    assert outcomes(made) == [(2, "new")]
    assert "“Nowhere Office” is not in the register" in remarks(made)
    assert not Position.objects.for_the_system("a test").exists()


def test_only_who_read_a_file_sees_and_ends_it(liaison: User, headquarters: User, analyst: User) -> None:
    made = read(liaison, CARD)
    for reader, status in ((headquarters, 404), (analyst, 403), (liaison, 200)):
        page(people.client_of(reader), f"{LIST}import/{made.pk}/", status)
    with pytest.raises(PermissionDenied):
        confirm_import(made=made, by=people.viewer(headquarters))
    with pytest.raises(PermissionDenied):
        read(analyst, CARD)


BROKEN: dict[str, tuple[bytes, str]] = {
    "empty": (b"  \n", "The file is empty."),
    "Latin-1": ("name,emails\nJosé,a@example.org\n".encode("latin-1"), "not in UTF-8: line 2"),
    "no headings": (b"Amina,amina@example.org\n", "No column is called “name”"),
    "headings alone": (b"name,emails\n", "nobody below them"),
    "a column twice": (b"name,email,e-mail\nx,y,z\n", "stands there twice: emails"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", "not in UTF-8"),
    "zeros": (b"name\n\0\0\n", "zero bytes"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_in_words(desk: Client, name: str) -> None:
    content, words = BROKEN[name]
    upload = SimpleUploadedFile("people.csv", content)
    response = desk.post(f"{LIST}import/", {"file": upload, "source": "x"})
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not ContactImportRow.objects.for_the_system("a test").exists()


def test_utf_16_is_read_where_the_file_says_so(liaison: User) -> None:
    imported(liaison, "name\temails\nJosé Ñandú (invented)\tj@example.org\n".encode("utf-16"))
    assert everyone() == ["José Ñandú (invented)"]


def test_a_quotation_mark_that_never_closes(liaison: User) -> None:
    made = read(liaison, 'name,note\nGood (invented),x\nBad,"open\nNext,y\n')
    assert [outcome for _line, outcome in outcomes(made)] == ["new", "rejected"]
    assert "mend the quotation marks" in remarks(made)


def test_more_than_can_be_held_is_refused() -> None:
    text = "name\n" + "x\n" * (MOST_ENTRIES + 1)
    with pytest.raises(FileError, match="more than 100,000 entries"):
        list(entries_of(text.encode())[1])
    assert sum(1 for _ in entries_of(("name\n" + "x\n" * MOST_ENTRIES).encode())[1]) == MOST_ENTRIES


@settings(max_examples=150)
@given(
    st.one_of(
        st.binary(),
        st.text().map(str.encode),
        st.text().map(lambda text: f"BEGIN:VCARD\n{text}\nEND:VCARD".encode("utf-8", "replace")),
    )
)
def test_no_file_whatever_breaks_the_reading(content: bytes) -> None:
    try:
        entries: list[Any] = list(entries_of(content)[1])
    except FileError:
        return
    assert all(each.problems or each.values is not None for each in entries)
