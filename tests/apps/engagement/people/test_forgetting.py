"""Taking away what may not be kept: names, addresses, note; the parts stay, of a person without a name."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile

from roadstead.accounts.models import User
from roadstead.audit.models import Event
from roadstead.engagement.actions import joining
from roadstead.engagement.actions.contact_forgetting import forget_contact
from roadstead.engagement.actions.contact_marking import attach_file
from roadstead.engagement.actions.contact_shape import ContactError
from roadstead.engagement.models import Contact, ContactImportRow, ContactMerger, Position
from roadstead.files import queries as files
from tests import people
from tests.apps.engagement.people.acting import (
    LIST,
    WHY,
    anew,
    events,
    imported,
    organisation,
    outcomes,
    page,
    part,
    points,
    read,
    written,
)

SECRET = ("Bello", "amina@", "أمينة", "555", "seminar")


def refusing(by: User, **said: str) -> Contact:
    return written(
        by,
        local_name="أمينة بيلو",
        emails="amina@example.org",
        phones="+234 1 555 0100",
        note="Met at the seminar.",
        consent="refused",
        **said,
    )


def forget(contact: Contact, by: User, why: str = "asked for it") -> None:
    forget_contact(contact=contact, why=why, by=people.viewer(by))


def test_what_is_kept_of_a_person_goes_and_the_part_stays(headquarters: User, liaison: User) -> None:
    contact = refusing(liaison)
    part(contact, organisation(liaison), liaison, since="2024-01-01")
    upload = ContentFile(b"A card.", name="card.txt")
    attach_file(contact=contact, upload=upload, description="", by=people.viewer(liaison))
    client = people.client_of(headquarters)
    assert "Take name and addresses away" in page(client, f"{LIST}{contact.pk}/")
    response = client.post(f"{LIST}{contact.pk}/forget/", {"why": "asked for it"}, follow=True)
    text = response.content.decode()
    assert "A person whose name was taken away" in text
    assert "Maritime Agency (invented)" in text
    assert not [word for word in SECRET if word in text]
    gone = anew(contact)
    assert [getattr(gone, name) for name in ("local_name", "folded", "uid", "note", "languages")] == [
        "",
        "",
        "",
        "",
        [],
    ]
    assert points(gone) == points(gone, "phone") == []
    assert Position.objects.for_the_system("a test").filter(contact=gone).count() == 1
    assert not files.attachments_of(gone, people.viewer(headquarters)).exists()
    assert events("engagement.contact_forgotten", contact)


def test_it_asks_for_headquarters_a_refusal_and_a_reason(headquarters: User, liaison: User) -> None:
    contact = refusing(liaison)
    with pytest.raises(PermissionDenied):
        forget(contact, liaison)
    page(people.client_of(liaison), f"{LIST}{contact.pk}/forget/", 403)
    with pytest.raises(ContactError, match="Say why"):
        forget(contact, headquarters, " ")
    with pytest.raises(ContactError, match="Only who refused"):
        forget(written(liaison), headquarters)
    assert anew(contact).name == "Amina Bello (invented)"


def test_entries_that_were_joined_go_too(headquarters: User, liaison: User) -> None:
    contact, other = (
        refusing(liaison),
        written(liaison, name="A. Bello (invented)", languages="fr", emails="b@example.org"),
    )
    merger = joining.merge_contacts(kept=contact, merged=other, why="Bello is Bello", by=people.viewer(liaison))
    forget(contact, headquarters)
    assert "Bello" not in anew(other).name
    row = ContactMerger.objects.for_the_system("a test").get(pk=merger.pk)
    assert (row.before, row.moved) == ({}, {})
    with pytest.raises(ContactError, match="taken away"):
        joining.part_contacts(merger=merger, by=people.viewer(liaison))


def test_no_event_ever_held_a_name_of_the_person(headquarters: User, liaison: User) -> None:
    made = imported(liaison, "name,emails,consent\nAmina Bello (invented),amina@example.org,refused\n")
    contact = Contact.objects.for_the_system(WHY).get()
    part(contact, organisation(liaison), liaison)
    assert outcomes(made) == [(2, "new")]
    client = people.client_of(headquarters)
    client.post(
        f"{LIST}{contact.pk}/change/", {"revision": "1", "name": "Amina Bello-Two", "source": "x", "consent": "refused"}
    )
    client.get(f"{LIST}export.csv?q=bello")
    forget(contact, headquarters)
    said = "".join(f"{one.data}{one.personal}" for one in Event.objects.for_the_system(WHY).all())
    assert not [word for word in SECRET if word != "555" and word in said]  # which salts may hold


def test_what_was_read_in_and_waits_is_forgotten_too(headquarters: User, liaison: User) -> None:
    contact = refusing(liaison)
    read(liaison, "name,emails,note\nAmina Bello (invented),amina@example.org,from the seminar\n")
    assert ContactImportRow.objects.for_the_system("a test").get().contact_id == contact.pk
    forget(contact, headquarters)
    row = ContactImportRow.objects.for_the_system("a test").get()
    assert (row.name, row.values, row.outcome) == ("", {}, "rejected")


def test_a_nameless_person_is_changed_no_more(headquarters: User, liaison: User) -> None:
    contact = refusing(liaison)
    forget(contact, headquarters)
    client = people.client_of(liaison)
    response = client.post(
        f"{LIST}{contact.pk}/change/", {"revision": "2", "name": "X", "source": "y", "consent": "given"}
    )
    assert "were taken away" in response.content.decode()
    assert "Change</a>" not in page(client, f"{LIST}{contact.pk}/")
